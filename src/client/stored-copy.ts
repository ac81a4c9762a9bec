/**
 * The last good copy in this origin's storage, for pages that opted in with `keep`. Without it nothing is stored: a trace
 * endangers some readers. Storage may be absent, full, corrupted or throwing: then there is simply no copy.
 */
import type { StoredMinimum } from './minimum-version.js';
import type { Environment } from './environment.js';

export interface StoredCopy {
  text: string;
  /** What its relative addresses resolve against. */
  url: string;
  /** When it was fetched, ms since 1970; never later than the reader's clock said. */
  at: number;
  /** Whether the first address (or a pinned key) vouched for it. */
  trusted: boolean;
  /** The last version for which it did: a mirror's copy must not make that forgotten. */
  bound?: StoredMinimum;
  /** Withdrawn items that the feed dropped later. */
  withdrawn?: unknown[];
}

const LONGEST_KEPT = 30 * 24 * 3_600_000;
/** Characters; a feed for an embed is a few thousand. */
const LARGEST = 512 * 1024;

/**
 * One key for each feed address. What an unsigned mirror gave, and what a pinned key signed, stand apart: they are for those alone who
 * name that mirror or key, and another element must not replace them.
 */
const keyOf = (feed: string, who: string) => `placard:${feed}${who && ` ${who}`}`;

/** @param who vouches for it: pinned keys, a mirror, or the feed's own address where empty */
export function saveCopy(environment: Environment, feed: string, copy: StoredCopy, who = ''): void {
  try {
    const storage = environment.storage();
    // Though there may be no room for this one, the one before is no longer the last: what it says may have been withdrawn.
    storage?.removeItem(keyOf(feed, who));
    if (copy.text.length <= LARGEST) storage?.setItem(keyOf(feed, who), JSON.stringify({ ...copy, feed }));
  } catch {
    // Full or forbidden.
  }
}

/** The copies of this very address, at most 30 days old, in the order of those who vouch for them; anything else under a key is removed. */
export function loadCopies(environment: Environment, feed: string, vouching: readonly string[]): StoredCopy[] {
  return vouching.flatMap((who) => {
    try {
      const storage = environment.storage();
      const stored = storage?.getItem(keyOf(feed, who));
      if (!stored) return [];
      const copy = readCopy(stored, feed, environment.now());
      if (!copy) storage?.removeItem(keyOf(feed, who));
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
    // A clock that was set back makes its age negative: it is kept all the same.
    if (Math.abs(now - at) > LONGEST_KEPT) return undefined;
    return { text, url, at, trusted: trusted === true, bound: readBound(bound), withdrawn: Array.isArray(withdrawn) ? withdrawn : [] };
  } catch {
    return undefined;
  }
}

function readBound(bound: Partial<StoredMinimum> | undefined): StoredMinimum | undefined {
  if (!isVersion(bound)) return undefined;
  const { epoch, sequence, since, base } = bound;
  return { epoch, sequence, since: Number(since) || 0, base: isVersion(base) ? base : undefined };
}

function isVersion(value: Partial<StoredMinimum> | undefined): value is StoredMinimum {
  return Number.isSafeInteger(value?.epoch) && Number.isSafeInteger(value?.sequence);
}
