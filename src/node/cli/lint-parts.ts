/**
 * Lints the items that a build writes, in parts: the lint of a whole large feed needs most of the memory, and two threads can share the
 * parts. Items that are linked stay together. The unchanged items had no error when they were built.
 */
import type { Problem } from '../../lint/problem.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { partsOfLinked } from '../../publish/item-inputs.js';

/** Items of a part, at least. */
const PART_ITEMS = 200;

/** The head of the feed with some of its items. */
export interface Part {
  readonly document: FeedDocument;
  /** Their indexes in the whole feed. */
  readonly indexes: readonly number[];
}

/** Returns the parts of the changed items; without a changed item, one part has the head alone. */
export function partsOf(document: FeedDocument, isUnchanged: (id: string) => boolean): Part[] {
  const indexOf = new Map(document.items.map((item, index) => [item, index]));
  const changed = document.items.filter((item) => !isUnchanged(String(item.id)));
  const parts = changed.length ? partsOfLinked(changed, PART_ITEMS) : [[]];
  return parts.map((items) => ({ indexes: items.map((item) => indexOf.get(item)!), document: { ...document, items } }));
}

/** Returns the problems of a part with their places in the whole feed. */
export function placedInWhole({ indexes }: Part, problems: readonly Problem[]): Problem[] {
  const inWhole = (path: string) => path.replace(/^\/items\/(\d+)/, (_, index: string) => `/items/${indexes[Number(index)]}`);
  return problems.map((problem) => ({ ...problem, path: inWhole(problem.path) }));
}

/** Returns the problems of all parts in the order of the feed. Each part has the problems of the head, which are returned once. */
export function inOrder(parts: readonly Part[], problems: readonly Problem[]): readonly Problem[] {
  if (parts.length === 1) return problems;
  const byPlace = new Map(problems.map((problem) => [`${problem.code} ${problem.path}`, problem]));
  const indexOf = ({ path }: Problem) => Number(/^\/items\/(\d+)/.exec(path)?.[1] ?? -1);
  return [...byPlace.values()].sort((a, b) => indexOf(a) - indexOf(b));
}
