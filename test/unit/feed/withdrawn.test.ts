/** A withdrawal holds for every language of a statement, and stays where later publications leave the statement out. */
import { expect } from '@open-wc/testing';
import { originalIds, parseFeed, selectItem, findRetraction, type Feed } from '../../../src/feed/index.js';
import { retainTranslations } from '../../../src/feed/translations.js';
import { feedOf, type JsonObject } from './feed-fixtures.js';

const retraction = { at: '2025-08', reason: 'Not ours.' };
const item = (id: string, revision: number, facts: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  id,
  title: `Title of ${id}`,
  content_text: `Text of ${id}`,
  ...more,
  _placard: { kind: 'case', revision, ...facts },
});
/** All that an erased original leaves. */
const erased = { id: 'one', _placard: { kind: 'case', revision: 2, change: 'retraction', retraction } };
const link = (item_id: string, kind = 'official') => ({ language: item_id, item_id, kind });

/** As a client takes one publication after the other. */
function publish(...publications: JsonObject[][]): Feed {
  let feed = parseFeed(feedOf(publications[0]!));
  for (const items of publications.slice(1)) {
    const next = parseFeed(feedOf(items));
    for (const id of feed.ids) feed.item(id);
    next.retainFrom(feed);
    next.retainRetractions(feed);
    retainTranslations(next, feed);
    feed = next;
  }
  return feed;
}

const withdrawn = (feed: Feed, id: string, language?: string) => findRetraction(feed, selectItem(feed, { id, language })!)?.id;

describe('a retraction over several publications', () => {
  it('counts under the same revision, and cannot be reverted under it', () => {
    const retracted = item('one', 3, { change: 'retraction', retraction });
    expect(withdrawn(publish([item('one', 3)], [retracted]), 'one')).to.equal('one');
    expect(withdrawn(publish([item('one', 3)], [retracted], [item('one', 3)]), 'one')).to.equal('one');
    expect(withdrawn(publish([item('one', 3)], [retracted], [item('one', 4)]), 'one')).to.equal(undefined);
  });

  it('stays while the item is missing, and ends with a higher revision', () => {
    expect(withdrawn(publish([item('one', 1)], [erased], [], [], []), 'one')).to.equal('one');
    expect(withdrawn(publish([item('one', 1)], [erased], [], [item('one', 3)]), 'one')).to.equal(undefined);
  });

  it('is retained for an item that was never read', () => {
    const feed = parseFeed(feedOf([]));
    feed.retainRetractions(parseFeed(feedOf([erased])));
    expect(withdrawn(feed, 'one')).to.equal('one');
    expect([feed.has('one'), feed.ids, feed.retainedRetractions]).to.deep.equal([true, [], [erased]]);
  });

  it('is retained for a hundred missing items, and not for thousands', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ ...erased, id: `item-${index}` }));
    const feed = parseFeed(feedOf([]));
    feed.retainRetractions(parseFeed(feedOf(many)));
    expect(feed.retainedRetractions.length).to.equal(100);
    expect([feed.has('item-0'), feed.has('item-999')]).to.deep.equal([false, true]);
  });
});

describe('the translations of a retracted original', () => {
  const fr = item('fr', 1, {}, { language: 'fr' });
  const named = item('one', 1, { translations: [link('fr')] }, { language: 'en' });

  it('are retracted if either item names the other', () => {
    const naming = item('fr', 1, { translations: [link('one', 'original')] }, { language: 'fr' });
    for (const items of [
      [erased, naming],
      [{ ...erased, _placard: { ...erased._placard, translations: [link('fr')] } }, fr],
    ]) {
      const feed = parseFeed(feedOf(items));
      expect([withdrawn(feed, 'fr'), withdrawn(feed, 'one', 'fr'), originalIds(feed)]).to.deep.equal(['one', 'one', ['one']]);
    }
  });

  it('are retracted if an earlier publication connected them', () => {
    for (const later of [[erased, fr], [fr]]) {
      const feed = publish([named, fr], [erased, fr], later);
      expect([withdrawn(feed, 'fr'), originalIds(feed).includes('fr')]).to.deep.equal(['one', false]);
    }
  });

  it('stay if the original is missing', () => {
    expect(withdrawn(publish([named, fr], [fr]), 'fr')).to.equal(undefined);
  });

  it('include translations of a translation', () => {
    const ru = item('ru', 1, { translations: [link('fr', 'original')] }, { language: 'ru' });
    const gone = { id: 'fr', _placard: { ...erased._placard, translations: [link('one', 'original')] } };
    const feed = parseFeed(feedOf([item('one', 1, {}, { language: 'en' }), gone, ru]));
    expect([withdrawn(feed, 'ru', 'ru'), withdrawn(feed, 'one', 'en')]).to.deep.equal(['fr', undefined]);
  });
});

describe('a revision far ahead', () => {
  it('does not bind an unsigned publisher', () => {
    const before = parseFeed(feedOf([item('one', 2 ** 53 - 1, {}, { title: 'Nothing happened' })]));
    before.item('one');
    for (const [step, title] of [
      [10_000, 'Title of one'],
      [undefined, 'Nothing happened'],
    ] as const) {
      const feed = parseFeed(feedOf([item('one', 4)]));
      feed.retainFrom(before, step);
      expect(feed.item('one')?.title).to.equal(title);
    }
  });
});
