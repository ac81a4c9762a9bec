/** One GET of a feed: bounded in time and size, revalidated, without a trace of the page it is asked from. */
import { FeedError } from '../feed/errors.js';
import type { Environment } from './environment.js';
import { readBody } from './read-body.js';
import { freshnessLifetimeMs, retryAfterMs, serverDate } from './retry-timing.js';

export interface FetchOptions {
  signal: AbortSignal;
  /** Milliseconds for the whole answer. */
  timeout?: number;
  /** Bytes after decompression. */
  limit?: number;
  /**
   * `no-cache` asks the host whether what the browser holds still stands: the browser adds the conditional headers
   * itself, so there is no preflight, and hands out a 304 as 200. `force-cache` takes what it holds, of whatever age.
   * `default` is for what a `<link rel=preload as=fetch crossorigin>` brought: Firefox and WebKit would fetch it again for
   * `no-cache`, Chromium would not.
   */
  cache: 'no-cache' | 'force-cache' | 'default';
  /** A mirror gets no cookie: a hostile feed could name an address of the page's own host that acts on them. Default `same-origin`. */
  credentials?: 'omit';
}

export interface FeedResponse {
  text: string;
  /** Where redirects led. */
  url: string;
  /** ms */
  lifetimeMs: number;
  /** ms */
  retryAfterMs?: number;
  /** When the answer left, by the server's clock, ms since 1970, where its `Date` can be read. */
  date?: number;
  /** The page loaded it ahead: the HTTP cache may have held it, of any age. */
  preloaded?: boolean;
}

const TIMEOUT = 20_000;

/** @throws FeedError `network`, `timeout`, `too-large`, `http-status`, `not-json`, `aborted` */
export async function fetchFeedText(url: string, environment: Environment, options: FetchOptions): Promise<FeedResponse> {
  const { signal, timeout = TIMEOUT, limit, cache, credentials = 'same-origin' } = options;
  if (signal.aborted) throw new FeedError('aborted');
  // AbortSignal.any is newer than our floor.
  const controller = new AbortController();
  const abort = () => controller.abort();
  let late = false;
  const timer = environment.setTimer(() => {
    late = true;
    abort();
  }, timeout);
  signal.addEventListener('abort', abort);
  try {
    const response = await environment.fetch(url, {
      cache,
      // Never cookies to another origin. `omit` would keep a `<link rel=preload as=fetch crossorigin>` from being used.
      credentials,
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
    const now = environment.now();
    if (!response.ok) {
      controller.abort(); // the body of an error is not worth its bytes
      throw new FeedError('http-status', { status: response.status, retryAfter: retryAfterMs(response.headers, now) });
    }
    const text = await readBody(response, (code, cause) => new FeedError(code, { cause }), limit);
    const { headers } = response;
    return {
      text,
      url: response.url || url,
      lifetimeMs: freshnessLifetimeMs(headers, now),
      retryAfterMs: retryAfterMs(headers, now),
      date: serverDate(headers),
      preloaded: cache === 'default',
    };
  } catch (cause) {
    if (cause instanceof FeedError) throw cause;
    throw new FeedError(late ? 'timeout' : signal.aborted ? 'aborted' : 'network', { cause });
  } finally {
    environment.clearTimer(timer);
    signal.removeEventListener('abort', abort);
    controller.abort(); // whatever is still under way (too large) ends here
  }
}
