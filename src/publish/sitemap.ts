/**
 * The sitemap (https://www.sitemaps.org/protocol.html) with the languages of each page. The packages for it need Node, and browsers
 * build the site too.
 */
import { element, empty } from '../card/markup.js';
import { escapeHtml } from '../escape/html.js';
import type { Feed } from '../feed/parse-feed.js';
import { languageVariants } from '../feed/translations.js';
import { idText } from '../feed/values/id-text.js';
import { parseDate } from '../feed/values/partial-date.js';
import type { Json } from '../lint/json-pointer.js';
import type { FeedDocument } from './feed-document.js';
import { addressOf, type Site } from './site-parts.js';

/** URLs of one file, by the protocol. */
const MAX_URLS = 50_000;

export function sitemap(site: Site, feed: Feed, { items }: FeedDocument): string {
  const translated = translatedIds(feed);
  const itemById = new Map(items.map((item) => [idText(item.id), item]));
  const entries = feed.ids.slice(0, MAX_URLS - 1).map((id) => {
    const { date_modified: modified, date_published: published } = itemById.get(id)!;
    const date = [modified, published].find((each) => typeof each === 'string' && parseDate(each)?.day);
    const parts = [
      element('loc', {}, escapeHtml(addressOf(site, id))),
      ...(date ? [element('lastmod', {}, String(date))] : []),
      ...(translated.has(id) ? alternates(site, feed, id) : []),
    ];
    return element('url', {}, parts.join(''));
  });
  const namespaces = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' };
  const all = [element('url', {}, element('loc', {}, escapeHtml(site.base))), ...entries];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('urlset', namespaces, `\n${all.join('\n')}\n`)}\n`;
}

const alternates = (site: Site, feed: Feed, id: string): string[] =>
  languageLinks(site, feed, id).map(({ hreflang, href }) => empty('xhtml:link', { rel: 'alternate', hreflang, href }));

/** Returns the ids that a link to a translation names on either side. Few items have one, and the graph of translations reads each original. */
function translatedIds(feed: Feed): ReadonlySet<string> {
  return new Set(
    feed.ids.flatMap((id) => {
      const { translations } = Object(feed.rawField(id, '_placard')) as Json;
      if (!Array.isArray(translations)) return [];
      return [id, ...translations.map((link) => idText((Object(link) as Json).item_id))];
    }),
  );
}

/** Returns the pages of a statement in all languages, its own included; empty if there is only one. */
export function languageLinks(site: Site, feed: Feed, id: string): { hreflang: string; href: string }[] {
  const variants = languageVariants(feed, id).filter(({ id: each, language }) => language !== undefined && feed.item(each));
  if (variants.length < 2) return [];
  return variants.map(({ id: each, language }) => ({ hreflang: language!, href: addressOf(site, each) }));
}
