/** Lints the items that a build has to write: the others had no error when they were built. */
import { parseFeed } from '../../feed/parse-feed.js';
import { isJsonObject } from '../../lint/json-pointer.js';
import { lintFeed } from '../../lint/lint-feed.js';
import { hasError, type Problem } from '../../lint/problem.js';
import type { FeedDocument } from '../../publish/feed-document.js';

/**
 * Returns the problems of the head and of the changed items, without lines; undefined if the whole feed has to be linted: every item
 * changed, or there is an error.
 * @param unchanged ids of the items that are published as they are
 */
export function lintChanged(document: FeedDocument, unchanged: ReadonlySet<string>, now: number): readonly Problem[] | undefined {
  if (!unchanged.size || !document.items.every(isJsonObject)) return undefined;
  const feed = parseFeed(document);
  if (feed.ids.length !== document.items.length || feed.issues.length) return undefined;
  const indexes = document.items.flatMap(({ id }, index) => (unchanged.has(String(id)) ? [] : [index]));
  const { problems } = lintFeed(JSON.stringify({ ...document, items: indexes.map((index) => document.items[index]) }), { now });
  if (hasError(problems)) return undefined;
  const inWhole = (path: string) => path.replace(/^\/items\/(\d+)/, (_, index: string) => `/items/${indexes[Number(index)]}`);
  return problems.map((problem) => ({ ...problem, path: inWhole(problem.path), line: undefined }));
}
