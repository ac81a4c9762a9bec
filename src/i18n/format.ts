/**
 * Formats dates, numbers, lists and names in a language. Dates come from the language's own file: Intl does not know every
 * language, differs between engines, and takes 50 ms for its first use on a slow phone. The names of countries and
 * languages and the grouping of numbers come from Intl, since their data are large.
 */
import { zoneOffset } from '../feed/values/zoned-time.js';
import { parseDate, parsePartialDate, toEpochMs, wallClock, type DateComponents, type PartialDate } from '../feed/values/partial-date.js';
import type { CalendarDate, Locale, When } from './load-locale.js';

/** Returns a partial date in the forms that sentences need. `clock` adds the hour and its zone where the date has them. */
export function formatWhen(value: PartialDate, locale: Locale, clock = false): When | undefined {
  const date = parsePartialDate(value);
  if (!date) return undefined;
  const { components: parts, rel } = date;
  const plain = rel === 'on';
  const calendar = calendarDate(parts, locale);
  const day = locale.relations[rel](calendar);
  const timed = (text: string) => (clock && parts.time ? locale.clock(text, timeText(parts.time, locale)) : text);
  return { alone: timed(day), within: timed(plain ? locale.relations.within(calendar) : day), plain };
}

/** Returns a date with a time of day that the feed has beside it. An unknown zone is left out: the time is that of the place. */
export function withClock(when: When, value: PartialDate, time: string | undefined, zone: string | undefined, locale: Locale): When {
  const { components } = parsePartialDate(value)!;
  if (!time || !components.day || components.time) return when;
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const offset = zoneOffset(toEpochMs(components) + (hour * 60 + minute) * 60_000, zone);
  const clock = timeText({ hour, minute, zone: offset }, locale);
  return { ...when, alone: locale.clock(when.alone, clock), within: locale.clock(when.within, clock) };
}

/** Returns "until 10 May 2027", with the time of day where the date has one. */
export function untilText(value: PartialDate, locale: Locale): string {
  const { components } = parsePartialDate(value)!;
  const day = locale.relations.until(calendarDate(components, locale));
  return components.time ? locale.clock(day, timeText(components.time, locale)) : day;
}

/** Marks the place of the year while a language writes a date. */
const YEAR = '\ue002';
/** The word that a language writes behind a year. */
const YEAR_WORD = /^(?: (?:год[ау]?|ро(?:ку|ці)|рік|жылғы|yılının)|年)/u;

/** Returns a date without its year, for a place that shows the year already: "25 July", "by April". A year alone stays. */
export function dayOf(value: PartialDate, locale: Locale): string | undefined {
  const date = parsePartialDate(value);
  if (!date) return undefined;
  const { components: parts, rel } = date;
  const calendar = calendarDate(parts, locale, parts.month === undefined ? String(parts.year) : YEAR);
  const [before = '', after = ''] = locale.relations[rel](calendar).split(YEAR);
  const start = before.trimEnd();
  const day = start.endsWith(' de') ? start.slice(0, -3) : start; // Spanish and Portuguese: "25 de julio de 2025"
  const gap = after.startsWith('年') ? '' : ' ';
  return `${day}${gap}${after.replace(YEAR_WORD, '').trim()}`.trim();
}

/** Returns "25 July 2025" or "by April 2025". */
export function dateText(value: PartialDate, locale: Locale): string {
  return formatWhen(value, locale)?.alone ?? '';
}

/** Returns a moment in the reader's own time zone: "14:05", with its day where that is not today. */
export function formatTime(at: number, now: number, locale: Locale): string {
  const moment = new Date(at);
  const time = timeText({ hour: moment.getHours(), minute: moment.getMinutes() }, locale);
  if (moment.toDateString() === new Date(now).toDateString()) return time;
  const day = { year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() };
  return locale.clock(locale.relations.on(calendarDate(day, locale)), time);
}

/** Returns the date in the Gregorian calendar: a partial date has no exact counterpart in another calendar. */
function calendarDate({ year: number, month, day }: DateComponents, locale: Locale, year = String(number)): CalendarDate {
  const { date, months } = locale;
  const name = month === undefined ? undefined : months.split(' ')[month - 1];
  const shape = day ? date : date.slice(date.indexOf(month ? 'M' : 'Y'));
  return {
    text: shape.replace(/[DMY]/g, (part) => (part === 'M' ? name! : digits(part === 'D' ? day! : year, locale))),
    year,
    month: name,
    day: day === undefined ? undefined : String(day),
  };
}

/** Returns the time of a timestamp with its zone, and that of a wall clock without one; undefined for a day. */
export function clockText(text: string, locale: Locale): string | undefined {
  const date = parseDate(text);
  const { time } = (date ?? parseDate(wallClock(text)))!;
  return time && timeText(date ? time : { ...time, zone: undefined }, locale);
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly zone?: string;
}

/** Returns "09:07 UTC", in the zone of the date itself, or "09:07". */
function timeText({ hour, minute, zone }: Time, locale: Locale): string {
  const clock = digits([hour, minute].map((part) => String(part).padStart(2, '0')).join(':'), locale);
  return zone ? `${clock} UTC${/[1-9]/.test(zone) ? zone.replace('-', '\u2212') : ''}` : clock;
}

const digits = (number: number | string, locale: Locale) => String(number).replace(/\d/g, (digit) => locale.digits[Number(digit)]!);

export function numberText(value: number, locale: Locale): string {
  const plain = Number.isInteger(value) && value >= 0 && value < 1000;
  return plain ? digits(value, locale) : new Intl.NumberFormat(locale.intl).format(value);
}

/** Intl loads the data of a language for its name: 25 ms for the languages of one card on a slow phone. It names all other languages. */
const NATIVE_NAMES: Readonly<Record<string, string>> = {
  ar: 'العربية',
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fa: 'فارسی',
  fr: 'Français',
  kk: 'Қазақ тілі',
  pt: 'Português',
  ru: 'Русский',
  tr: 'Türkçe',
  uk: 'Українська',
  zh: '中文',
};

/** Returns the name of a language in that language, as a list of languages shows it. */
export function nativeLanguageName(tag: string): string {
  const known = /^kk(?!-arab)\b/i.test(tag) ? 'kk' : tag; // some engines do not know Kazakh
  if (Object.hasOwn(NATIVE_NAMES, known)) return NATIVE_NAMES[known]!;
  const name = displayName(tag, 'language', tag);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const displayNames = new Map<string, Intl.DisplayNames>();

export function displayName(intl: string, type: 'region' | 'language', code: string): string {
  const key = intl + type;
  try {
    let names = displayNames.get(key);
    if (!names) displayNames.set(key, (names = new Intl.DisplayNames([intl, 'en'], { type })));
    return names.of(code) ?? code;
  } catch {
    return code; // the code is not a valid tag
  }
}
