/**
 * Polls one feed. A poll tries address after address, one request at a time, until one has a good answer. If all of them fail and
 * the store is empty, it takes the HTTP cache, then the stored copy. Each poll gets the previous result and returns the next one.
 */
import { FeedError, toFeedError } from '../feed/errors.js';
import type { Feed } from '../feed/parse-feed.js';
import { fetchFeedText, type FeedResponse } from './fetch-feed.js';
import { confirmationOf, parseTimestamp } from './feed-state.js';
import { FeedStore, type FeedOrigin } from './feed-store.js';
import { cacheFor } from './first-feed.js';
import { MirrorList } from './mirror-list.js';
import type { PageMinimum } from './page-minimum.js';
import type { PrefetchedResponse, SharedFeed } from './shared-feed.js';
import { loadCopies, saveCopy } from './stored-copy.js';

/** What one element requires of the feed; it changes nothing for the others. */
export interface PollRequirements {
  readonly mirrors: readonly string[];
  readonly minimum: PageMinimum;
  readonly keep: boolean;
}

/** Everything that a poll leaves to the watcher and to the next poll. A result is replaced, never changed. */
export interface PollResult {
  /** The last good feed. */
  readonly feed?: Feed;
  readonly origin?: FeedOrigin;
  /** Whether the last poll confirmed the feed. */
  readonly confirmed?: boolean;
  /** When an address last confirmed the feed, ms since 1970. */
  readonly confirmedAt?: number;
  /** The error of the first address that failed in the last poll, even if a later address succeeded. */
  readonly error?: FeedError;
  /** Polls in a row that failed at every address. */
  readonly failures: number;
  /** How long the last answer stays fresh, ms. */
  readonly lifetimeMs: number;
  readonly retryAfterMs?: number;
  /** When the last request ended, ms since 1970. */
  readonly lastRequestAt?: number;
  /** Whether the publisher closed the feed (`expired`). An unsigned mirror cannot close it. */
  readonly closed?: boolean;
  /** Whether the HTTP cache was tried as a fallback. */
  readonly triedCache?: boolean;
  /** The clock of the publisher's host minus the reader's, ms; the reader's clock may be hours off. */
  readonly clockOffsetMs: number;
}

type Draft = { -readonly [Key in keyof PollResult]: PollResult[Key] };

export const NO_RESULT: PollResult = { failures: 0, lifetimeMs: 0, clockOffsetMs: 0 };

/** The HTTP cache answers at once. A slower answer comes from the host that just failed. */
const CACHE_TIMEOUT_MS = 5_000;

export class FeedPoller {
  readonly mirrors: MirrorList;
  readonly #shared: SharedFeed;
  readonly #requirements: PollRequirements;
  readonly #store: FeedStore;

  constructor(shared: SharedFeed, requirements: PollRequirements) {
    this.#shared = shared;
    this.#requirements = requirements;
    this.mirrors = new MirrorList(shared.url, shared.backoffs);
    this.#store = new FeedStore(shared, requirements.minimum);
  }

  /** Continues with the feed of another poller, so that a changed attribute does not blank the card. Returns whether it may. */
  adopt(other: FeedPoller): boolean {
    return this.#store.adopt(other.#store);
  }

  async poll(previous: PollResult, signal: AbortSignal, prefetched?: PrefetchedResponse): Promise<PollResult> {
    const draft: Draft = { ...previous, confirmed: false };
    await this.#loadStoredCopies();
    draft.error = await this.#tryAddresses(draft, signal, prefetched);
    if (draft.error && !this.#store.current) await this.#useCachedCopy(draft, signal);
    return this.#finish(draft);
  }

  /** Accepts what another watcher fetched from the primary URL. Returns the previous result if the store rejects it. */
  async acceptShared(previous: PollResult, response: FeedResponse, signal: AbortSignal): Promise<PollResult> {
    const { url } = this.#shared;
    const draft: Draft = { ...previous, error: undefined };
    try {
      await this.#accept(draft, url, response, signal);
      this.mirrors.markSucceeded(url);
      return this.#finish(draft);
    } catch {
      return previous;
    }
  }

  #finish(draft: Draft): PollResult {
    const { feed, origin } = this.#store.current ?? {};
    return { ...draft, feed, origin };
  }

  /** Returns the error of the first address that failed. */
  async #tryAddresses(draft: Draft, signal: AbortSignal, prefetched?: PrefetchedResponse): Promise<FeedError | undefined> {
    const { environment } = this.#shared;
    const tried = new Set<string>();
    let failure: FeedError | undefined;
    for (let address; (address = this.#nextAddress(tried)) !== undefined; tried.add(address)) {
      try {
        await this.#tryAddress(draft, address, signal, prefetched);
        return failure;
      } catch (thrown) {
        const error = toFeedError(thrown, 'network');
        if (signal.aborted) return error;
        this.mirrors.markFailed(address, environment.now(), error);
        failure ??= error;
      }
    }
    if (tried.size) {
      draft.failures++;
      draft.lifetimeMs = 0;
      draft.retryAfterMs = this.mirrors.msUntilAnyAvailable(environment.now());
    }
    return failure ?? new FeedError('network');
  }

  /** Undefined while the page is hidden or offline. */
  #nextAddress(tried: Set<string>): string | undefined {
    const { environment } = this.#shared;
    if (!environment.visible() || !environment.online()) return undefined;
    const feedMirrors = this.#store.current?.feed.head._placard?.mirrors ?? [];
    const addresses = this.mirrors.orderedAddresses(this.#requirements.mirrors, feedMirrors, environment.now());
    return addresses.find((address) => !tried.has(address));
  }

  async #tryAddress(draft: Draft, address: string, signal: AbortSignal, prefetched?: PrefetchedResponse): Promise<void> {
    const { environment, url } = this.#shared;
    const isPrimary = address === url;
    const isFirstRequest = isPrimary && draft.lastRequestAt === undefined;
    if (isFirstRequest && prefetched?.src === url) return this.#accept(draft, address, { ...prefetched, lifetimeMs: 0 }, signal);
    const cache = isFirstRequest ? cacheFor(address, environment) : 'no-cache';
    const send = () =>
      isPrimary ? this.#shared.fetch(signal, cache) : fetchFeedText(address, environment, { signal, cache, credentials: 'omit' });
    await this.#accept(draft, address, await this.#timed(draft, send), signal);
    this.mirrors.markSucceeded(address); // not after a prefetched response: the address may have failed since
  }

  async #accept(draft: Draft, address: string, response: FeedResponse, signal: AbortSignal): Promise<void> {
    const store = this.#store;
    const { environment, publicKeys, url } = this.#shared;
    const { keep, mirrors } = this.#requirements;
    const { at, lifetimeMs, preloaded, retryAfterMs, text } = response;
    const isPrimary = address === url;
    // A mirror must not change the base of relative links.
    const document = { text, url: isPrimary ? response.url : url };
    draft.lastRequestAt = at;
    const { feed, trusted } = await store.accept(document, isPrimary ? 'first' : 'mirror', preloaded ? 0 : at);
    if (signal.aborted) throw new FeedError('aborted');
    const { confirmedAt, clockOffsetMs } = confirmationOf(response);
    const confirmation = { lifetimeMs, retryAfterMs, failures: 0, confirmed: true, confirmedAt, closed: trusted && !!feed.head.expired };
    Object.assign(draft, confirmation satisfies Partial<Draft>);
    // The primary URL alone sets the offset: a mirror with a false clock could make an old publication look valid.
    if (isPrimary && !preloaded) draft.clockOffsetMs = clockOffsetMs;
    if (!keep || !(trusted || mirrors.includes(address))) return;
    // The earlier of both clocks: a host whose clock is ahead must not extend the life of the copy.
    const copy = { ...document, at: confirmedAt + Math.min(0, draft.clockOffsetMs), trusted, withdrawn: feed.retainedRetractions };
    const owner = trusted ? publicKeys.join(' ') : address;
    saveCopy(environment, url, { ...copy, bound: trusted ? store.trustedMinimum.stored : undefined }, owner);
  }

  /** Notes the end of a request. An offline page asks the HTTP cache alone, which is not a request to the host. */
  async #timed(draft: Draft, send: () => Promise<FeedResponse>): Promise<FeedResponse> {
    const { environment } = this.#shared;
    const online = environment.online();
    try {
      return await send();
    } finally {
      if (online) draft.lastRequestAt = environment.now();
    }
  }

  async #loadStoredCopies(): Promise<void> {
    const store = this.#store;
    const { environment, publicKeys, url } = this.#shared;
    const { keep, mirrors } = this.#requirements;
    if (store.current || store.storedCopy || !keep) return;
    const owners = [publicKeys.join(' '), ...(publicKeys.length ? [] : mirrors)];
    for (const copy of loadCopies(environment, url, owners)) await store.loadStoredCopy(copy);
  }

  /**
   * Takes the HTTP cache at any age, else the stored copy. Tries the cache once, and never during `Retry-After`: a cache miss would
   * send a request. The cache helps after a network error alone: an error status has mostly replaced the good response there
   * (measured in Chromium and Firefox).
   */
  async #useCachedCopy(draft: Draft, signal: AbortSignal): Promise<void> {
    const store = this.#store;
    const { environment, url } = this.#shared;
    if (!environment.visible()) return;
    // An element that the page removed and created again must not show less than before.
    const last = this.#shared.recentResponse(Infinity);
    if (last) {
      try {
        await store.accept(last, 'cache', 0);
        draft.confirmedAt = last.at;
        return;
      } catch {
        // It was rejected before, too.
      }
    }
    if (!draft.triedCache && !this.mirrors.isBlocked(url, environment.now())) {
      draft.triedCache = true;
      try {
        const send = () => fetchFeedText(url, environment, { signal, cache: 'force-cache', timeout: CACHE_TIMEOUT_MS });
        const response = await this.#timed(draft, send);
        const { feed } = await store.accept(response, 'cache', 0);
        draft.confirmedAt = response.date ?? parseTimestamp(feed.head._placard?.generated_at);
        return;
      } catch {
        // The stored copy is the last fallback.
      }
    }
    draft.confirmedAt = store.restoreStoredCopy()?.at ?? draft.confirmedAt;
  }
}

/** Returns the result with no time after `now`: the clock may have been set back since. */
export function withoutFuture(result: PollResult, now: number): PollResult {
  const { confirmedAt, lastRequestAt } = result;
  return {
    ...result,
    confirmedAt: confirmedAt && Math.min(confirmedAt, now),
    lastRequestAt: lastRequestAt && Math.min(lastRequestAt, now),
  };
}
