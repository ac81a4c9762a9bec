/**
 * The links between originals and translations. Either side may name the other in `translations`. Reads that field without validation:
 * validating thousands of items would take too long.
 */
import { idText } from './values/id-text.js';

/** What the links are read from: a feed, before its items are validated. */
export interface LinkedItems {
  readonly document: Readonly<Record<string, unknown>>;
  readonly ids: readonly string[];
  has(id: string): boolean;
  idAtIndex(index: number): string | undefined;
  rawField(id: string, name: '_placard'): unknown;
}

/** Returns the id of an item's original; its own id for an item that is not a translation. */
export function originalId(feed: LinkedItems, id: string): string {
  return translationGraph(feed).roots.get(id) ?? id;
}

/** Keeps the translations of a retracted original connected to it, even if the feed no longer lists them. */
export function retainTranslations(feed: LinkedItems, earlier: LinkedItems): void {
  const { parents } = translationGraph(feed);
  const retained = [...translationGraph(earlier).parents].filter(
    ([id, parent]) => !parents.has(id) && extensionOf(feed, parent).change === 'retraction',
  );
  if (retained.length) graphCache.set(feed, createGraph(new Map([...parents, ...retained])));
}

/** Returns the ids of the originals, in the order of the feed. */
export function originalIds(feed: LinkedItems): string[] {
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

const graphCache = new WeakMap<LinkedItems, TranslationGraph>();

export function translationGraph(feed: LinkedItems): TranslationGraph {
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
function findParents(feed: LinkedItems): Map<string, string> {
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

function translationLinks(feed: LinkedItems, id: string): { id: string; kind: unknown }[] {
  const { translations } = extensionOf(feed, id);
  if (!Array.isArray(translations)) return [];
  const links = translations.map((link: unknown) => {
    const { item_id, kind } = Object(link) as { item_id?: unknown; kind?: unknown };
    return { id: idText(item_id), kind };
  });
  return links.filter((link) => link.id !== id && feed.has(link.id));
}

interface Extension {
  translations?: unknown;
  change?: unknown;
}

export function extensionOf(feed: LinkedItems, id: string): Extension {
  return Object(feed.rawField(id, '_placard')) as object;
}
