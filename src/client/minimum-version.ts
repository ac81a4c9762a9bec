/**
 * Knows the newest publication, and rejects older ones. Without a signature, an attacker who holds the host for an hour could shut
 * out the publisher with one huge number. So a leap binds for one day; after that the primary URL may go back.
 */
import type { Feed } from '../feed/parse-feed.js';
import { isLeap, isOlder, type FeedVersion } from '../feed/values/feed-version.js';

const LEAP_BINDS_MS = 24 * 3_600_000;

/** The part of a minimum version that storage keeps. */
export interface StoredMinimum extends FeedVersion {
  /** When it was first seen, ms since 1970. */
  readonly since: number;
  /** The first version that was not a leap. */
  readonly base?: FeedVersion;
}

export class MinimumVersion {
  newest?: Feed | FeedVersion;
  readonly #signed: boolean;
  /** When `newest` was first seen, ms since 1970. By the reader's clock: no host can choose it. */
  #seenAt = 0;
  /** The first version that was not a leap. An attacker cannot make a page go below it. */
  #base: FeedVersion = { epoch: 0, sequence: 0 };
  #hasBase = false;

  /** @param signed whether a pinned key signs the feed: then the publisher confirms every leap */
  constructor(signed: boolean) {
    this.#signed = signed;
  }

  /** @param isPrimary whether the version comes from the primary URL, which alone may go back after a leap */
  rejects(version: FeedVersion, now: number, isPrimary: boolean): boolean {
    const { newest } = this;
    const base = this.#base;
    if (!newest || !isOlder(version, newest)) return false;
    // A clock that was set back counts as time that passed: a day must not become a year.
    const isLapsed = !this.#signed && isLeap(base, newest) && Math.abs(now - this.#seenAt) >= LEAP_BINDS_MS;
    return !isPrimary || !isLapsed || isOlder(version, base);
  }

  /** @param fetchedAt ms since 1970; 0 if a cache may have answered: then a leap does not bind */
  update(feed: Feed | FeedVersion, fetchedAt: number): void {
    const { newest } = this;
    if (!newest || isOlder(newest, feed) || isOlder(feed, newest)) this.#seenAt = fetchedAt;
    this.newest = feed;
    if (!this.#hasBase && !isLeap(this.#base, feed)) this.#setBase(feed);
  }

  #setBase({ epoch, sequence }: FeedVersion): void {
    this.#base = { epoch, sequence };
    this.#hasBase = true;
  }

  /** The form for storage; undefined before the first publication. */
  get stored(): StoredMinimum | undefined {
    const { newest } = this;
    return newest && { epoch: newest.epoch, sequence: newest.sequence, since: this.#seenAt, base: this.#hasBase ? this.#base : undefined };
  }

  /** @param feed the publication with that version, if it is at hand */
  restore(stored: StoredMinimum, feed: Feed | undefined): void {
    if (stored.base) this.#setBase(stored.base);
    this.update(feed ?? stored, stored.since);
  }
}
