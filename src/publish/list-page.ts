/**
 * The page that lists all statements, with a filter by status and topic. The filter is a style sheet, so it needs no script. A browser
 * without `:has()` shows the list without the filter.
 */
import { withdrawalSentence } from '../card/brief.js';
import { element, empty } from '../card/markup.js';
import { cssString } from '../escape/css.js';
import { escapeHtml } from '../escape/html.js';
import { parseFeed, type Feed } from '../feed/parse-feed.js';
import { findRetraction, originalId } from '../feed/translations.js';
import { detailsOf } from '../i18n/details.js';
import { directionOf, type Locale } from '../i18n/load-locale.js';
import { formatWhen } from '../i18n/format.js';
import { itemStatus } from '../i18n/item-status.js';
import { publicationDate } from '../i18n/sentences.js';
import { idText } from '../feed/values/id-text.js';
import { isJsonObject, type Json } from '../lint/json-pointer.js';
import type { FeedDocument } from './feed-document.js';
import { partsOfLinked } from './item-inputs.js';
import { htmlPage } from './page-shell.js';
import { homeOf, pageDefaults, siteLinks } from './pages.js';
import type { Site } from './site-parts.js';

/** Topics in the filter; more would not be a choice. */
const MAX_TOPICS = 30;

const LIST_START = '<ul class="campaigns">\n';
const LIST_END = '\n</ul>';

/** Items that are read together. A feed keeps each item that it has read. */
const ROWS_PER_PART = 200;
/** The members that an entry shows, and those of the item's extension. To validate the others too takes most of the time. */
const MEMBERS = ['id', 'title', 'summary', 'date_published', 'language', 'tags'];
const EXTENSION = ['kind', 'revision', 'change', 'dateline', 'incident', 'cases', 'persons', 'retraction', 'translations'];

/**
 * Returns the entries of the list by the items' ids.
 * @param known returns the entry of an item in the published list, if the item is unchanged
 */
export function listRows(
  site: Site,
  document: FeedDocument,
  locale: Locale,
  known: (id: string) => string | undefined,
): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  const changed: Json[] = [];
  for (const group of partsOfLinked(document.items, 1)) {
    const own = group.map(({ id }) => [idText(id), known(idText(id))] as const);
    // The translations of a known original have no entry.
    if (own.some(([, row]) => row !== undefined)) for (const [id, row = ''] of own) rows.set(id, row);
    else changed.push(...group);
  }
  for (const part of partsOfLinked(changed, ROWS_PER_PART)) {
    const feed = parseFeed({ ...document, items: part.map(shownMembers) });
    for (const id of feed.ids) rows.set(id, listRow(site, feed, id, locale));
  }
  return rows;
}

/** Returns the entries of a published list by the folders of their items. The beginning of an entry occurs nowhere in its text. */
export function rowsIn(list: string): ReadonlyMap<string, string> {
  const entries = list.slice(list.indexOf(LIST_START) + LIST_START.length, list.lastIndexOf(LIST_END));
  const rows = entries.split(/\n(?=<li id=")/);
  return new Map(rows.flatMap((row) => [/^<li id="([^"]+)"/.exec(row)?.[1] ?? ''].map((folder) => [folder, row] as const)));
}

function shownMembers(item: Json): Json {
  const shown = pick(item, MEMBERS);
  if (isJsonObject(item._placard)) shown._placard = pick(item._placard, EXTENSION);
  return shown;
}

const pick = (owner: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(owner, name) ? [[name, owner[name]]] : [])));

/** Returns the entry of an item; empty for a translation, which its original links to. */
function listRow(site: Site, feed: Feed, id: string, locale: Locale): string {
  const item = originalId(feed, id) === id ? feed.item(id) : undefined;
  if (!item) return '';
  const retracted = findRetraction(feed, item);
  const title = escapeHtml(item.title ?? id);
  const words = { lang: item.language, dir: item.language && directionOf(item.language) };
  const row = (status: string | undefined, topics: readonly string[], lines: readonly string[]): string =>
    element('li', { id: site.folderOf(id), 'data-status': status, 'data-topics': topicsValue(topics) }, lines.join('\n'));
  const link = (text: string) => element('a', { href: `${site.folderOf(id)}/`, ...words }, text);
  const facts = (...texts: (string | undefined)[]) => element('p', {}, escapeHtml(texts.filter(Boolean).join(' · ')));
  if (retracted) return row(locale.withdrawn(), [], [link(element('s', {}, title)), facts(withdrawalSentence(retracted, locale))]);
  const date = publicationDate(item);
  const status = itemStatus(item, locale)?.word;
  const kind = locale.kinds[item._placard?.kind ?? 'statement'];
  const summary = item.summary ? [element('p', { class: 'summary', ...words }, escapeHtml(oneLine(item.summary)))] : [];
  const lines = [link(title), facts(kind, status, date && formatWhen(date, locale)?.alone), ...summary];
  return row(status, item.tags ?? [], lines);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Returns the topics between vertical bars, so that a selector finds a whole topic. */
function topicsValue(topics: readonly string[]): string | undefined {
  const words = topics.map((topic) => oneLine(topic.replaceAll('|', ' '))).filter(Boolean);
  return words.length ? `|${words.join('|')}|` : undefined;
}

export interface ListPage {
  readonly html: string;
  /** The style sheet of the filter. */
  readonly css: string;
}

/** @param rows of the items, in the order of the list */
export function listPage(site: Site, feed: Feed, locale: Locale, rows: readonly string[]): ListPage {
  const publisher = feed.head._placard!.publisher.name;
  const title = `${locale.headings.list} – ${publisher}`;
  const home = homeOf(feed);
  const { about } = feed.head._placard!.publisher;
  const own = { lang: feed.head.language, dir: feed.head.language && directionOf(feed.head.language) };
  const filters = [
    { name: 'status', legend: locale.headings.status, choices: choicesIn(rows, /data-status="([^"]*)"/) },
    { name: 'topics', legend: detailsOf(locale).facts.categories, choices: choicesIn(rows, /data-topics="\|([^"]*)\|"/) },
  ].filter(({ choices }) => choices.length > 1);
  const head = [
    element('title', {}, escapeHtml(title)),
    empty('meta', { name: 'description', content: oneLine(about ?? locale.labelled(publisher, locale.headings.list)) }),
    empty('link', { rel: 'canonical', href: site.base }),
    empty('link', { rel: 'alternate', type: 'application/feed+json', href: `${site.base}feed.json`, title: feed.head.title ?? publisher }),
    empty('link', { rel: 'alternate', type: 'application/atom+xml', href: `${site.base}atom.xml`, title: feed.head.title ?? publisher }),
    ...siteLinks(site),
    ...(filters.length ? [empty('link', { rel: 'stylesheet', href: 'list.css' })] : []),
  ];
  const main = [
    element('h1', {}, escapeHtml(locale.labelled(publisher, locale.headings.list))),
    ...(about ? [element('p', own, escapeHtml(about))] : []),
    ...(filters.length ? [element('div', { class: 'filter' }, `\n${filters.map((each) => fieldset(each, locale)).join('\n')}\n`)] : []),
    `${LIST_START}${rows.filter(Boolean).join('\n')}${LIST_END}`,
  ];
  const body = [
    ...(home ? [element('nav', { class: 'top' }, element('a', { href: home, ...own }, escapeHtml(publisher)))] : []),
    element('main', {}, `\n${main.join('\n')}\n`),
    element('footer', { class: 'bottom', lang: 'en', dir: 'ltr' }, '<a href="atom.xml">Atom</a>\n<a href="feed.json">JSON Feed</a>'),
  ];
  return {
    html: htmlPage({ ...pageDefaults(site, feed), root: '', head, body, lang: locale.tag }),
    css: filters.map(filterStyle).join('\n'),
  };
}

interface Filter {
  readonly name: string;
  readonly legend: string;
  /** As they are in an attribute: escaped. */
  readonly choices: readonly string[];
}

/** Returns the values in the rows, the most frequent first. */
function choicesIn(rows: readonly string[], pattern: RegExp): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of pattern.exec(row)?.[1]?.split('|') ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([value]) => value)
    .slice(0, MAX_TOPICS);
}

function fieldset({ name, legend, choices }: Filter, locale: Locale): string {
  const radio = (id: string, words: string, checked?: string) =>
    `<label>${empty('input', { type: 'radio', name, id, checked })} <span dir="auto">${words}</span></label>`;
  const radios = [
    radio(`${name}-all`, escapeHtml(locale.showAll), 'checked'),
    ...choices.map((choice, index) => radio(`${name}-${index}`, choice)),
  ];
  return element('fieldset', {}, `\n<legend>${escapeHtml(legend)}</legend>\n${radios.join('\n')}\n`);
}

/** Hides the rows without the checked value. The attribute selectors read values that contain no quotation mark or backslash. */
function filterStyle({ name, choices }: Filter): string {
  return choices
    .map((choice, index) => {
      const value = unescapeAttribute(choice);
      const match = name === 'topics' ? `[data-topics*=${cssString(`|${value}|`)}]` : `[data-${name}=${cssString(value)}]`;
      return `main:has(#${name}-${index}:checked) .campaigns > li:not(${match}) { display: none; }`;
    })
    .join('\n');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Returns the text that `escapeAttribute` escaped. */
const unescapeAttribute = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (reference, code?: string, name = '') =>
    code === undefined ? (NAMED[name as string] ?? reference) : String.fromCodePoint(Number(code)),
  );
