/** The card as lines of text, which readers see, to compare two publications. */
import { buildCard } from '../card/build-card.js';
import { renderLines, type Line } from '../card/text.js';
import type { Feed } from '../feed/parse-feed.js';
import type { Item } from '../feed/schema/schema.js';
import type { Locale } from '../i18n/load-locale.js';

export type { Line };

/** Returns one statement, without the lines of every statement of the feed. */
export function itemToLines(feed: Feed, item: Item, locale: Locale, now: number): Line[] {
  const shared = new Set(publisherToLines(feed, locale, now).map(keyOf));
  return linesOf(feed, item, locale, now).filter((line) => !shared.has(keyOf(line)));
}

/** Returns the lines of every statement: the contacts and the publisher. */
export function publisherToLines(feed: Feed, locale: Locale, now: number): Line[] {
  return linesOf(feed, undefined, locale, now);
}

function linesOf(feed: Feed, item: Item | undefined, locale: Locale, now: number): Line[] {
  const card = buildCard('campaign', { feed, item, locale, language: locale.tag, level: 2, now, original: true });
  return renderLines(card, { addresses: true });
}

const keyOf = ({ section, text }: Line): string => `${section}\n${text}`;
