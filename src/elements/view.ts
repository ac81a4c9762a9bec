/** What a template gets to work with, and the small pieces that all of them use. Templates are functions: a campaign puts several into one shadow root. */
import { html, nothing, type TemplateResult } from 'lit';
import { bare } from '../feed/compiled.js';
import type { Feed } from '../feed/parse.js';
import type { Item, ItemExtension, Reference } from '../feed/schema.js';
import { safeUrl } from '../feed/url.js';
import { whither } from '../feed/whither.js';
import type { PartialDate } from '../feed/dates.js';
import { dateTime } from '../feed/dates.js';
import { directionOf, type Locale, type When } from '../locales/index.js';
import type { FeedState } from '../client/watch.js';
import { whenOf } from './intl.js';
import { commaAfter, referenceText } from './words.js';

/** For what is missing: without members, those of a page's `Object.prototype` included. */
export const none: Readonly<Record<string, never>> = Object.freeze(bare() as Record<string, never>);

export interface View {
  readonly feed: Feed;
  readonly item: Item;
  /** The item's extension, empty for a plain JSON Feed. */
  readonly facts: Partial<ItemExtension>;
  /** Who speaks. */
  readonly publisher: string;
  readonly state: FeedState;
  readonly locale: Locale;
  /** What the reader asked for, as BCP 47: the feed may have it where the interface has not. */
  readonly language: string;
  /** Of the headline; sections stand one below. */
  readonly level: number;
  /** Language and direction of the item's own words. */
  readonly lang: string | undefined;
  readonly dir: 'ltr' | 'rtl' | 'auto';
  /** The reader's clock, ms since 1970. */
  readonly now: number;
}

export type Content = TemplateResult | typeof nothing;

/** Some of the item's own words within a line: in their language, and isolated, so that they cannot reorder what stands around them. */
export function say(view: View, text: string | undefined, lang = view.lang): Content {
  return text ? html`<bdi lang=${lang ?? nothing} dir=${directionFor(lang)}>${numbers(text, lang)}</bdi>` : nothing;
}

/** The same of the words of the feed's head, who speaks and how to reach them: a translation of an item does not translate them. */
export function sayHead(view: View, text: string | undefined): Content {
  return say(view, text, headLanguage(view));
}

export function headLanguage({ feed, lang }: View): string | undefined {
  return feed.head.language ?? lang;
}

/** A paragraph of the feed's own words. */
export function paragraph(view: View, text: string | undefined, name: string, lang = view.lang): Content {
  return text ? html`<p class=${name} part=${name} lang=${lang ?? nothing} dir=${directionFor(lang)}>${numbers(text, lang)}</p>` : nothing;
}

export function directionFor(lang: string | undefined): 'ltr' | 'rtl' | 'auto' {
  return lang ? directionOf(lang) : 'auto';
}

/** Among words that run from right to left a telephone number would be shown with its groups in reverse. */
export function numbers(text: string, lang: string | undefined): unknown {
  return directionFor(lang) === 'ltr'
    ? text
    : text.split(/(\+\d[\d ()./-]{5,}\d)/).map((piece, index) => (index % 2 ? html`<bdi dir="ltr">${piece}</bdi>` : piece));
}

const GAPS = ['\ue000', '\ue001'];

/** A sentence of the interface with something of the feed's in it: the sentence stays in its language, and the words in theirs. */
export function filled(phrase: (...words: string[]) => string, ...words: unknown[]): unknown {
  const sentence = phrase(...GAPS.slice(0, words.length));
  return sentence.split(/([\ue000\ue001])/).map((piece) => (GAPS.includes(piece) ? words[GAPS.indexOf(piece)] : piece));
}

/** A heading of the asked level; below six, there are none in HTML. */
export function heading(level: number, content: unknown, part: string): TemplateResult {
  if (level <= 2) return html`<h2 class=${part} part=${part}>${content}</h2>`;
  if (level === 3) return html`<h3 class=${part} part=${part}>${content}</h3>`;
  if (level === 4) return html`<h4 class=${part} part=${part}>${content}</h4>`;
  if (level === 5) return html`<h5 class=${part} part=${part}>${content}</h5>`;
  return html`<h6 class=${part} part=${part}>${content}</h6>`;
}

/** A titled part of the card; nothing where it would be empty. */
export function section(view: View, title: unknown, content: unknown, name: string): Content {
  return content === nothing || content === undefined || (Array.isArray(content) && !content.length)
    ? nothing
    : html`<section class=${name} part=${name}>${heading(view.level + 1, title, 'label')}${content}</section>`;
}

/** A link out. The page that is left is not told to the one that is opened: it may be watched. */
export function link(url: string | undefined, content: unknown, words?: string): unknown {
  return url ? html`<a href=${url} part="link" rel="noopener noreferrer">${content}${elsewhere(words, url)}</a>` : content;
}

/** Where a link leads, behind words that name another place. */
export function elsewhere(words: string | undefined, url: string): Content {
  const place = words && whither(words, url);
  return place ? html` <bdi class="own" dir="ltr">(${place})</bdi>` : nothing;
}

/**
 * `<time>` with exactly what was given; the publisher's own words about the date stand behind it.
 * `phrase` makes a sentence of it, since languages put a date into one in their own ways; `clock` tells the hour too.
 */
export function time(view: View, value: PartialDate | undefined, { clock = false, phrase = ({ alone }: When) => alone } = {}): Content {
  const when = value === undefined ? undefined : whenOf(value, view.locale, clock);
  if (value === undefined || !when) return nothing;
  const own = typeof value === 'string' ? undefined : value.text;
  return html`<time datetime=${dateTime(value)}>${phrase(when)}</time
    >${own ? html` <span class="own">(${say(view, own)})</span>` : nothing}`;
}

/** Where a fact is from. */
export function reference(view: View, value: Reference | undefined): Content {
  if (!value) return nothing;
  const { title, publisher, url } = typeof value === 'string' ? { ...referenceText(value), publisher: undefined } : value;
  const words = publisher ? html`${say(view, title)}${commaAfter(title)}${say(view, publisher)}` : say(view, title);
  return html`<cite part="source">${link(url && safeUrl(url), words, referenceText(value).title)}</cite>`;
}

/** A joined line of small things; what is missing takes its separator along. */
export function line(parts: unknown[]): Content {
  const there = parts.filter((part) => part && part !== nothing);
  return there.length
    ? html`${there.map((part, index) => html`${index ? html`<span class="dot" aria-hidden="true"> · </span>` : nothing}<span>${part}</span>`)}`
    : nothing;
}
