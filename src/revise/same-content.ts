/** Compares two edits of a feed, without the comments of "placard new" for authors. */
import { isJsonObject } from '../lint/json-pointer.js';
import { canonicalize } from '../publish/feed-document.js';

export function same(a: unknown, b: unknown): boolean {
  return b !== undefined && canonicalize(withoutComments(a)) === canonicalize(withoutComments(b));
}

export function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutComments);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (name === '_comment' ? [] : [[name, withoutComments(member)]])),
  );
}
