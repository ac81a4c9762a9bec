import { expect, fixture, oneEvent } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import type { PlacardErrorEvent, PlacardLoadEvent, PlacardUpdateEvent } from '../../../src/elements/events.js';
import '../../../src/define.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { Script } from '../../support/servers/client.js';
import { CASE, documentOf, eventOf, inState, part, show, shownText, stampOf } from './helpers.js';

const body = (sequence: number, revision: number, facts: object = {}, head: object = {}) =>
  JSON.stringify(documentOf({ head: { sequence, ...head }, facts: { revision, cases: [CASE], ...facts } }));

async function mount(script: Script, markup = '<placard-campaign src="URL" refresh="1"></placard-campaign>'): Promise<HTMLElement> {
  const host = await fixture<HTMLElement>('<div></div>');
  const loaded = oneEvent(host, 'placard-load');
  host.innerHTML = markup.replaceAll('URL', script.url);
  await loaded;
  return host;
}

const spoken = (host: Element) => [...host.children].flatMap((element) => element.shadowRoot?.querySelector('[aria-live=polite]') ?? []);

describe('a live feed', () => {
  it('dispatches placard-load with the feed and the item', async () => {
    const script = await Script.of({ body: body(1, 1) });
    const host = await fixture<HTMLElement>('<div></div>');
    const heard = oneEvent(host, 'placard-load');
    host.innerHTML = `<placard-campaign src="${script.url}" refresh="0"></placard-campaign>`;
    const event = (await heard) as unknown as PlacardLoadEvent;
    expect([event.feed.sequence, event.item!.id]).to.deep.equal([1, 'one']);
    expect(inState(host.firstElementChild!, 'fresh')).to.equal(true);
  });

  it('updates without a reload, announces the change once, and dispatches the previous and the current item', async () => {
    const script = await Script.of({ body: body(1, 1) });
    const host = await mount(
      script,
      '<placard-campaign src="URL" refresh="1"></placard-campaign><placard-status src="URL"></placard-status>',
    );
    expect(spoken(host).map((region) => region.textContent)).to.deep.equal(['', '']);
    const updates: PlacardUpdateEvent[] = [];
    host.addEventListener('placard-update', (event) => updates.push(event));
    const said: string[] = [];
    const observer = new MutationObserver((records) => said.push(...records.map(({ target }) => target.textContent!)));
    for (const region of spoken(host)) observer.observe(region, { childList: true, subtree: true, characterData: true });
    await script.replace({ body: body(2, 2, { cases: [{ ...CASE, status: 'decided', outcome: 'granted' }] }) });
    while (updates.length < 2) await oneEvent(host, 'placard-update');
    await Promise.resolve();
    observer.disconnect();
    expect(said).to.deep.equal(['Example Union, Press card refused: the status has changed. Claim granted.']);
    expect(
      updates.map(({ previous, current }) => [previous!._placard!.cases![0]!.status, current!._placard!.cases![0]!.status]),
    ).to.deep.equal(updates.map(() => ['pending', 'decided']));
    for (const element of host.children) expect(stampOf(element)).to.equal('Claim granted');
  });

  it('keeps the status that was shown if the next one cannot be read, and reports it', async () => {
    const script = await Script.of({ body: body(1, 1) });
    const host = await mount(script);
    const heard = oneEvent(host, 'placard-error');
    await script.replace({ body: body(2, 2, { cases: [{ ...CASE, status: 'wat' }], incident: { state: 'active' } }) });
    const { error } = (await heard) as unknown as PlacardErrorEvent;
    expect([error.code, error.issues[0]?.path]).to.deep.equal(['invalid-part', '/items/0/_placard/cases/0/status']);
    expect(stampOf(host.firstElementChild!)).to.equal('Case pending');
  });

  it('leaves a snapshot if the status cannot be read, and replaces it by a retraction', async () => {
    const broken = { cases: [{ ...CASE, status: 'wat' }], incident: { state: 'active' } };
    const script = await Script.of({ body: body(2, 2, broken) });
    const host = await fixture<HTMLElement>('<div></div>');
    const heard = oneEvent(host, 'placard-error');
    host.innerHTML = `<placard-campaign src="${script.url}" refresh="1" stamp="1"><p>Case pending</p></placard-campaign>`;
    expect(((await heard) as unknown as PlacardErrorEvent).error.code).to.equal('invalid-part');
    const element = host.firstElementChild as PlacardElement;
    expect(shownText(element)).to.equal('Case pending');
    const updated = oneEvent(host, 'placard-update');
    await script.replace({ body: body(3, 3, { ...broken, change: 'retraction', retraction: { at: '2025-08-01', reason: 'Wrong.' } }) });
    await updated;
    expect(shownText(element)).to.contain('Wrong.');
  });

  it('renders only the changed elements', async () => {
    const script = await Script.of({ body: body(1, 1) });
    const host = await mount(script);
    const element = host.firstElementChild!;
    const kept = [part(element, 'headline'), part(element, 'primary'), part(element, 'stamp')];
    const heard = oneEvent(host, 'placard-update');
    await script.replace({ body: body(2, 2, { cases: [{ ...CASE, status: 'appealed' }] }) });
    await heard;
    expect([part(element, 'headline'), part(element, 'primary'), part(element, 'stamp')]).to.deep.equal(kept);
    expect(stampOf(element)).to.equal('Under appeal');
  });

  it('keeps focus in the card when an update removes the focused link of the snapshot or the card', async () => {
    const data = (sequence: number, facts: object = {}) => parseFeed(body(sequence, sequence, facts), 'https://publisher.example/');
    const snapshot = '<div><a href="https://union.example/">Snapshot</a></div>';
    const element = await show<PlacardElement>('placard-campaign', data(1), 'stamp="1"', snapshot);
    element.querySelector('a')!.focus();
    const focused = () => element.shadowRoot!.activeElement;
    element.data = data(2);
    await element.updateComplete;
    expect(focused()?.part.contains('card')).to.equal(true);
    part(element, 'primary')!.focus();
    element.data = data(3);
    await element.updateComplete;
    expect(focused()?.part.contains('primary')).to.equal(true);
    element.data = data(4, { change: 'retraction', retraction: { at: '2026-03-05', reason: 'It was wrong.' } });
    await element.updateComplete;
    expect(focused()?.part.contains('card')).to.equal(true);
  });

  it('renews the snapshot without the name of the card, so that the page has one landmark of this name', async () => {
    const data = parseFeed(body(2, 2), 'https://publisher.example/');
    const snapshot = '<section class="placard-snapshot"><section class="placard-card">Old</section></section>';
    const element = await show<PlacardElement>('placard-campaign', data, 'stamp="1"', snapshot);
    await element.updateComplete;
    const copy = element.querySelector('.placard-snapshot > *')!;
    expect(copy.textContent).not.to.contain('Old');
    expect([copy.getAttribute('aria-label'), copy.getAttribute('part')]).to.deep.equal([null, null]);
    expect(part(element, 'card')!.getAttribute('aria-label')).to.be.a('string');
  });

  it('keeps the content when the feed fails, and shows how old it is', async () => {
    const script = await Script.of({ body: body(1, 1) });
    const host = await mount(script);
    const element = host.firstElementChild as PlacardElement;
    const heard = oneEvent(host, 'placard-error');
    await script.replace({ status: 500 });
    const { error } = (await heard) as unknown as PlacardErrorEvent;
    await element.updateComplete;
    expect(error.code).to.equal('http-status');
    expect(inState(element, 'stale')).to.equal(true);
    expect(shownText(element))
      .to.contain('Press card refused')
      .and.to.match(/Could not be updated\. Last checked \d\d:\d\d\./);
  });

  it('shows that a feed is expired, that it is from a mirror, and the time of the last check', async () => {
    const dead = await Script.of({ status: 404 });
    const script = await Script.of({ body: body(1, 1, {}, { valid_until: '2026-03-03T00:00:00Z' }) });
    const host = await mount(script, `<placard-campaign src="${dead.url}" mirrors="URL" refresh="0"></placard-campaign>`);
    const text = shownText(host);
    expect(text).to.contain('May be out of date: valid until 3 March 2026.');
    expect(text).to.contain('Loaded from a backup address.');
    expect(text).to.match(/Last checked \d\d:\d\d/);
  });

  it('sends one request for a hundred elements', async () => {
    const script = await Script.of({ body: body(1, 1) });
    const host = await mount(
      script,
      '<placard-status src="URL" refresh="60" style="position: absolute; top: 0"></placard-status>'.repeat(100),
    );
    expect(await script.seen(1)).to.have.length(1);
    for (const element of host.children) expect(stampOf(element)).to.equal('Case pending');
    host.replaceChildren();
  });

  it('does not refetch when it is moved in the document', async () => {
    const script = await Script.of({ body: body(1, 1) });
    const host = await mount(script, '<placard-campaign src="URL" refresh="0"></placard-campaign><div></div>');
    const element = host.firstElementChild as PlacardElement;
    host.lastElementChild!.append(element);
    await element.updateComplete;
    await Promise.resolve();
    expect(shownText(element)).to.contain('Press card refused');
    expect(await script.seen(1)).to.have.length(1);
  });

  it('shows its last feed or retraction after a reconnect, with the age of a feed that fails to load', async () => {
    const script = await Script.of({
      body: body(1, 1, { change: 'retraction', retraction: { at: '2026-03-05', reason: 'It was wrong.' } }),
    });
    const host = await mount(script, '<placard-campaign src="URL" refresh="0.001"><p>Snapshot.</p></placard-campaign>');
    const element = host.firstElementChild as PlacardElement;
    await script.replace({ status: 500 });
    element.remove();
    await Promise.resolve();
    await eventOf(host, 'placard-error', async () => {
      host.append(element);
      await element.updateComplete;
      expect(shownText(element)).to.contain('It was wrong.');
    });
    await element.updateComplete;
    expect(shownText(element)).to.contain('It was wrong.').and.to.contain('Could not be updated.').and.not.to.contain('Snapshot.');
  });

  it('aborts the request when the element is removed', async () => {
    const script = await Script.of({ fault: 'stall' });
    const host = await fixture<HTMLElement>('<div></div>');
    host.innerHTML = `<placard-campaign src="${script.url}"></placard-campaign>`;
    await script.seen(1);
    host.replaceChildren();
    expect((await script.seen(1, 1))[0]!.broken).to.equal(true);
  });

  it('uses a prefetched response once, and only for its address', async () => {
    const [first, second] = [await Script.of({ body: body(9, 9) }), await Script.of({ body: body(1, 1) })];
    const host = await fixture<HTMLElement>('<div></div>');
    const element = document.createElement('placard-campaign');
    Object.assign(element, {
      src: first.url,
      refresh: 0,
      prefetched: { src: first.url, text: body(8, 8), url: first.url, at: Date.now() },
    });
    const sequence = async (act: () => unknown) =>
      (await eventOf<PlacardUpdateEvent>(element, 'placard-update', act)).current!._placard!.revision;
    const loaded = await eventOf<PlacardLoadEvent>(element, 'placard-load', () => host.append(element));
    expect(loaded.feed.sequence).to.equal(8);
    expect(await sequence(() => (element.src = second.url))).to.equal(1);
    expect(await sequence(() => (element.src = first.url))).to.equal(9);
  });
});
