/** A retraction is shown and announced in every element and language, without the other content. */
import { expect, fixture, oneEvent } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import '../../../src/define.js';
import { parseFeed, type Feed } from '../../../src/feed/parse-feed.js';
import { Script } from '../../support/servers/client.js';
import { ADDRESS, CASE, documentOf, inState, part, parts, settled, show, shownText } from './helpers.js';

const SNAPSHOT = '<p>Snapshot.</p>';
const TAGS = ['campaign', 'incident', 'status', 'action', 'statement'].map((name) => `placard-${name}`);
const retraction = { change: 'retraction', retraction: { at: '2026-03-05', reason: 'It was wrong.' } };
const link = (item_id: string, kind: string) => ({ language: item_id, item_id, kind });

type Facts = Record<string, unknown>;

/** Returns an original and its French translation. Each may name the other. */
function both(sequence: number, original: Facts | undefined, translation: Facts = {}, more: object = {}) {
  const { items, ...head } = documentOf({ head: { sequence }, facts: { revision: sequence, cases: [CASE], ...original } });
  const [one] = items as [Record<string, unknown>];
  const kept = original?.change ? { id: 'one', _placard: { kind: 'case', revision: sequence, ...original } } : one;
  const fr = {
    ...one,
    id: 'fr',
    title: 'Carte refusée',
    language: 'fr',
    content_text: 'Premier.',
    _placard: { kind: 'case', revision: 1, cases: [CASE], ...translation },
    ...more,
  };
  return { ...head, items: original ? [kept, fr] : [fr] };
}

/** Returns the text of the live region of an element. */
const region = (element: Element) => element.shadowRoot!.querySelector('[aria-live=polite]')!;
const spoken = (element: Element) => region(element).textContent.replace(/\s+/g, ' ').trim();

/** Returns elements that get one publication after the other. */
async function after(tag: string, attributes: string, ...feeds: Feed[]): Promise<PlacardElement> {
  const element = await show<PlacardElement>(tag, feeds[0], attributes, SNAPSHOT);
  for (const feed of feeds.slice(1)) {
    element.data = feed;
    await settled(element);
  }
  return element;
}

const feedFrom = (document: object) => parseFeed(document, ADDRESS);
const of = (facts: Facts, sequence = 2) => feedFrom(documentOf({ head: { sequence }, facts: { revision: sequence, ...facts } }));

describe('a withdrawal is spoken', () => {
  for (const tag of TAGS)
    it(`${tag} announces a retraction, without the status that changed with it`, async () => {
      const changed = { ...CASE, status: 'decided', outcome: 'granted' };
      const element = await after(tag, '', of({ cases: [CASE] }, 1), of({ ...retraction, cases: [changed] }));
      expect(spoken(element))
        .to.contain('Withdrawn')
        .and.not.to.contain('Decided')
        .and.not.to.contain('granted')
        .and.not.to.contain('wrong');
      expect(shownText(element)).to.contain('Withdrawn on 5 March 2026').and.not.to.contain('granted');
      expect(region(element).children).to.have.length(1);
    });

  it('announces a retraction once if only the retraction changed', async () => {
    const element = await after('placard-campaign', '', of({ cases: [CASE] }, 1), of({ ...retraction, cases: [CASE] }));
    const said = spoken(element);
    expect(said).to.contain('Withdrawn');
    element.data = of({ ...retraction, cases: [{ ...CASE, status: 'closed' }] }, 3);
    await settled(element);
    expect(spoken(element)).to.equal(said);
  });

  it('announces the retraction of a translation with unchanged words', async () => {
    const own = { translations: [link('one', 'original')] };
    const element = await after('placard-campaign', 'item="fr"', feedFrom(both(1, {}, own)), feedFrom(both(2, retraction, own)));
    expect(spoken(element)).to.contain('Withdrawn');
    expect(inState(element, 'withdrawn')).to.equal(true);
  });

  it('announces a retraction together with a change of another card', async () => {
    const one = await show<PlacardElement>('placard-campaign', of({ cases: [CASE] }, 1));
    const other = document.createElement('placard-campaign');
    other.data = of({ cases: [{ ...CASE, status: 'pending' }] }, 1);
    one.after(other);
    await settled(other);
    [one.data, other.data] = [of(retraction), of({ cases: [{ ...CASE, status: 'appealed' }] })];
    await Promise.all([settled(one), settled(other)]);
    expect([region(one), region(other)].map(({ children }) => children.length)).to.deep.equal([1, 1]);
    expect(spoken(one)).to.contain('Withdrawn');
    expect(spoken(other)).to.contain('Under appeal').and.to.contain('Press card refused');
  });
});

describe('a withdrawal is shown', () => {
  for (const tag of TAGS)
    it(`${tag} shows the retraction for translations of an erased original, whichever item has the link`, async () => {
      for (const document of [
        both(2, retraction, { translations: [link('one', 'original')] }),
        both(2, { ...retraction, translations: [link('fr', 'official')] }),
      ]) {
        for (const attributes of ['item="fr"', 'item="one" lang="fr"', 'item="fr" original', 'item="fr" stamp="1"']) {
          const element = await show<PlacardElement>(tag, feedFrom(document), attributes, SNAPSHOT);
          await until(() => inState(element, 'withdrawn'));
          expect(shownText(element), attributes).not.to.contain('Premier.').and.not.to.contain('Snapshot.');
        }
      }
    });

  it('a list shows a retraction once for the original and its translations', async () => {
    const document = both(2, retraction, { translations: [link('one', 'original')] });
    const list = await show('placard-list', feedFrom(document));
    expect(parts(list, 'entry').map((entry) => entry.classList.contains('placard-withdrawn'))).to.deep.equal([true]);
  });

  it('a list strikes the title of a retracted item, and no other', async () => {
    const lineOf = async (facts: object) => {
      const list = await show('placard-list', feedFrom(documentOf({ facts })));
      const title = list.shadowRoot!.querySelector('.placard-title')!;
      return [getComputedStyle(title.firstElementChild!).textDecorationLine, getComputedStyle(title).fontWeight];
    };
    expect(await lineOf(retraction)).to.deep.equal(['line-through', '650']);
    expect((await lineOf({}))[0]).not.to.equal('line-through');
  });

  it('a list shows no words of a retracted item without a title', async () => {
    const text = { title: undefined, summary: 'Summary words.', content_text: 'Content words.', content_html: '<p>Markup words.</p>' };
    for (const missing of [{}, { summary: undefined }, { summary: undefined, content_text: undefined }]) {
      const list = await show('placard-list', feedFrom(documentOf({ item: { ...text, ...missing }, facts: retraction })));
      const [entry] = parts(list, 'entry') as [HTMLElement];
      expect(shownText(entry)).to.contain('Withdrawn').and.not.to.contain('words').and.not.to.contain('one');
      expect(entry.querySelector('a')).to.equal(null);
    }
  });

  it('a list is not in the state withdrawn if its newest entry is retracted', async () => {
    expect(inState(await show('placard-list', of(retraction)), 'withdrawn')).to.equal(false);
  });

  it('a retracted item is not linked as a successor', async () => {
    const { items, ...head } = documentOf({ facts: { superseded_by: 'two' } }) as { items: object[] };
    const two = {
      id: 'two',
      title: 'Gone title',
      url: 'https://union.example/two',
      _placard: { kind: 'case', revision: 1, ...retraction },
    };
    const element = await show('placard-campaign', feedFrom({ ...head, items: [...items, two] }), 'item="one"');
    expect(shownText(part(element, 'notice')!)).not.to.contain('Gone title');
  });
});

describe('a reader whose clock is behind the publication', () => {
  const later = { date_published: '2100-01-01T10:00:00Z' };

  for (const tag of TAGS)
    it(`sees the retraction in ${tag}, and not the snapshot`, async () => {
      const document = documentOf({ item: later, facts: { revision: 2, ...retraction } });
      const element = await show(tag, feedFrom(document), 'item="one"', SNAPSHOT);
      expect(inState(element, 'withdrawn')).to.equal(true);
      expect(shownText(element)).to.contain('Withdrawn on 5 March 2026').and.not.to.contain('Snapshot.');
      const translation = feedFrom(both(2, retraction, { translations: [link('one', 'original')] }, later));
      expect(inState(await show(tag, translation, 'item="fr" original', SNAPSHOT), 'withdrawn')).to.equal(true);
    });

  it('sees the retraction in a list, and no item whose time has not come', async () => {
    const facts = { revision: 2, ...retraction };
    expect(shownText(await show('placard-list', feedFrom(documentOf({ item: later, facts }))))).to.contain('Withdrawn');
    const { items, ...head } = documentOf({ item: later });
    expect(shownText(await show('placard-list', feedFrom({ ...head, items })))).not.to.contain('Press card refused');
  });
});

describe('a page that has seen a withdrawal', () => {
  const body = (sequence: number, items: unknown[] | undefined, facts: Facts = {}, head: object = {}) => {
    const document = documentOf({ head: { sequence, ...head }, facts: { revision: sequence, ...facts } });
    return { body: JSON.stringify(items ? { ...document, items } : document) };
  };

  for (const [what, later] of Object.entries({
    'leaves the item out': body(3, []),
    'leaves it out in a new epoch': body(1, [], {}, { epoch: 1 }),
  }))
    it(`keeps the retraction and hides the old snapshot if the feed ${what}`, async () => {
      const script = await Script.of(body(2, undefined, retraction));
      const host = await fixture<HTMLElement>('<div></div>');
      const loaded = oneEvent(host, 'placard-load');
      host.innerHTML = `<placard-campaign src="${script.url}" item="one" refresh="1" stamp="1">${SNAPSHOT}</placard-campaign>`;
      await loaded;
      const element = host.firstElementChild as PlacardElement;
      expect(inState(element, 'withdrawn')).to.equal(true);
      await script.replace(later);
      const before = (await script.seen()).length;
      await script.seen(before + 2);
      await settled(element);
      expect(shownText(element)).to.contain('Withdrawn on 5 March 2026').and.not.to.contain('Snapshot.');

      // The same applies to a new element after the first is removed.
      host.innerHTML = '';
      host.innerHTML = `<placard-status src="${script.url}" item="one" refresh="1" stamp="1">${SNAPSHOT}</placard-status>`;
      await until(() => inState(host.firstElementChild!, 'withdrawn'));
      expect(shownText(host)).not.to.contain('Snapshot.');
    });
});

async function until(look: () => unknown): Promise<void> {
  while (!look()) await new Promise(requestAnimationFrame);
}
