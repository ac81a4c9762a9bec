/** Joins two changes of one document: member by member, and lists by the ids of their entries. Pure. */
import { isJsonObject, type Json } from '../../lint/json-pointer.js';
import { canonicalize } from '../../publish/feed-document.js';

export type Side = 'mine' | 'theirs';

/** Members that each publication sets. The ones of the later publication are true. */
const STAMPS: readonly string[] = ['sequence', 'generated_at', 'signatures', 'revision', 'date_modified'];

/**
 * Returns the document with both changes.
 * @param base what both began from
 * @param later the publication whose numbers and dates stay
 * @param choose returns whose value stays where both changed one member. The path has the names of members, and the ids of entries.
 */
export function merge<T extends object>(base: T, mine: T, later: T, choose: (path: readonly string[]) => Side): T {
  return mergeValue(base, mine, later, choose, []) as T;
}

function mergeValue(base: unknown, mine: unknown, theirs: unknown, choose: (path: readonly string[]) => Side, path: string[]): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base) || STAMPS.includes(path.at(-1)!)) return theirs;
  if (isJsonObject(mine) && isJsonObject(theirs)) {
    const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    const members = [...names].map((name) => {
      const [old, own, other] = [base, mine, theirs].map((each) => memberOf(each, name));
      return [name, mergeValue(old, own, other, choose, [...path, name])] as const;
    });
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  }
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const lists = [Array.isArray(base) ? base : [], mine, theirs].map(byId);
    if (lists.every((list) => list !== undefined)) return mergeEntries(lists as Entries[], choose, path);
    const appended = bothAppended(Array.isArray(base) ? base : [], mine, theirs);
    if (appended) return appended;
  }
  return choose(path) === 'mine' ? mine : theirs;
}

const memberOf = (owner: unknown, name: string): unknown => (isJsonObject(owner) && Object.hasOwn(owner, name) ? owner[name] : undefined);

type Entries = ReadonlyMap<string, Json>;

/** Returns the entries by their ids; undefined for a list whose entries do not each have an id of their own. */
function byId(list: readonly unknown[]): Entries | undefined {
  const entries = list.filter((entry) => isJsonObject(entry) && (typeof entry.id === 'string' || typeof entry.id === 'number')) as Json[];
  const found = new Map(entries.map((entry) => [String(entry.id), entry]));
  return found.size === list.length ? found : undefined;
}

/** Keeps the order of the side that changed it, and puts the new entries of the other side behind it. */
function mergeEntries([base, mine, theirs]: Entries[], choose: (path: readonly string[]) => Side, path: string[]): unknown[] {
  const orderOf = (list: Entries) => [...list.keys()].filter((id) => base!.has(id) && mine!.has(id) && theirs!.has(id));
  const first = isSame(orderOf(theirs!), orderOf(base!)) ? [mine, theirs] : [theirs, mine];
  const ids = new Set(first.flatMap((list) => [...list!.keys()]));
  return [...ids]
    .map((id) => mergeValue(base!.get(id), mine!.get(id), theirs!.get(id), choose, [...path, id]))
    .filter((entry) => entry !== undefined);
}

/** Returns the list with the new entries of both sides; undefined if a side changed an old entry. */
function bothAppended(base: unknown[], mine: unknown[], theirs: unknown[]): unknown[] | undefined {
  const begins = (list: unknown[]) => isSame(list.slice(0, base.length), base);
  if (!begins(mine) || !begins(theirs)) return undefined;
  return [...theirs, ...mine.slice(base.length).filter((entry) => !theirs.some((other) => isSame(other, entry)))];
}

const isSame = (a: unknown, b: unknown): boolean => a === b || (a !== undefined && b !== undefined && canonicalize(a) === canonicalize(b));
