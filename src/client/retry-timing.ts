/** When to ask next. Pure: headers and numbers in, milliseconds out. */

/** No interval is longer, whatever a server asks for: a host's default of a year must not freeze a court's status. */
export const MAX_DELAY_MS = 15 * 60_000;
/** ms between two looks at a feed that says it expired: seldom, but whoever wrote that may have been wrong, or not the publisher. */
export const CLOSED_FEED_DELAY_MS = 60 * 60_000;
/** Waking up (tab shown, network back) asks at once, but never sooner than this after the last request. */
export const MIN_WAKE_INTERVAL_MS = 10_000;
/** `refresh` is at least this. */
const SHORTEST = 1_000;

export interface PollTiming {
  /** What the page asks for, in seconds. */
  refresh: number;
  /** How long the answer said that it stays fresh, in ms. */
  lifetimeMs?: number;
  /** How long a server asked to be left alone, in ms. */
  retryAfterMs?: number;
  /** Rounds that failed in a row. */
  failures: number;
}

/**
 * Milliseconds until the next round. After a success: the longest of what page, cache and server want, and up to a tenth
 * later, so that the embeds of one page view do not march in step. After failures: the interval doubles with each, with
 * full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). Never before `Retry-After`.
 */
export function nextDelay({ refresh, lifetimeMs = 0, retryAfterMs = 0, failures }: PollTiming, random: number): number {
  const interval = Math.max(refresh * 1000, SHORTEST);
  const later = 1 + random / 10;
  const wanted = failures
    ? Math.min(MAX_DELAY_MS, interval * 2 ** Math.min(failures, 20)) * random
    : Math.max(interval, lifetimeMs) * later;
  return Math.min(MAX_DELAY_MS, Math.max(SHORTEST, wanted, retryAfterMs * later));
}

/** `Retry-After` (RFC 9110, 10.2.3), seconds or a date, in ms from `now`. A date is read against the answer's own `Date` where there is one: this machine's clock may be hours off. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const then = Date.parse(value);
  return Number.isNaN(then) ? undefined : Math.max(0, then - (serverDate(headers) ?? now));
}

/** How long the answer stays fresh (RFC 9111, 4.2): `max-age` less `Age`, or `Expires`, in ms; 0 where it does not say. */
export function freshnessLifetimeMs(headers: Headers, now: number): number {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-(cache|store)\b/i.test(control)) return 0;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) * 1000 - age(headers));
  const expires = Date.parse(headers.get('expires') ?? '');
  return Number.isNaN(expires) ? 0 : Math.max(0, expires - (serverDate(headers) ?? now));
}

/** The server's clock when it answered, ms since 1970; across origins only where `Date` is exposed. A cache on the way says by `Age` for how long it held the answer. */
export function serverDate(headers: Headers): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date + age(headers);
}

function age(headers: Headers): number {
  return Math.max(0, Number(headers.get('age')) || 0) * 1000;
}
