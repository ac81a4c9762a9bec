/** Reads the entries of an RSS feed, an Atom feed, or a plain JSON Feed. */
import { isJsonObject } from '../../lint/json-pointer.js';
import { parseDate } from '../../feed/values/partial-date.js';
import { readHtml, readText, type ReadText } from './blocks.js';
import type { KnownFacts } from './extract-draft.js';

export interface FeedEntry extends KnownFacts {
  readonly text: ReadText;
}

/** Entries. A list for choosing stays short. */
const MAX_ENTRIES = 50;

/** @returns undefined for any other text */
export function feedEntries(text: string): FeedEntry[] | undefined {
  const start = text.trimStart();
  if (start.startsWith('{')) return jsonEntries(text);
  if (!/^<\?xml|^<(rss|feed|rdf:RDF)[\s>]/i.test(start)) return undefined;
  const document = new DOMParser().parseFromString(start, 'text/xml');
  const entries = [...document.querySelectorAll('item, entry')].slice(0, MAX_ENTRIES);
  return entries.length ? entries.map(xmlEntry) : undefined;
}

function xmlEntry(entry: Element): FeedEntry {
  const child = (...names: string[]) =>
    [...entry.children].find(({ localName, nodeName }) => names.includes(localName) || names.includes(nodeName));
  const content = child('content:encoded', 'encoded', 'content') ?? child('description', 'summary');
  // In Atom, XHTML is markup inside the element. Elsewhere, HTML is its text.
  const html = content?.getAttribute('type') === 'xhtml' ? content.innerHTML : (content?.textContent ?? '');
  const link = [...entry.children].find(
    ({ localName, attributes }) => localName === 'link' && (attributes.getNamedItem('rel')?.value ?? 'alternate') === 'alternate',
  );
  return entryOf({
    title: child('title')?.textContent?.trim(),
    url: link?.getAttribute('href') ?? link?.textContent?.trim(),
    date: (child('published', 'pubDate', 'date') ?? child('updated'))?.textContent?.trim(),
    html,
  });
}

function jsonEntries(text: string): FeedEntry[] | undefined {
  try {
    const { items } = JSON.parse(text) as { items?: unknown };
    if (!Array.isArray(items)) return undefined;
    return items
      .slice(0, MAX_ENTRIES)
      .filter(isJsonObject)
      .map(({ title, url, date_published: date, content_html: html, content_text: plain }) =>
        entryOf({ title: stringOf(title), url: stringOf(url), date: stringOf(date), html: stringOf(html), plain: stringOf(plain) }),
      );
  } catch {
    return undefined;
  }
}

const stringOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

interface RawEntry extends KnownFacts {
  readonly html?: string;
  readonly plain?: string;
}

function entryOf({ title, url, date, html = '', plain = '' }: RawEntry): FeedEntry {
  const text = html ? readHtml(html) : readText(plain);
  return { title, url: url && URL.canParse(url) ? url : undefined, date: date && isoDate(date), text };
}

/** RSS writes "Fri, 25 Jul 2025 09:07:00 GMT". */
function isoDate(text: string): string | undefined {
  if (parseDate(text)) return text;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
