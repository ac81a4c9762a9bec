/** What a reader sees of a statement, line by line: the card as text, to compare two publications by. */
import { buildCard } from '../../card/build-card.js';
import { renderLines, type Line } from '../../card/text.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import type { Locale } from '../../i18n/load-locale.js';

export type { Line };

/** Returns one statement, without what stands with every statement of the feed. */
export function itemToLines(feed: Feed, item: Item, locale: Locale, now: number): Line[] {
  const publisher = feed.head._placard?.publisher.name ?? '';
  const shared = new Set([...publisherToLines(feed, locale, now), { section: '', text: publisher }].map(keyOf));
  return linesOf(feed, item, locale, now).filter((line) => !shared.has(keyOf(line)));
}

/** Returns what stands with every statement: who can be reached, and who publishes. */
export function publisherToLines(feed: Feed, locale: Locale, now: number): Line[] {
  return linesOf(feed, undefined, locale, now);
}

function linesOf(feed: Feed, item: Item | undefined, locale: Locale, now: number): Line[] {
  const card = buildCard('campaign', { feed, item, locale, language: locale.tag, level: 2, now, original: true });
  return renderLines(card, { addresses: true });
}

const keyOf = ({ section, text }: Line): string => `${section}\n${text}`;
