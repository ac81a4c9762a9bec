/**
 * The inputs of each item's folder, as a hash: the head of the feed, and every item that is linked with it by translations or as a
 * successor. The links are followed in both directions, which may join more items than needed and never fewer.
 */
import type { Json } from '../lint/json-pointer.js';
import type { FeedDocument } from './feed-document.js';

export type Sha256 = (text: string) => string | Promise<string>;

/**
 * Returns the hashes by id.
 * @param settings everything else that the files depend on, such as the version of the library
 */
export async function hashInputs(document: FeedDocument, settings: unknown, sha256: Sha256): Promise<ReadonlyMap<string, string>> {
  const { sequence: _s, generated_at: _g, signatures: _k, ...head } = document._placard;
  const shared = await sha256(JSON.stringify([settings, { ...document, _placard: head, items: undefined }]));
  const hashes = new Map<string, string>();
  for (const group of linkedGroups(document.items)) {
    const hash = await sha256(shared + JSON.stringify(group));
    for (const item of group) hashes.set(String(item.id), hash);
  }
  return hashes;
}

/** Returns the items in parts of `size` or more. Items that are linked are in one part. */
export function partsOfLinked(items: readonly Json[], size: number): Json[][] {
  const parts: Json[][] = [];
  for (const group of linkedGroups(items)) {
    const last = parts.at(-1);
    if (last && last.length < size) last.push(...group);
    else parts.push([...group]);
  }
  return parts;
}

/** Returns the items in groups that are linked, in the order of the feed. */
function linkedGroups(items: readonly Json[]): Iterable<Json[]> {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next;
    return root;
  };
  for (const item of items) for (const other of linksOf(item)) parents.set(rootOf(String(item.id)), rootOf(other));
  const groups = new Map<string, Json[]>();
  for (const item of items) {
    const root = rootOf(String(item.id));
    const group = groups.get(root);
    if (group) group.push(item);
    else groups.set(root, [item]);
  }
  return groups.values();
}

function linksOf({ _placard }: Json): string[] {
  const { translations, superseded_by: successor } = Object(_placard) as Json;
  const ids = Array.isArray(translations) ? translations.map((link: unknown) => (Object(link) as Json).item_id) : [];
  return [...ids, successor].filter((id) => typeof id === 'string' || typeof id === 'number').map(String);
}
