/** Derives what subscribers see from the result of the last poll. */
import { FeedError, type ErrorCode } from '../feed/errors.js';
import type { Feed } from '../feed/parse-feed.js';
import { parseDate, toEpochMs } from '../feed/values/partial-date.js';
import type { FeedOrigin } from './feed-store.js';
import type { FeedResponse } from './fetch-feed.js';

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

/** Not a constant: an error reads its stack, and while a module starts, V8 parses the whole module once more for that. */
export const failedWith = (code: ErrorCode): FeedState => Object.freeze({ status: 'failed', outdated: false, error: new FeedError(code) });

/** The result of a poll, or of the first request. */
interface Found extends Pick<FeedState, 'feed' | 'origin' | 'error'> {
  /** Whether the last request confirmed the feed. */
  readonly confirmed?: boolean;
  /** When an address last confirmed the feed, ms since 1970. */
  readonly confirmedAt?: number;
  /** The clock of the publisher's host minus the reader's, ms. */
  readonly clockOffsetMs: number;
}

/** @param now ms since 1970, by the later clock of the reader and the publisher's host */
export function stateOf({ clockOffsetMs, confirmed, confirmedAt, error, feed, origin }: Found, now: number): FeedState {
  const outdated = validUntil(feed) <= now;
  const status = !feed ? 'failed' : confirmed && !outdated ? 'fresh' : 'stale';
  const clockAheadMs = Math.max(0, clockOffsetMs) || undefined;
  return Object.freeze<FeedState>({ status, feed, origin, checkedAt: feed && confirmedAt, clockAheadMs, outdated, error });
}

/** Returns the feed's `valid_until`, ms since 1970; Infinity without one. */
export function validUntil(feed: Feed | undefined): number {
  return parseTimestamp(feed?.head._placard?.valid_until) ?? Infinity;
}

/** Returns the instant of an RFC 3339 timestamp, ms since 1970. */
export function parseTimestamp(timestamp: string | undefined): number | undefined {
  const date = timestamp === undefined ? undefined : parseDate(timestamp);
  return date && toEpochMs(date);
}

/** Returns when a response confirmed its feed, ms since 1970, and how far the host's clock is ahead of the reader's, ms. */
export function confirmationOf({ at, date, preloaded }: Pick<FeedResponse, 'at' | 'date' | 'preloaded'>) {
  // A preloaded response may come from the HTTP cache, at any age.
  return preloaded ? { confirmedAt: date ?? at, clockOffsetMs: 0 } : { confirmedAt: at, clockOffsetMs: date ? date - at : 0 };
}
