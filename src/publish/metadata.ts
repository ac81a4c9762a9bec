/** The metadata of an item's page, for link previews, search engines, and sites that embed a pasted address. */
import { escapeHtml } from '../escape/html.js';
import { scriptJson } from '../escape/script.js';
import { element, empty } from '../card/markup.js';
import { oembedFrame, WIDTH, type Frame } from '../embed/snippets.js';
import { toDateTimeAttribute, type PartialDate } from '../feed/values/partial-date.js';
import { asOfDate } from '../i18n/sentences.js';
import { PICTURE_SIZE } from './picture.js';
import type { ItemContext } from './site-parts.js';

/** Returns the meta elements of the Open Graph protocol, https://ogp.me */
export function openGraph(url: string, context: ItemContext): string[] {
  const { item, publisher, rendered } = context;
  const { title, summary, status, asOf } = rendered.card.brief;
  const { url: image, alt } = previewOf(url, context);
  const [language, region] = rendered.locale.tag.split('-');
  const tags: Record<string, string | undefined> = {
    'og:type': 'article',
    'og:title': title,
    'og:description': [summary, status, asOf].filter(Boolean).join(' '),
    'og:url': url,
    'og:site_name': publisher,
    'og:locale': region ? `${language}_${region}` : language,
    'og:image': image,
    ...(context.picture
      ? { 'og:image:type': 'image/png', 'og:image:width': String(PICTURE_SIZE.width), 'og:image:height': String(PICTURE_SIZE.height) }
      : {}),
    'og:image:alt': alt,
    'twitter:card': image ? 'summary_large_image' : 'summary',
    'article:published_time': isoDate(item.date_published),
    'article:modified_time': isoDate(asOfDate(item)),
  };
  return Object.entries(tags).flatMap(([property, content]) => (content ? [empty('meta', { property, content })] : []));
}

/** Returns the picture of a link preview: that of the card, else that of the item unless it is retracted. */
function previewOf(url: string, { item, picture, rendered }: ItemContext): { url?: string; alt?: string } {
  if (picture) return { url: `${url}${picture.name}`, alt: picture.alt };
  if (rendered.card.brief.retraction !== undefined || !item.image) return {};
  return { url: item.image, alt: item._placard?.media?.find(({ url: own }) => own === item.image)?.alt };
}

export const isoDate = (date: PartialDate | undefined) => date && toDateTimeAttribute(date);

/**
 * Returns the oEmbed response (https://oembed.com, type `rich`). WordPress keeps the text and links of one blockquote and one empty iframe,
 * permanently. So the text has the date of the status.
 */
export function oembed(url: string, frame: Frame, { publisher, feed, rendered }: ItemContext): string {
  const { title, summary, status, asOf } = rendered.card.brief;
  const { labelled, stop } = rendered.locale;
  const headline = labelled(publisher, title) + (/[.!?…。]$/.test(title) ? '' : stop);
  const sentences = [headline, summary, status, asOf];
  const words = sentences.flatMap((sentence) => (sentence ? [escapeHtml(sentence.replace(/\s+/g, ' '))] : []));
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
