/** The words of a card for places where only plain text fits. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCard } from '../../../src/card/build-card.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { statusSentence } from '../../../src/i18n/item-status.js';
import { FEED_URL, wholeFeed, type JsonObject } from '../feed/feed-fixtures.js';

async function briefIn(language: string, extension: JsonObject = {}) {
  const document = wholeFeed();
  const [item] = document.items as [JsonObject];
  const changed = { ...item, _placard: { ...(item._placard as JsonObject), change: 'update', retraction: undefined, ...extension } };
  const feed = parseFeed({ ...document, items: [changed] }, FEED_URL);
  const locale = await loadLocale(language);
  const shown = feed.item('one')!;
  return { item: shown, locale, ...buildCard('campaign', { feed, item: shown, locale, language, level: 2, now: 0 }).brief };
}

describe('brief', () => {
  it('has the headline, the summary and the status of an item', async () => {
    const { item, locale, title, summary, status, retraction } = await briefIn('en');
    assert.deepEqual([title, summary, retraction], [item.title, item.summary, undefined]);
    assert.ok(status && status === statusSentence(item, locale, 0));
  });

  it('begins the date of the status with a capital letter, by the rules of the language', async () => {
    for (const language of ['en', 'fr', 'tr', 'kk', 'ar']) {
      const { asOf } = await briefIn(language);
      const [first] = asOf!;
      assert.equal(first, first!.toLocaleUpperCase(language), asOf);
    }
  });

  it('has the retraction of a retracted item instead of its summary and its status', async () => {
    const { item, locale, title, summary, status, retraction } = await briefIn('en', {
      change: 'retraction',
      retraction: { at: '2025-07-30T09:00:00Z', reason: 'Reason of the test.' },
    });
    assert.equal(title, locale.labelled(locale.withdrawn(), item.title!));
    assert.ok(retraction && summary.startsWith(retraction) && summary.includes('Reason of the test.'));
    assert.ok(!summary.includes(item.summary!));
    assert.equal(status, '');
  });
});
