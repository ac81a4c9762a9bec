/** Drafts: items in a publisher's own file that no page shows, because they are marked, or because their time has not come. */
import { earliestMs, parseDate } from './values/partial-date.js';
import { getOwn, isObject } from './schema/compiled-runtime.js';

/** A day begins in the first zone on earth, UTC+14, this long before UTC; and clocks differ. In ms. */
const FIRST_ZONE = 14 * 3_600_000;
const CLOCKS = 5 * 60_000;

/** Returns whether an unparsed item is marked as a draft. Any value but false and null counts, since a draft must not appear by mistake. */
export function isDraft(item: unknown): boolean {
  const mark = fieldOf(item, 'draft');
  return mark !== undefined && mark !== null && mark !== false;
}

/** Returns when an unparsed item appears, in ms since 1970; undefined if nothing says so. */
export function appearsAt(item: unknown): number | undefined {
  const published = isObject(item) ? getOwn(item, 'date_published') : undefined;
  const moments = [fieldOf(item, 'publish_at'), published].flatMap((date) =>
    typeof date === 'string' && parseDate(date) ? [earliestMs(date) - (parseDate(date)!.time ? 0 : FIRST_ZONE)] : [],
  );
  return moments.length ? Math.max(...moments) : undefined;
}

/** Returns whether a moment has come, by clocks that differ. */
export const hasCome = (moment = -Infinity, now: number): boolean => moment - CLOCKS <= now;

/** Returns whether an unparsed item is not published yet. @param now ms since 1970 */
export const isUnpublished = (item: unknown, now: number): boolean =>
  isDraft(item) || !(isLongPublished(item, dayBefore(now)) || hasCome(appearsAt(item), now));

function fieldOf(item: unknown, name: string): unknown {
  const extension = isObject(item) ? getOwn(item, '_placard') : undefined;
  return isObject(extension) ? getOwn(extension, name) : undefined;
}

/** Returns the document that readers get: without drafts. Without a draft, returns the same object. @param now ms since 1970 */
export function withoutUnpublished<T extends { readonly items: readonly unknown[] }>(document: T, now: number): T {
  return document.items.some((item) => isUnpublished(item, now))
    ? { ...document, items: document.items.filter((item) => !isUnpublished(item, now)) }
    : document;
}

const dayBefore = (now: number): string => new Date(now - 86_400_000).toISOString().slice(0, 10);

/** Returns whether an unparsed item appeared before a day. Compares dates as texts, because parsing is slow. */
function isLongPublished(item: unknown, day: string): boolean {
  const published = isObject(item) ? getOwn(item, 'date_published') : undefined;
  return typeof published === 'string' && published < day && fieldOf(item, 'publish_at') === undefined;
}

/** Returns when the next item appears, in ms since 1970; Infinity for never. */
export function nextAppearance(items: readonly unknown[], now: number): number {
  const day = dayBefore(now);
  let next = Infinity;
  for (const item of items) {
    if (isLongPublished(item, day)) continue;
    const at = appearsAt(item);
    if (at !== undefined && at > now && at < next && !isDraft(item)) next = at;
  }
  return next;
}
