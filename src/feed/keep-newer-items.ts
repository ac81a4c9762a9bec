/** What a publication may not turn back: an item that was shown. */
import { canonicalizeJson } from './signature/canonical-json.js';
import type { IssueCode } from './errors.js';
import type { Item } from './schema/schema.js';

export interface CachedItem {
  item?: Item;
  /** The item as it stands in the document. */
  raw?: Record<string, unknown>;
  /** It withdraws, and its revision cannot be read. */
  unnumbered?: boolean;
}

/** @returns what is wrong with `now` in the place of `held`; undefined where it may stand there */
export function detectRollback(held: CachedItem, now: CachedItem, largestStep: number): IssueCode | undefined {
  if (!now.item) return 'item-missing';
  if (held.unnumbered || now.unnumbered) return undefined;
  const revision = held.item?._placard?.revision ?? 0;
  const ahead = revision - (now.item._placard?.revision ?? 0);
  if (ahead) return ahead > 0 && ahead <= largestStep ? 'revision-rollback' : undefined;
  // A withdrawal counts under the same revision too: what is wrong must not stand because of a forgotten number.
  if (isWithdrawn(now) && !isWithdrawn(held)) return undefined;
  // A plain JSON Feed has no revisions: there, other content is news.
  return revision && !same(held.raw, now.raw) ? 'revision-reused' : undefined;
}

function isWithdrawn({ item }: CachedItem): boolean {
  return item?._placard?.change === 'retraction';
}

/** Compared as documents: two addresses of one feed may resolve the same relative link differently. */
function same(a: unknown, b: unknown): boolean {
  try {
    return canonicalizeJson(a) === canonicalizeJson(b);
  } catch {
    return false; // nested deeper than the stack
  }
}
