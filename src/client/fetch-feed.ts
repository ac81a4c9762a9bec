/** Fetches a feed, with a maximum time and size, revalidated, and without a `Referer`. */
import { FeedError } from '../feed/errors.js';
import type { Environment } from './environment.js';
import { readBody } from './read-body.js';
import { freshnessLifetimeMs, retryAfterMs, serverDate } from './retry-timing.js';

export interface FetchOptions {
  signal: AbortSignal;
  /** Milliseconds for the whole response. */
  timeout?: number;
  /** Bytes after decompression. */
  limit?: number;
  /**
   * `no-cache` revalidates: the browser adds the conditional headers, which avoids a preflight, and returns a 304 as 200.
   * `force-cache` accepts a cached response of any age. `default` can use a `<link rel=preload as=fetch crossorigin>`. For
   * `no-cache`, Firefox and WebKit would fetch it again; Chromium would not.
   */
  cache: 'no-cache' | 'force-cache' | 'default';
  /** `omit` for mirrors: a hostile feed could name an address of the page's own host that acts on cookies. Default `same-origin`. */
  credentials?: 'omit';
}

export interface FeedResponse {
  text: string;
  /** When it arrived, ms since 1970. */
  at: number;
  /** The address after redirects. */
  url: string;
  lifetimeMs: number;
  retryAfterMs?: number;
  /** When the server sent it, by the server's clock, ms since 1970. Undefined if `Date` is not exposed. */
  date?: number;
  /** Whether the page may have preloaded it: then it may come from the HTTP cache, at any age. */
  preloaded?: boolean;
}

const TIMEOUT_MS = 20_000;

/** @throws FeedError `network`, `timeout`, `too-large`, `http-status`, `not-json`, `aborted` */
export async function fetchFeedText(url: string, environment: Environment, options: FetchOptions): Promise<FeedResponse> {
  const { signal, timeout = TIMEOUT_MS, limit, cache, credentials = 'same-origin' } = options;
  if (signal.aborted) throw new FeedError('aborted');
  // Firefox 115 and Safari 16.4 have no AbortSignal.any.
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timedOut = false;
  const timer = environment.setTimer(() => {
    timedOut = true;
    abort();
  }, timeout);
  signal.addEventListener('abort', abort);
  try {
    const response = await environment.fetch(url, {
      cache,
      // Another origin gets no cookies. `omit` would not use a `<link rel=preload as=fetch crossorigin>`.
      credentials,
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
    const now = environment.now();
    if (!response.ok) {
      controller.abort(); // does not download the body of an error
      throw new FeedError('http-status', { status: response.status, retryAfter: retryAfterMs(response.headers, now) });
    }
    const text = await readBody(response, (isTooLarge, cause) => new FeedError(isTooLarge ? 'too-large' : 'not-json', { cause }), limit);
    const { headers } = response;
    return {
      text,
      at: now,
      url: response.url || url,
      lifetimeMs: freshnessLifetimeMs(headers, now),
      retryAfterMs: retryAfterMs(headers, now),
      date: serverDate(headers),
      preloaded: cache === 'default',
    };
  } catch (cause) {
    if (cause instanceof FeedError) throw cause;
    throw new FeedError(timedOut ? 'timeout' : signal.aborted ? 'aborted' : 'network', { cause });
  } finally {
    environment.clearTimer(timer);
    signal.removeEventListener('abort', abort);
    controller.abort(); // ends a response that is too large
  }
}
