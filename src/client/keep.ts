/**
 * The last good copy in this origin's storage, for pages that opted in with `keep`. Without it nothing is stored: a trace
 * endangers some readers. Storage may be absent, full, corrupted or throwing: then there is simply no copy.
 */
import type { Environment } from './environment.js';
import type { Version } from './holding.js';

export interface Copy {
  text: string;
  /** What its relative addresses resolve against. */
  url: string;
  /** When it was fetched, ms since 1970, by the publisher's clock where that is known. */
  at: number;
  /** Whether the first address (or a pinned key) vouched for it. */
  trusted: boolean;
  /** The last version for which it did: a mirror's copy must not make that forgotten. */
  bound?: Version;
}

const LONGEST_KEPT = 30 * 24 * 3_600_000;
/** Characters; a feed for an embed is a few thousand. */
const LARGEST = 512 * 1024;

/** The one key that is ever used, one for each feed address. */
const keyOf = (feed: string) => `placard:${feed}`;

export function keepCopy(environment: Environment, feed: string, { bound, ...copy }: Copy): void {
  const version = bound && { epoch: bound.epoch, sequence: bound.sequence };
  try {
    const storage = environment.storage();
    // Though there may be no room for this one, the one before is no longer the last: what it says may have been withdrawn.
    if (copy.trusted) storage?.removeItem(keyOf(feed));
    if (copy.text.length <= LARGEST) storage?.setItem(keyOf(feed), JSON.stringify({ ...copy, bound: version, feed }));
  } catch {
    // Full or forbidden.
  }
}

/** The copy of this very address, at most 30 days old; anything else under the key is removed. */
export function keptCopy(environment: Environment, feed: string): Copy | undefined {
  try {
    const storage = environment.storage();
    const stored = storage?.getItem(keyOf(feed));
    if (!stored) return undefined;
    const copy = readCopy(stored, feed, environment.now());
    if (!copy) storage?.removeItem(keyOf(feed));
    return copy;
  } catch {
    return undefined;
  }
}

function readCopy(stored: string, feed: string, now: number): Copy | undefined {
  try {
    const copy = JSON.parse(stored) as Partial<Copy & { feed: string }> | null;
    const { text, url, at, trusted = false, bound } = copy ?? {};
    if (copy?.feed !== feed || typeof text !== 'string' || typeof url !== 'string' || typeof at !== 'number') return undefined;
    // A clock that was hours ahead when the copy was made, or is behind now, makes its age negative: it is kept all the same.
    if (Math.abs(now - at) > LONGEST_KEPT) return undefined;
    return { text, url, at, trusted: trusted === true, bound: isVersion(bound) ? bound : undefined };
  } catch {
    return undefined;
  }
}

function isVersion(value: Partial<Version> | undefined): value is Version {
  return Number.isSafeInteger(value?.epoch) && Number.isSafeInteger(value?.sequence);
}
