/**
 * What is held of a feed, and what may take its place: nothing older, and nothing unsigned where a key is pinned. What only an
 * unsigned mirror said never binds the first address: its huge `sequence` must not shut out the publisher.
 */
import { asFeedError, FeedError } from '../feed/error.js';
import { Feed, parseFeed } from '../feed/parse.js';
import type { Copy } from './keep.js';
import { loadPart } from './part.js';

/** Who had the feed that is held: the first address, a mirror, this browser's HTTP cache, or the copy in storage. */
export type Source = 'first' | 'mirror' | 'cache' | 'kept';

export interface Document {
  readonly text: string;
  /** What its relative addresses resolve against, where the feed does not say. */
  readonly url: string;
}

/** Compared as `epoch`, then `sequence`. */
export type Version = Pick<Feed, 'epoch' | 'sequence'>;

export interface Held {
  readonly feed: Feed;
  readonly text: string;
  readonly source: Source;
  /** The first address gave it, or a pinned key signed it. */
  readonly trusted: boolean;
}

export class Holding {
  held?: Held;
  /** The last trusted publication, or its version alone where that is all that storage knows. Only this binds the first address. */
  bound?: Feed | Version;
  /** What storage had, and when that was fetched. */
  kept?: Held & Pick<Copy, 'at'>;

  constructor(
    private readonly publicKeys: readonly string[],
    private readonly minSequence: () => number,
  ) {}

  /** @throws FeedError where the document is unreadable, not signed by a pinned key, or older than what it would replace */
  async take(document: Document, source: Source): Promise<Held> {
    const { held } = this;
    const trusted = source !== 'mirror' || this.publicKeys.length > 0;
    // What was read as a mirror's may hold on to another mirror's items: for the publisher it is read again.
    const same = held?.text === document.text && (held.trusted || !trusted);
    const taken = same ? { ...held, source } : await this.read(document, source, trusted);
    if (taken.trusted) this.bound = taken.feed;
    this.held = taken;
    this.kept = undefined;
    return taken;
  }

  /** Accepts a copy from storage, for the time when nobody has the feed; until then it says how new an answer has to be. */
  async remember(copy: Copy): Promise<void> {
    const trusted = copy.trusted || this.publicKeys.length > 0;
    try {
      const held = await this.read(copy, 'kept', trusted);
      this.kept = { ...held, at: copy.at };
      this.bound = trusted ? held.feed : (this.bound ?? copy.bound);
    } catch {
      // Unreadable or no longer accepted: as if there were none.
    }
  }

  /** Takes out what was remembered. */
  recall(): typeof this.kept {
    this.held = this.kept;
    return this.kept;
  }

  /** Lets go of what is below a `min-sequence` that came later: the page is known to hold something newer. */
  renounce(): boolean {
    if (!this.held || !this.tooLow(this.held.feed)) return false;
    this.held = undefined;
    return true;
  }

  private async read({ text, url }: Document, source: Source, trusted: boolean): Promise<Held> {
    const feed = parseFeed(text, url);
    if (this.publicKeys.length) await this.verify(feed);
    const shown = trusted ? undefined : (this.held ?? this.kept)?.feed;
    if (this.tooLow(feed) || isOlder(feed, this.bound) || isOlder(feed, shown)) throw new FeedError('rollback');
    const before = shown ?? this.bound;
    // A raised epoch is a new beginning, for the items too.
    if (before instanceof Feed && before.epoch === feed.epoch) feed.inherit(before);
    return { feed, text, source, trusted };
  }

  /** A raised epoch is the publisher's way out of a mistaken sequence: the page's `min-sequence` knows nothing of it. */
  private tooLow({ epoch, sequence }: Version): boolean {
    return epoch === 0 && sequence < this.minSequence();
  }

  private async verify(feed: Feed): Promise<void> {
    const { verifyFeed } = await loadPart('signature', () => import('../feed/signature.js')).catch((cause: unknown) => {
      throw new FeedError('signature-unchecked', { cause });
    });
    await verifyFeed(feed.document, this.publicKeys).catch((thrown: unknown) => {
      throw asFeedError(thrown, 'signature-failed');
    });
  }
}

function isOlder({ epoch, sequence }: Version, than: Version | undefined): boolean {
  return !!than && (epoch < than.epoch || (epoch === than.epoch && sequence < than.sequence));
}
