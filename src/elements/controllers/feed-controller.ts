/** Joins a watcher to an element's life: watches while it is in a document, hands it the state, leaves with it. */
import type { ReactiveController } from 'lit';
import { isBelowMinimum } from '../../client/feed-store.js';
import { pageMinimum, watchFeed, type FeedState, type FeedWatch, type PrefetchedResponse } from '../../client/watch-feed.js';
import { FeedError } from '../../feed/errors.js';
import type { Feed } from '../../feed/parse-feed.js';

/** What an element wants to show, its own attributes and those that it inherits. */
export interface Settings {
  /** Absolute address; undefined where there is none, or none that may be asked. */
  readonly src?: string;
  readonly item?: string;
  readonly mirrors: readonly string[];
  readonly refresh?: number;
  readonly publicKeys: readonly string[];
  readonly minSequence?: string | number;
  /** Of the snapshot, or that of an element around it where that one's is newer. */
  readonly stamp?: string | number;
  readonly keep: boolean;
  readonly original: boolean;
  readonly theme?: string;
  readonly look?: string;
  readonly fold?: 'all' | 'none';
  /** A feed that the page brought itself: no network. */
  readonly data?: Feed;
}

const LOADING: FeedState = Object.freeze({ status: 'loading', outdated: false });
const BELOW_MINIMUM: FeedState = Object.freeze({ status: 'failed', outdated: false, error: new FeedError('rollback') });

export class FeedController implements ReactiveController {
  state: FeedState = LOADING;
  private watch: FeedWatch | undefined = undefined;
  private watchKey = '';
  private optionsKey = '';

  /** `changed` gets the new and the former state after each change. */
  constructor(
    private readonly host: { readonly isConnected: boolean; prefetched?: PrefetchedResponse },
    private readonly onChange: (state: FeedState, before: FeedState) => void,
  ) {}

  hostDisconnected(): void {
    // An element that is only moved is back before this runs, and asks nobody again.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.disconnect();
    });
  }

  /** Watches what the settings name; the same as before costs nothing. Called before each render. */
  connect(settings: Settings): void {
    const { src, data, mirrors, refresh, publicKeys, minSequence, stamp, keep } = settings;
    const floor = pageMinimum(settings);
    if (data) {
      this.disconnect();
      this.watchKey = 'data';
      if (isBelowMinimum(data, floor)) this.state = BELOW_MINIMUM;
      else if (this.state.feed !== data) this.state = Object.freeze({ status: 'fresh', feed: data, outdated: false });
      return;
    }
    const watched = src ? JSON.stringify([src, publicKeys]) : '';
    const options = { mirrors, refresh, publicKeys, minSequence, stamp, keep };
    const wishes = JSON.stringify(options);
    const { prefetched } = this.host;
    const again = watched === this.watchKey;
    if (!again || (src && !this.watch)) {
      this.disconnect();
      this.watchKey = watched;
      this.watch = src ? watchFeed(src, (state) => this.onState(state), { ...options, prefetched }) : undefined;
      this.host.prefetched = undefined; // news once, not again after a time away
      const state = this.watch?.state ?? LOADING;
      // Put back after a time away, it still has what was true last.
      if (!again || state.feed) this.state = state;
    } else if (wishes !== this.optionsKey && this.watch) {
      this.watch.update(options);
      const { state } = this.watch;
      if (state.feed || (this.state.feed && isBelowMinimum(this.state.feed, floor))) this.state = state;
    }
    this.optionsKey = wishes;
  }

  private onState(state: FeedState): void {
    const before = this.state;
    const kept = !state.feed && state.error?.code !== 'rollback' && before.feed;
    this.state = kept ? Object.freeze({ ...before, status: 'stale', error: state.error }) : state;
    this.onChange(this.state, before);
  }

  private disconnect(): void {
    this.watch?.close();
    this.watch = undefined;
  }
}
