/**
 * Lints the items that a build writes, in parts: the lint of a whole large feed needs most of the memory, and two threads can share the
 * parts. Items that are linked stay together. The unchanged items had no error when they were built.
 */
import { parseFeed } from '../../feed/parse-feed.js';
import { isJsonObject } from '../../lint/json-pointer.js';
import type { Problem } from '../../lint/problem.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { linkedGroups } from '../../publish/item-inputs.js';

/** Items of a part, at least. */
const PART_ITEMS = 200;

/** The head of the feed with some of its items. */
export interface Part {
  readonly document: FeedDocument;
  /** Their indexes in the whole feed. */
  readonly indexes: readonly number[];
}

/**
 * Returns the parts of the changed items; without a changed item, one part has the head alone.
 * @returns undefined for a feed that has to be linted as a whole: it has an error that concerns several items
 */
export function partsOf(document: FeedDocument, unchanged: ReadonlySet<string>): Part[] | undefined {
  if (!document.items.every(isJsonObject)) return undefined;
  const feed = parseFeed(document);
  if (feed.ids.length !== document.items.length || feed.issues.length) return undefined;
  const indexOf = new Map(document.items.map((item, index) => [item, index]));
  const parts: number[][] = [[]];
  for (const group of linkedGroups(document.items)) {
    if (unchanged.has(String(group[0]!.id))) continue;
    if (parts.at(-1)!.length >= PART_ITEMS) parts.push([]);
    parts.at(-1)!.push(...group.map((item) => indexOf.get(item)!));
  }
  return parts.map((indexes) => ({ indexes, document: { ...document, items: indexes.map((index) => document.items[index]!) } }));
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
