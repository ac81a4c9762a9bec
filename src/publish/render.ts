/// <reference types="node" />
/** Renders what the site shows of an item: from the card, so that a page made before one is open says what the live card says. */
import type { Card } from '../card/card.js';
import { renderHtml } from '../card/html.js';
import { cardOf } from '../embed/snapshot.js';
import type { Feed } from '../feed/parse-feed.js';
import { loadLocale, type Locale } from '../i18n/load-locale.js';

export interface RenderedItem {
  readonly locale: Locale;
  readonly card: Card;
  /** What partners paste. */
  readonly snapshot: string;
  /** The body of the item's own page. */
  readonly page: string;
}

/** @param id of an item that the feed has */
export async function renderItem(feed: Feed, id: string): Promise<RenderedItem> {
  const locale = await loadLocale(feed.item(id)?.language ?? feed.head.language ?? 'en');
  const card = (await cardOf(feed, { item: id, language: locale.tag, original: true }))!;
  const validUntil = feed.head._placard?.valid_until;
  const statement = card.withdrawn ? undefined : await statementOf(feed, id);
  return {
    locale,
    card,
    snapshot: renderHtml(card, { validUntil }),
    page: renderHtml(card, { profile: 'full', validUntil, statement }),
  };
}

/** The statement's sanitized HTML; undefined where it cannot be sanitized, and its words stand as text. */
async function statementOf(feed: Feed, id: string): Promise<string | undefined> {
  const html = feed.item(id)?.content_html;
  if (html === undefined) return undefined;
  const { sanitizeToHtml } = await import('../node/io/sanitize-html.js'); // brings jsdom, which few feeds need
  return sanitizeToHtml(html, feed);
}
