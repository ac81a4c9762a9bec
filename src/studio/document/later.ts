/** Joins the draft of this browser with a later version that was made elsewhere. */
import { idOf } from '../../lint/rules/rule-context.js';
import type { Json } from '../../lint/json-pointer.js';
import { canonicalize, type FeedDocument } from '../../publish/feed-document.js';
import type { LaterVersion } from './case-file.js';
import { merge, type Side } from './merge.js';

/** A difference in one case, or in the members that all cases share. */
export interface Difference {
  /** Undefined for the members of the feed itself. */
  readonly id: string | undefined;
  readonly isChangedHere: boolean;
  readonly isChangedThere: boolean;
  /** Names of the members that both changed. */
  readonly both: readonly string[];
}

/** Returns the cases that differ from the common beginning, in the order of the draft. */
export function differences(mine: FeedDocument, { base, document: theirs }: Pick<LaterVersion, 'base' | 'document'>): Difference[] {
  const conflicts = new Map<string | undefined, Set<string>>();
  merge(base, mine, theirs, (path) => {
    const [id, name] = placeOf(path);
    conflicts.set(id, (conflicts.get(id) ?? new Set()).add(name));
    return 'mine';
  });
  const lists = [base, mine, theirs].map((document) => new Map(document.items.map((item) => [idOf(item.id), item])));
  const ids = new Set(lists.slice(1).flatMap((list) => [...list.keys()]));
  const differenceOf = (id: string | undefined, [old, own, other]: (Json | undefined)[]): Difference => ({
    id,
    isChangedHere: isChanged(old, own),
    isChangedThere: isChanged(old, other),
    both: [...(conflicts.get(id) ?? [])],
  });
  const all = [
    ...[...ids].map((id) =>
      differenceOf(
        id,
        lists.map((list) => list.get(id)),
      ),
    ),
    differenceOf(undefined, [base, mine, theirs].map(headOf)),
  ];
  return all.filter(({ isChangedHere, isChangedThere }) => isChangedHere || isChangedThere);
}

/** @param sides whose words stay where both changed a case, by its id */
export const join = (mine: FeedDocument, { base, document }: LaterVersion, sides: ReadonlyMap<string | undefined, Side>): FeedDocument =>
  merge(base, mine, document, (path) => sides.get(placeOf(path)[0]) ?? 'mine');

/** Returns the id of the case, and the name of the member in it. */
function placeOf([list, id, ...names]: readonly string[]): [id: string | undefined, name: string] {
  const own = list === 'items' && id !== undefined ? names : [list, id];
  return [list === 'items' ? id : undefined, (own[0] === '_placard' ? own[1] : own[0]) ?? ''];
}

/** Compares without the address of the page: a publication adds it. */
function isChanged(old: Json | undefined, now: Json | undefined): boolean {
  const compared = [old, now].map((item) => item && canonicalize({ ...item, url: undefined, feed_url: undefined }));
  return compared[0] !== compared[1];
}

/** Returns what all cases share, without the numbers and dates of a publication. */
function headOf({ items: _items, ...head }: FeedDocument): Json {
  const { sequence: _sequence, generated_at: _made, signatures: _signatures, ...extension } = head._placard as Json;
  return { ...head, _placard: extension };
}
