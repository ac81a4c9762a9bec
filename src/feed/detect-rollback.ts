/** Finds items that a publication must not replace: a reader has seen a newer one. */
import { canonicalizeJson } from './signature/canonical-json.js';
import type { IssueCode } from './errors.js';
import type { Item } from './schema/schema.js';

export interface CachedItem {
  item?: Item;
  /** The item as JSON.parse returned it. */
  raw?: Record<string, unknown>;
  /** Whether the item is a retraction without a valid revision. */
  hasUnreadableRevision?: boolean;
  /** Whether the item has a proceeding that cannot be read. */
  hasUnreadableStatus?: boolean;
}

/** Returns the issue of replacing `earlier` by `later`; undefined if `later` may replace it. */
export function detectRollback(earlier: CachedItem, later: CachedItem, maxStep: number): IssueCode | undefined {
  if (!later.item) return 'item-missing';
  if (earlier.hasUnreadableRevision || later.hasUnreadableRevision) return undefined;
  const revision = earlier.item?._placard?.revision ?? 0;
  const step = revision - (later.item._placard?.revision ?? 0);
  if (step) return step > 0 && step <= maxStep ? 'revision-rollback' : undefined;
  // A retraction needs no new revision: a wrong statement must not stay because of a forgotten number.
  if (isRetracted(later) && !isRetracted(earlier)) return undefined;
  // A plain JSON Feed has no revisions: its items may change.
  return revision && !isSameDocument(earlier.raw, later.raw) ? 'revision-reused' : undefined;
}

function isRetracted({ item }: CachedItem): boolean {
  return item?._placard?.change === 'retraction';
}

/** Compares documents, not items: two addresses of one feed may resolve the same relative link differently. */
function isSameDocument(a: unknown, b: unknown): boolean {
  try {
    return canonicalizeJson(a) === canonicalizeJson(b);
  } catch {
    return false; // nested deeper than the stack
  }
}
