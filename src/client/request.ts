/** One GET of a feed: bounded in time and size, revalidated, without a trace of the page it is asked from. */
import { FeedError } from '../feed/error.js';
import type { Environment } from './environment.js';
import { lifetime, retryAfter, serverDate } from './schedule.js';

export interface RequestOptions {
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

export interface Answer {
  text: string;
  /** Where redirects led. */
  url: string;
  /** ms */
  lifetime: number;
  /** ms */
  retryAfter?: number;
  /** When the answer left, by the server's clock, ms since 1970, where its `Date` can be read. */
  date?: number;
}

const TIMEOUT = 20_000;
const LIMIT = 4 * 1024 * 1024;

/** @throws FeedError `network`, `timeout`, `too-large`, `http-status`, `not-json`, `aborted` */
export async function request(url: string, environment: Environment, options: RequestOptions): Promise<Answer> {
  const { signal, timeout = TIMEOUT, limit = LIMIT, cache, credentials = 'same-origin' } = options;
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
      throw new FeedError('http-status', { status: response.status, retryAfter: retryAfter(response.headers, now) });
    }
    const text = await read(response, limit);
    const { headers } = response;
    return {
      text,
      url: response.url || url,
      lifetime: lifetime(headers, now),
      retryAfter: retryAfter(headers, now),
      date: serverDate(headers),
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

/**
 * UTF-8 whatever the header says (RFC 8259), without its BOM; anything else is refused rather than shown with holes in it.
 * Counted while it streams: what it is compressed to says nothing.
 */
async function read(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: !!bytes });
    } catch (cause) {
      throw new FeedError('not-json', { cause });
    }
  };
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decode();
    size += value.byteLength;
    if (size > limit) throw new FeedError('too-large');
    text += decode(value);
  }
}
