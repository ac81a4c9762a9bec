/** Orders the addresses of one feed for a poll: the primary URL, the mirrors of the page, then the mirrors that the feed names. */
import type { FeedError } from '../feed/errors.js';
import { MAX_DELAY_MS } from './retry-timing.js';

const INITIAL_BACKOFF_MS = 30_000;
/** Addresses that a poll tries. A feed may name any number of mirrors; those of the page come before. */
const MAX_ADDRESSES = 8;
/** Failed addresses to remember. A feed may name other mirrors in each publication. */
const MAX_BACKOFFS = 4 * MAX_ADDRESSES;

interface Backoff {
  /** ms since 1970 */
  failedAt: number;
  /** For this time, the address is tried last. */
  deprioritizeMs: number;
  /** For this time, the address is not tried: it asked for that by `Retry-After`. */
  blockMs: number;
  readonly failure: FeedError;
}

/** The backoff of each address that failed. All watchers of a feed share it: `Retry-After` is meant for each of them. */
export type Backoffs = Map<string, Backoff>;

/** Starts or doubles the backoff of an address. A failure that several watchers waited for counts once. */
export function backOff(backoffs: Backoffs, address: string, now: number, failure: FeedError): void {
  const before = backoffs.get(address);
  if (before?.failure === failure) return;
  backoffs.delete(address); // the map then ends with the latest failure
  const deprioritizeMs = Math.min(MAX_DELAY_MS, (before?.deprioritizeMs ?? INITIAL_BACKOFF_MS / 2) * 2);
  backoffs.set(address, { failedAt: now, deprioritizeMs, blockMs: Math.min(MAX_DELAY_MS, failure.retryAfter ?? 0), failure });
  if (backoffs.size > MAX_BACKOFFS) backoffs.delete(backoffs.keys().next().value!);
}

export class MirrorList {
  readonly #primary: string;
  readonly #backoffs: Backoffs;
  #addresses: string[];

  constructor(primary: string, backoffs: Backoffs = new Map()) {
    this.#primary = primary;
    this.#backoffs = backoffs;
    this.#addresses = [primary];
  }

  /**
   * Returns the addresses to try, one after the other. An address that failed comes last for 30 s, doubling to 15 min: a dead
   * primary URL then does not cost its timeout in each poll.
   */
  orderedAddresses(pageMirrors: Iterable<string>, feedMirrors: Iterable<string>, now: number): string[] {
    this.#addresses = [...new Set([this.#primary, ...pageMirrors, ...feedMirrors])].slice(0, MAX_ADDRESSES);
    const available = this.#addresses.filter((address) => !this.isBlocked(address, now));
    const isLast = (address: string) => this.#remainingMs(address, 'deprioritizeMs', now) > 0;
    return [...available.filter((address) => !isLast(address)), ...available.filter(isLast)];
  }

  markFailed(address: string, now: number, failure: FeedError): void {
    backOff(this.#backoffs, address, now, failure);
  }

  markSucceeded(address: string): void {
    this.#backoffs.delete(address);
  }

  /** Returns whether the `Retry-After` of an address has not passed. */
  isBlocked(address: string, now: number): boolean {
    return this.#remainingMs(address, 'blockMs', now) > 0;
  }

  msUntilAnyAvailable(now: number): number {
    return Math.min(...this.#addresses.map((address) => this.#remainingMs(address, 'blockMs', now)));
  }

  /** Returns the time until the primary URL must be tried again, even if a mirror works: at most 15 min after it failed. */
  msUntilPrimaryRetry(now: number): number {
    const backoff = this.#backoffs.get(this.#primary);
    return backoff && now >= backoff.failedAt ? Math.max(0, backoff.failedAt + MAX_DELAY_MS - now) : Infinity;
  }

  #remainingMs(address: string, span: 'deprioritizeMs' | 'blockMs', now: number): number {
    const backoff = this.#backoffs.get(address);
    // A clock that was set back must not extend a backoff.
    return backoff && now >= backoff.failedAt ? Math.max(0, backoff.failedAt + backoff[span] - now) : 0;
  }
}
