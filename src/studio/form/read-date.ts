/**
 * Reads a date as people type it ("April 2025", "by 11 July", "5.12. 14:30", "2025-07-25") into a date of the format, and writes it back.
 * The names of months come from the browser, for each language of the form.
 */
import { formatDate, parseDate, parsePartialDate, type PartialDate, type Relation } from '../../feed/values/partial-date.js';

/** The words before a date, by language. English is always understood. */
export type RelationWords = Readonly<Record<Relation, readonly string[]>>;

export const ENGLISH_RELATIONS: RelationWords = {
  on: ['on'],
  by: ['by', 'until', 'no later than'],
  before: ['before'],
  after: ['after'],
  since: ['since', 'from'],
  about: ['about', 'around', 'circa', 'ca.', 'c.', 'approximately'],
};

export interface DateReading {
  readonly language: string;
  /** The year of a date without one is the nearest to this day. */
  readonly today: Date;
  readonly relations?: RelationWords;
}

/** Returns undefined for a text that has no certain meaning. */
export function readDate(text: string, reading: DateReading): PartialDate | undefined {
  const [rel, rest] = takeRelation(normalize(text), reading.relations);
  const date = readPlainDate(rest, reading);
  if (date === undefined) return undefined;
  return rel === 'on' ? date : { date, rel };
}

/** Returns the date as the field shows it, in words that `readDate` understands. */
export function writeDate(value: PartialDate, language: string, relations: RelationWords = ENGLISH_RELATIONS): string {
  const date = parsePartialDate(value);
  if (!date) return typeof value === 'string' ? value : String((value as { date?: unknown }).date ?? '');
  if (date.components.time) return typeof value === 'string' ? value : value.date;
  const words = formatDate(date.components, language);
  return date.rel === 'on' ? words : `${relations[date.rel][0]!} ${words}`;
}

const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u200e\u200f\u061c]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

function takeRelation(text: string, own?: RelationWords): [Relation, string] {
  for (const words of [own, ENGLISH_RELATIONS]) {
    for (const [rel, options] of Object.entries(words ?? {}) as [Relation, readonly string[]][]) {
      const word = options.find((option) => text.startsWith(`${option.toLowerCase()} `));
      if (word) return [rel, text.slice(word.length + 1)];
    }
  }
  return ['on', text];
}

const TIME = /[ ,t](?:at )?(\d{1,2}):(\d\d)(?::\d\d)?\s?(z|utc|[+-]\d\d:\d\d)?$/;

/** Words that dates have between their parts. */
const FILLERS = new Set(['of', 'the', 'de', 'del', 'le', 'el', 'г', 'года', 'den', 'der', 'am']);

/** Removes a comma and spaces at the end. */
function withoutComma(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(',') ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

function readPlainDate(text: string, reading: DateReading): string | undefined {
  const exact = text.toUpperCase();
  if (parseDate(exact)) return exact;
  const time = TIME.exec(text);
  const day = readDay(time ? withoutComma(text.slice(0, time.index)) : text, reading);
  if (!day || !time) return day;
  const zone = !time[3] || /^(z|utc)$/.test(time[3]) ? (time[3] ? 'Z' : offsetAt(day, time)) : time[3];
  const instant = `${day}T${time[1]!.padStart(2, '0')}:${time[2]}:00${zone}`;
  return parseDate(instant) && instant;
}

/** Returns the offset of this computer on that day: a time without a zone is the time of the place where it is typed. */
function offsetAt(day: string, [, hour, minute]: RegExpExecArray): string {
  const minutes = -new Date(`${day}T${hour!.padStart(2, '0')}:${minute}:00`).getTimezoneOffset();
  if (!minutes) return 'Z';
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function readDay(text: string, { language, today }: DateReading): string | undefined {
  const words = text.replace(/(\d)(st|nd|rd|th|er)\b/, '$1').replace(/^(monday|tuesday|wednesday|thursday|friday|saturday|sunday),? /, '');
  if (words === 'today') return isoDay(today);
  const dots = /^(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4})?$/.exec(words);
  if (dots) return whole(dots[3], Number(dots[2]), Number(dots[1]), today);
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(words);
  if (iso) return whole(iso[1], Number(iso[2]), iso[3] ? Number(iso[3]) : undefined, today);
  // "3/4/2025" is 3 April or 4 March, so it has no certain meaning unless one number exceeds 12, or both are equal.
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words);
  if (slashes) {
    const [first, second] = [Number(slashes[1]), Number(slashes[2])];
    if (first <= 12 && second <= 12 && first !== second) return undefined;
    return first > 12 ? whole(slashes[3], second, first, today) : whole(slashes[3], first, second, today);
  }
  const tokens = words.split(/[ ,.]+/).filter((token) => token && !FILLERS.has(token));
  const month = monthIn(tokens, language);
  if (!month) return /^\d{4}$/.test(words) ? words : undefined;
  const numbers = tokens.filter((_, index) => index !== month.index);
  if (numbers.length > 2 || !numbers.every((token) => /^\d{1,4}$/.test(token))) return undefined;
  const year = numbers.find((token) => token.length === 4);
  const day = numbers.find((token) => token.length <= 2);
  if (numbers.length !== Number(year !== undefined) + Number(day !== undefined)) return undefined;
  return whole(year, month.number, day === undefined ? undefined : Number(day), today);
}

function whole(year: string | undefined, month: number, day: number | undefined, today: Date): string | undefined {
  const two = (value: number) => String(value).padStart(2, '0');
  const withYear = (each: number | string) => `${each}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
  const now = today.getFullYear();
  const distance = (each: number) => Math.abs(Date.UTC(each, month - 1, day ?? 1) - today.getTime());
  const nearest = [now - 1, now, now + 1].reduce((best, each) => (distance(each) < distance(best) ? each : best), now);
  const text = withYear(year ?? nearest);
  return parseDate(text) && text;
}

function monthIn(tokens: readonly string[], language: string): { index: number; number: number } | undefined {
  for (const tag of [language, 'en']) {
    for (const [index, token] of tokens.entries()) {
      if (/^\d+$/.test(token)) continue;
      const matches = monthNames(tag).flatMap((names, month) => (names.some((name) => matchesMonth(name, token)) ? [month + 1] : []));
      if (matches.length === 1) return { index, number: matches[0]! };
    }
  }
  return undefined;
}

const matchesMonth = (name: string, token: string): boolean => name === token || (token.length >= 3 && name.startsWith(token));

const namesByLanguage = new Map<string, string[][]>();

/** Returns for each month its names: alone, and as it is written beside a day. */
function monthNames(language: string): string[][] {
  const known = namesByLanguage.get(language);
  if (known) return known;
  const names = Array.from({ length: 12 }, (_, month) => {
    const date = Date.UTC(2025, month, 15);
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...options }).formatToParts(date);
    return [format({ month: 'long' }), format({ month: 'long', day: 'numeric' })].map((parts) =>
      normalize(parts.find(({ type }) => type === 'month')?.value ?? ''),
    );
  });
  namesByLanguage.set(language, names);
  return names;
}

/** Returns the day in this computer's time zone. */
export function isoDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
