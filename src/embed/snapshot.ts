/** The snapshot of a card: the same sentences in the same order as the live card, as HTML that partners paste. */
import { buildCard, type CardKind } from '../card/build-card.js';
import type { WholeCard } from '../card/card.js';
import { renderHtml, type Profile } from '../card/html.js';
import { earliestMs } from '../feed/values/partial-date.js';
import type { Feed } from '../feed/parse-feed.js';
import { selectItem } from '../feed/select-item.js';
import { loadLocale } from '../i18n/load-locale.js';

export interface SnapshotOptions {
  /** Which element it is for; the whole card by default. */
  readonly kind?: CardKind;
  /** Id of the item; by default the newest one that has something to show. */
  readonly item?: string;
  /** BCP 47 tag of the interface; by default the item's own language. */
  readonly language?: string;
  /** The named item itself, not its translation. */
  readonly original?: boolean;
  /** Of the headline, 1 to 6; default 2. */
  readonly level?: number;
}

/** How a snapshot looks before there is a script. */
export interface SnapshotStyle {
  readonly look?: string;
  readonly theme?: string;
  /** Whether it holds the sections too, so that the whole statement outlives its publisher. */
  readonly filled?: boolean;
  /** Default `snapshot`. */
  readonly profile?: Profile;
}

/**
 * Builds the card that a copy shows, at the moment when the feed was made: a copy must not depend on when it was taken.
 * @returns undefined where the feed has nothing to show. Rejects where the language cannot be loaded.
 */
export async function cardOf(
  feed: Feed,
  { kind = 'campaign', item: id, language, original = false, level = 2 }: SnapshotOptions = {},
): Promise<WholeCard | undefined> {
  const item = selectItem(feed, { id, language, original, now: Date.now() });
  if (!item && kind !== 'list') return undefined;
  const tag = language ?? item?.language ?? feed.head.language ?? 'en';
  const made = feed.head._placard?.generated_at;
  const now = made === undefined ? Date.now() : earliestMs(made);
  return buildCard(kind, { feed, item, locale: await loadLocale(tag), language: tag, level, now, original });
}

/** Returns the snapshot as HTML; undefined where the feed has nothing to show. Rejects where the language cannot be loaded. */
export async function snapshotOf(feed: Feed, options: SnapshotOptions & SnapshotStyle = {}): Promise<string | undefined> {
  const card = await cardOf(feed, options);
  return card && renderHtml(card, { validUntil: feed.head._placard?.valid_until, ...options });
}
