/** The lowest publication that a page accepts, which its snippet names. */
import type { Feed } from '../feed/parse-feed.js';
import { isOlder, parseVersion, type FeedVersion } from '../feed/values/feed-version.js';

export interface PageMinimum {
  readonly minSequence?: FeedVersion;
  /** The version of the page's snapshot. A plain JSON Feed has no version to compare with it. */
  readonly stamp?: FeedVersion;
}

/** Reads `[epoch.]sequence`, as the attributes of an element have it. */
export function pageMinimum({ minSequence, stamp }: { minSequence?: string | number; stamp?: string | number }): PageMinimum {
  return { minSequence: parseVersion(minSequence), stamp: parseVersion(stamp) };
}

export function isBelowMinimum(feed: Feed, { minSequence, stamp }: PageMinimum): boolean {
  return isOlder(feed, minSequence) || ('_placard' in feed.document && isOlder(feed, stamp));
}
