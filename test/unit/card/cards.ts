/** Cards of one item, for tests of what readers see. */
import { buildCard, type CardKind } from '../../../src/card/build-card.js';
import type { Block, Card } from '../../../src/card/card.js';
import type { Freshness } from '../../../src/card/context.js';
import { renderLines } from '../../../src/card/text.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { FEED_URL, feedOf, type JsonObject } from '../feed/feed-fixtures.js';

export const LIVE: Freshness = { status: 'fresh', outdated: false };

export interface Situation {
  /** The members of the item's `_placard`. */
  readonly facts?: JsonObject;
  /** The members of the feed's `_placard`. */
  readonly head?: JsonObject;
  /** The members of the item. */
  readonly item?: JsonObject;
  readonly now?: string;
  readonly language?: string;
  readonly kind?: CardKind;
  /** Undefined for a copy. */
  readonly freshness?: Freshness;
  readonly sandboxed?: boolean;
}

export async function cardOf({
  facts,
  head,
  item,
  now = '2026-11-27T12:00:00Z',
  language = 'en',
  kind = 'campaign',
  freshness,
  sandboxed,
}: Situation): Promise<Card> {
  const document = feedOf(
    [{ id: 'one', title: 'Title', language: 'en', ...item, _placard: { kind: 'case', revision: 1, ...facts } }],
    head,
  );
  const feed = parseFeed(document, FEED_URL);
  const locale = await loadLocale(language);
  return buildCard(kind, { feed, item: feed.item('one'), locale, language, level: 2, now: Date.parse(now), freshness, sandboxed });
}

/** Returns the lines of a card, with the addresses of links. */
export async function linesOf(situation: Situation): Promise<string[]> {
  return renderLines(await cardOf(situation), { addresses: true }).map(({ text }) => text);
}

/** Returns every block of a kind, at any depth. */
export function blocksOf<K extends Block['kind']>(blocks: readonly Block[], kind: K): Extract<Block, { kind: K }>[] {
  return blocks.flatMap((block) => [
    ...(block.kind === kind ? [block as Extract<Block, { kind: K }>] : []),
    ...('blocks' in block ? blocksOf(block.blocks, kind) : []),
    ...(block.kind === 'list' ? block.items.flatMap((item) => blocksOf(item.blocks, kind)) : []),
  ]);
}
