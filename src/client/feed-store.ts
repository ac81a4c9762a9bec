/**
 * Owns the last good feed, and rejects what must not replace it: an older publication, or an unsigned one where the page pins a
 * key. An unsigned mirror cannot raise the minimum version for the primary URL: its huge `sequence` would shut out the publisher.
 */
import { FeedError, toFeedError } from '../feed/errors.js';
import { isOlder, MAX_STEP } from '../feed/values/feed-version.js';
import { Feed, parseFeed } from '../feed/parse-feed.js';
import { retainTranslations } from '../feed/translations.js';
import { withChunks } from '../feed/chunk-missing.js';
import { safeWebUrl } from '../feed/values/safe-url.js';
import { takeParsed } from './first-feed.js';
import { loadChunk } from './load-chunk.js';
import { MinimumVersion } from './minimum-version.js';
import { isBelowMinimum, type PageMinimum } from './page-minimum.js';
import type { SharedFeed } from './shared-feed.js';
import type { StoredCopy } from './stored-copy.js';

/** Where the current feed came from: the primary URL, a mirror, this browser's HTTP cache, or the stored copy. */
export type FeedOrigin = 'first' | 'mirror' | 'cache' | 'kept';

export interface FeedText {
  readonly text: string;
  /** The base of relative addresses, if the feed does not name one. */
  readonly url: string;
}

export interface AcceptedFeed {
  readonly feed: Feed;
  readonly text: string;
  readonly origin: FeedOrigin;
  /** Whether it came from the primary URL, or a pinned key signed it. */
  readonly trusted: boolean;
}

export class FeedStore {
  current?: AcceptedFeed;
  /** The copy from storage, and when it was fetched (ms since 1970). */
  storedCopy?: AcceptedFeed & Pick<StoredCopy, 'at'>;
  /** The newest trusted publication that this watcher knows, from a signing mirror or storage too. Only this binds the primary URL. */
  readonly trustedMinimum: MinimumVersion;
  readonly #shared: SharedFeed;
  readonly #minimum: PageMinimum;

  constructor(shared: SharedFeed, minimum: PageMinimum) {
    this.#shared = shared;
    this.#minimum = minimum;
    this.trustedMinimum = new MinimumVersion(shared.publicKeys.length > 0);
  }

  /**
   * Parses the text and makes it the current feed.
   * @param fetchedAt ms since 1970; 0 if a cache may have answered
   * @throws FeedError if the text is unreadable, not signed by a pinned key, or older than what it would replace
   */
  async accept(document: FeedText, origin: FeedOrigin, fetchedAt: number): Promise<AcceptedFeed> {
    const { current } = this;
    const { text } = document;
    const trusted = origin !== 'mirror' || this.#shared.publicKeys.length > 0;
    // Parse again when the publisher sends the bytes of a mirror: that feed may retain items of another mirror.
    const isSame = current?.text === text && (current.trusted || !trusted);
    const feed = isSame ? current.feed : await this.#parseAndVerify(document);
    return withChunks(() => this.#replace(feed, document, origin, fetchedAt));
  }

  /** Replaces the current feed at once: the feed that is compared is the feed that is replaced. */
  #replace(feed: Feed, { text }: FeedText, origin: FeedOrigin, fetchedAt: number): AcceptedFeed {
    const { current } = this;
    const shared = this.#shared;
    const trusted = origin !== 'mirror' || shared.publicKeys.length > 0;
    const isSame = current?.feed === feed;
    this.#rejectOlder(feed, origin === 'first', trusted ? undefined : (current ?? this.storedCopy)?.feed);
    if (!isSame) this.#retainFromEarlier(feed, trusted);
    if (trusted) this.trustedMinimum.update(feed, fetchedAt);
    if (origin === 'first') shared.published.update(feed, fetchedAt);
    this.storedCopy = undefined;
    return (this.current = { feed, text, origin, trusted: trusted || (isSame && current.trusted) });
  }

  /** Loads a copy from storage as a fallback. Until a request succeeds, it sets the minimum version. */
  async loadStoredCopy(copy: StoredCopy): Promise<void> {
    const { at, bound, text, url, withdrawn = [] } = copy;
    const trusted = copy.trusted || this.#shared.publicKeys.length > 0;
    try {
      const feed = await this.#parseAndVerify(copy);
      this.#rejectOlder(feed, false, trusted ? undefined : this.storedCopy?.feed);
      await withChunks(() => feed.retainRetractions(parseFeed({ ...feed.document, items: withdrawn }, url)));
      if (trusted) this.trustedMinimum.restore(bound ?? { epoch: feed.epoch, sequence: feed.sequence, since: at }, feed);
      this.storedCopy = { feed, text, origin: 'kept', trusted, at };
    } catch {
      // An unreadable or rejected copy counts as missing.
    }
  }

  /** Makes the stored copy the current feed. */
  restoreStoredCopy(): typeof this.storedCopy {
    this.current = this.storedCopy;
    return this.storedCopy;
  }

  /** Continues with the feed of another store. Returns false if it is below the minimum of this one. */
  adopt({ current, storedCopy, trustedMinimum }: FeedStore): boolean {
    const minimum = this.#minimum;
    if (current && isBelowMinimum(current.feed, minimum)) return false;
    if (trustedMinimum.newest instanceof Feed) this.trustedMinimum.restore(trustedMinimum.stored!, trustedMinimum.newest);
    this.current = current;
    this.storedCopy = storedCopy && !isBelowMinimum(storedCopy.feed, minimum) ? storedCopy : undefined;
    return true;
  }

  #rejectOlder(feed: Feed, isPrimary: boolean, replaced: Feed | undefined): void {
    const { environment, published } = this.#shared;
    const now = environment.now();
    const isRejected = [this.trustedMinimum, published].some((known) => known.rejects(feed, now, isPrimary));
    if (isRejected || isBelowMinimum(feed, this.#minimum) || isOlder(feed, replaced)) throw new FeedError('rollback');
  }

  #retainFromEarlier(feed: Feed, trusted: boolean): void {
    const { publicKeys, published } = this.#shared;
    const earlier = (trusted ? undefined : (this.current ?? this.storedCopy)?.feed) ?? this.trustedMinimum.newest ?? published.newest;
    if (!(earlier instanceof Feed)) return;
    // The items restart with a new epoch, and with the return from a leap.
    if (earlier.epoch === feed.epoch && !isOlder(feed, earlier)) feed.retainFrom(earlier, publicKeys.length ? Infinity : MAX_STEP);
    feed.retainRetractions(earlier);
    retainTranslations(feed, earlier);
  }

  async #parseAndVerify({ text, url }: FeedText): Promise<Feed> {
    const feed = takeParsed(text, url) ?? (await withChunks(() => parseFeed(text, url)));
    const { publicKeys, url: primaryUrl } = this.#shared;
    if (!publicKeys.length) return feed;
    const { verifyFeed } = await loadChunk('signature', () => import('../feed/signature/verify-feed.js')).catch((cause: unknown) => {
      throw new FeedError('signature-unchecked', { cause });
    });
    await verifyFeed(feed.document, publicKeys).catch((thrown: unknown) => {
      throw toFeedError(thrown, 'signature-failed');
    });
    // One key may sign several feeds. `feed_url` says whether this is the feed of the page.
    const { feed_url: feedUrl } = feed.document;
    if (typeof feedUrl !== 'string' || safeWebUrl(feedUrl) !== safeWebUrl(primaryUrl)) throw new FeedError('another-feed');
    return feed;
  }
}
