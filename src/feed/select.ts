/** Which item a reader gets: by id or the newest, in the best language. */
import { instant, parseDate } from './dates.js';
import type { Feed } from './parse.js';
import type { Item } from './schema.js';

export interface Choice {
  /** Without it, the newest item that has something to show. */
  id?: string;
  /** BCP 47; the item's translation in that language is taken where there is one. */
  language?: string;
  /** The named item itself, not its translation. */
  original?: boolean;
}

/** Undefined where the feed has no such item, or nothing to show. */
export function selectItem(feed: Feed, { id, language, original }: Choice = {}): Item | undefined {
  const wanted = id ?? newest(feed);
  const item = wanted === undefined ? undefined : feed.item(wanted);
  if (!item || original || !language) return item;
  const translations =
    item._placard?.translations?.filter((translation) => translation.item_id !== item.id && feed.has(translation.item_id)) ?? [];
  const tags = [item.language ?? feed.head.language ?? '', ...translations.map((translation) => translation.language)];
  const best = bestLanguage(tags, language);
  return best > 0 ? feed.item(translations[best - 1]!.item_id) : item;
}

/**
 * The index of the tag that serves `wanted` best, after the lookup of RFC 4647: the same tag, else its parents
 * (`kk-Arab-CN`, `kk-Arab`, `kk`), each matching a tag that begins with it; −1 where the language itself differs.
 * Compared with what they leave unsaid: `zh-TW` is written in `Hant`, `kk` in `Cyrl`.
 */
export function bestLanguage(tags: readonly string[], wanted: string): number {
  const have = tags.map(fullTag);
  for (let range = fullTag(wanted); range; range = range.slice(0, Math.max(0, range.lastIndexOf('-')))) {
    const exact = have.indexOf(range);
    const index = exact < 0 ? have.findIndex((tag) => tag.startsWith(`${range}-`)) : exact;
    if (index >= 0) return index;
  }
  return -1;
}

/** With its likely script and region; in lower case. */
function fullTag(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().baseName.toLowerCase();
  } catch {
    return tag.toLowerCase(); // no language tag, or none that Intl knows
  }
}

/** Only what is chosen is read: thousands of items are told apart by their date as it stands there. */
function newest(feed: Feed): string | undefined {
  const dated = feed.ids.map((id) => ({ id, date: feed.peek(id, 'date_published') }));
  const shown = ({ id }: Dated) => hasContent(feed.item(id));
  return (byDate(late(dated)).slice(0, 1).find(shown) ?? byDate(dated).find(shown))?.id;
}

interface Dated {
  readonly id: string;
  readonly date: unknown;
}

/** Those among which the newest is: as texts dates are almost in order, for no zone moves one by a day. Few are left to be taken apart. */
function late(dated: Dated[]): Dated[] {
  let last = '';
  for (const { date } of dated) if (typeof date === 'string' && date > last) last = date;
  const parts = parseDate(last);
  if (!parts) return dated;
  const since = new Date(instant(parts) - 86_400_000).toISOString().slice(0, 10);
  return dated.filter(({ date }) => typeof date === 'string' && date >= since);
}

/** Newest first; of equal ones, in the order of the feed. */
function byDate(dated: Dated[]): Dated[] {
  const timed = dated.map((one) => ({ one, time: published(one.date) }));
  return timed.sort((a, b) => b.time - a.time).map(({ one }) => one);
}

/** Undated, or unreadable: older than any dated one. */
function published(date: unknown): number {
  const parts = typeof date === 'string' ? parseDate(date) : undefined;
  return parts ? instant(parts) : -Number.MAX_VALUE;
}

function hasContent(item: Item | undefined): boolean {
  return !!(item && (item.title || item.summary || item.content_text || item.content_html || item._placard));
}
