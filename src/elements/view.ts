/** What a template gets to work with, and the small pieces that all of them use. Templates are functions: a campaign puts several into one shadow root. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Feed } from '../feed/parse.js';
import type { Item, ItemExtension, Reference } from '../feed/schema.js';
import { safeUrl } from '../feed/url.js';
import type { PartialDate } from '../feed/dates.js';
import { dateTime } from '../feed/dates.js';
import type { Locale } from '../locales/index.js';
import type { FeedState } from '../client/watch.js';
import { dateText, referenceText } from './words.js';

export interface View {
  readonly feed: Feed;
  readonly item: Item;
  /** The item's extension, empty for a plain JSON Feed. */
  readonly facts: Partial<ItemExtension>;
  /** Who speaks. */
  readonly publisher: string;
  readonly state: FeedState;
  readonly locale: Locale;
  /** Of the headline; sections stand one below. */
  readonly level: number;
  /** Language and direction of the feed's own words. */
  readonly lang: string | undefined;
  readonly dir: 'ltr' | 'rtl' | 'auto';
  /** The reader's clock, ms since 1970. */
  readonly now: number;
}

export type Content = TemplateResult | typeof nothing;

/** Some of the feed's own words within a line: in their language, and isolated, so that they cannot reorder what stands around them. */
export function say(view: View, text: string | undefined, lang = view.lang): Content {
  return text ? html`<bdi lang=${lang ?? nothing} dir=${lang === view.lang ? view.dir : 'auto'}>${text}</bdi>` : nothing;
}

/** A paragraph of the feed's own words. */
export function paragraph(view: View, text: string | undefined, name: string): Content {
  return text ? html`<p class=${name} part=${name} lang=${view.lang ?? nothing} dir=${view.dir}>${text}</p>` : nothing;
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
export function section(view: View, title: string, content: unknown, name: string): Content {
  return content === nothing || content === undefined || (Array.isArray(content) && !content.length)
    ? nothing
    : html`<section class=${name} part=${name}>${heading(view.level + 1, title, 'label')}${content}</section>`;
}

/** A link out. The page that is left is not told to the one that is opened: it may be watched. */
export function link(url: string | undefined, content: unknown, part = 'link'): unknown {
  return url ? html`<a href=${url} part=${part} rel="noopener noreferrer">${content}</a>` : content;
}

/**
 * `<time>` with exactly what was given; the publisher's own words about the date stand behind it.
 * `phrase` makes a sentence of it, since languages put a date into one in their own ways; `clock` tells the hour too.
 */
export function time(view: View, value: PartialDate | undefined, { clock = false, phrase = (date: string) => date } = {}): Content {
  if (value === undefined) return nothing;
  const own = typeof value === 'string' ? undefined : value.text;
  return html`<time datetime=${dateTime(value)}>${phrase(dateText(value, view.locale, clock))}</time
    >${own ? html` <span class="own">(${say(view, own)})</span>` : nothing}`;
}

/** Where a fact is from. */
export function reference(view: View, value: Reference | undefined): Content {
  if (!value) return nothing;
  const { title, url } = referenceText(value);
  return html`<cite part="source">${link(url && safeUrl(url), say(view, title))}</cite>`;
}

/** A joined line of small things; what is missing takes its separator along. */
export function line(parts: unknown[]): Content {
  const there = parts.filter((part) => part && part !== nothing);
  return there.length
    ? html`${there.map((part, index) => html`${index ? html`<span class="dot" aria-hidden="true"> · </span>` : nothing}<span>${part}</span>`)}`
    : nothing;
}
