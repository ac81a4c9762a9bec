/** Renders an item for the site from its card, so that every page and file has the same words as the live card. */
import type { WholeCard } from '../card/card.js';
import { renderHtml } from '../card/html.js';
import { renderLines, type Line } from '../card/text.js';
import { cardOf } from '../embed/snapshot.js';
import type { Feed } from '../feed/parse-feed.js';
import { loadLocale, type Locale } from '../i18n/load-locale.js';

export interface RenderedItem {
  readonly locale: Locale;
  readonly card: WholeCard;
  /** The HTML that partners paste. */
  readonly snapshot: string;
  /** The HTML for editors that keep paragraphs, links and bold words alone. */
  readonly strict: string;
  /** The HTML with inline styles: the clients of readers remove style sheets. */
  readonly email: string;
  readonly lines: readonly Line[];
  /** The body of the item's own page. */
  readonly page: string;
}

/** Returns sanitized HTML; undefined if the HTML cannot be sanitized. */
export type SanitizeStatement = (html: string, feed: Feed) => string | undefined | Promise<string | undefined>;

/** @param id of an item of the feed */
export async function renderItem(feed: Feed, id: string, sanitize: SanitizeStatement): Promise<RenderedItem> {
  const html = feed.item(id)?.content_html;
  const locale = await loadLocale(feed.item(id)?.language ?? feed.head.language ?? 'en');
  const card = (await cardOf(feed, { item: id, language: locale.tag, original: true }))!;
  const validUntil = feed.head._placard?.valid_until;
  // Without sanitized HTML, the page shows the statement's text.
  const statement = card.withdrawn || html === undefined ? undefined : await sanitize(html, feed);
  return {
    locale,
    card,
    snapshot: renderHtml(card, { validUntil }),
    strict: renderHtml(card, { profile: 'strict' }),
    email: renderHtml(card, { profile: 'email' }),
    lines: renderLines(card, { addresses: true }),
    page: renderHtml(card, { profile: 'full', raise: 1, validUntil, statement }),
  };
}
