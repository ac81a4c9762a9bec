/** Keeps the proceedings that a reader has seen, where a later publication has an entry that cannot be read. */
import type { CachedItem } from './detect-rollback.js';
import { isObject, nullObject } from './schema/compiled-runtime.js';
import { MAX_ENTRIES } from './schema/field-rules.js';
import type { Item } from './schema/schema.js';

/**
 * Returns whether an item has a proceeding that cannot be read: a card would show no status, or another one.
 * @param extension its `_placard` as JSON.parse returned it
 */
export function hasUnreadableStatus(extension: unknown, item: Item | undefined): boolean {
  const cases = isObject(extension) ? extension.cases : undefined;
  const count = Array.isArray(cases) ? Math.min(cases.length, MAX_ENTRIES) : Number(Boolean(cases));
  return count > (item?._placard?.cases?.length ?? 0);
}

/** Adds the proceedings of the earlier item that the later one does not have, with the days of their status. */
export function keepStatus({ item: earlier }: CachedItem, later: CachedItem): void {
  const { item, hasUnreadableStatus: isUnreadable } = later;
  const known = earlier?._placard?.cases ?? [];
  if (!isUnreadable || !item?._placard || !known.length) return;
  const { cases = [] } = item._placard;
  const ids = new Set(cases.map(({ id }) => id));
  const all = [...cases, ...known.filter(({ id }) => !ids.has(id))];
  later.item = Object.assign(nullObject(), item, { _placard: Object.assign(nullObject(), item._placard, { cases: all }) });
  later.hasUnreadableStatus = false;
}
