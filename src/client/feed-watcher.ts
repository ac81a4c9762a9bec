/**
 * Keeps one feed fresh for its subscribers. The watcher owns the last result of the poller, and decides when to poll next.
 *
 *              first subscriber, timer, wake               result
 *   waiting ────────────────────────────────▶ polling ─────────────▶ notify the subscribers
 *    │  ▲                                        ▲                          │
 *    │  └──────── schedule the next poll ◀───────│──────────────────────────┘
 *    │ hidden; or offline with a state           │
 *    ▼                                           │
 *   paused ──────────────── wake ────────────────┘        The last subscriber to leave aborts the poll and clears the timer.
 *
 * While waiting, `valid_until` may pass, and another watcher may receive a response of the primary URL. Both notify too.
 */
import type { Environment } from './environment.js';
import { FeedPoller, NO_RESULT, withoutFuture, type PollRequirements, type PollResult } from './feed-poller.js';
import { LOADING, stateOf, validUntil, type FeedState } from './feed-state.js';
import type { FeedResponse } from './fetch-feed.js';
import { pageMinimum } from './page-minimum.js';
import { CLOSED_FEED_DELAY_MS, MIN_WAKE_INTERVAL_MS, nextDelay } from './retry-timing.js';
import type { PrefetchedResponse, SharedFeed } from './shared-feed.js';

export interface WatchOptions {
  /** Further addresses of the same feed, absolute. */
  mirrors?: readonly string[];
  /** Seconds; 0 fetches once and never again. Default 60. */
  refresh?: number;
  /** Pinned Ed25519 public keys. With any of them, only a feed that one of them signed is shown. */
  publicKeys?: readonly string[];
  /** `[epoch.]sequence`; a lower publication is rejected. */
  minSequence?: string | number;
  /** `[epoch.]sequence` of the page's snapshot; a lower publication is rejected. */
  stamp?: string | number;
  /** Keep the last good feed in this origin's storage. */
  keep?: boolean;
  /** A response of the primary URL that replaces the first request. */
  prefetched?: PrefetchedResponse;
  environment?: Environment;
}

/** Gets each new state, and the one before. */
export type Subscriber = (state: FeedState, previous: FeedState) => void;

export const DEFAULT_REFRESH_SECONDS = 60;
/** A timer with a longer delay would run at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Returns the watcher of a feed with these options, and creates it for the first subscriber.
 * @param before the watcher that the subscriber leaves for it
 */
export function getWatcher(shared: SharedFeed, options: WatchOptions, before?: FeedWatcher): FeedWatcher {
  const { mirrors = [], refresh = DEFAULT_REFRESH_SECONDS, minSequence = '', stamp = '', keep = false, prefetched } = options;
  const key = JSON.stringify([mirrors, refresh, String(minSequence), String(stamp), keep]);
  const watcher =
    (shared.watchers.get(key) as FeedWatcher | undefined) ??
    new FeedWatcher(shared, key, refresh >= 0 ? refresh : DEFAULT_REFRESH_SECONDS, { mirrors, minimum: pageMinimum(options), keep });
  if (before) watcher.adopt(before);
  watcher.prefetched ??= prefetched;
  shared.watchers.set(key, watcher);
  return watcher;
}

export class FeedWatcher {
  state = LOADING;
  prefetched?: PrefetchedResponse;
  #result: PollResult = NO_RESULT;
  readonly #shared: SharedFeed;
  readonly #environment: Environment;
  readonly #key: string;
  readonly #refresh: number;
  readonly #subscribers = new Set<Subscriber>();
  readonly #poller: FeedPoller;
  #activePoll?: AbortController;
  #timer?: unknown;
  #stopWaking?: () => void;
  /** Whether the page became visible or online since the last poll began. */
  #wakePending = false;
  /** Drawn once a poll, so that rescheduling does not change it. */
  #jitter = 0;

  /** @param refresh seconds; 0 fetches once */
  constructor(shared: SharedFeed, key: string, refresh: number, requirements: PollRequirements) {
    this.#shared = shared;
    this.#environment = shared.environment;
    this.#key = key;
    this.#refresh = refresh;
    this.#poller = new FeedPoller(shared, requirements);
  }

  /** Continues with the feed of another watcher, unless this one has a state or a request of its own. */
  adopt(before: FeedWatcher): void {
    const isNew = this.state === LOADING && !this.#activePoll;
    if (isNew && this.#poller.adopt(before.#poller))
      [this.state, this.#result, this.#jitter] = [before.state, before.#result, before.#jitter];
  }

  add(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber);
    this.#stopWaking ??= this.#environment.onWake(() => this.#onWake());
    // Subscribers that are added in one task share a poll.
    queueMicrotask(() => this.#activePoll || this.#schedule());
  }

  remove(subscriber: Subscriber): void {
    if (!this.#subscribers.delete(subscriber) || this.#subscribers.size) return;
    this.#stopWaking?.();
    this.#clearTimer();
    this.#activePoll?.abort();
    this.#shared.removeWatcher(this.#key);
  }

  /** Accepts a response of the primary URL that another watcher requested. */
  onResponse(response: FeedResponse): void {
    if (this.#activePoll || this.#result.lastRequestAt === undefined) return;
    void this.#run((signal) => this.#poller.acceptShared(this.#result, response, signal));
  }

  #onWake(): void {
    this.#wakePending ||= this.#environment.visible() && this.#environment.online();
    if (!this.#activePoll) this.#schedule();
  }

  /** Sets the one timer: for the next poll, or for the end of the feed's validity, whichever is earlier. */
  #schedule(): void {
    const environment = this.#environment;
    this.#clearTimer();
    if (!this.#subscribers.size || !environment.visible()) return;
    const untilPoll = this.#msUntilPoll();
    const untilOutdated = this.#msUntilOutdated();
    const delay = Math.min(untilPoll, untilOutdated, MAX_TIMER_MS);
    if (untilPoll <= 0) this.#poll();
    else if (untilPoll <= untilOutdated && untilPoll < Infinity) this.#timer = environment.setTimer(() => this.#poll(), delay);
    else if (untilOutdated < Infinity) this.#timer = environment.setTimer(() => this.#onOutdated(), delay);
  }

  #clearTimer(): void {
    if (this.#timer !== undefined) this.#environment.clearTimer(this.#timer);
    this.#timer = undefined;
  }

  /** Returns the delay of the next poll; Infinity for never. */
  #msUntilPoll(): number {
    const environment = this.#environment;
    const refresh = this.#refresh;
    const mirrors = this.#poller.mirrors;
    const { status } = this.state;
    const now = environment.now();
    const { closed, lastRequestAt, ...timing } = (this.#result = withoutFuture(this.#result, now));
    if (!refresh && lastRequestAt !== undefined && status !== 'loading') return Infinity;
    if (!environment.online() && (status === 'stale' || status === 'failed')) return Infinity; // a wake polls again
    const planned = nextDelay({ refresh, ...timing }, this.#jitter);
    const delay = this.#wakePending ? Math.min(planned, Math.max(MIN_WAKE_INTERVAL_MS, timing.retryAfterMs ?? 0)) : planned;
    const elapsed = lastRequestAt === undefined ? Infinity : now - lastRequestAt;
    // A subscriber that has no state yet learns of a `Retry-After` at once.
    const left = Math.max(delay - elapsed, status === 'loading' ? 0 : mirrors.msUntilAnyAvailable(now));
    return closed ? Math.max(left, CLOSED_FEED_DELAY_MS - elapsed) : Math.min(left, mirrors.msUntilPrimaryRetry(now));
  }

  #msUntilOutdated(): number {
    return this.state.outdated ? Infinity : Math.max(0, validUntil(this.#result.feed) - this.#latestNow());
  }

  /** Returns the later clock of the reader and the publisher's host, so that a replayed old feed does not look valid. */
  #latestNow(): number {
    return this.#environment.now() + Math.max(0, this.#result.clockOffsetMs);
  }

  #poll(): void {
    this.#wakePending = false;
    const prefetched = this.prefetched ?? this.#shared.recentResponse(this.#refresh || DEFAULT_REFRESH_SECONDS);
    void this.#run((signal) => this.#poller.poll(this.#result, signal, prefetched));
  }

  async #run(poll: (signal: AbortSignal) => Promise<PollResult>): Promise<void> {
    const environment = this.#environment;
    const previous = this.#result;
    this.#clearTimer();
    const { signal } = (this.#activePoll = new AbortController());
    const result = await poll(signal);
    if (signal.aborted) return;
    this.#activePoll = undefined;
    this.#result = result;
    this.#jitter = environment.random();
    if (result.confirmed) this.#wakePending = false;
    const wasInterrupted = this.state.status === 'loading' && !result.feed && !environment.visible();
    if (wasInterrupted) return; // a wake polls again
    if (result !== previous) this.#notify();
    this.#schedule();
  }

  #onOutdated(): void {
    this.#notify();
    this.#schedule();
  }

  #notify(): void {
    this.#result = withoutFuture(this.#result, this.#environment.now());
    const previous = this.state;
    this.state = stateOf(this.#result, this.#latestNow());
    for (const subscriber of [...this.#subscribers]) {
      if (!this.#subscribers.has(subscriber)) continue; // an earlier subscriber removed it
      try {
        subscriber(this.state, previous);
      } catch (thrown) {
        // An error of one subscriber must not stop the others. Node has no `reportError`.
        queueMicrotask(() => {
          throw thrown;
        });
      }
    }
  }
}
