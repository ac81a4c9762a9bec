/**
 * One watcher per feed, key set and wishes, shared by everyone on the page who wants the same, gone with the last of them.
 * It holds one frozen state; whatever fails, what was true last stays in it. Watchers of one feed share the request to its address.
 *
 *   asleep ──wake──▶ round: ask address after address, never two at once ──▶ settle: publish the state, plan the next round
 *      ▲                                                                        │
 *      └──────────────────────── hidden, offline, closed ◀────────timer─────────┘
 */
import type { FeedError } from '../feed/errors.js';
import type { Feed } from '../feed/parse-feed.js';
import { parseVersion } from '../feed/values/feed-version.js';
import { browserEnvironment, type Environment } from './environment.js';
import type { PageMinimum, FeedOrigin } from './feed-store.js';
import { getSharedFeed, type PrefetchedResponse, type SharedFeed } from './shared-feed.js';
import type { FeedResponse } from './fetch-feed.js';
import { FeedPoller, parseTimestamp } from './feed-poller.js';
import { CLOSED_FEED_DELAY_MS, nextDelay, MIN_WAKE_INTERVAL_MS } from './retry-timing.js';

export type { PrefetchedResponse, FeedOrigin };

export interface FeedState {
  /** `fresh`: the last round had it, and it is within its `valid_until`. `stale`: held, but not that. `failed`: nothing to show. */
  readonly status: 'loading' | 'fresh' | 'stale' | 'failed';
  readonly feed?: Feed;
  readonly origin?: FeedOrigin;
  /** When an address last confirmed what is held, ms since 1970. */
  readonly checkedAt?: number;
  /** Past its `valid_until`. */
  readonly outdated: boolean;
  /** What the first address that failed in the last round said, also where a mirror then helped. */
  readonly error?: FeedError;
}

export interface WatchOptions {
  /** Further addresses of the same feed, absolute. */
  mirrors?: readonly string[];
  /** Seconds; 0 fetches once and never again. Default 60. */
  refresh?: number;
  /** Pinned Ed25519 public keys; with any, only a feed that one of them signed is shown. */
  publicKeys?: readonly string[];
  /** `[epoch.]sequence`; a lower publication is refused. */
  minSequence?: string | number;
  /** The same, of the snapshot in the page: a publication that is older than that is refused. */
  stamp?: string | number;
  /** Keep a last good copy in this origin's storage. */
  keep?: boolean;
  /** An answer of the first address that somebody else has fetched already: it stands for the first request. */
  prefetched?: PrefetchedResponse;
  environment?: Environment;
}

export interface FeedWatch {
  readonly state: FeedState;
  /** Changes what this asker wants (not the keys, nor the environment). */
  update(options: WatchOptions): void;
  /** The last one to close ends the polling and any request under way. */
  close(): void;
}

const REFRESH = 60;
/** A longer timer would run at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** What a page says that a feed has at least. */
export function pageMinimum({ minSequence, stamp }: Pick<WatchOptions, 'minSequence' | 'stamp'>): PageMinimum {
  return { minSequence: parseVersion(minSequence), stamp: parseVersion(stamp) };
}

/**
 * Watches a feed. `listener` is called after each change of the state, never synchronously.
 * @param url absolute address of the feed
 */
export function watchFeed(url: string, listener: (state: FeedState) => void, options: WatchOptions = {}): FeedWatch {
  const { environment = browserEnvironment, publicKeys = [] } = options;
  const line = getSharedFeed(url, [...publicKeys].sort(), environment);
  const tell = (state: FeedState) => listener(state); // one function may watch twice
  let watcher = watcherOf(line, options);
  watcher.add(tell);
  return {
    get state() {
      return watcher.state;
    },
    update(changed) {
      const before = watcher;
      watcher = watcherOf(line, changed, before);
      if (watcher === before) return;
      watcher.add(tell);
      before.remove(tell);
    },
    close: () => watcher.remove(tell),
  };
}

/** @param before the watcher that an asker leaves for it */
function watcherOf(line: SharedFeed, options: WatchOptions, before?: Watcher): Watcher {
  const { mirrors = [], refresh = REFRESH, minSequence = '', stamp = '', keep = false, prefetched: given } = options;
  const key = JSON.stringify([mirrors, refresh, String(minSequence), String(stamp), keep]);
  const watcher = (line.watchers.get(key) as Watcher | undefined) ?? new Watcher(line, key, options, before);
  watcher.given ??= given;
  line.watchers.set(key, watcher);
  return watcher;
}

class Watcher {
  state: FeedState = Object.freeze({ status: 'loading', outdated: false });
  given?: PrefetchedResponse;
  private readonly environment: Environment;
  /** Seconds; 0 for once. */
  private readonly refresh: number;
  private readonly listeners = new Set<(state: FeedState) => void>();
  private readonly rounds: FeedPoller;
  private round?: AbortController;
  private timer?: unknown;
  private stopWaking?: () => void;
  /** Somebody came back to look, or the network did, and no round has begun since. */
  private woken = false;
  /** One draw a round: planning twice must not be drawing twice. */
  private luck = 0;

  constructor(
    private readonly line: SharedFeed,
    private readonly key: string,
    options: WatchOptions,
    before: Watcher | undefined,
  ) {
    const { mirrors = [], refresh = REFRESH, keep = false } = options;
    this.environment = line.environment;
    this.refresh = refresh >= 0 ? refresh : REFRESH;
    this.rounds = new FeedPoller(line, { mirrors, floor: pageMinimum(options), keep });
    if (before && this.rounds.adopt(before.rounds)) [this.state, this.luck] = [before.state, before.luck];
  }

  add(listener: (state: FeedState) => void): void {
    this.listeners.add(listener);
    this.stopWaking ??= this.environment.onWake(() => this.wake());
    // Those who come in one task get one round.
    queueMicrotask(() => this.round || this.plan());
  }

  remove(listener: (state: FeedState) => void): void {
    if (!this.listeners.delete(listener) || this.listeners.size) return;
    this.stopWaking?.();
    this.rest();
    this.round?.abort();
    this.line.leave(this.key);
  }

  /** Another watcher has an answer of the feed's own address. */
  hear(answer: FeedResponse): void {
    if (this.round || this.rounds.lastRequest === undefined) return;
    void this.look(async (signal) => ((await this.rounds.hear(answer, signal)) ? { error: undefined } : undefined));
  }

  // When to ask.

  private wake(): void {
    this.woken ||= this.environment.visible() && this.environment.online();
    if (!this.round) this.plan();
  }

  /** Sets the one timer, for whatever comes first: the next round, or the moment from which what is held may be out of date. */
  private plan(): void {
    this.rest();
    if (!this.listeners.size || !this.environment.visible()) return;
    const round = this.untilRound();
    const outdated = this.untilOutdated();
    const left = Math.min(round, outdated, LONGEST_TIMER);
    if (round <= 0) void this.run();
    else if (round <= outdated && round < Infinity) this.timer = this.environment.setTimer(() => void this.run(), left);
    else if (outdated < Infinity) this.timer = this.environment.setTimer(() => this.turn(), left);
  }

  private rest(): void {
    if (this.timer !== undefined) this.environment.clearTimer(this.timer);
    this.timer = undefined;
  }

  /** Milliseconds; Infinity for never. */
  private untilRound(): number {
    const { refresh, rounds } = this;
    const { status } = this.state;
    if (!refresh && rounds.lastRequest !== undefined && status !== 'loading') return Infinity;
    if (!this.environment.online() && (status === 'stale' || status === 'failed')) return Infinity; // everyone was told
    const planned = nextDelay({ refresh, failures: rounds.failures, ...rounds.wanted }, this.luck);
    const delay = this.woken ? Math.min(planned, Math.max(MIN_WAKE_INTERVAL_MS, rounds.wanted.retryAfterMs ?? 0)) : planned;
    const now = this.environment.now();
    // A clock that was set back: the whole delay counts from now, once.
    if (rounds.lastRequest !== undefined) rounds.lastRequest = Math.min(now, rounds.lastRequest);
    const since = rounds.lastRequest === undefined ? Infinity : now - rounds.lastRequest;
    // Who has seen nothing yet is told at once that a host wants to be left alone.
    const left = Math.max(delay - since, status === 'loading' ? 0 : rounds.mirrors.patience(now));
    return rounds.expired ? Math.max(left, CLOSED_FEED_DELAY_MS - since) : Math.min(left, rounds.mirrors.untilFirst(now));
  }

  private untilOutdated(): number {
    const until = parseTimestamp(this.rounds.holding.held?.feed.head._placard?.valid_until);
    return until === undefined || this.state.outdated ? Infinity : Math.max(0, until - this.rounds.now());
  }

  private run(): Promise<void> {
    this.woken = false;
    const given = this.given ?? this.line.recent(this.refresh || REFRESH);
    return this.look(async (signal) => ({ error: await this.rounds.run(signal, given) }));
  }

  /** @param ask tells what failed; nothing where everything stays as it is */
  private async look(ask: (signal: AbortSignal) => Promise<Pick<FeedState, 'error'> | undefined>): Promise<void> {
    this.rest();
    const { signal } = (this.round = new AbortController());
    const outcome = await ask(signal);
    if (signal.aborted) return; // closed meanwhile
    this.round = undefined;
    this.luck = this.environment.random();
    if (this.rounds.confirmed) this.woken = false;
    const brokenOff = this.state.status === 'loading' && !this.rounds.holding.held && !this.environment.visible();
    if (brokenOff) return; // wake() begins again
    if (outcome) this.publish(outcome.error);
    this.plan();
  }

  // What everyone sees.

  private turn(): void {
    this.publish(this.state.error);
    this.plan();
  }

  private publish(error: FeedError | undefined): void {
    const { holding, confirmed } = this.rounds;
    const { feed, origin } = holding.held ?? {};
    const checkedAt = feed && this.rounds.checkedAt;
    const until = parseTimestamp(feed?.head._placard?.valid_until);
    const outdated = until !== undefined && until <= this.rounds.now();
    const status = !feed ? 'failed' : confirmed && !outdated ? 'fresh' : 'stale';
    this.state = Object.freeze({ status, feed, origin, checkedAt, outdated, error });
    for (const listener of [...this.listeners]) {
      if (!this.listeners.has(listener)) continue; // closed by one before it
      try {
        listener(this.state);
      } catch (thrown) {
        // One listener's fault is not another's. `reportError` is missing in Node.
        queueMicrotask(() => {
          throw thrown;
        });
      }
    }
  }
}
