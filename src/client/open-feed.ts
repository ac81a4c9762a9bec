/**
 * Opens a feed for an element. The first card needs one request and no client: it loads when the page is idle after that card, and goes
 * on with the response. It loads first where a card must not be shown without it: for a pinned key, whose signature it verifies, and for
 * a stored copy, which may be newer than the response.
 */
import { FeedError } from '../feed/errors.js';
import { withChunks } from '../feed/chunk-missing.js';
import { browserEnvironment as environment } from './environment.js';
import { confirmationOf, LOADING, stateOf, type FeedState } from './feed-state.js';
import { firstRequest, parseOnce } from './first-feed.js';
import { isBelowMinimum, pageMinimum } from './page-minimum.js';
import type * as watchFeed from './watch-feed.js';
import type { FeedWatch, PrefetchedResponse, WatchOptions } from './watch-feed.js';
import { nextTask, whenIdle } from './later.js';

export type Client = Pick<typeof watchFeed, 'watchFeed'>;
export interface ClientLoader {
  /** Returns the client, if it is loaded. */
  loaded(): Client | undefined;
  /** Rejects if the client cannot be loaded; the next call tries again. */
  load(): Promise<Client>;
}
/** Gets each new state, and the one before. */
export type StateListener = (state: FeedState, previous: FeedState) => void;

type FirstResponse = Pick<PrefetchedResponse, 'text' | 'url' | 'at' | 'date'>;

/** ms. A client that did not load is asked for again. */
const RETRY_MS = 60_000;

/** A feed of an element. It outlives its subscription: an element that the page removes and adds again goes on with its feed. */
export class OpenFeed {
  /** The state before the client has one. */
  #first = LOADING;
  #watch?: FeedWatch;
  #options: WatchOptions = {};
  /** Ends the first request and the load of the client. */
  #opening?: AbortController;

  constructor(
    private readonly url: string,
    private readonly listener: StateListener,
    private readonly client: ClientLoader,
  ) {}

  /** The last state. The last good feed stays in it, whatever fails later. */
  get state(): FeedState {
    const state = this.#watch?.state ?? LOADING;
    return state === LOADING ? this.#first : state;
  }

  /** Subscribes, or changes the options. */
  open(options: WatchOptions): void {
    this.#options = options;
    const { feed } = this.#first;
    if (feed && isBelowMinimum(feed, pageMinimum(options))) this.#first = LOADING;
    if (this.#watch) this.#watch.update(options);
    else if (!this.#opening) void this.#open((this.#opening = new AbortController()).signal);
  }

  close(): void {
    this.#watch?.close();
    this.#opening?.abort();
    this.#opening = undefined;
  }

  async #open(signal: AbortSignal): Promise<void> {
    const known = this.client.loaded();
    if (known) return this.#subscribe(known);
    const { keep, prefetched, publicKeys = [] } = this.#options;
    const response = prefetched?.src === this.url ? prefetched : firstRequest(this.url, environment)?.join(signal);
    const isShown = !keep && !publicKeys.length && (await this.#show(response, signal));
    if (isShown) await new Promise<void>((resolve) => whenIdle(resolve));
    while (!signal.aborted) {
      const loaded = await this.client.load().catch((cause: unknown) => void this.#fail(cause));
      if (signal.aborted) return;
      if (loaded) return this.#subscribe(loaded);
      await pause(RETRY_MS, signal);
    }
  }

  /** Shows the feed of the first response. Returns false without a feed that the page accepts: the client says why. */
  async #show(response: FirstResponse | Promise<FirstResponse> | undefined, signal: AbortSignal): Promise<boolean> {
    try {
      const first = await response;
      const feed = first && !signal.aborted && (await withChunks(() => parseOnce(first.text, first.url)));
      await nextTask(); // parsing and rendering are two tasks
      if (!feed || signal.aborted || isBelowMinimum(feed, pageMinimum(this.#options))) return false;
      const { confirmedAt, clockOffsetMs } = confirmationOf(first);
      const now = environment.now() + Math.max(0, clockOffsetMs);
      this.#notify(stateOf({ confirmedAt, clockOffsetMs, confirmed: true, feed, origin: 'first' }, now));
      return true;
    } catch {
      return false;
    }
  }

  #subscribe({ watchFeed }: Client): void {
    this.#watch = watchFeed(this.url, (state, previous) => this.#onState(state, previous), this.#options);
  }

  #onState(state: FeedState, previous: FeedState): void {
    const before = previous === LOADING ? this.#first : previous;
    this.#first = LOADING;
    this.listener(state, before);
  }

  /** Keeps the card, and says that it is not confirmed. */
  #fail(cause: unknown): void {
    const code = this.#options.publicKeys?.length ? 'signature-unchecked' : 'network';
    const status = this.#first.feed ? 'stale' : 'failed';
    this.#notify(Object.freeze<FeedState>({ ...this.#first, status, error: new FeedError(code, { cause }) }));
  }

  #notify(state: FeedState): void {
    const previous = this.#first;
    this.#first = state;
    this.listener(state, previous);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = environment.setTimer(resolve, ms);
    signal.addEventListener('abort', () => {
      environment.clearTimer(timer);
      resolve();
    });
  });
}
