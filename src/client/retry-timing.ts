/** Computes when to poll next. Pure functions from headers and numbers to milliseconds. */

/** The maximum of every interval: a cache lifetime of one year, the default of some hosts, must not freeze the status of a case. */
export const MAX_DELAY_MS = 15 * 60_000;
/** The interval of a feed with `expired`. The client still polls it, because `expired` may be a mistake or an attack. */
export const CLOSED_FEED_DELAY_MS = 60 * 60_000;
/** The minimum between the last request and a poll because the page became visible or online. */
export const MIN_WAKE_INTERVAL_MS = 10_000;
const MIN_DELAY_MS = 1_000;

export interface PollTiming {
  /** The interval that the page sets, in seconds. */
  refresh: number;
  /** How long the response stays fresh. */
  lifetimeMs?: number;
  /** The `Retry-After` of the server. */
  retryAfterMs?: number;
  /** Polls in a row that failed at every address. */
  failures: number;
}

/**
 * Returns the delay of the next poll, never below `retryAfterMs`. After a success, it is the longest of the three times plus up
 * to a tenth. So the embeds of one page do not poll together. After failures, the interval doubles with each, with full
 * jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export function nextDelay({ refresh, lifetimeMs = 0, retryAfterMs = 0, failures }: PollTiming, random: number): number {
  const interval = Math.max(refresh * 1000, MIN_DELAY_MS);
  const jitterFactor = 1 + random / 10;
  const delay = failures
    ? Math.min(MAX_DELAY_MS, interval * 2 ** Math.min(failures, 20)) * random
    : Math.max(interval, lifetimeMs) * jitterFactor;
  return Math.min(MAX_DELAY_MS, Math.max(MIN_DELAY_MS, delay, retryAfterMs * jitterFactor));
}

/** Returns `Retry-After` (RFC 9110, 10.2.3) in ms from now. A date counts from the response's `Date`: this machine's clock may be hours off. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const then = Date.parse(value);
  return Number.isNaN(then) ? undefined : Math.max(0, then - (serverDate(headers) ?? now));
}

/** Returns how long the response stays fresh (RFC 9111, 4.2): `max-age` minus `Age`, or `Expires`; 0 without them. */
export function freshnessLifetimeMs(headers: Headers, now: number): number {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-(cache|store)\b/i.test(control)) return 0;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) * 1000 - ageMs(headers));
  const expires = Date.parse(headers.get('expires') ?? '');
  return Number.isNaN(expires) ? 0 : Math.max(0, expires - (serverDate(headers) ?? now));
}

/** Returns the server's clock when it answered, ms since 1970: `Date` plus the `Age` in caches. Other origins must expose `Date`. */
export function serverDate(headers: Headers): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date + ageMs(headers);
}

function ageMs(headers: Headers): number {
  return Math.max(0, Number(headers.get('age')) || 0) * 1000;
}
