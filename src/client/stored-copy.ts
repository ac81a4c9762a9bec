/**
 * Stores the last good feed in this origin's storage, for pages that opt in with `keep`. By default nothing is stored: a trace
 * endangers some readers. The client works without a copy if storage is missing, full, corrupted or throws.
 */
import type { StoredMinimum } from './minimum-version.js';
import type { Environment } from './environment.js';

export interface StoredCopy {
  text: string;
  /** The base of relative addresses. */
  url: string;
  /** When it was fetched, ms since 1970, by the earlier clock of the reader and the host. */
  at: number;
  /** Whether it came from the primary URL, or a pinned key signed it. */
  trusted: boolean;
  /** The newest trusted version. */
  bound?: StoredMinimum;
  /** Retracted items that the feed no longer lists. */
  withdrawn?: unknown[];
}

const MAX_AGE_MS = 30 * 24 * 3_600_000;
/** The feed of an embed has a few thousand characters. */
const MAX_CHARS = 512 * 1024;

/**
 * Returns the storage key of a feed URL and owner. An unsigned mirror and a pinned key have entries of their own: only elements that
 * name that mirror or key may read or replace them.
 */
const keyOf = (feed: string, owner: string) => `placard:${feed}${owner && ` ${owner}`}`;

/** @param owner the pinned keys, or the URL of a mirror; empty for the primary URL */
export function saveCopy(environment: Environment, feed: string, copy: StoredCopy, owner = ''): void {
  try {
    const storage = environment.storage();
    // Delete the old copy first: the new one may not fit, and the old one may be retracted.
    storage?.removeItem(keyOf(feed, owner));
    if (copy.text.length <= MAX_CHARS) storage?.setItem(keyOf(feed, owner), JSON.stringify({ ...copy, feed }));
  } catch {
    // Full or forbidden.
  }
}

/** Returns the copies of a feed URL, at most 30 days old, in the order of their owners. Removes entries that are not valid copies. */
export function loadCopies(environment: Environment, feed: string, owners: readonly string[]): StoredCopy[] {
  return owners.flatMap((owner) => {
    try {
      const storage = environment.storage();
      const stored = storage?.getItem(keyOf(feed, owner));
      if (!stored) return [];
      const copy = readCopy(stored, feed, environment.now());
      if (!copy) storage?.removeItem(keyOf(feed, owner));
      return copy ?? [];
    } catch {
      return [];
    }
  });
}

function readCopy(stored: string, feed: string, now: number): StoredCopy | undefined {
  try {
    const copy = JSON.parse(stored) as Partial<StoredCopy & { feed: string }> | null;
    const { text, url, at, trusted = false, bound, withdrawn } = copy ?? {};
    if (copy?.feed !== feed || typeof text !== 'string' || typeof url !== 'string' || typeof at !== 'number') return undefined;
    // The age is negative if the clock was set back.
    if (Math.abs(now - at) > MAX_AGE_MS) return undefined;
    return { text, url, at, trusted: trusted === true, bound: readMinimum(bound), withdrawn: Array.isArray(withdrawn) ? withdrawn : [] };
  } catch {
    return undefined;
  }
}

function readMinimum(minimum: Partial<StoredMinimum> | undefined): StoredMinimum | undefined {
  if (!isVersion(minimum)) return undefined;
  const { epoch, sequence, since, base } = minimum;
  return { epoch, sequence, since: Number(since) || 0, base: isVersion(base) ? base : undefined };
}

function isVersion(value: Partial<StoredMinimum> | undefined): value is StoredMinimum {
  return Number.isSafeInteger(value?.epoch) && Number.isSafeInteger(value?.sequence);
}
