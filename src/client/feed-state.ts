/** Derives what subscribers see from the result of the last poll. */
import type { FeedError } from '../feed/errors.js';
import type { Feed } from '../feed/parse-feed.js';
import { parseTimestamp, type PollResult } from './feed-poller.js';
import type { FeedOrigin } from './feed-store.js';

export interface FeedState {
  /** `fresh`: confirmed by the last poll, and before its `valid_until`. `stale`: a feed that is not fresh. `failed`: no feed to show. */
  readonly status: 'loading' | 'fresh' | 'stale' | 'failed';
  readonly feed?: Feed;
  readonly origin?: FeedOrigin;
  /** When an address last confirmed the feed, ms since 1970. */
  readonly checkedAt?: number;
  /** How far the clock of the publisher's host is ahead of the reader's, ms. Deadlines and events count by the later clock. */
  readonly clockAheadMs?: number;
  /** Whether the feed is past its `valid_until`. */
  readonly outdated: boolean;
  /** The error of the first address that failed in the last poll, even if a mirror then succeeded. */
  readonly error?: FeedError;
}

export const LOADING: FeedState = Object.freeze({ status: 'loading', outdated: false });

/** @param now ms since 1970, by the later clock of the reader and the publisher's host */
export function stateOf({ clockOffsetMs, confirmed, confirmedAt, error, feed, origin }: PollResult, now: number): FeedState {
  const outdated = validUntil(feed) <= now;
  const status = !feed ? 'failed' : confirmed && !outdated ? 'fresh' : 'stale';
  const clockAheadMs = Math.max(0, clockOffsetMs) || undefined;
  return Object.freeze<FeedState>({ status, feed, origin, checkedAt: feed && confirmedAt, clockAheadMs, outdated, error });
}

/** Returns the feed's `valid_until`, ms since 1970; Infinity without one. */
export function validUntil(feed: Feed | undefined): number {
  return parseTimestamp(feed?.head._placard?.valid_until) ?? Infinity;
}
