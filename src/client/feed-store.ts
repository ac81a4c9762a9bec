/**
 * What is held of a feed, and what may replace it: nothing older, and nothing unsigned where a key is pinned. What only an
 * unsigned mirror said never binds the first address: its huge `sequence` must not shut out the publisher.
 */
import { toFeedError, FeedError } from '../feed/errors.js';
import { MAX_STEP, isOlder, type FeedVersion } from '../feed/values/feed-version.js';
import { Feed, parseFeed } from '../feed/parse-feed.js';
import { retainTranslations } from '../feed/translations.js';
import { safeWebUrl } from '../feed/values/safe-url.js';
import { MinimumVersion } from './minimum-version.js';
import type { StoredCopy } from './stored-copy.js';
import type { SharedFeed } from './shared-feed.js';
import { loadChunk } from './load-chunk.js';

/** Who had the feed that is held: the first address, a mirror, this browser's HTTP cache, or the copy in storage. */
export type FeedOrigin = 'first' | 'mirror' | 'cache' | 'kept';

export interface FeedText {
  readonly text: string;
  /** What its relative addresses resolve against, where the feed does not say. */
  readonly url: string;
}

/** What a page says that a feed has at least. */
export interface PageMinimum {
  readonly minSequence?: FeedVersion;
  /** Of the snapshot in the page. A plain JSON Feed has no version to compare with it. */
  readonly stamp?: FeedVersion;
}

export interface AcceptedFeed {
  readonly feed: Feed;
  readonly text: string;
  readonly origin: FeedOrigin;
  /** The first address gave it, or a pinned key signed it. */
  readonly trusted: boolean;
}

export function isBelowMinimum(feed: Feed, { minSequence, stamp }: PageMinimum): boolean {
  return isOlder(feed, minSequence) || ('_placard' in feed.document && isOlder(feed, stamp));
}

export class FeedStore {
  held?: AcceptedFeed;
  /** What storage had, and when that was fetched. */
  kept?: AcceptedFeed & Pick<StoredCopy, 'at'>;
  /** The last trusted publication that this watcher has seen: of a signing mirror and of storage too. Only trust binds the first address. */
  readonly bound: MinimumVersion;

  constructor(
    private readonly line: SharedFeed,
    private readonly floor: PageMinimum,
  ) {
    this.bound = new MinimumVersion(line.publicKeys.length > 0);
  }

  /**
   * @param seen when it was fetched; 0 where a cache may have held it
   * @throws FeedError where the document is unreadable, not signed by a pinned key, or older than what it would replace
   */
  async take(document: FeedText, source: FeedOrigin, seen: number): Promise<AcceptedFeed> {
    const { held, line } = this;
    const trusted = source !== 'mirror' || line.publicKeys.length > 0;
    // What was read as a mirror's may hold on to another mirror's items: for the publisher it is read again.
    const same = held?.text === document.text && (held.trusted || !trusted);
    const feed = same ? held.feed : await this.read(document);
    // Nothing waits from here on: what is compared is what is replaced.
    this.refuseOlder(feed, source === 'first', trusted ? undefined : (this.held ?? this.kept)?.feed);
    if (!same) this.inherit(feed, trusted);
    if (trusted) this.bound.take(feed, seen);
    if (source === 'first') line.history.take(feed, seen);
    this.kept = undefined;
    return (this.held = { feed, text: document.text, origin: source, trusted: trusted || (same && held.trusted) });
  }

  /** Accepts a copy from storage, for the time when nobody has the feed; until then it says how new an answer has to be. */
  async remember(copy: StoredCopy): Promise<void> {
    const { bound, line } = this;
    const trusted = copy.trusted || line.publicKeys.length > 0;
    try {
      const feed = await this.read(copy);
      this.refuseOlder(feed, false, trusted ? undefined : this.kept?.feed);
      feed.retainRetractions(parseFeed({ ...feed.document, items: copy.withdrawn ?? [] }, copy.url));
      if (trusted) bound.restore(copy.bound ?? { epoch: feed.epoch, sequence: feed.sequence, since: copy.at }, feed);
      this.kept = { feed, text: copy.text, origin: 'kept', trusted, at: copy.at };
    } catch {
      // Unreadable or no longer accepted: as if there were none.
    }
  }

  /** Takes out what was remembered. */
  recall(): typeof this.kept {
    this.held = this.kept;
    return this.kept;
  }

  /** Begins with what another watcher of the feed holds, unless that is below the floor of this one. */
  adopt({ held, kept, bound }: FeedStore): boolean {
    if (held && isBelowMinimum(held.feed, this.floor)) return false;
    if (bound.newest instanceof Feed) this.bound.restore(bound.stored!, bound.newest);
    this.held = held;
    this.kept = kept && !isBelowMinimum(kept.feed, this.floor) ? kept : undefined;
    return true;
  }

  private refuseOlder(feed: Feed, own: boolean, shown: Feed | undefined): void {
    const { bound, floor, line } = this;
    const now = line.environment.now();
    if (isBelowMinimum(feed, floor) || isOlder(feed, shown) || [bound, line.history].some((each) => each.refuses(feed, now, own))) {
      throw new FeedError('rollback');
    }
  }

  private inherit(feed: Feed, trusted: boolean): void {
    const { bound, line } = this;
    const before = (trusted ? undefined : (this.held ?? this.kept)?.feed) ?? bound.newest ?? line.history.newest;
    if (!(before instanceof Feed)) return;
    // A raised epoch is a new beginning, for the items too; so is the way back from a leap.
    if (before.epoch === feed.epoch && !isOlder(feed, before)) feed.retainFrom(before, line.publicKeys.length ? Infinity : MAX_STEP);
    feed.retainRetractions(before);
    retainTranslations(feed, before);
  }

  private async read({ text, url }: FeedText): Promise<Feed> {
    const feed = parseFeed(text, url);
    const { publicKeys } = this.line;
    if (!publicKeys.length) return feed;
    const { verifyFeed } = await loadChunk('signature', () => import('../feed/signature/verify-feed.js')).catch((cause: unknown) => {
      throw new FeedError('signature-unchecked', { cause });
    });
    await verifyFeed(feed.document, publicKeys).catch((thrown: unknown) => {
      throw toFeedError(thrown, 'signature-failed');
    });
    // The key may sign several feeds: this is the one that the page asks for, whoever has it.
    const { feed_url: address } = feed.document;
    if (typeof address !== 'string' || safeWebUrl(address) !== safeWebUrl(this.line.url)) throw new FeedError('another-feed');
    return feed;
  }
}
