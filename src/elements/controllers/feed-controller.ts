/** Subscribes an element to its feed while the element is in a document. */
import type { ReactiveController } from 'lit';
import { failedWith, LOADING, type FeedState } from '../../client/feed-state.js';
import { OpenFeed, type StateListener } from '../../client/open-feed.js';
import { isBelowMinimum, pageMinimum } from '../../client/page-minimum.js';
import type { PrefetchedResponse } from '../../client/shared-feed.js';
import { loadedRest, loadRest } from '../load-rest.js';
import type { Settings } from '../base/settings.js';

export class FeedController implements ReactiveController {
  private feed?: OpenFeed;
  /** The state of a feed from the page. */
  private own?: FeedState;
  /** The feed and the options of the last update. */
  private keys: readonly string[] = [];

  /** Calls `onChange` with the new and the previous state after each change. */
  constructor(
    private readonly host: { readonly isConnected: boolean; prefetched?: PrefetchedResponse },
    private readonly onChange: StateListener,
  ) {}

  get state(): FeedState {
    return this.own ?? this.feed?.state ?? LOADING;
  }

  hostDisconnected(): void {
    // A moved element is connected again before this runs, and keeps its subscription.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.close();
    });
  }

  /** Subscribes to the feed of the settings. Runs before each render; unchanged settings keep the subscription. */
  connect(settings: Settings): void {
    const { src, data, mirrors, refresh, publicKeys, minSequence, stamp, keep } = settings;
    if (data) {
      this.close();
      this.feed = undefined;
      if (isBelowMinimum(data, pageMinimum(settings))) this.own = failedWith('rollback');
      else if (this.own?.feed !== data) this.own = Object.freeze<FeedState>({ status: 'fresh', feed: data, outdated: false });
      return;
    }
    this.own = undefined;
    const options = { mirrors, refresh, publicKeys, minSequence, stamp, keep };
    const keys = [JSON.stringify([src, publicKeys]), JSON.stringify(options)];
    const [feedKey, optionsKey] = this.keys;
    if (!this.feed || keys[0] !== feedKey) {
      this.close();
      this.feed = src
        ? new OpenFeed(src, (state, previous) => this.onChange(state, previous), { loaded: loadedRest, load: loadRest })
        : undefined;
    } else if (keys[1] === optionsKey) return;
    this.keys = keys;
    const { prefetched } = this.host;
    this.host.prefetched = undefined; // old after a later reconnect
    this.feed?.open({ ...options, prefetched });
  }

  private close(): void {
    this.feed?.close();
    this.keys = this.keys.slice(0, 1); // the next update subscribes again
  }
}
