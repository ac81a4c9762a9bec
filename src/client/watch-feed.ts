/**
 * Watches a feed. Subscribers with the same URL, keys and options share one watcher, which ends with the last of them. Watchers of
 * the same URL and keys share its requests. A state is frozen, and the last good feed stays in it whatever fails later.
 */
import { browserEnvironment } from './environment.js';
import type { FeedState } from './feed-state.js';
import type { FeedOrigin } from './feed-store.js';
import { DEFAULT_REFRESH_SECONDS, getWatcher, type WatchOptions } from './feed-watcher.js';
import { getSharedFeed, type PrefetchedResponse } from './shared-feed.js';

export type { FeedOrigin, FeedState, PrefetchedResponse, WatchOptions };

export interface FeedWatch {
  readonly state: FeedState;
  /** Changes the options of this subscriber, except the keys and the environment. After `close`, subscribes again. */
  update(options: WatchOptions): void;
  /** Unsubscribes. The last subscriber to leave ends the polling and aborts the request. */
  close(): void;
}

/** Returns whether a feed was fetched a moment ago, so that the next subscriber needs no request. */
export function isHeld(url: string, { publicKeys = [], refresh = DEFAULT_REFRESH_SECONDS }: WatchOptions): boolean {
  return !!getSharedFeed(url, [...publicKeys].sort(), browserEnvironment).recentResponse(refresh || DEFAULT_REFRESH_SECONDS);
}

/**
 * Subscribes to a feed. Calls `listener` with the new and the previous state after each change, never synchronously.
 * @param url absolute address of the feed
 */
export function watchFeed(url: string, listener: (state: FeedState, previous: FeedState) => void, options: WatchOptions = {}): FeedWatch {
  const { environment = browserEnvironment, publicKeys = [] } = options;
  const shared = () => getSharedFeed(url, [...publicKeys].sort(), environment);
  const subscriber = (state: FeedState, previous: FeedState) => listener(state, previous); // one function may subscribe twice
  let watcher = getWatcher(shared(), options);
  watcher.add(subscriber);
  return {
    get state() {
      return watcher.state;
    },
    update(changed) {
      const before = watcher;
      watcher = getWatcher(shared(), changed, before);
      watcher.add(subscriber);
      if (watcher !== before) before.remove(subscriber);
    },
    close: () => watcher.remove(subscriber),
  };
}
