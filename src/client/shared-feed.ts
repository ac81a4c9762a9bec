/**
 * What the watchers of one feed address and key set share: the request to that address, and what it published so far. Their wishes
 * differ, and none changes what another one shows, stores, or asks for. The memory outlives the watchers: an element that an
 * application removes and makes anew must not fall behind what the page has shown.
 */
import { MinimumVersion } from './minimum-version.js';
import type { Environment } from './environment.js';
import { toFeedError, FeedError } from '../feed/errors.js';
import { backOff, type Backoffs } from './mirror-list.js';
import { fetchFeedText, type FeedResponse, type FetchOptions } from './fetch-feed.js';

/** What was fetched before the one who wants it was there: by src/embed/runtime/loader.ts, or for another watcher. */
export interface PrefetchedResponse {
  /** The address that was asked. */
  readonly src: string;
  readonly text: string;
  /** The address that answered. */
  readonly url: string;
  /** When it was asked, ms since 1970. */
  readonly at: number;
}

interface Listener {
  hear(answer: FeedResponse): void;
}

interface Asking {
  readonly answer: Promise<FeedResponse>;
  readonly controller: AbortController;
  waiting: number;
}

/** So many lines are remembered without a watcher. */
const MOST_IDLE = 20;
/** By environment, for another one is another world (tests). */
const worlds = new WeakMap<Environment, Map<string, SharedFeed>>();

/** The line of an address and key set, the same one for all. */
export function getSharedFeed(url: string, publicKeys: readonly string[], environment: Environment): SharedFeed {
  const lines = worlds.get(environment) ?? new Map<string, SharedFeed>();
  worlds.set(environment, lines);
  const key = JSON.stringify([url, ...publicKeys]);
  const line = lines.get(key) ?? new SharedFeed(url, publicKeys, environment);
  lines.delete(key); // so that the one used last stands last
  lines.set(key, line);
  const idle = [...lines].filter(([, { watchers, asking }]) => !watchers.size && !asking);
  for (const [old] of idle.slice(0, -MOST_IDLE)) if (old !== key) lines.delete(old);
  return line;
}

export class SharedFeed {
  /** What the address itself published. */
  readonly history: MinimumVersion;
  readonly resting: Backoffs = new Map();
  readonly watchers = new Map<string, Listener>();
  asking?: Asking;
  /** For a watcher that comes while others are there. */
  private last?: PrefetchedResponse;

  constructor(
    readonly url: string,
    readonly publicKeys: readonly string[],
    readonly environment: Environment,
  ) {
    this.history = new MinimumVersion(publicKeys.length > 0);
  }

  leave(key: string): void {
    this.watchers.delete(key);
    if (!this.watchers.size) this.last = undefined;
  }

  /** The last answer, where that is no older than some seconds. */
  recent(seconds: number): PrefetchedResponse | undefined {
    return this.last && this.environment.now() - this.last.at < seconds * 1000 ? this.last : undefined;
  }

  /** Asks the address, or waits for the answer that another watcher awaits. The last one to give up ends the request. */
  ask(signal: AbortSignal, cache: FetchOptions['cache']): Promise<FeedResponse> {
    if (signal.aborted) throw new FeedError('aborted');
    const asking = (this.asking ??= this.begin(cache));
    asking.waiting++;
    const giveUp = () => {
      if (--asking.waiting) return;
      asking.controller.abort();
      this.end(asking);
    };
    // A page's own `fetch` may have made the watcher leave while the request began.
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp);
    return asking.answer;
  }

  private begin(cache: FetchOptions['cache']): Asking {
    const controller = new AbortController();
    const answer = fetchFeedText(this.url, this.environment, { signal: controller.signal, cache });
    const asking = { answer, controller, waiting: 0 };
    void this.await(asking);
    return asking;
  }

  private async await(asking: Asking): Promise<void> {
    try {
      const answer = await asking.answer;
      this.end(asking);
      if (!answer.preloaded) this.last = { src: this.url, text: answer.text, url: answer.url, at: this.environment.now() };
      // News is for everyone on the page, also for those whose turn to ask is later.
      for (const watcher of [...this.watchers.values()]) watcher.hear(answer);
    } catch (thrown) {
      // Before the next watcher may ask: between this request's end and its own turn, it would ask a host that wants to be left alone.
      if (this.asking === asking) backOff(this.resting, this.url, this.environment.now(), toFeedError(thrown, 'network'));
      this.end(asking);
    }
  }

  private end(asking: Asking): void {
    if (this.asking === asking) this.asking = undefined;
  }
}
