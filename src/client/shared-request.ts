/** One request for a feed that several wait for. It ends when the last of them leaves. */
import { FeedError } from '../feed/errors.js';
import type { Environment } from './environment.js';
import { fetchFeedText, type FeedResponse, type FetchOptions } from './fetch-feed.js';

export class SharedRequest {
  readonly response: Promise<FeedResponse>;
  /** Whether the response or its error has arrived. */
  isSettled = false;
  onAbandoned?: () => void;
  readonly #controller = new AbortController();
  #waiting = 0;

  constructor(
    url: string,
    readonly environment: Environment,
    cache: FetchOptions['cache'],
  ) {
    this.response = fetchFeedText(url, environment, { signal: this.#controller.signal, cache });
    const settle = () => void (this.isSettled = true);
    this.response.then(settle, settle);
  }

  /** Waits for the response until `signal` aborts. */
  join(signal: AbortSignal): Promise<FeedResponse> {
    if (signal.aborted && !this.#waiting) this.#abandon();
    if (signal.aborted) throw new FeedError('aborted');
    this.#waiting++;
    signal.addEventListener('abort', () => --this.#waiting || this.#abandon());
    return this.response;
  }

  #abandon(): void {
    this.#controller.abort();
    if (!this.isSettled) this.onAbandoned?.();
  }
}
