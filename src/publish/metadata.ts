/** The metadata of an item's page, for link previews, search engines, and sites that embed a pasted address. */
import { escapeHtml } from '../escape/html.js';
import { scriptJson } from '../escape/script.js';
import { element, empty } from '../card/markup.js';
import { oembedFrame, WIDTH, type Frame } from '../embed/snippets.js';
import { toDateTimeAttribute, type PartialDate } from '../feed/values/partial-date.js';
import type { Item } from '../feed/schema/schema.js';
import { findRetraction } from '../feed/translations.js';
import type { Locale } from '../i18n/load-locale.js';
import { whenOf } from '../i18n/format.js';
import { asOfDate, headDate, statusSentence } from '../i18n/sentences.js';
import type { ItemContext } from './site-parts.js';

/** Returns a summary in one or two lines; for a retracted item, the retraction and its reason. */
export function summaryOf({ feed, item, rendered: { locale } }: ItemContext): string {
  const retractedBy = findRetraction(feed, item);
  if (!retractedBy) return item.summary ?? item.title ?? '';
  const reason = retractedBy._placard?.retraction?.reason;
  const isRetracted = retractionText(retractedBy, locale) + locale.stop;
  return reason ? `${isRetracted} ${locale.withdrawnReason(reason)}` : isRetracted;
}

export function retractionText({ _placard }: Item, locale: Locale): string {
  const at = _placard?.retraction?.at;
  return locale.withdrawn(at === undefined ? undefined : whenOf(at, locale));
}

/** Returns the title with the retraction: a preview may show the title alone. */
export function titleOf({ feed, item, publisher, rendered: { locale } }: ItemContext): string {
  const title = item.title ?? publisher;
  return findRetraction(feed, item) ? locale.labelled(locale.withdrawn(), title) : title;
}

/** Returns the meta elements of the Open Graph protocol, https://ogp.me */
export function openGraph(url: string, context: ItemContext): string[] {
  const { item, publisher, rendered } = context;
  const image = findRetraction(context.feed, item) ? undefined : item.image;
  const [language, region] = rendered.locale.tag.split('-');
  const tags: Record<string, string | undefined> = {
    'og:type': 'article',
    'og:title': titleOf(context),
    'og:description': summaryOf(context),
    'og:url': url,
    'og:site_name': publisher,
    'og:locale': region ? `${language}_${region}` : language,
    'og:image': image,
    'og:image:alt': image && item._placard?.media?.find(({ url: own }) => own === item.image)?.alt,
    'twitter:card': image ? 'summary_large_image' : 'summary',
    'article:published_time': isoDate(item.date_published),
    'article:modified_time': isoDate(asOfDate(item)),
  };
  return Object.entries(tags).flatMap(([property, content]) => (content ? [empty('meta', { property, content })] : []));
}

/** Returns the JSON-LD as text of a script element. */
export function jsonLd(url: string, context: ItemContext): string {
  const { item, publisher, feed, rendered } = context;
  const isRetracted = findRetraction(feed, item);
  const place = isRetracted ? undefined : item._placard?.incident?.place;
  const { url: home, logo, corrections_url: correctionsPolicy } = feed.head._placard?.publisher ?? {};
  const article = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: titleOf(context),
    description: summaryOf(context),
    url,
    mainEntityOfPage: url,
    sameAs: item.url,
    inLanguage: item.language ?? rendered.locale.tag,
    datePublished: isoDate(headDate(item)),
    dateModified: isoDate(asOfDate(item)),
    image: isRetracted ? undefined : item.image,
    publisher: { '@type': 'Organization', name: publisher, url: home, logo, correctionsPolicy },
    contentLocation: place && {
      '@type': 'Place',
      name: place.name,
      address: { '@type': 'PostalAddress', addressCountry: place.country },
    },
  };
  return scriptJson(article);
}

const isoDate = (date: PartialDate | undefined) => date && toDateTimeAttribute(date);

/**
 * Returns the oEmbed response (https://oembed.com, type `rich`). WordPress keeps the text and links of one blockquote and one empty iframe,
 * permanently. So the text has the date of the status.
 */
export function oembed(url: string, frame: Frame, context: ItemContext): string {
  const { item, publisher, feed, rendered } = context;
  const { locale } = rendered;
  const date = asOfDate(item) ?? feed.head._placard?.generated_at;
  const tags = [
    `${locale.labelled(publisher, item.title ?? item.id)}${/[.!?…。]$/.test(item.title ?? '') ? '' : locale.stop}`,
    summaryOf(context),
    findRetraction(feed, item) ? undefined : statusSentence(item, locale),
    date && `${locale.asOf(whenOf(date, locale)!)}${locale.stop}`,
  ];
  const words = tags.flatMap((sentence) => (sentence ? [escapeHtml(sentence.replace(/\s+/g, ' '))] : []));
  const html = `<blockquote>${words.join(' ')} ${element('a', { href: url }, escapeHtml(url))}</blockquote>${oembedFrame(frame)}`;
  const answer = {
    type: 'rich',
    version: '1.0',
    title: frame.title,
    author_name: publisher,
    provider_name: publisher,
    provider_url: feed.head._placard?.publisher.url,
    cache_age: 3600,
    width: WIDTH,
    height: frame.height,
    html,
  };
  return `${scriptJson(answer, 2)}\n`;
}
