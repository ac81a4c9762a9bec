/**
 * Holds what the watchers of one feed URL and key set share: the request to that URL, and the versions that it published. Watchers
 * differ in their requirements, and one does not change what another shows, stores or requests. The record outlives the watchers:
 * an element that an application removes and creates again must not show less than before.
 */
import { FeedError, toFeedError } from '../feed/errors.js';
import type { Environment } from './environment.js';
import type { FeedResponse, FetchOptions } from './fetch-feed.js';
import { takeRequest } from './first-feed.js';
import { MinimumVersion } from './minimum-version.js';
import { backOff, type Backoffs } from './mirror-list.js';
import { SharedRequest } from './shared-request.js';

/** A response that was fetched before its watcher existed: by src/embed/runtime/loader.ts, or for another watcher. */
export interface PrefetchedResponse {
  /** The address that was requested. */
  readonly src: string;
  readonly text: string;
  /** The address that answered. */
  readonly url: string;
  /** When it was requested, ms since 1970. */
  readonly at: number;
  /** The server's clock at that time, ms since 1970; undefined or NaN if it is not exposed. */
  readonly date?: number;
}

interface ResponseListener {
  onResponse(response: FeedResponse): void;
}

/** Shared feeds without a watcher that are remembered. */
const MAX_IDLE = 20;
/** Each environment has its own feeds, so that tests are independent. */
const feedsByEnvironment = new WeakMap<Environment, Map<string, SharedFeed>>();

/** Returns the one shared feed of a URL and key set. */
export function getSharedFeed(url: string, publicKeys: readonly string[], environment: Environment): SharedFeed {
  const feeds = feedsByEnvironment.get(environment) ?? new Map<string, SharedFeed>();
  feedsByEnvironment.set(environment, feeds);
  const key = JSON.stringify([url, ...publicKeys]);
  const shared = feeds.get(key) ?? new SharedFeed(url, publicKeys, environment);
  feeds.delete(key); // the map then ends with the one that was used last
  feeds.set(key, shared);
  const idle = [...feeds].filter(([, { watchers, pending }]) => !watchers.size && !pending);
  for (const [idleKey] of idle.slice(0, -MAX_IDLE)) if (idleKey !== key) feeds.delete(idleKey);
  return shared;
}

export class SharedFeed {
  /** The newest publication of the primary URL. */
  readonly published: MinimumVersion;
  readonly backoffs: Backoffs = new Map();
  readonly watchers = new Map<string, ResponseListener>();
  pending?: SharedRequest;
  /** For a watcher that joins the others, or comes after them: a page may create its elements again many times. */
  #lastResponse?: PrefetchedResponse;

  constructor(
    readonly url: string,
    readonly publicKeys: readonly string[],
    readonly environment: Environment,
  ) {
    this.published = new MinimumVersion(publicKeys.length > 0);
  }

  removeWatcher(key: string): void {
    this.watchers.delete(key);
  }

  /** Returns the last response, unless it is older than that. */
  recentResponse(seconds: number): PrefetchedResponse | undefined {
    const lastResponse = this.#lastResponse;
    return lastResponse && this.environment.now() - lastResponse.at < seconds * 1000 ? lastResponse : undefined;
  }

  /** Fetches the primary URL, or joins the request of another watcher or of the first card. It ends when the last of them aborts. */
  fetch(signal: AbortSignal, cache: FetchOptions['cache']): Promise<FeedResponse> {
    if (signal.aborted) throw new FeedError('aborted');
    return (this.pending ??= this.#start(cache)).join(signal);
  }

  #start(cache: FetchOptions['cache']): SharedRequest {
    const { environment, url } = this;
    const request = takeRequest(url, environment) ?? new SharedRequest(url, environment, cache);
    request.onAbandoned = () => this.#end(request);
    void this.#distribute(request);
    return request;
  }

  async #distribute(request: SharedRequest): Promise<void> {
    const { environment, url } = this;
    try {
      const response = await request.response;
      this.#end(request);
      const { at, date, preloaded, text } = response;
      if (!preloaded) this.#lastResponse = { src: url, text, url: response.url, at, date };
      // Also for the watchers whose next poll is later.
      for (const watcher of [...this.watchers.values()]) watcher.onResponse(response);
    } catch (thrown) {
      // Back off before the next watcher polls: it could otherwise request in spite of `Retry-After`.
      if (this.pending === request) backOff(this.backoffs, url, environment.now(), toFeedError(thrown, 'network'));
      this.#end(request);
    }
  }

  #end(request: SharedRequest): void {
    if (this.pending === request) this.pending = undefined;
  }
}
