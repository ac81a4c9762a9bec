/** Selects the item to show: by id or the newest, in the best language. */
import { appearsAt, hasCome } from './drafts.js';
import { toEpochMs, parseDate } from './values/partial-date.js';
import type { Feed } from './parse-feed.js';
import type { Item } from './schema/schema.js';
import { originalId, isRetracted, languageVariants } from './translations.js';

const DAY = 86_400_000;

export interface SelectOptions {
  /** Default: the newest item with content. */
  id?: string;
  /** BCP 47; selects the item's translation in that language, if it has one. */
  language?: string;
  /** Select the item itself, not its translation. */
  original?: boolean;
  /** ms since 1970; leaves out items whose time has not come. */
  now?: number;
}

/** Returns the item to show; undefined if the feed has no such item, or no content. */
export function selectItem(feed: Feed, { id, language, original, now = Infinity }: SelectOptions = {}): Item | undefined {
  const requestedId = id ?? newestWithContent(feed, now);
  const item = requestedId === undefined || !hasAppeared(feed, requestedId, now) ? undefined : feed.item(requestedId);
  if (!item || original || !language) return item;
  const variants = languageVariants(feed, item.id);
  if (variants.length < 2) return item; // saves the first use of Intl
  const tags = variants.map((variant) => variant.language ?? '');
  const best = variants[bestLanguage(tags, language)];
  const translation = best && feed.item(best.id);
  return hasContent(translation) ? translation : item;
}

/**
 * Returns the index of the best tag for a requested one; −1 if no language matches. Uses the lookup of RFC 4647: the same tag, then
 * its parents (`kk-Arab-CN`, `kk-Arab`, `kk`), which also match a longer tag. Adds the likely script first: `zh-TW` means `Hant`.
 */
export function bestLanguage(tags: readonly string[], requested: string): number {
  const maximized = tags.map(maximizeTag);
  for (let range = maximizeTag(requested); range; range = range.slice(0, Math.max(0, range.lastIndexOf('-')))) {
    const exact = maximized.indexOf(range);
    const index = exact < 0 ? maximized.findIndex((tag) => tag.startsWith(`${range}-`)) : exact;
    if (index >= 0) return index;
  }
  return -1;
}

/** Returns a tag with its likely script and region, in lower case. */
function maximizeTag(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().baseName.toLowerCase();
  } catch {
    return tag.toLowerCase(); // a malformed tag, or one that Intl does not know
  }
}

/** Returns whether the time of an item has come. A retraction is shown at once, also to a reader whose clock is days behind. */
export function hasAppeared(feed: Feed, id: string, now: number): boolean {
  const [_placard, date_published] = [feed.rawField(id, '_placard'), feed.rawField(id, 'date_published')];
  return hasCome(appearsAt({ _placard, date_published }), now) || isRetracted(feed, id);
}

/** Compares dates as texts, so that thousands of items are not read for it. */
function newestWithContent(feed: Feed, now: number): string | undefined {
  // A translation does not count as new, even if it was published later.
  const isCandidate = (id: string) => originalId(feed, id) === id && hasAppeared(feed, id, now) && hasContent(feed.item(id));
  const id = newestByDate(feed);
  return id !== undefined && isCandidate(id) ? id : sortedByDate(feed, feed.ids).find(isCandidate);
}

/**
 * Returns the id of the newest item, with or without content. Dates of one format in UTC sort as texts. Other formats differ by less
 * than a day, so that only the last day needs parsing. Uses plain loops: an allocation here can start a collection of all items.
 */
function newestByDate(feed: Feed): string | undefined {
  const items = feed.document.items as readonly ({ date_published?: unknown } | null)[];
  let last = '';
  let lastIndex = -1;
  let length = 0;
  let sameFormat = true;
  for (let index = 0; index < items.length; index++) {
    const date = items[index]?.date_published;
    if (typeof date !== 'string') continue;
    length ||= date.length;
    sameFormat &&= date.length === length && date[length - 1] === 'Z' && date[10] === 'T';
    if (date <= last) continue;
    last = date;
    lastIndex = index;
  }
  const components = parseDate(last);
  if (!components) return undefined;
  const newest = sameFormat ? feed.idAtIndex(lastIndex) : undefined;
  if (newest) return newest;
  const candidates: { index: number; time: number }[] = [];
  const since = new Date(toEpochMs(components) - DAY).toISOString().slice(0, 10);
  for (let index = 0; index < items.length; index++) {
    const date = items[index]?.date_published;
    if (typeof date === 'string' && date >= since) candidates.push({ index, time: publishedAt(date) });
  }
  candidates.sort((a, b) => b.time - a.time);
  for (const { index } of candidates) {
    const id = feed.idAtIndex(index); // searches all items
    if (id) return id;
  }
  return undefined;
}

/** Returns the ids, newest first; equal dates keep the order of the feed. */
export function sortedByDate(feed: Feed, ids: string[]): string[] {
  const dated = ids.map((id) => ({ id, time: publishedAt(feed.rawField(id, 'date_published')) }));
  return dated.sort((a, b) => b.time - a.time).map(({ id }) => id);
}

/** Returns ms since 1970; an item without a valid date is older than all others. */
function publishedAt(date: unknown): number {
  const components = typeof date === 'string' ? parseDate(date) : undefined;
  return components ? toEpochMs(components) : -Number.MAX_VALUE;
}

/** Returns whether an item has at least one valid field to show. */
export function hasContent(item: Item | undefined): item is Item {
  return !!(
    item &&
    (item.title || item.summary || item.content_text || item.content_html || item.image || item.external_url || item._placard)
  );
}
