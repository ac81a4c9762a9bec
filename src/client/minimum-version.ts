/**
 * The newest publication that is known, below which nothing is accepted again. Without a key, whoever holds the host for an hour could
 * shut the publisher out for good with one huge number: a leap binds for a day, then the feed's own address may go back.
 */
import type { Feed } from '../feed/parse-feed.js';
import { isLeap, isOlder, type FeedVersion } from '../feed/values/feed-version.js';

/** ms for which a leap binds. */
const LEAP_BINDS = 24 * 3_600_000;

/** What storage keeps of a bound. */
export interface StoredMinimum extends FeedVersion {
  /** When it was first seen, ms since 1970. */
  readonly since: number;
  /** What it is measured against. */
  readonly base?: FeedVersion;
}

export class MinimumVersion {
  newest?: Feed | FeedVersion;
  /** When `newest` was first seen, ms since 1970 by the reader's clock, which no host chooses. */
  private seen = 0;
  /** The first version that was no leap: no takeover makes a page go below it. */
  private lowest: FeedVersion = { epoch: 0, sequence: 0 };
  private settled = false;

  /** @param signed by a pinned key: then a leap is the publisher's own word */
  constructor(private readonly signed: boolean) {}

  /** @param own whether the feed's own address says it: only that may go back after a leap */
  refuses(version: FeedVersion, now: number, own: boolean): boolean {
    const { newest, lowest } = this;
    if (!newest || !isOlder(version, newest)) return false;
    // A clock that was set back counts as time that passed: a day must not become a year.
    const lapsed = !this.signed && isLeap(lowest, newest) && Math.abs(now - this.seen) >= LEAP_BINDS;
    return !own || !lapsed || isOlder(version, lowest);
  }

  /** @param seen when it was fetched, ms since 1970; 0 where a cache may have held it: then a leap does not bind */
  take(feed: Feed | FeedVersion, seen: number): void {
    const { newest } = this;
    if (!newest || isOlder(newest, feed) || isOlder(feed, newest)) this.seen = seen;
    this.newest = feed;
    if (!this.settled && !isLeap(this.lowest, feed)) this.settle(feed);
  }

  private settle({ epoch, sequence }: FeedVersion): void {
    this.lowest = { epoch, sequence };
    this.settled = true;
  }

  /** For storage; undefined where nothing is known. */
  get stored(): StoredMinimum | undefined {
    const { newest, seen, lowest, settled } = this;
    return newest && { epoch: newest.epoch, sequence: newest.sequence, since: seen, base: settled ? lowest : undefined };
  }

  /** @param feed what storage kept with it, where that is the same publication */
  restore(stored: StoredMinimum, feed: Feed | undefined): void {
    if (stored.base) this.settle(stored.base);
    this.take(feed ?? stored, stored.since);
  }
}
