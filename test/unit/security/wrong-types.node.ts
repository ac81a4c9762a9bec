/**
 * An object in each place of a feed that no function can turn into a text, for its members hide `toString` and `valueOf`. It costs its own
 * part, and nothing throws.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCard, type CardKind } from '../../../src/card/build-card.js';
import { renderHtml, type Profile } from '../../../src/card/html.js';
import { renderLines } from '../../../src/card/text.js';
import { FeedError } from '../../../src/feed/errors.js';
import { parseFeed, type Feed } from '../../../src/feed/parse-feed.js';
import { selectItem } from '../../../src/feed/select-item.js';
import { languageVariants, originalIds } from '../../../src/feed/translations.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { lintFeed } from '../../../src/lint/lint-feed.js';
import { changed, FEED_URL, pointers, wholeFeed } from '../feed/feed-fixtures.js';

const KINDS: CardKind[] = ['campaign', 'statement', 'list'];
const PROFILES: Profile[] = ['full', 'email'];

const textless = { toString: 1, valueOf: 1 };
const VALUES: Record<string, unknown> = {
  'an object without a text': textless,
  'an object without a text, with common members': {
    ...textless,
    id: textless,
    url: 'https://a.example/',
    text: textless,
    name: 'x',
    date: '2026',
  },
  'a list of such objects': [textless],
};

describe('a value without a text in any place', () => {
  const places = pointers(wholeFeed()).filter(Boolean);

  for (const [name, value] of Object.entries(VALUES))
    it(`that is ${name} costs its own part`, async () => {
      const locale = await loadLocale('en');
      const failed = places.filter((place) => {
        const document = changed(wholeFeed(), place, value);
        return ![
          () => lintFeed(JSON.stringify(document), { url: FEED_URL, now: Date.parse('2026-01-01') }),
          () => showAll(document, locale),
        ].every((run) => {
          try {
            run();
            return true;
          } catch {
            return false;
          }
        });
      });
      assert.deepEqual(failed, []);
    });
});

function showAll(document: unknown, locale: Awaited<ReturnType<typeof loadLocale>>): void {
  let feed: Feed;
  try {
    feed = parseFeed(JSON.stringify(document), FEED_URL);
  } catch (thrown) {
    if (thrown instanceof FeedError) return;
    throw thrown;
  }
  for (const id of originalIds(feed)) languageVariants(feed, id);
  const item = selectItem(feed, { language: 'en' });
  for (const kind of KINDS) {
    const card = buildCard(kind, { feed, item, locale, language: 'en', level: 2, now: Date.parse('2026-01-01'), freshness: undefined });
    renderLines(card, { addresses: true });
    for (const profile of PROFILES) renderHtml(card, { profile });
  }
}
