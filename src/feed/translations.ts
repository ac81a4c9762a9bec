/**
 * Connects an original and its translations. Either side may name the other in `translations`. Reads that field without validation:
 * validating thousands of items would take too long.
 */
import type { Feed } from './parse-feed.js';
import type { Item } from './schema/schema.js';

/** One language of a statement. */
export interface LanguageVariant {
  readonly id: string;
  readonly language: string | undefined;
}

/** More languages than any statement has. */
const MAX_VARIANTS = 100;

/** Returns the languages of a statement: the item's own first, then the original's, then the others that are not retracted. */
export function languageVariants(feed: Feed, id: string): LanguageVariant[] {
  const original = originalId(feed, id);
  const listed = feed.item(original)?._placard?.translations ?? [];
  const others = (translationGraph(feed).translations.get(original) ?? [])
    .slice(0, MAX_VARIANTS)
    .filter((other) => extensionOf(feed, other).change !== 'retraction');
  return [...new Set([id, original, ...others])].map((variantId) => {
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
  const { parents, roots } = translationGraph(feed);
  const ids = [parents.get(item.id), roots.get(item.id)];
  return [item, ...ids.map((id) => (id === undefined ? undefined : feed.item(id)))].find(
    (candidate) => candidate?._placard?.change === 'retraction',
  );
}

/** Keeps the translations of a retracted original connected to it, even if the feed no longer lists them. */
export function retainTranslations(feed: Feed, earlier: Feed): void {
  const { parents } = translationGraph(feed);
  const retained = [...translationGraph(earlier).parents].filter(
    ([id, parent]) => !parents.has(id) && extensionOf(feed, parent).change === 'retraction',
  );
  if (retained.length) graphCache.set(feed, createGraph(new Map([...parents, ...retained])));
}

/** Returns the id of an item's original; its own id for an item that is not a translation. */
export function originalId(feed: Feed, id: string): string {
  return translationGraph(feed).roots.get(id) ?? id;
}

/** Returns the ids of the originals, in the order of the feed. */
export function originalIds(feed: Feed): string[] {
  return feed.ids.filter((id) => originalId(feed, id) === id);
}

interface TranslationGraph {
  /** The parent of each translation, by ids. A parent may be a translation too. */
  parents: ReadonlyMap<string, string>;
  /** The original of each translation, by ids. */
  roots: Map<string, string>;
  /** The translations of each original, by ids. */
  translations: Map<string, string[]>;
}

const graphCache = new WeakMap<Feed, TranslationGraph>();

function translationGraph(feed: Feed): TranslationGraph {
  const known = graphCache.get(feed) ?? createGraph(findParents(feed));
  graphCache.set(feed, known);
  return known;
}

function createGraph(parents: ReadonlyMap<string, string>): TranslationGraph {
  const roots = findRoots(parents);
  const translations = new Map<string, string[]>();
  for (const [id, root] of roots) {
    const others = translations.get(root);
    if (others) others.push(id);
    else translations.set(root, [id]);
  }
  return { parents, roots, translations };
}

/** Returns the parents of a {@link TranslationGraph}. */
function findParents(feed: Feed): Map<string, string> {
  const parents = new Map<string, string>();
  const items = feed.document.items as readonly ({ _placard?: Extension | null } | null)[];
  for (let index = 0; index < items.length; index++) {
    const id = items[index]?._placard?.translations ? feed.idAtIndex(index) : undefined;
    if (id === undefined) continue;
    const links = translationLinks(feed, id);
    const original = links.find(({ kind }) => kind === 'original');
    // The other links of a translation are translations of the same original, not of this item.
    if (original) parents.set(id, original.id);
    else for (const link of links) if (!parents.has(link.id)) parents.set(link.id, id);
  }
  return parents;
}

/** Returns the original of each item. Follows each chain once. Leaves out items of a cycle, and items that lead into one. */
function findRoots(parents: ReadonlyMap<string, string>): Map<string, string> {
  const roots = new Map<string, string | undefined>();
  for (const start of parents.keys()) {
    const chain = [];
    let id: string | undefined = start;
    for (; id !== undefined && parents.has(id) && !roots.has(id); id = parents.get(id)) {
      roots.set(id, undefined); // stays undefined in a cycle
      chain.push(id);
    }
    const root = id !== undefined && parents.has(id) ? roots.get(id) : id;
    for (const chainId of chain) roots.set(chainId, root);
  }
  return new Map([...roots].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function translationLinks(feed: Feed, id: string): { id: string; kind: unknown }[] {
  const { translations } = extensionOf(feed, id);
  if (!Array.isArray(translations)) return [];
  const links = translations.map((link: unknown) => {
    const { item_id, kind } = Object(link) as { item_id?: unknown; kind?: unknown };
    return { id: typeof item_id === 'string' || typeof item_id === 'number' ? String(item_id) : '', kind };
  });
  return links.filter((link) => link.id !== id && feed.has(link.id));
}

interface Extension {
  translations?: unknown;
  change?: unknown;
}

function extensionOf(feed: Feed, id: string): Extension {
  return Object(feed.rawField(id, '_placard')) as object;
}
