/** The closed card is the whole card without the content of its sections: nothing moves when the content arrives. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { buildCard, type CardKind } from '../../../src/card/build-card.js';
import { buildClosedCard } from '../../../src/card/closed-card.js';
import type { Block } from '../../../src/card/card.js';
import type { CardInput } from '../../../src/card/context.js';
import { parseFeed, type Feed } from '../../../src/feed/parse-feed.js';
import { en } from '../../../src/locales/en.js';
import { FEED_URL, wholeFeed } from '../feed/feed-fixtures.js';

const KINDS: CardKind[] = ['campaign', 'incident', 'status'];

/** Returns the blocks with empty sections. */
const closed = (blocks: readonly Block[]): unknown =>
  blocks.map((block) => {
    if (block.kind === 'group' && block.role === 'folds') return { ...block, blocks: closed(block.blocks) };
    return block.kind === 'fold' && block.role !== 'rest' && block.role !== 'warning' ? { ...block, blocks: [] } : block;
  });

/** Cards that need no fold. */
let fitting = 0;

function compare(feed: Feed, id: string): void {
  const item = feed.item(id);
  if (!item) return;
  for (const kind of KINDS) {
    const input: CardInput = { feed, item, locale: en, language: 'en', level: 2, now: Date.UTC(2026, 2, 9) };
    const card = buildClosedCard(kind, input);
    // A page shows a card that is too long with its folds alone.
    if (card.overflows) continue;
    fitting++;
    assert.deepEqual(closed(card.blocks), closed(buildCard(kind, input).blocks));
  }
}

/** Removes members at random, at every depth. */
function thinned(value: unknown, isKept: () => boolean): unknown {
  if (Array.isArray(value)) return value.filter(isKept).map((each) => thinned(each, isKept));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => /^(id|version|items|_placard|spec|kind)$/.test(name) || isKept());
  return Object.fromEntries(kept.map(([name, member]) => [name, thinned(member, isKept)]));
}

describe('the closed card', () => {
  it('has the sections of the whole card, with the same titles and numbers, for the feeds of the demo', () => {
    for (const name of readdirSync('demo/feeds').filter((each) => each.endsWith('.json'))) {
      const feed = parseFeed(JSON.parse(readFileSync(`demo/feeds/${name}`, 'utf8')), FEED_URL);
      for (const id of feed.ids) compare(feed, id);
    }
    assert.ok(fitting > 50, `${fitting} cards of the demo fit`);
  });

  it('has them for a feed without any of its members', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(99)), fc.constantFrom(10, 30, 60, 90), (random, percent) => {
        const isKept = () => (random.next().value as number) < percent;
        const whole = wholeFeed() as { items: unknown[] };
        const feed = parseFeed(
          { ...(thinned(whole, isKept) as object), items: whole.items.map((item) => thinned(item, isKept)) },
          FEED_URL,
        );
        for (const id of feed.ids) compare(feed, id);
      }),
      { numRuns: 400 },
    );
  });
});
