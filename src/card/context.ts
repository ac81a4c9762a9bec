/** What the sections of a card are built from. */
import { nullObject } from '../feed/schema/compiled-runtime.js';
import type { Feed } from '../feed/parse-feed.js';
import type { Item, ItemExtension } from '../feed/schema/schema.js';
import { directionOf, type Locale } from '../i18n/load-locale.js';
import type { CardIssue, Direction } from './card.js';

/** How current the feed is; what the client's state says of it. */
export interface Freshness {
  readonly status: 'loading' | 'fresh' | 'stale' | 'failed';
  /** Past its `valid_until`. */
  readonly outdated: boolean;
  /** When an address last confirmed it, ms since 1970. */
  readonly checkedAt?: number;
  readonly origin?: 'first' | 'mirror' | 'cache' | 'kept';
}

export interface CardInput {
  readonly feed: Feed;
  /** Undefined for a list alone. */
  readonly item: Item | undefined;
  readonly locale: Locale;
  /** BCP 47 tag that the reader asked for; the feed may have it where the interface has not. */
  readonly language: string;
  /** Of the headline, 2 to 6; sections stand one below. */
  readonly level: number;
  /** The reader's clock, ms since 1970. */
  readonly now: number;
  /** Undefined where the card is a copy, which cannot know it. */
  readonly freshness?: Freshness;
  /** Whether the card says how fresh it is; another card on the page may say it for all. */
  readonly saysFreshness?: boolean;
  /** Address of the page, which is passed on where the item has none. */
  readonly pageUrl?: string;
  /** How passing on went. */
  readonly shared?: 'copied' | 'manual';
  /** Origin of the page; undefined for a copy. */
  readonly pageOrigin?: string;
  /** Whether `tel:` and `mailto:` lead nowhere, as in a sandbox that took the page's origin away. */
  readonly sandboxed?: boolean;
  /** `none` opens every section; default `all`. */
  readonly fold?: 'all' | 'none';
  /** Entries of a list. */
  readonly entries?: number;
  /** Whether a list shows each original instead of its translation. */
  readonly original?: boolean;
}

export interface Context extends CardInput {
  readonly item: Item;
  /** The item's extension; empty for a plain JSON Feed. */
  readonly extension: Partial<ItemExtension>;
  readonly publisher: string;
  /** Filled while the card is built. */
  readonly issues: CardIssue[];
  /** Of the item's own words. */
  readonly lang: string | undefined;
  readonly dir: Direction;
}

/** Has no members, not even those that a page added to `Object.prototype`. */
export const EMPTY: Readonly<Record<string, never>> = Object.freeze(nullObject() as Record<string, never>);

/** Stands for the item of a list. */
const NO_ITEM: Item = Object.freeze(Object.assign(nullObject(), { id: '' }));

export function contextOf(input: CardInput): Context {
  const { feed, item = NO_ITEM } = input;
  const lang = item.language ?? feed.head.language;
  return {
    ...input,
    item,
    extension: item._placard ?? EMPTY,
    issues: [],
    publisher: publisherOf(feed, item),
    lang,
    dir: directionFor(lang),
  };
}

/** The same card for another item. */
export function contextFor(context: Context, item: Item): Context {
  return contextOf({ ...context, item });
}

export function directionFor(lang: string | undefined): Direction {
  return lang ? directionOf(lang) : 'auto';
}

/** Language of the feed's head: a translation of an item does not translate who speaks and how to reach them. */
export function headLanguage({ feed, lang }: Context): string | undefined {
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
