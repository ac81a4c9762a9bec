/**
 * One round: address after address, never two at once, until one has a good answer; where none has one and nothing is held, the
 * last good copy. What came of it stands here until the next round.
 */
import { instant, parseDate } from '../feed/dates.js';
import { asFeedError, FeedError } from '../feed/error.js';
import type { Environment } from './environment.js';
import { Holding } from './holding.js';
import { keepCopy, keptCopy } from './keep.js';
import { Mirrors } from './mirrors.js';
import { request, type Answer, type RequestOptions } from './request.js';

/** What those who ask want together; asked for anew each time, for they come and go. */
export interface Wishes {
  mirrors(): string[];
  minSequence(): number;
  keep(): boolean;
  given(): Given | undefined;
}

/** What was fetched before this code was there (src/loader.ts). */
export interface Given {
  /** The address that was asked. */
  readonly src: string;
  readonly text: string;
  /** The address that answered. */
  readonly url: string;
  /** When it was asked, ms since 1970. */
  readonly at: number;
}

/** What the HTTP cache holds comes at once; what takes longer comes from the host that just failed. */
const CACHE_TIMEOUT = 5_000;

export class Rounds {
  readonly holding: Holding;
  readonly mirrors: Mirrors;
  /** Rounds in a row in which nobody had it. */
  failures = 0;
  /** Whether the last round had it. */
  confirmed = false;
  /** When the last request ended. */
  lastRequest?: number;
  /** What the last round's answers asked for. */
  wanted: Pick<Answer, 'lifetime' | 'retryAfter'> = { lifetime: 0 };
  /** The publisher closed the feed, in a publication that is the publisher's for certain: nothing more is to come. */
  expired = false;

  private checked?: number;
  private askedCache = false;
  /** The publisher's clock less ours, ms, where its host tells: a reader's clock may be hours off. */
  private skew = 0;

  constructor(
    private readonly url: string,
    publicKeys: readonly string[],
    private readonly environment: Environment,
    private readonly wishes: Wishes,
  ) {
    this.mirrors = new Mirrors(url);
    this.holding = new Holding(publicKeys, () => wishes.minSequence());
  }

  /** What the first address that failed said, also where another one then helped. */
  async run(signal: AbortSignal): Promise<FeedError | undefined> {
    this.confirmed = false;
    await this.remember();
    const error = await this.ask(signal);
    if (error && !this.holding.held) await this.fallBack(signal);
    return error;
  }

  /** When an address last confirmed what is held; never to come, though the clock may have been set back. */
  get checkedAt(): number | undefined {
    if (this.checked !== undefined) this.checked = Math.min(this.checked, this.environment.now());
    return this.checked;
  }

  /** By the publisher's clock. */
  now(): number {
    return this.environment.now() + this.skew;
  }

  private async ask(signal: AbortSignal): Promise<FeedError | undefined> {
    const asked = new Set<string>();
    let failure: FeedError | undefined;
    for (let address; (address = this.nextAddress(asked)) !== undefined; asked.add(address)) {
      try {
        await this.askOne(address, signal);
        return failure;
      } catch (thrown) {
        const error = asFeedError(thrown, 'network');
        this.mirrors.failed(address, this.environment.now(), error.retryAfter);
        failure ??= error;
      }
    }
    if (asked.size) {
      this.failures++;
      this.wanted = { lifetime: 0, retryAfter: this.mirrors.patience(this.environment.now()) };
    }
    return failure ?? new FeedError('network');
  }

  /** None while hidden or offline. The order is made anew each time: somebody may have come meanwhile and brought a mirror. */
  private nextAddress(asked: Set<string>): string | undefined {
    const { environment, holding } = this;
    if (!environment.visible() || !environment.online()) return undefined;
    const feedMirrors = holding.held?.feed.head._placard?.mirrors ?? [];
    return this.mirrors.order(this.wishes.mirrors(), feedMirrors, environment.now()).find((address) => !asked.has(address));
  }

  private async askOne(address: string, signal: AbortSignal): Promise<void> {
    const { environment, holding, url } = this;
    const first = address === url;
    const preloaded = first && this.lastRequest === undefined && environment.preloaded?.(address);
    const given = first && this.lastRequest === undefined ? this.wishes.given() : undefined;
    if (given) this.lastRequest = given.at;
    const answer: Answer = given
      ? { ...given, lifetime: 0 }
      : await this.send(address, { signal, cache: preloaded ? 'default' : 'no-cache', credentials: first ? undefined : 'omit' });
    // A mirror must not change where relative links lead.
    const document = { text: answer.text, url: first ? answer.url : url };
    const { feed, trusted } = await holding.take(document, first ? 'first' : 'mirror');
    const now = environment.now();
    this.mirrors.worked(address);
    this.wanted = answer;
    this.failures = 0;
    this.confirmed = true;
    this.expired = trusted && !!feed.head.expired;
    // What was loaded ahead may have come from the HTTP cache.
    this.checked = given?.at ?? (preloaded ? (answer.date ?? now) : now);
    // Only the first address: with a clock of its choice a mirror could make an old publication look valid for ever.
    if (first && !preloaded && answer.date !== undefined) this.skew = answer.date - now;
    if (this.wishes.keep()) keepCopy(environment, url, { ...document, at: this.checked + this.skew, trusted, bound: holding.bound });
  }

  private async send(address: string, options: RequestOptions): Promise<Answer> {
    const { environment } = this;
    const sent = environment.online(); // offline, the HTTP cache alone is asked
    try {
      return await request(address, environment, options);
    } finally {
      if (sent) this.lastRequest = environment.now();
    }
  }

  // The last good copy.

  private async remember(): Promise<void> {
    if (this.holding.held || this.holding.kept || !this.wishes.keep()) return;
    const copy = keptCopy(this.environment, this.url);
    if (copy) await this.holding.remember(copy);
  }

  /**
   * The HTTP cache is asked, whatever the age of what it has, then the kept copy. The cache once, and not after `Retry-After`,
   * for where it holds nothing that is a request to the host. It helps after a network fault; an answer with an error status has
   * mostly taken the place of the good one (measured in Chromium and Firefox).
   */
  private async fallBack(signal: AbortSignal): Promise<void> {
    const { environment, mirrors, url } = this;
    if (!environment.visible()) return;
    if (!this.askedCache && !mirrors.leaveAlone(url, environment.now())) {
      this.askedCache = true;
      try {
        const answer = await this.send(url, { signal, cache: 'force-cache', timeout: CACHE_TIMEOUT });
        const { feed } = await this.holding.take(answer, 'cache');
        this.checked = answer.date ?? timeOf(feed.head._placard?.generated_at);
        return;
      } catch {
        // The copy, then.
      }
    }
    const kept = this.holding.recall();
    if (kept) this.checked = kept.at;
  }
}

/** The instant of an RFC 3339 timestamp, ms since 1970. */
export function timeOf(timestamp: string | undefined): number | undefined {
  const parts = timestamp === undefined ? undefined : parseDate(timestamp);
  return parts && instant(parts);
}
