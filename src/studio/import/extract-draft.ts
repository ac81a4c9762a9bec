/**
 * Finds the parts of a case in the text of a press release. It copies words and never adds one. Each part that it finds is marked, so that the
 * user confirms it.
 */
import type { Json } from '../../lint/json-pointer.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { isPhone } from '../../feed/values/phone-number.js';
import { normalizeEmail } from '../../feed/values/url-text.js';
import { newFeed } from '../document/new-case.js';
import { isoDay, readDate } from '../form/read-date.js';
import type { ReadText, TextBlock } from './blocks.js';
import { findProceeding, sentencesOf, type FoundProceeding } from './find-proceeding.js';
import { languageOf } from './language-of.js';

export interface Draft {
  readonly document: FeedDocument;
  /** Pointers of the parts that the user confirms, in the order of the form. */
  readonly found: readonly string[];
  /** The sentence from which a part was concluded, by its pointer. It is empty for a part that the text does not have. */
  readonly sentences: Readonly<Record<string, string>>;
}

/** Facts that a feed or a page states beside the text. */
export interface KnownFacts {
  readonly title?: string;
  readonly date?: string;
  readonly url?: string;
}

/** Characters of a summary that fits the closed card. */
const MAX_SUMMARY_CHARS = 220;
/** Characters. A shorter block at the top is a headline, a date or a name. */
const MIN_PARAGRAPH_CHARS = 160;

export function extractDraft({ blocks, language: named }: ReadText, now: Date, known: KnownFacts = {}): Draft {
  const all = blocks.map(({ text }) => text).join('\n');
  const language = named ?? languageOf(all) ?? 'en';
  const first = Math.max(
    0,
    blocks.findIndex(({ text, tag }) => isParagraph(text) && !/^h\d$/.test(tag)),
  );
  const top = blocks.slice(0, first);
  const title = known.title ?? findTitle(top.length ? top : blocks.slice(0, 1), blocks);
  const day = { language, today: now };
  const date = known.date ?? top.map(({ text }) => readDate(text, day)).find((each) => typeof each === 'string' && each.length >= 10);
  const dateline = findDateline(blocks[first]?.text ?? '', day);
  const body = withoutTail(blocks.filter(({ text }, index) => index >= first && text !== title));
  const publisher = findPublisher(top, title, body);
  const quotes = findQuotes(all);
  const contact = findContact(all);

  const madeOn = dateline?.date ?? (typeof date === 'string' ? date.slice(0, 10) : undefined);
  const today = madeOn !== undefined && /^\d{4}-\d\d-\d\d$/.test(madeOn) ? new Date(`${madeOn}T12:00:00`) : now;
  const proceeding = findProceeding(
    body.map(({ text }) => text),
    { language, today },
  );

  const feed = newFeed(language, now);
  const [item] = feed.items as [Json & { _placard: Json }];
  const extension = '/items/0/_placard';
  const found: string[] = [];
  const sentences: Record<string, string> = {};
  /** Notes a part for the user to confirm. */
  const put = <T>(pointer: string, value: T | undefined, sentence?: string): T | undefined => {
    if (value === undefined && sentence === undefined) return undefined;
    found.push(pointer);
    if (sentence !== undefined) sentences[pointer] = sentence;
    return value;
  };
  const statement = body.map(({ html }) => html).join('');
  const isPlain = body.every(({ tag, html }) => tag === 'p' && !/<(?!\/?(p|br)\b)/.test(html));
  // The calls of `put` are in the order of the form.
  const head = {
    title: put('/items/0/title', title),
    summary: put('/items/0/summary', body[0] && firstSentences(dateline ? body[0].text.slice(dateline.length) : body[0].text)),
  };
  const facts = {
    kind: put(`${extension}/kind`, proceeding ? 'case' : 'statement', proceeding?.pending ?? ''),
    dateline: omitEmpty({
      place: put(`${extension}/dateline/place`, dateline?.place),
      date: put(`${extension}/dateline/date`, madeOn),
    }),
    cases: proceeding && [proceedingOf(proceeding, isoDay(today), put)],
    quotes: quotes.length ? quotes : undefined,
  };
  for (const index of quotes.keys()) for (const name of ['text', 'speaker']) put(`${extension}/quotes/${index}/${name}`, '');
  const filled: Json = {
    id: item.id,
    ...head,
    content_text: put('/items/0/content_text', isPlain && statement ? body.map(({ text }) => text).join('\n\n') : undefined),
    content_html: put('/items/0/content_html', isPlain || !statement ? undefined : statement),
    language: put('/items/0/language', language),
    url: put('/items/0/url', known.url),
    _placard: { ...item._placard, ...facts },
  };
  const document = omitUndefined({
    ...feed,
    title: publisher,
    _placard: {
      ...feed._placard,
      publisher: { ...(feed._placard.publisher as Json), name: put('/_placard/publisher/name', publisher) },
      contacts: withContact(feed._placard.contacts, contact, found),
    },
    items: [filled],
  }) as FeedDocument;
  return { document, found, sentences };
}

type Put = <T>(pointer: string, value: T | undefined, sentence?: string) => T | undefined;

/** Returns the proceeding of the case. The user is asked about a court that the text does not name. */
function proceedingOf({ pending, isUnscheduled, forum, filed }: FoundProceeding, day: string, put: Put): Json {
  const pointer = '/items/0/_placard/cases/0';
  return {
    id: 'proceeding-1',
    forum: put(`${pointer}/forum`, forum?.value, forum?.sentence ?? ''),
    filed: put(`${pointer}/filed`, filed?.value, filed?.sentence),
    status: put(`${pointer}/status`, 'pending', pending),
    as_of: day,
    next: isUnscheduled ? { type: 'hearing', date_status: put(`${pointer}/next/date_status`, 'not-set', pending) } : undefined,
  };
}

const omitEmpty = <T extends object>(value: T): T | undefined =>
  Object.values(value).some((member) => member !== undefined) ? value : undefined;

/** A distributor's note under a release, which the statement does not have. */
const DISTRIBUTED = /\bunedited and unaltered\b|\bDistributed (by|via)\b/;

/** Removes the notes of a distributor, and the lines above them that ask readers to follow or to subscribe: they are links of a page. */
function withoutTail(blocks: readonly TextBlock[]): TextBlock[] {
  const kept = blocks.filter(({ text }) => !DISTRIBUTED.test(text));
  if (kept.length === blocks.length) return kept;
  while (kept.length && isMenuLine(kept.at(-1)!.text)) kept.pop();
  return kept;
}

/** A line without the end of a sentence, and without a number or an address. */
const isMenuLine = (text: string): boolean => text.length < 80 && !/[.!?؟:"”»]$|[\d@]/.test(text);

const isParagraph = (text: string): boolean => text.length >= MIN_PARAGRAPH_CHARS || (/[.!?؟。]["”»]?$/.test(text) && text.length > 80);

/** A heading, or a line that the text repeats, or the longest line of the top. */
function findTitle(top: readonly TextBlock[], all: readonly TextBlock[]): string | undefined {
  const lines = top.filter(({ text }) => !text.includes('|') && text.length >= 15);
  const repeated = lines.find(({ text }) => all.filter((each) => each.text === text).length > 1);
  const heading = lines.find(({ tag }) => tag === 'h1') ?? lines.find(({ tag }) => /^h[2-4]$/.test(tag));
  const longest = lines.reduce<TextBlock | undefined>(
    (best, each) => (each.text.length > (best?.text.length ?? 0) ? each : best),
    undefined,
  );
  return (heading ?? repeated ?? longest)?.text;
}

interface Dateline {
  readonly place: string;
  readonly date: string;
  /** Characters of the dateline in its paragraph. */
  readonly length: number;
}

/** Finds "Brussels, 25 July 2025 – " at the start of the first paragraph. */
function findDateline(text: string, reading: { language: string; today: Date }): Dateline | undefined {
  const comma = text.slice(0, MAX_PLACE_CHARS).indexOf(', ');
  const place = text.slice(0, Math.max(comma, 0));
  if (!/^\p{Lu}[\p{L} .'’-]+$/u.test(place)) return undefined;
  const rest = text.slice(comma + 2, comma + 2 + MAX_DATE_CHARS);
  const dash = rest.search(/[–—-]/);
  if (dash < 0 || rest[dash + 1]?.trim() !== '') return undefined;
  const date = readDate(rest.slice(0, dash).trim(), reading);
  return typeof date === 'string' ? { place, date, length: comma + dash + 4 } : undefined;
}

/** Characters of a place, and of a date, at the start of a text. */
const MAX_PLACE_CHARS = 42;
const MAX_DATE_CHARS = 34;

/** Finds the sender: a short line above the headline whose name the text repeats. "ABC - A Better Company" is "A Better Company". */
function findPublisher(top: readonly TextBlock[], title: string | undefined, body: readonly TextBlock[]): string | undefined {
  const text = body.map((each) => each.text).join('\n');
  const names = top
    .filter((each) => each.text !== title && !each.text.includes('|'))
    .map((each) => each.text.replace(/^[\p{Lu}]{2,8} [-–—] /u, ''));
  return names.find((name) => name.length >= 4 && name.length <= 80 && /\p{Lu}/u.test(name) && text.includes(name));
}

/** Returns whole sentences of at most 220 characters; the first one whatever its length. */
function firstSentences(text: string): string {
  let summary = '';
  for (const sentence of sentencesOf(text)) {
    if (summary && (summary + sentence).trim().length > MAX_SUMMARY_CHARS) break;
    summary += sentence;
  }
  return summary.trim();
}

interface Quote {
  text: string;
  form: 'direct';
  speaker: string;
  role?: string;
}

/** Finds “…”, said ROLE, NAME. Returns at most 5. */
function findQuotes(text: string): Quote[] {
  const all = [...text.matchAll(/[”"»],?\s?(?:said|says)\s/g)].flatMap(({ index, 0: end }): Quote[] => {
    const words = text.slice(0, index).split(/[“"«]/).at(-1)!.trim();
    const by = text.slice(index + end.length, index + end.length + MAX_BYLINE_CHARS);
    const stop = by.search(/[.\n]/);
    if (words.length < 40 || words.length > 1500 || stop < 3 || by[stop] !== '.') return [];
    const parts = by
      .slice(0, stop)
      .split(',')
      .map((part) => part.trim());
    return [
      {
        text: words.endsWith(',') ? words.slice(0, -1) : words,
        form: 'direct',
        speaker: parts.at(-1)!,
        role: parts.length > 1 ? parts.slice(0, -1).join(', ') : undefined,
      },
    ];
  });
  return all.slice(0, 5);
}

/** Characters of the name and the role of a speaker. */
const MAX_BYLINE_CHARS = 121;

interface FoundContact {
  readonly phone?: string;
  readonly email?: string;
}

/** Finds the last international telephone number, and the last e-mail address: contacts are at the end of a press release. */
function findContact(text: string): FoundContact {
  const phone = [...text.matchAll(/\+\d[\d ()./-]{6,22}\d/g)].map(([each]) => each).findLast((each) => isPhone(each));
  const words = text.split(/[\s<>()",;:]/).filter((word) => word.includes('@'));
  const email = words.map((word) => (word.endsWith('.') ? word.slice(0, -1) : word)).findLast((each) => normalizeEmail(each));
  return { phone, email };
}

function withContact(contacts: unknown, { phone, email }: FoundContact, found: string[]): unknown {
  const [press] = contacts as [Json];
  if (phone) found.push('/_placard/contacts/0/phone');
  if (email) found.push('/_placard/contacts/0/email');
  return [{ ...press, phone, email }];
}

const omitUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
