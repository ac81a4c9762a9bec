/** Which item a reader gets: by id or the newest, in the best language. */
import { toEpochMs, parseDate } from './values/partial-date.js';
import type { Feed } from './parse-feed.js';
import type { Item } from './schema/schema.js';
import { originalId, languageVariants } from './translations.js';

const DAY = 86_400_000;

export interface SelectOptions {
  /** Without it, the newest item that has something to show. */
  id?: string;
  /** BCP 47; the item's translation in that language is taken where there is one. */
  language?: string;
  /** The named item itself, not its translation. */
  original?: boolean;
}

/** Undefined where the feed has no such item, or nothing to show. */
export function selectItem(feed: Feed, { id, language, original }: SelectOptions = {}): Item | undefined {
  const wanted = id ?? newest(feed);
  const item = wanted === undefined ? undefined : feed.item(wanted);
  if (!item || original || !language) return item;
  const versions = languageVariants(feed, item.id);
  if (versions.length < 2) return item; // nor is Intl woken for nothing
  const tags = versions.map((version) => version.language ?? '');
  const best = versions[bestLanguage(tags, language)];
  const translation = best && feed.item(best.id);
  return hasContent(translation) ? translation : item;
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
  // A translation is not news, however late it came.
  const shown = (id: string) => originalId(feed, id) === id && hasContent(feed.item(id));
  const last = latest(feed);
  return last !== undefined && shown(last) ? last : byDate(feed, feed.ids).find(shown);
}

/**
 * The id of the newest, whatever it has to show. The dates are compared as texts: in UTC and of one precision, as most feeds write
 * them, that is their order. Otherwise it almost is, for no zone moves one by a day, and few are left to be taken apart.
 * Plain loops: whatever is allocated beside thousands of new objects costs a collection of all of them.
 */
function latest(feed: Feed): string | undefined {
  const items = feed.document.items as readonly ({ date_published?: unknown } | null)[];
  let last = '';
  let lastPlace = -1;
  let length = 0;
  let alike = true;
  for (let place = 0; place < items.length; place++) {
    const date = items[place]?.date_published;
    if (typeof date !== 'string') continue;
    length ||= date.length;
    alike &&= date.length === length && date[length - 1] === 'Z' && date[10] === 'T';
    if (date <= last) continue;
    last = date;
    lastPlace = place;
  }
  const parts = parseDate(last);
  if (!parts) return undefined;
  const newest = alike ? feed.idAtIndex(lastPlace) : undefined;
  if (newest) return newest;
  const near: { place: number; time: number }[] = [];
  const since = new Date(toEpochMs(parts) - DAY).toISOString().slice(0, 10);
  for (let place = 0; place < items.length; place++) {
    const date = items[place]?.date_published;
    if (typeof date === 'string' && date >= since) near.push({ place, time: published(date) });
  }
  near.sort((a, b) => b.time - a.time);
  for (const { place } of near) {
    const id = feed.idAtIndex(place); // looks for it among all
    if (id) return id;
  }
  return undefined;
}

/** Newest first; of equal ones, in the order of the feed. */
function byDate(feed: Feed, ids: string[]): string[] {
  const dated = ids.map((id) => ({ id, time: published(feed.rawField(id, 'date_published')) }));
  return dated.sort((a, b) => b.time - a.time).map(({ id }) => id);
}

/** Undated, or unreadable: older than any dated one. */
function published(date: unknown): number {
  const parts = typeof date === 'string' ? parseDate(date) : undefined;
  return parts ? toEpochMs(parts) : -Number.MAX_VALUE;
}

/** Not a shell of which nothing could be read. */
export function hasContent(item: Item | undefined): item is Item {
  return !!(item && (item.title || item.summary || item.content_text || item.content_html || item._placard));
}
