/** Subscribes an element to its feed while the element is in a document. */
import type { ReactiveController } from 'lit';
import { isBelowMinimum } from '../../client/feed-store.js';
import { pageMinimum, watchFeed, type FeedState, type FeedWatch, type PrefetchedResponse } from '../../client/watch-feed.js';
import { FeedError } from '../../feed/errors.js';
import type { Feed } from '../../feed/parse-feed.js';

/** The attributes of an element, with those that it inherits. */
export interface Settings {
  /** Absolute address; undefined if it is missing or not allowed. */
  readonly src?: string;
  readonly item?: string;
  readonly mirrors: readonly string[];
  readonly refresh?: number;
  readonly publicKeys: readonly string[];
  readonly minSequence?: string | number;
  /** Stamp of the snapshot, or of an element around it if that one is newer. */
  readonly stamp?: string | number;
  readonly keep: boolean;
  readonly original: boolean;
  readonly theme?: string;
  readonly look?: string;
  readonly fold?: 'all' | 'none';
  /** A parsed feed from the page. With it, the controller sends no request. */
  readonly data?: Feed;
}

const LOADING: FeedState = Object.freeze({ status: 'loading', outdated: false });
const BELOW_MINIMUM: FeedState = Object.freeze({ status: 'failed', outdated: false, error: new FeedError('rollback') });

export class FeedController implements ReactiveController {
  state: FeedState = LOADING;
  private watch: FeedWatch | undefined = undefined;
  private watchKey = '';
  private optionsKey = '';

  /** Calls `onChange` with the new and the previous state after each change. */
  constructor(
    private readonly host: { readonly isConnected: boolean; prefetched?: PrefetchedResponse },
    private readonly onChange: (state: FeedState, previous: FeedState) => void,
  ) {}

  hostDisconnected(): void {
    // A moved element is connected again before this runs, and keeps its subscription.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.disconnect();
    });
  }

  /** Subscribes to the feed of the settings. Runs before each render; unchanged settings keep the subscription. */
  connect(settings: Settings): void {
    const { src, data, mirrors, refresh, publicKeys, minSequence, stamp, keep } = settings;
    const minimum = pageMinimum(settings);
    if (data) {
      this.disconnect();
      this.watchKey = 'data';
      if (isBelowMinimum(data, minimum)) this.state = BELOW_MINIMUM;
      else if (this.state.feed !== data) this.state = Object.freeze({ status: 'fresh', feed: data, outdated: false });
      return;
    }
    const watchKey = src ? JSON.stringify([src, publicKeys]) : '';
    const options = { mirrors, refresh, publicKeys, minSequence, stamp, keep };
    const optionsKey = JSON.stringify(options);
    const { prefetched } = this.host;
    const isSameFeed = watchKey === this.watchKey;
    if (!isSameFeed || (src && !this.watch)) {
      this.disconnect();
      this.watchKey = watchKey;
      this.watch = src ? watchFeed(src, (state) => this.onState(state), { ...options, prefetched }) : undefined;
      this.host.prefetched = undefined; // old after a later reconnect
      const state = this.watch?.state ?? LOADING;
      // A reconnected element keeps its last feed while it loads.
      if (!isSameFeed || state.feed) this.state = state;
    } else if (optionsKey !== this.optionsKey && this.watch) {
      this.watch.update(options);
      const { state } = this.watch;
      if (state.feed || (this.state.feed && isBelowMinimum(this.state.feed, minimum))) this.state = state;
    }
    this.optionsKey = optionsKey;
  }

  private onState(state: FeedState): void {
    const previous = this.state;
    const keepsFeed = !state.feed && state.error?.code !== 'rollback' && previous.feed;
    this.state = keepsFeed ? Object.freeze({ ...previous, status: 'stale', error: state.error }) : state;
    this.onChange(this.state, previous);
  }

  private disconnect(): void {
    this.watch?.close();
    this.watch = undefined;
  }
}
