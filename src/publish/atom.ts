/**
 * The Atom feeds (RFC 4287), for readers of news: one of the site, and one of each item with the events of its timeline. The npm package
 * `feed` (6.0) writes XML that is not well-formed if a topic has a `<`, so these functions write it.
 */
import { briefOf } from '../card/brief.js';
import type { Brief } from '../card/card.js';
import { contextOf } from '../card/context.js';
import { element } from '../card/markup.js';
import { escapeHtml } from '../escape/html.js';
import { xmlText } from '../escape/xml.js';
import { earliestMs, type PartialDate } from '../feed/values/partial-date.js';
import { originalIds } from '../feed/translations.js';
import type { Feed } from '../feed/parse-feed.js';
import { loadLocale } from '../i18n/load-locale.js';
import { asOfDate } from '../i18n/sentences.js';
import { addressOf, type ItemContext, type Site } from './site-parts.js';

/** Entries of a feed. A reader asks again before there are more. */
const MAX_ENTRIES = 50;

interface Entry {
  readonly url: string;
  readonly title: string;
  /** HTML. */
  readonly content?: string;
  readonly updated: Date;
  readonly published?: Date;
  readonly topics?: readonly string[];
}

const dateOf = (date: PartialDate | undefined, fallback: Date): Date => (date === undefined ? fallback : new Date(earliestMs(date)));
const madeAt = (feed: Feed): Date => new Date(earliestMs(feed.head._placard!.generated_at));

/** Returns the feed of the whole site: the newest originals. */
export async function siteAtom(site: Site, feed: Feed, hub: string | undefined): Promise<string> {
  const made = madeAt(feed);
  const newest = originalIds(feed)
    .map((id) => ({ id, at: publishedMs(feed, id) }))
    .sort((a, b) => b.at - a.at)
    .slice(0, MAX_ENTRIES);
  const entries: Entry[] = [];
  for (const { id } of newest) {
    const item = feed.item(id);
    if (!item) continue;
    const locale = await loadLocale(item.language ?? feed.head.language ?? 'en');
    const brief = briefOf(contextOf({ feed, item, locale, language: locale.tag, level: 2, now: made.getTime() }));
    const { title, summary, status } = brief;
    const content = [summary, status].flatMap((text) => (text ? [element('p', {}, escapeHtml(text))] : []));
    entries.push({ url: addressOf(site, id), title, content: content.join('\n'), ...factsOf(item, brief, made) });
  }
  const title = feed.head.title ?? feed.head._placard!.publisher.name;
  return atom({ url: site.base, title, feed, hub, language: feed.head.language }, entries);
}

/** Returns ms since 1970; 0 without a date, so that such an item comes last. */
function publishedMs(feed: Feed, id: string): number {
  const published = feed.rawField(id, 'date_published');
  const ms = typeof published === 'string' ? earliestMs(published) : 0;
  return Number.isFinite(ms) ? ms : 0;
}

/** Returns the feed of one item: its state, and the events of its timeline. */
export function itemAtom(url: string, { feed, item, publisher, rendered }: ItemContext, hub: string | undefined): string {
  const made = madeAt(feed);
  const { brief } = rendered.card;
  const events = brief.retraction === undefined ? (item._placard?.timeline ?? []) : [];
  const entries: Entry[] = [
    { url, title: brief.title, content: rendered.strict, ...factsOf(item, brief, made) },
    ...events
      .slice(-MAX_ENTRIES)
      .toReversed()
      .map(({ id, date, text }) => ({ url: `${url}#${encodeURIComponent(id)}`, title: text, updated: dateOf(date, made) })),
  ];
  const title = rendered.locale.labelled(publisher, brief.title);
  return atom({ url, title, feed, hub, language: item.language ?? feed.head.language }, entries);
}

/** Returns the dates and the topics. The topics of a retracted item say what it was about. */
function factsOf(item: ItemContext['item'], { retraction }: Brief, made: Date): Omit<Entry, 'url' | 'title' | 'content'> {
  const published = item.date_published === undefined ? undefined : dateOf(item.date_published, made);
  return { updated: dateOf(asOfDate(item), made), published, topics: retraction === undefined ? item.tags : [] };
}

interface Head {
  /** Address of the page, with a slash at its end. */
  readonly url: string;
  readonly title: string;
  readonly feed: Feed;
  readonly hub: string | undefined;
  readonly language: string | undefined;
}

function atom({ url, title, feed, hub, language }: Head, entries: readonly Entry[]): string {
  const { publisher } = feed.head._placard!;
  const self = `${url}atom.xml`;
  const head = [
    node('id', self),
    node('title', title),
    node('updated', madeAt(feed).toISOString()),
    `<author>${node('name', publisher.name)}${publisher.url ? node('uri', publisher.url) : ''}</author>`,
    link('alternate', url),
    link('self', self),
    ...(hub ? [link('hub', hub)] : []),
  ];
  const lang = language ? ` xml:lang="${xmlText(language)}"` : '';
  const lines = ['<?xml version="1.0" encoding="utf-8"?>', `<feed xmlns="http://www.w3.org/2005/Atom"${lang}>`, ...head];
  return [...lines, ...entries.map(entry), '</feed>', ''].join('\n');
}

function entry({ url, title, content, updated, published, topics = [] }: Entry): string {
  const parts = [
    html('title', escapeHtml(title)),
    node('id', url),
    link('alternate', url),
    node('updated', updated.toISOString()),
    ...(published ? [node('published', published.toISOString())] : []),
    ...(content ? [html('content', content)] : []),
    ...topics.map((topic) => `<category term="${xmlText(topic)}" label="${xmlText(topic)}"/>`),
  ];
  return `<entry>\n${parts.join('\n')}\n</entry>`;
}

const node = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;
const html = (name: string, markup: string): string => `<${name} type="html">${xmlText(markup)}</${name}>`;
const link = (rel: string, href: string): string => `<link rel="${rel}" href="${xmlText(href)}"/>`;
