/** The languages of a statement, and what its original decides: whether a translation is out of date, or retracted. */
import type { Feed } from './parse-feed.js';
import type { Item } from './schema/schema.js';
import { extensionOf, originalId, translationGraph } from './translation-graph.js';

export { originalId, originalIds, retainTranslations } from './translation-graph.js';

/** One language of a statement. */
export interface LanguageVariant {
  readonly id: string;
  readonly language: string | undefined;
}

/** More languages than any statement has. */
const MAX_VARIANTS = 100;

/** Returns the ids of a statement in its languages: the item's own first, then the original's, then the others that are not retracted. */
export function variantIds(feed: Feed, id: string): string[] {
  const original = originalId(feed, id);
  const others = (translationGraph(feed).translations.get(original) ?? [])
    .slice(0, MAX_VARIANTS)
    .filter((other) => extensionOf(feed, other).change !== 'retraction');
  return [...new Set([id, original, ...others])];
}

/** Returns the languages of a statement, in the order of their ids. */
export function languageVariants(feed: Feed, id: string): LanguageVariant[] {
  const listed = feed.item(originalId(feed, id))?._placard?.translations ?? [];
  return variantIds(feed, id).map((variantId) => {
    const ownLanguage = feed.rawField(variantId, 'language');
    const fallback = typeof ownLanguage === 'string' ? ownLanguage : feed.head.language;
    return { id: variantId, language: listed.find(({ item_id }) => item_id === variantId)?.language ?? fallback };
  });
}

/**
 * Returns whether an item is a machine translation, and whether its original changed since. Reads the original's list. In a feed
 * without the original, such as one of a single item, reads the entry of the item in its own list.
 */
export function translationInfo(feed: Feed, item: Item): { machine: boolean; outdated: boolean } {
  const id = originalId(feed, item.id);
  const original = id === item.id ? undefined : feed.item(id);
  const own = item._placard?.translations ?? [];
  const [listed, self] = [original?._placard?.translations ?? [], own].map((all) => all.find(({ item_id }) => item_id === item.id));
  const links = [listed, self, own.find(({ item_id }) => item_id === id)];
  const translatedRevision = links.find((link) => link?.of_revision)?.of_revision ?? Infinity;
  return { machine: (listed ?? self)?.kind === 'machine', outdated: (original?._placard?.revision ?? 0) > translatedRevision };
}

/** Returns the item whose retraction applies to this one: itself, its parent, or its original. */
export function findRetraction(feed: Feed, item: Item): Item | undefined {
  return [item, ...ancestorIds(feed, item.id).map((id) => feed.item(id))].find((candidate) => candidate?._placard?.change === 'retraction');
}

/** Returns whether an item is retracted, without reading it. */
export function isRetracted(feed: Feed, id: string): boolean {
  return [id, ...ancestorIds(feed, id)].some((each) => extensionOf(feed, each).change === 'retraction');
}

/** Returns the ids of an item's parent and original. */
function ancestorIds(feed: Feed, id: string): string[] {
  const { parents, roots } = translationGraph(feed);
  return [parents.get(id), roots.get(id)].filter((each) => each !== undefined);
}
