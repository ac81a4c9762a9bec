/**
 * One watcher per feed address and key set, shared by everyone on the page who shows it, gone with the last of them.
 * It holds one frozen state; whatever fails, what was true last stays in it.
 *
 *   asleep ──wake──▶ round: ask address after address, never two at once ──▶ settle: publish the state, plan the next round
 *      ▲                                                                        │
 *      └──────────────────────── hidden, offline, closed ◀────────timer─────────┘
 */
import { FeedError } from '../feed/error.js';
import type { Feed } from '../feed/parse.js';
import { browserEnvironment, type Environment } from './environment.js';
import type { Source } from './holding.js';
import { Rounds, timeOf, type Given } from './rounds.js';
import { nextDelay, WAKE_GAP } from './schedule.js';

export type { Given, Source };

export interface FeedState {
  /** `fresh`: the last round had it, and it is within its `valid_until`. `stale`: held, but not that. `failed`: nothing to show. */
  readonly status: 'loading' | 'fresh' | 'stale' | 'failed';
  readonly feed?: Feed;
  readonly source?: Source;
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
  /** A feed with a lower sequence is refused. */
  minSequence?: number;
  /** Keep a last good copy in this origin's storage. */
  keep?: boolean;
  /** An answer of the first address that somebody else has fetched already: it stands for the first request. */
  given?: Given;
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
const watchers = new Map<string, Watcher>();

/**
 * Watches a feed. `listener` is called after each change of the state, never synchronously.
 * @param url absolute address of the feed
 */
export function watchFeed(url: string, listener: (state: FeedState) => void, options: WatchOptions = {}): FeedWatch {
  const { environment = browserEnvironment, publicKeys = [] } = options;
  const key = JSON.stringify([url, [...publicKeys].sort()]);
  let watcher = watchers.get(key);
  // Another environment is another world (tests): never shared.
  if (!watcher || watcher.environment !== environment) {
    watcher = new Watcher(url, publicKeys, environment, (gone) => watchers.get(key) === gone && watchers.delete(key));
    watchers.set(key, watcher);
  }
  return watcher.add({ listener, options });
}

interface Asker {
  listener: (state: FeedState) => void;
  options: WatchOptions;
}

class Watcher {
  private state: FeedState = Object.freeze({ status: 'loading', outdated: false });
  private readonly askers = new Set<Asker>();
  private readonly rounds: Rounds;
  private round?: AbortController;
  private timer?: unknown;
  private stopWaking?: () => void;
  /** Somebody came back to look, or the network did, and no round has begun since. */
  private woken = false;
  /** One draw a round: planning twice must not be drawing twice. */
  private luck = 0;

  constructor(
    url: string,
    publicKeys: readonly string[],
    readonly environment: Environment,
    private readonly gone: (watcher: Watcher) => void,
  ) {
    this.rounds = new Rounds(url, publicKeys, environment, {
      mirrors: () => this.options.flatMap(({ mirrors = [] }) => mirrors),
      minSequence: () => Math.max(...this.options.map(({ minSequence }) => minSequence || 0), 0),
      keep: () => this.options.some(({ keep }) => keep),
      given: () => this.options.find(({ given }) => given?.src === url)?.given,
    });
  }

  add(asker: Asker): FeedWatch {
    this.askers.add(asker);
    if (this.askers.size === 1) this.stopWaking = this.environment.onWake(() => this.wake());
    // Those who come in one task get one round, with the wishes of all of them.
    const consider = () => queueMicrotask(() => this.wish());
    consider();
    const current = () => this.state;
    return {
      get state() {
        return current();
      },
      update: (options) => {
        asker.options = options;
        consider();
      },
      close: () => {
        if (this.askers.delete(asker) && !this.askers.size) this.end();
      },
    };
  }

  private end(): void {
    this.stopWaking?.();
    this.rest();
    this.round?.abort();
    this.gone(this);
  }

  /** What each of them wants. */
  private get options(): WatchOptions[] {
    return [...this.askers].map(({ options }) => options);
  }

  private get refresh(): number {
    const wishes = this.options.map(({ refresh = REFRESH }) => (refresh >= 0 ? refresh : REFRESH)).filter((seconds) => seconds);
    return wishes.length ? Math.min(...wishes) : 0;
  }

  // When to ask.

  private wish(): void {
    if (this.round) return; // its end considers all wishes
    this.renounce();
    this.plan();
  }

  private wake(): void {
    this.woken ||= this.environment.visible() && this.environment.online();
    if (!this.round) this.plan();
  }

  /** Sets the one timer, for whatever comes first: the next round, or the moment from which what is held may be out of date. */
  private plan(): void {
    this.rest();
    if (!this.askers.size || !this.environment.visible()) return;
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
    if (rounds.expired) return Infinity;
    if (!refresh && rounds.lastRequest !== undefined && status !== 'loading') return Infinity;
    if (!this.environment.online() && (status === 'stale' || status === 'failed')) return Infinity; // everyone was told
    const planned = nextDelay({ refresh, failures: rounds.failures, ...rounds.wanted }, this.luck);
    const delay = this.woken ? Math.min(planned, Math.max(WAKE_GAP, rounds.wanted.retryAfter ?? 0)) : planned;
    const now = this.environment.now();
    // A clock that was set back: the whole delay counts from now, once.
    if (rounds.lastRequest !== undefined) rounds.lastRequest = Math.min(now, rounds.lastRequest);
    const since = rounds.lastRequest === undefined ? Infinity : now - rounds.lastRequest;
    const left = Math.max(delay - since, rounds.mirrors.patience(now));
    return Math.min(left, rounds.mirrors.untilFirst(now));
  }

  private untilOutdated(): number {
    const until = timeOf(this.rounds.holding.held?.feed.head._placard?.valid_until);
    return until === undefined || this.state.outdated ? Infinity : Math.max(0, until - this.rounds.now());
  }

  private async run(): Promise<void> {
    this.rest();
    const { signal } = (this.round = new AbortController());
    this.woken = false;
    const error = await this.rounds.run(signal);
    if (signal.aborted) return; // closed meanwhile: whatever came is nobody's
    this.round = undefined;
    this.luck = this.environment.random();
    if (this.rounds.confirmed) this.woken = false;
    const brokenOff = this.state.status === 'loading' && !this.rounds.holding.held && !this.environment.visible();
    if (brokenOff) return; // wake() begins again
    if (!this.renounce()) this.publish(error);
    this.plan();
  }

  // What everyone sees.

  private turn(): void {
    this.publish(this.state.error);
    this.plan();
  }

  /** A `min-sequence` that came later than what it refuses. */
  private renounce(): boolean {
    if (!this.rounds.holding.renounce()) return false;
    this.woken = true;
    this.rounds.expired = false;
    this.publish(new FeedError('rollback'));
    return true;
  }

  private publish(error: FeedError | undefined): void {
    const { holding, confirmed } = this.rounds;
    const { feed, source } = holding.held ?? {};
    const checkedAt = feed && this.rounds.checkedAt;
    const until = timeOf(feed?.head._placard?.valid_until);
    const outdated = until !== undefined && until <= this.rounds.now();
    const status = !feed ? 'failed' : confirmed && !outdated ? 'fresh' : 'stale';
    this.state = Object.freeze({ status, feed, source, checkedAt, outdated, error });
    for (const asker of [...this.askers]) {
      if (!this.askers.has(asker)) continue; // closed by one before it
      try {
        asker.listener(this.state);
      } catch (thrown) {
        // One asker's fault is not another's. `reportError` is missing in Node.
        queueMicrotask(() => {
          throw thrown;
        });
      }
    }
  }
}
