/** The input of all sections of a card. */
import { nullObject } from '../feed/schema/compiled-runtime.js';
import type { Feed } from '../feed/parse-feed.js';
import type { Item, ItemExtension } from '../feed/schema/schema.js';
import { directionOf, type Locale } from '../i18n/load-locale.js';
import type { Block, CardIssue, Direction } from './card.js';

/** How current the feed is, from the state of the client. */
export interface Freshness {
  readonly status: 'loading' | 'fresh' | 'stale' | 'failed';
  /** Whether `valid_until` is past. */
  readonly outdated: boolean;
  /** When an address last confirmed the feed, in ms since 1970. */
  readonly checkedAt?: number;
  readonly origin?: 'first' | 'mirror' | 'cache' | 'kept';
}

export interface CardInput {
  readonly feed: Feed;
  /** Undefined only for a list. */
  readonly item: Item | undefined;
  readonly locale: Locale;
  /** BCP 47 tag of the reader's language. The feed may have this language even if the interface does not. */
  readonly language: string;
  /** Level of the headline, 2 to 6. Headings of sections are one level lower. */
  readonly level: number;
  /** The later clock of the reader and the publisher, in ms since 1970. */
  readonly now: number;
  /** Undefined for a copy, such as a snapshot. */
  readonly freshness?: Freshness;
  /** Whether the card shows how fresh it is. One card on the page shows it for all cards of a feed. */
  readonly saysFreshness?: boolean;
  /** Address of the page. Readers share it if the item has no address. */
  readonly pageUrl?: string;
  /** The result of sharing. */
  readonly shared?: 'copied' | 'manual';
  /** The letter that the reader copied. */
  readonly copied?: string;
  /** Origin of the page. Undefined for a copy. */
  readonly pageOrigin?: string;
  /** Whether `tel:` and `mailto:` do not work, as in a sandbox without an origin. */
  readonly sandboxed?: boolean;
  /** With `none`, every section is open. The default is `all`. */
  readonly fold?: 'all' | 'none';
  /** Maximum number of entries of a list. */
  readonly entries?: number;
  /** The topic of the entries of a list; undefined for every entry. */
  readonly topic?: string;
  /** Whether a list shows originals instead of translations. */
  readonly original?: boolean;
}

/** Creates the sections that a reader opens, and the content that is more than a closed card. A page loads it after the closed card. */
export interface Folds {
  timeline(context: Context): readonly Block[];
  facts(context: Context): readonly Block[];
  /** @param whole whether to include the full statement */
  reading(context: Context, whole?: boolean): readonly Block[];
  courtSources(context: Context): readonly Block[];
  contactDetails(context: Context, besideActions?: boolean): readonly Block[];
  fullStatement(context: Context): readonly Block[];
  /** Closes what is too long. */
  fit(blocks: readonly Block[], locale: Locale): readonly Block[];
}

export interface Context extends CardInput {
  readonly item: Item;
  /** Undefined before they are loaded. */
  readonly folds: Folds | undefined;
  /** The item's extension; empty for a plain JSON Feed. */
  readonly extension: Partial<ItemExtension>;
  readonly publisher: string;
  /** The sections add to this list while the card is built. */
  readonly issues: CardIssue[];
  /** Language of the words of the item. */
  readonly lang: string | undefined;
  readonly dir: Direction;
}

/** An object without members and without a prototype, so that a polluted `Object.prototype` cannot add any. */
export const EMPTY: Readonly<Record<string, never>> = Object.freeze(nullObject() as Record<string, never>);

/** Number of entries that a list shows at first. Each entry parses its item. */
export const PAGE_SIZE = 20;

/** Placeholder for the item of a list. */
const NO_ITEM: Item = Object.freeze(Object.assign(nullObject(), { id: '' }));

export function contextOf(input: CardInput, folds?: Folds): Context {
  const { feed, item = NO_ITEM } = input;
  const lang = item.language ?? feed.head.language;
  return {
    ...input,
    item,
    folds,
    extension: item._placard ?? EMPTY,
    issues: [],
    publisher: publisherOf(feed, item),
    lang,
    dir: textDirection(lang),
  };
}

/** Returns the context for another item. */
export function contextFor(context: Context, item: Item): Context {
  return contextOf({ ...context, item }, context.folds);
}

export function textDirection(lang: string | undefined): Direction {
  return lang ? directionOf(lang) : 'auto';
}

/** Returns the language of the feed's head. A translation of an item does not translate the publisher and the contacts. */
export function publisherLanguage({ feed, lang }: Context): string | undefined {
  return feed.head.language ?? lang;
}

function publisherOf({ head, base }: Feed, item: Item): string {
  const authors = item.authors ?? head.authors;
  return (
    head._placard?.publisher.name ??
    authors?.find(({ name }) => name)?.name ??
    item.author?.name ??
    head.author?.name ??
    head.title ??
    (base ? new URL(base).host : '')
  );
}
