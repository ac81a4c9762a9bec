/** The Atom feeds (RFC 4287), for readers of news: one of the site, and one of each item with the events of its timeline. */
import { Feed as AtomFeed, type Item as AtomEntry } from 'feed';
import { briefOf } from '../card/brief.js';
import { contextOf } from '../card/context.js';
import { renderHtml } from '../card/html.js';
import { escapeHtml } from '../escape/html.js';
import { removeLoneSurrogates } from '../feed/values/clean-text.js';
import { earliestMs, type PartialDate } from '../feed/values/partial-date.js';
import { originalIds } from '../feed/translations.js';
import type { Feed } from '../feed/parse-feed.js';
import type { Item } from '../feed/schema/schema.js';
import { loadLocale } from '../i18n/load-locale.js';
import { asOfDate } from '../i18n/sentences.js';
import { addressOf, type ItemContext, type Site } from './site-parts.js';

/** Entries of a feed. A reader asks again before there are more. */
const MAX_ENTRIES = 50;

/** Characters that XML 1.0 forbids, which the maker of the feed does not remove. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const clean = (text: string): string => removeLoneSurrogates(text).replace(NOT_IN_XML, '');
/** Returns text for an element of the type `html`. */
const asHtml = (text: string): string => escapeHtml(clean(text));

const dateOf = (date: PartialDate | undefined, fallback: Date): Date => (date === undefined ? fallback : new Date(earliestMs(date)));
const madeAt = (feed: Feed): Date => new Date(earliestMs(feed.head._placard!.generated_at));

/** Returns the feed of the whole site: the newest originals. */
export async function siteAtom(site: Site, feed: Feed, hub: string | undefined): Promise<string> {
  const made = madeAt(feed);
  const atom = createFeed(site.base, `${site.base}atom.xml`, feed, feed.head.title ?? feed.head._placard!.publisher.name, hub);
  const newest = originalIds(feed)
    .flatMap((id) => (dateIn(feed, id) ? [{ id, at: dateIn(feed, id)! }] : []))
    .sort((a, b) => b.at - a.at)
    .slice(0, MAX_ENTRIES);
  for (const { id } of newest) {
    const item = feed.item(id);
    if (!item) continue;
    const locale = await loadLocale(item.language ?? feed.head.language ?? 'en');
    const { title, summary, status } = briefOf(contextOf({ feed, item, locale, language: locale.tag, level: 2, now: made.getTime() }));
    const content = [summary, status].filter(Boolean).map((text) => `<p>${asHtml(text)}</p>`);
    atom.addItem(entryOf(addressOf(site, id), item, title, content.join('\n'), made));
  }
  return atom.atom1();
}

function dateIn(feed: Feed, id: string): number | undefined {
  const published = feed.rawField(id, 'date_published');
  const ms = typeof published === 'string' ? earliestMs(published) : 0;
  return Number.isFinite(ms) ? ms : 0;
}

/** Returns the feed of one item: its state, and the events of its timeline. */
export function itemAtom(url: string, { feed, item, publisher, rendered }: ItemContext, hub: string | undefined): string {
  const made = madeAt(feed);
  const { brief } = rendered.card;
  const atom = createFeed(url, `${url}atom.xml`, feed, rendered.locale.labelled(publisher, brief.title), hub, item.language);
  atom.addItem(entryOf(url, item, brief.title, clean(renderHtml(rendered.card, { profile: 'strict' })), made));
  const events = brief.retraction === undefined ? (item._placard?.timeline ?? []) : [];
  for (const { id, date, text } of events.slice(-MAX_ENTRIES).toReversed()) {
    const link = `${url}#${encodeURIComponent(id)}`;
    atom.addItem({ id: link, link, title: asHtml(text), date: dateOf(date, made) });
  }
  return atom.atom1();
}

function createFeed(
  link: string,
  self: string,
  feed: Feed,
  title: string,
  hub: string | undefined,
  language = feed.head.language,
): AtomFeed {
  const { publisher } = feed.head._placard!;
  return new AtomFeed({
    id: self,
    title: clean(title),
    link,
    language,
    updated: madeAt(feed),
    generator: false,
    hub,
    feedLinks: { atom: self },
    author: { name: clean(publisher.name), link: publisher.url },
  });
}

function entryOf(url: string, item: Item, title: string, content: string, made: Date): AtomEntry {
  return {
    id: url,
    link: url,
    title: asHtml(title),
    content,
    date: dateOf(asOfDate(item), made),
    published: item.date_published === undefined ? undefined : dateOf(item.date_published, made),
    category: (item.tags ?? []).map((tag) => ({ name: clean(tag), term: clean(tag) })),
  };
}
