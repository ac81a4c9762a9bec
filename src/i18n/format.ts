/**
 * Dates, numbers, lists and names in a language. Dates are put together from the language's own file, so that they are the same
 * in every engine, also where Intl does not know the language, and since its first use costs 50 ms on a slow telephone: what is
 * large (the names of countries and languages, the grouping of numbers) comes from Intl, where a card has it at all.
 */
import { getOwn } from '../feed/schema/compiled-runtime.js';
import { parsePartialDate, type DateComponents, type PartialDate } from '../feed/values/partial-date.js';
import type { CalendarDate, Locale, When } from './load-locale.js';

/** A partial date in the forms that sentences ask for; `clock` adds the hour and its zone where they were given. */
export function whenOf(value: PartialDate, locale: Locale, clock = false): When | undefined {
  const date = parsePartialDate(value);
  if (!date) return undefined;
  const { components: parts, rel } = date;
  const plain = rel === 'on';
  const calendar = calendarDate(parts, locale);
  const day = locale.relations[rel](calendar);
  const alone = clock && parts.time ? locale.clock(day, timeText(parts, locale)) : day;
  return { alone, within: plain ? locale.relations.within(calendar) : day, plain };
}

/** "25 July 2025", "by April 2025". */
export function dateText(value: PartialDate, locale: Locale, clock = false): string {
  return whenOf(value, locale, clock)?.alone ?? '';
}

/** A moment of the reader's own clock, in the reader's own zone: "14:05", with the day where it is not today's. */
export function clockText(at: number, now: number, locale: Locale): string {
  const moment = new Date(at);
  const time = hourText(moment.getHours(), moment.getMinutes(), locale);
  if (moment.toDateString() === new Date(now).toDateString()) return time;
  const day = { year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() };
  return locale.clock(locale.relations.on(calendarDate(day, locale)), time);
}

/** The Gregorian calendar's: a partial date has no exact counterpart in another. */
function calendarDate({ year, month, day }: DateComponents, locale: Locale): CalendarDate {
  const { date, months } = locale;
  const name = month === undefined ? undefined : months.split(' ')[month - 1];
  const shape = day ? date : date.slice(date.indexOf(month ? 'M' : 'Y'));
  return {
    text: shape.replace(/[DMY]/g, (part) => (part === 'M' ? name! : digits(part === 'D' ? day! : year, locale))),
    year: String(year),
    month: name,
    day: day === undefined ? undefined : String(day),
  };
}

/** "09:07 UTC", in the zone that was written. */
function timeText({ time }: DateComponents, locale: Locale): string {
  const { hour, minute, zone } = time!;
  return `${hourText(hour, minute, locale)} UTC${/[1-9]/.test(zone) ? zone.replace('-', '\u2212') : ''}`;
}

const hourText = (hour: number, minute: number, locale: Locale) =>
  digits([hour, minute].map((part) => String(part).padStart(2, '0')).join(':'), locale);

const digits = (number: number | string, locale: Locale) => String(number).replace(/\d/g, (digit) => locale.digits[Number(digit)]!);

export function numberText(value: number, locale: Locale): string {
  const plain = Number.isInteger(value) && value >= 0 && value < 1000;
  return plain ? digits(value, locale) : new Intl.NumberFormat(locale.intl).format(value);
}

/** "English, French and Kazakh". */
export function listText(items: readonly string[], locale: Locale): string {
  const { and } = locale.names;
  return and ? items.join(items.length === 2 ? ` ${and} ` : ', ') : new Intl.ListFormat(locale.intl).format(items);
}

/** A country's name in the reader's language; its code where there is no name. */
export function countryName(code: string, locale: Locale): string {
  return nameOf('region', code, locale);
}

export function languageName(tag: string, locale: Locale): string {
  return nameOf('language', tag, locale);
}

function nameOf(type: 'region' | 'language', code: string, locale: Locale): string {
  return (getOwn(locale.names, code) as string | undefined) ?? nameBy(locale.intl, type, code); // "toString" may be a tag
}

/** A language's name in itself, as it stands in a list of languages. */
export function ownName(tag: string): string {
  // Its own file is not loaded on a page in another language, and not every engine knows its name ("Kazakh").
  const name = /^kk(?!-arab)\b/i.test(tag) ? 'қазақ тілі' : nameBy(tag, 'language', tag);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const displayNames = new Map<string, Intl.DisplayNames>();

function nameBy(intl: string, type: 'region' | 'language', code: string): string {
  const key = intl + type;
  try {
    let names = displayNames.get(key);
    if (!names) displayNames.set(key, (names = new Intl.DisplayNames([intl, 'en'], { type })));
    return names.of(code) ?? code;
  } catch {
    return code; // no tag
  }
}
