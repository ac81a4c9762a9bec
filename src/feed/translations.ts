/**
 * What belongs together: an original and its translations, one statement in several languages. Either side may name the other,
 * by `translations`; read as it stands in the document, since reading thousands of items for it would be too much.
 */
import type { Feed } from './parse-feed.js';
import type { Item } from './schema/schema.js';

/** One language of a statement. */
export interface LanguageVariant {
  readonly id: string;
  readonly language: string | undefined;
}

/** More languages than any statement was ever put into. */
const MOST_VERSIONS = 100;

/** The languages that an item can be read in: its own first, then the original's, then the others that are not withdrawn. */
export function languageVariants(feed: Feed, id: string): LanguageVariant[] {
  const original = originalId(feed, id);
  const listed = feed.item(original)?._placard?.translations ?? [];
  const others = (family(feed).translations.get(original) ?? [])
    .slice(0, MOST_VERSIONS)
    .filter((other) => extensionOf(feed, other).change !== 'retraction');
  return [...new Set([id, original, ...others])].map((each) => {
    const own = feed.rawField(each, 'language');
    const language = listed.find(({ item_id }) => item_id === each)?.language ?? (typeof own === 'string' ? own : feed.head.language);
    return { id: each, language };
  });
}

/**
 * What is known of an item as a translation. Its original says so; in a feed without that, such as one made of a single item, the
 * item itself, by listing itself.
 */
export function translationInfo(feed: Feed, item: Item): { machine: boolean; outdated: boolean } {
  const id = originalId(feed, item.id);
  const original = id === item.id ? undefined : feed.item(id);
  const own = item._placard?.translations ?? [];
  const [listed, self] = [original?._placard?.translations ?? [], own].map((all) => all.find(({ item_id }) => item_id === item.id));
  const made = [listed, self, own.find(({ item_id }) => item_id === id)].find((link) => link?.of_revision)?.of_revision ?? Infinity;
  return { machine: (listed ?? self)?.kind === 'machine', outdated: (original?._placard?.revision ?? 0) > made };
}

/** The item that withdraws this one: itself, what it was made from, or the original. */
export function findRetraction(feed: Feed, item: Item): Item | undefined {
  const { parents, roots } = family(feed);
  const ids = [parents.get(item.id), roots.get(item.id)];
  return [item, ...ids.map((id) => (id === undefined ? undefined : feed.item(id)))].find((each) => each?._placard?.change === 'retraction');
}

/** Keeps translations with an original that is withdrawn, where the feed no longer says that they belong together. */
export function retainTranslations(feed: Feed, previous: Feed): void {
  const { parents } = family(feed);
  const kept = [...family(previous).parents].filter(
    ([id, parent]) => !parents.has(id) && extensionOf(feed, parent).change === 'retraction',
  );
  if (kept.length) families.set(feed, familyOf(new Map([...parents, ...kept])));
}

/** The id of what an item was translated from; its own, if it was not. */
export function originalId(feed: Feed, id: string): string {
  return family(feed).roots.get(id) ?? id;
}

/** The ids of a feed in its order, each statement once. */
export function originalIds(feed: Feed): string[] {
  return feed.ids.filter((id) => originalId(feed, id) === id);
}

interface Family {
  /** A translation's id to that of what it was made from, which may be a translation too. */
  parents: ReadonlyMap<string, string>;
  /** A translation's id to that of the original at the end of its chain. */
  roots: Map<string, string>;
  /** An original's id to those of its translations. */
  translations: Map<string, string[]>;
}

const families = new WeakMap<Feed, Family>();

function family(feed: Feed): Family {
  const known = families.get(feed) ?? familyOf(parentsIn(feed));
  families.set(feed, known);
  return known;
}

function familyOf(parents: ReadonlyMap<string, string>): Family {
  const roots = rootsOf(parents);
  const translations = new Map<string, string[]>();
  for (const [id, root] of roots) {
    const others = translations.get(root);
    if (others) others.push(id);
    else translations.set(root, [id]);
  }
  return { parents, roots, translations };
}

/** The parents of a {@link Family}. */
function parentsIn(feed: Feed): Map<string, string> {
  const parents = new Map<string, string>();
  // Of thousands of items, few have any.
  const items = feed.document.items as readonly ({ _placard?: Extension | null } | null)[];
  for (let place = 0; place < items.length; place++) {
    const id = items[place]?._placard?.translations ? feed.idAtIndex(place) : undefined;
    if (id === undefined) continue;
    const links = linksOf(feed, id);
    const up = links.find(({ kind }) => kind === 'original');
    // A translation may list its sisters: they are the original's.
    if (up) parents.set(id, up.id);
    else for (const link of links) if (!parents.has(link.id)) parents.set(link.id, id);
  }
  return parents;
}

/** Follows each chain once. Items that name each other in a ring are no translations, nor is what leads into the ring. */
function rootsOf(parents: ReadonlyMap<string, string>): Map<string, string> {
  const roots = new Map<string, string | undefined>();
  for (const start of parents.keys()) {
    const chain = [];
    let id: string | undefined = start;
    for (; id !== undefined && parents.has(id) && !roots.has(id); id = parents.get(id)) {
      roots.set(id, undefined); // stays so for a ring
      chain.push(id);
    }
    const root = id !== undefined && parents.has(id) ? roots.get(id) : id;
    for (const each of chain) roots.set(each, root);
  }
  return new Map([...roots].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function linksOf(feed: Feed, id: string): { id: string; kind: unknown }[] {
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
