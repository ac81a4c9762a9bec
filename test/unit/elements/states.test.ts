import { expect, fixture, oneEvent } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import type { PlacardErrorEvent } from '../../../src/elements/events.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { selectItem } from '../../../src/feed/select-item.js';
import { en } from '../../../src/locales/en.js';
import { Script, type StubResponse } from '../../support/servers/client.js';
import { ADDRESS, documentOf, feedOf, inState, part, show, shownText } from './helpers.js';

const SHOWING = ['placard-campaign', 'placard-incident', 'placard-status', 'placard-action', 'placard-statement', 'placard-list'];
const SNAPSHOT = '<div lang="en"><p>Snapshot.</p></div>';

/** An element whose feed gives that answer, once it has failed. */
async function failing(
  tag: string,
  answer: StubResponse,
  attributes = '',
  children = '',
): Promise<{ element: PlacardElement; event: PlacardErrorEvent }> {
  const script = await Script.of(answer);
  const host = await fixture<HTMLElement>('<div></div>');
  const heard = oneEvent(host, 'placard-error');
  host.innerHTML = `<${tag} src="${script.url}" refresh="0" ${attributes}>${children}</${tag}>`;
  const event = (await heard) as unknown as PlacardErrorEvent;
  const element = host.firstElementChild as PlacardElement;
  await element.updateComplete;
  return { element, event };
}

describe('without a statement', () => {
  for (const tag of SHOWING) {
    it(`${tag} says that it is loading, in a box of about the right size`, async () => {
      const script = await Script.of({ fault: 'stall' });
      const element = await show<PlacardElement>(tag, undefined, `src="${script.url}"`);
      expect(inState(element, 'loading')).to.equal(true);
      expect(part(element, 'card')!.getAttribute('aria-busy')).to.equal('true');
      expect(shownText(part(element, 'skeleton')!)).to.equal(en.loading);
      expect(element.offsetHeight).to.be.greaterThan(150);
    });

    it(`${tag} keeps the snapshot while it loads and after every failure`, async () => {
      const stalled = await Script.of({ fault: 'stall' });
      expect(shownText(await show(tag, undefined, `src="${stalled.url}"`, SNAPSHOT))).to.equal('Snapshot.');
      for (const answer of [{ status: 404 }, { body: '<!doctype html><p>Log in' }, { body: '{"version":' }] as StubResponse[]) {
        const { element } = await failing(tag, answer, '', SNAPSHOT);
        expect(shownText(element)).to.equal('Snapshot.');
        expect(inState(element, 'failed')).to.equal(true);
      }
    });

    it(`${tag} says that it has no content, without the text of the error`, async () => {
      const { element, event } = await failing(tag, { status: 503 });
      expect(shownText(element)).to.equal(en.failedOnce);
      expect([event.error.code, event.error.status]).to.deep.equal(['http-status', 503]);
      expect(inState(element, 'failed')).to.equal(true);
    });
  }

  const unreadable: [string, StubResponse, string][] = [
    ['a web page', { body: '<!doctype html><p>Log in' }, 'html'],
    ['no JSON', { body: 'hello' }, 'not-json'],
    ['JSON without a feed', { body: '{"items":[]}' }, 'not-a-feed'],
    ['a later major version', { body: JSON.stringify(documentOf({ head: { spec: 2 } })) }, 'unsupported-spec'],
  ];
  for (const [what, answer, code] of unreadable) {
    it(`reports ${what} to the embedder as ${code}`, async () => {
      const { element, event } = await failing('placard-campaign', answer);
      expect([event.error.code, event.bubbles, event.composed]).to.deep.equal([code, true, true]);
      expect(shownText(element)).to.equal(en.failedOnce);
    });
  }

  it('distinguishes an empty feed from an unknown item', async () => {
    const empty = await failing('placard-campaign', { body: JSON.stringify({ ...documentOf(), items: [] }) });
    expect([shownText(empty.element), empty.event.error.code]).to.deep.equal([en.empty, 'unknown-item']);
    const unknown = await failing('placard-campaign', { body: JSON.stringify(documentOf()) }, 'item="two"');
    expect([shownText(unknown.element), unknown.event.error.code]).to.deep.equal([en.unknownItem, 'unknown-item']);
    const snapshot = await failing('placard-campaign', { body: JSON.stringify(documentOf()) }, 'item="two"', SNAPSHOT);
    expect(shownText(snapshot.element)).to.equal('Snapshot.');
  });

  it('reports a tag without an address', async () => {
    const host = await fixture<HTMLElement>('<div></div>');
    const heard = oneEvent(host, 'placard-error');
    host.innerHTML = '<placard-campaign src="javascript:alert(1)"></placard-campaign>';
    expect(((await heard) as unknown as PlacardErrorEvent).error.code).to.equal('no-address');
  });
});

describe('with a statement', () => {
  it('reports each dropped part with its path, and shows the rest', async () => {
    const feed = feedOf({
      facts: {
        cases: [{ id: 'x', forum: 'Court', status: 'lost', as_of: '2026' }],
        actions: [{ id: 'a', type: 'sign', url: 'javascript:alert(1)' }],
      },
    });
    const host = await fixture<HTMLElement>('<div><placard-campaign></placard-campaign></div>');
    const heard = oneEvent(host, 'placard-error');
    const element = host.firstElementChild as PlacardElement;
    element.data = feed;
    const { error } = (await heard) as unknown as PlacardErrorEvent;
    await element.updateComplete;
    expect(error.code).to.equal('invalid-part');
    expect(error.issues).to.deep.equal([
      { code: 'unknown-value', path: '/items/0/_placard/cases/0/status' },
      { code: 'bad-url', path: '/items/0/_placard/actions/0/url' },
    ]);
    expect(shownText(element)).to.contain('Press card refused');
  });

  it('keeps the snapshot if the named item or its translation is unreadable', async () => {
    const document = documentOf();
    document.items = [{ id: 'one', title: 5, _placard: { kind: 'nonsense' } }];
    const element = await show('placard-campaign', parseFeed(document, ADDRESS), 'item="one"', SNAPSHOT);
    expect(shownText(element)).to.equal('Snapshot.');
    const translations = [{ language: 'fr', item_id: 'shell', kind: 'official' }];
    const { items } = documentOf({ facts: { translations } }) as { items: object[] };
    document.items = [...items, { id: 'shell', title: 5 }];
    expect(selectItem(parseFeed(document, ADDRESS), { id: 'one', language: 'fr' })?.id).to.equal('one');
  });

  const retraction = { change: 'retraction', revision: 2, retraction: { at: '2026-03-05', reason: 'The facts were wrong.' } };
  for (const tag of SHOWING.slice(0, 5)) {
    it(`${tag} replaces everything by the retraction, also the snapshot`, async () => {
      const element = await show<PlacardElement>(tag, feedOf({ facts: retraction }), 'stamp="1"', SNAPSHOT);
      const text = shownText(element);
      expect(text).to.contain('Withdrawn on 5 March 2026').and.to.contain('Reason: The facts were wrong.');
      expect(text).not.to.contain('A press card was refused.').and.not.to.contain('Snapshot.').and.not.to.contain('First paragraph.');
      expect(element.shadowRoot!.querySelector('s')!.textContent).to.contain('Press card refused');
      expect(inState(element, 'withdrawn')).to.equal(true);
    });
  }

  it('shows a retraction even if the rest of the extension is invalid', async () => {
    const element = await show('placard-campaign', feedOf({ facts: { ...retraction, kind: 'nonsense' } }));
    expect(shownText(element)).to.contain('Withdrawn on 5 March 2026');
  });

  it('links a superseded item to its successor', async () => {
    const document = documentOf({ facts: { superseded_by: 'two' } });
    (document.items as object[]).push({ id: 'two', title: 'Newer statement', url: 'https://union.example/two' });
    const element = await show('placard-campaign', parseFeed(document, 'https://union.example/feed.json'), 'item="one"');
    const notice = part(element, 'notice')!;
    expect(shownText(notice)).to.equal(`${en.superseded} Newer statement`);
    expect(notice.querySelector('a')!.href).to.equal('https://union.example/two');
  });
});
