/**
 * The revision of the original that a translation has the words of. Readers see that a translation is out of date if its original has a
 * higher one. A link to a translation raises the revision of the original too, because clients reject other content under a revision
 * that they have. But it changes no word, so the translations that were up to date stay so.
 */
import type { Feed } from '../feed/parse-feed.js';
import { originalId } from '../feed/translations.js';
import { isJsonObject, queryObjects, type Json } from '../lint/json-pointer.js';
import { translationIds } from '../lint/retractions.js';
import { idOf, objectIn } from '../lint/rules/rule-context.js';
import { same } from './same-content.js';

/** Returns the revision of a changed item in the next publication. */
export function nextRevision(item: Json, published: Json | undefined): number {
  return Math.max(revisionOf(item) ?? 1, published ? (revisionOf(published) ?? 0) + 1 : 1);
}

/** Returns the revision that has the words of the item as they are now: the published one, or the next one. */
export function revisionOfWords(item: Json, published: Json | undefined): number {
  return (published && hasSameWords(item, published) ? revisionOf(published) : undefined) ?? nextRevision(item, published);
}

/**
 * Returns the items whose links follow an original that has only other links, by the items before.
 * @param edited the items that differ from the published ones
 */
export function followLinks(
  items: readonly Json[],
  edited: readonly Json[],
  published: ReadonlyMap<string | undefined, Json>,
  feed: Feed,
): ReadonlyMap<Json, Json> {
  const followed = new Map<Json, Json>();
  for (const original of edited) {
    const id = idOf(original.id) ?? '';
    const before = published.get(id);
    const was = before && revisionOf(before);
    if (was === undefined || originalId(feed, id) !== id || !hasSameWords(original, before!)) continue;
    const now = nextRevision(original, before);
    followed.set(original, withLinks(original, was, now));
    // Without a revision in the original's list, the translation's own link counts.
    const listed = queryObjects(original, '/_placard/translations/*').filter(({ value }) => value.of_revision !== undefined);
    const unlisted = translationIds(feed, id).filter((each) => !listed.some(({ value }) => idOf(value.item_id) === each));
    for (const item of items) if (unlisted.includes(idOf(item.id) ?? '')) followed.set(item, withLinks(item, was, now));
  }
  return new Map([...followed].filter(([item, after]) => !same(item, after)));
}

function withLinks(item: Json, was: number, now: number): Json {
  const extension = objectIn(item, '_placard');
  if (!Array.isArray(extension.translations)) return item;
  const follow = (link: unknown): unknown => (isJsonObject(link) && link.of_revision === was ? { ...link, of_revision: now } : link);
  return { ...item, _placard: { ...extension, translations: extension.translations.map(follow) } };
}

function hasSameWords(item: Json, published: Json): boolean {
  return same(wordsOf(item), wordsOf(published));
}

/** Returns the item without its links to translations, and without what each publication sets. */
function wordsOf({ date_modified: _modified, ...item }: Json): Json {
  const { translations: _translations, revision: _revision, change: _change, ...extension } = objectIn(item, '_placard');
  return { ...item, _placard: extension };
}

function revisionOf(item: Json): number | undefined {
  const { revision } = objectIn(item, '_placard');
  return typeof revision === 'number' ? revision : undefined;
}
