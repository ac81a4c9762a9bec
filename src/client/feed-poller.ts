/**
 * One round: address after address, never two at once, until one has a good answer; where none has one and nothing is held, the
 * last good copy. What came of it stands here until the next round.
 */
import { toEpochMs, parseDate } from '../feed/values/partial-date.js';
import { toFeedError, FeedError } from '../feed/errors.js';
import { FeedStore, type PageMinimum } from './feed-store.js';
import { saveCopy, loadCopies } from './stored-copy.js';
import type { PrefetchedResponse, SharedFeed } from './shared-feed.js';
import { MirrorList } from './mirror-list.js';
import { fetchFeedText, type FeedResponse } from './fetch-feed.js';

/** What an element asks for; it binds nobody else. */
export interface PollRequirements {
  readonly mirrors: readonly string[];
  readonly floor: PageMinimum;
  readonly keep: boolean;
}

/** What the HTTP cache holds comes at once; what takes longer comes from the host that just failed. */
const CACHE_TIMEOUT = 5_000;

export class FeedPoller {
  readonly holding: FeedStore;
  readonly mirrors: MirrorList;
  /** Rounds in a row in which nobody had it. */
  failures = 0;
  /** Whether the last round had it. */
  confirmed = false;
  /** When the last request ended. */
  lastRequest?: number;
  /** What the last round's answers asked for. */
  wanted: Pick<FeedResponse, 'lifetimeMs' | 'retryAfterMs'> = { lifetimeMs: 0 };
  /** The publisher closed the feed, in a publication that is the publisher's for certain: nothing more is to come. */
  expired = false;

  private checked?: number;
  private askedCache = false;
  /** The clock of the publisher's host less ours, ms, where it tells: a reader's clock may be hours off. */
  private skew = 0;

  constructor(
    private readonly line: SharedFeed,
    private readonly wishes: PollRequirements,
  ) {
    this.mirrors = new MirrorList(line.url, line.resting);
    this.holding = new FeedStore(line, wishes.floor);
  }

  /** Goes on where another watcher of the feed stands: an attribute that changes must not blank the card. */
  adopt(other: FeedPoller): boolean {
    if (!this.holding.adopt(other.holding)) return false;
    const { failures, confirmed, lastRequest, wanted, expired, checked, askedCache, skew } = other;
    Object.assign(this, { failures, confirmed, lastRequest, wanted, expired });
    [this.checked, this.askedCache, this.skew] = [checked, askedCache, skew];
    return true;
  }

  /** What the first address that failed said, also where another one then helped. */
  async run(signal: AbortSignal, given?: PrefetchedResponse): Promise<FeedError | undefined> {
    this.confirmed = false;
    await this.remember();
    const error = await this.ask(signal, given);
    if (error && !this.holding.held) await this.fallBack(signal);
    return error;
  }

  /** When an address last confirmed what is held; never to come, though the clock may have been set back. */
  get checkedAt(): number | undefined {
    if (this.checked !== undefined) this.checked = Math.min(this.checked, this.line.environment.now());
    return this.checked;
  }

  /** By the later clock of the reader and the publisher's host. A host that replays an old feed must not say that it is still valid. */
  now(): number {
    return this.line.environment.now() + Math.max(0, this.skew);
  }

  /** Takes what another watcher fetched from the feed's own address; what is refused here is as if it had never come. */
  async hear(answer: FeedResponse, signal: AbortSignal): Promise<boolean> {
    try {
      await this.accept(this.line.url, answer, signal);
      this.lastRequest = this.line.environment.now();
      return true;
    } catch {
      return false;
    }
  }

  private async ask(signal: AbortSignal, given: PrefetchedResponse | undefined): Promise<FeedError | undefined> {
    const asked = new Set<string>();
    let failure: FeedError | undefined;
    for (let address; (address = this.nextAddress(asked)) !== undefined; asked.add(address)) {
      try {
        await this.askOne(address, signal, given);
        return failure;
      } catch (thrown) {
        const error = toFeedError(thrown, 'network');
        if (signal.aborted) return error;
        this.mirrors.failed(address, this.line.environment.now(), error);
        failure ??= error;
      }
    }
    if (asked.size) {
      this.failures++;
      this.wanted = { lifetimeMs: 0, retryAfterMs: this.mirrors.patience(this.line.environment.now()) };
    }
    return failure ?? new FeedError('network');
  }

  /** None while hidden or offline. */
  private nextAddress(asked: Set<string>): string | undefined {
    const { holding } = this;
    const { environment } = this.line;
    if (!environment.visible() || !environment.online()) return undefined;
    const feedMirrors = holding.held?.feed.head._placard?.mirrors ?? [];
    return this.mirrors.order(this.wishes.mirrors, feedMirrors, environment.now()).find((address) => !asked.has(address));
  }

  private async askOne(address: string, signal: AbortSignal, given: PrefetchedResponse | undefined): Promise<void> {
    const { environment, url } = this.line;
    const first = address === url;
    const early = first && this.lastRequest === undefined;
    if (early && given?.src === url) {
      this.lastRequest = given.at;
      return this.accept(address, { ...given, lifetimeMs: 0 }, signal, given.at);
    }
    const preloaded = early && environment.isPreloaded?.(address);
    const cache = preloaded ? 'default' : 'no-cache';
    const asked = first
      ? () => this.line.ask(signal, cache)
      : () => fetchFeedText(address, environment, { signal, cache, credentials: 'omit' });
    await this.accept(address, await this.timed(asked), signal);
  }

  /** @param at when it was asked for; by default now */
  private async accept(address: string, answer: FeedResponse, signal: AbortSignal, at?: number): Promise<void> {
    const { holding, line, wishes } = this;
    const { environment, publicKeys, url } = line;
    const first = address === url;
    // A mirror must not change where relative links lead.
    const document = { text: answer.text, url: first ? answer.url : url };
    // What was loaded ahead may have come from the HTTP cache, of any age.
    const { feed, trusted } = await holding.take(document, first ? 'first' : 'mirror', answer.preloaded ? 0 : (at ?? environment.now()));
    if (signal.aborted) throw new FeedError('aborted');
    const now = environment.now();
    this.mirrors.worked(address);
    this.wanted = answer;
    this.failures = 0;
    this.confirmed = true;
    this.expired = trusted && !!feed.head.expired;
    this.checked = at ?? (answer.preloaded ? (answer.date ?? now) : now);
    // Only the first address: with a clock of its choice a mirror could make an old publication look valid for ever.
    if (first && !answer.preloaded) this.skew = answer.date === undefined ? 0 : answer.date - now;
    const who = trusted ? publicKeys.join(' ') : address;
    if (!wishes.keep || !(trusted || wishes.mirrors.includes(address))) return;
    // By the earlier clock: with one that is ahead, a host would have its words kept for longer.
    const copy = { ...document, at: this.checked + Math.min(0, this.skew), trusted, withdrawn: feed.withdrawn };
    saveCopy(environment, url, { ...copy, bound: trusted ? holding.bound.stored : undefined }, who);
  }

  private async timed(ask: () => Promise<FeedResponse>): Promise<FeedResponse> {
    const { environment } = this.line;
    const sent = environment.online(); // offline, the HTTP cache alone is asked
    try {
      return await ask();
    } finally {
      if (sent) this.lastRequest = environment.now();
    }
  }

  // The last good copy.

  private async remember(): Promise<void> {
    const { holding, line, wishes } = this;
    if (holding.held || holding.kept || !wishes.keep) return;
    const vouching = [line.publicKeys.join(' '), ...(line.publicKeys.length ? [] : wishes.mirrors)];
    for (const copy of loadCopies(line.environment, line.url, vouching)) await holding.remember(copy);
  }

  /**
   * The HTTP cache is asked, whatever the age of what it has, then the kept copy. The cache once, and not after `Retry-After`,
   * for where it holds nothing that is a request to the host. It helps after a network fault; an answer with an error status has
   * mostly taken the place of the good one (measured in Chromium and Firefox).
   */
  private async fallBack(signal: AbortSignal): Promise<void> {
    const { holding, mirrors } = this;
    const { environment, url } = this.line;
    if (!environment.visible()) return;
    if (!this.askedCache && !mirrors.leaveAlone(url, environment.now())) {
      this.askedCache = true;
      try {
        const answer = await this.timed(() => fetchFeedText(url, environment, { signal, cache: 'force-cache', timeout: CACHE_TIMEOUT }));
        const { feed } = await holding.take(answer, 'cache', 0);
        this.checked = answer.date ?? parseTimestamp(feed.head._placard?.generated_at);
        return;
      } catch {
        // The copy, then.
      }
    }
    const kept = holding.recall();
    if (kept) this.checked = kept.at;
  }
}

/** The instant of an RFC 3339 timestamp, ms since 1970. */
export function parseTimestamp(timestamp: string | undefined): number | undefined {
  const parts = timestamp === undefined ? undefined : parseDate(timestamp);
  return parts && toEpochMs(parts);
}
