/**
 * Dates, numbers, lists and names in a language: from Intl where it knows the language, else from the language's own file.
 * `supportedLocalesOf` does not say so: Chromium claims Kazakh, and prints "2025 M02" and "Kazakhstan". So a date is written
 * and looked at.
 */
import { dateOf, formatDate, formatter, type DateParts, type PartialDate } from '../feed/dates.js';
import type { CalendarDate, Locale, When } from '../locales/index.js';

/** With the options in the order of `formatDate`, so that the formatter is the same. */
const FULL: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const known = new Map<string, boolean>();

/** Whether Intl knows the language: its dates have letters of the language's script, and no month that is only a code. */
export function isKnown({ tag, intl }: Locale): boolean {
  const key = `${tag} ${intl}`;
  let answer = known.get(key);
  if (answer === undefined) {
    const written = formatDate({ year: 2025, month: 2, day: 7 }, intl);
    const script = new Intl.Locale(tag).maximize().script?.replace(/^Han[st]$/, 'Han');
    known.set(key, (answer = !/M\d/.test(written) && new RegExp(`\\p{Script=${script}}`, 'u').test(written)));
  }
  return answer;
}

/** A partial date in the forms that sentences ask for; `clock` adds the hour and its zone where they were given. */
export function whenOf(value: PartialDate, locale: Locale, clock = false): When | undefined {
  const date = dateOf(value);
  if (!date) return undefined;
  const { parts, rel } = date;
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
  const time = formatter(locale.intl, CLOCK).format(at);
  if (moment.toDateString() === new Date(now).toDateString()) return time;
  const day = { year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() };
  return locale.clock(locale.relations.on(calendarDate(day, locale)), time);
}

function calendarDate(parts: DateParts, locale: Locale): CalendarDate {
  const { year, month, day } = parts;
  const name = month === undefined ? undefined : monthName(month, locale);
  return {
    text: isKnown(locale) ? formatDate(parts, locale.intl) : [day, name, year].filter(Boolean).join(' '),
    year: String(year),
    month: name,
    day: day === undefined ? undefined : String(day),
  };
}

const monthNames = new Map<string, string>();

function monthName(month: number, locale: Locale): string {
  const key = `${locale.tag} ${month}`;
  let name = monthNames.get(key);
  if (!name) monthNames.set(key, (name = findMonthName(month, locale)));
  return name;
}

function findMonthName(month: number, locale: Locale): string {
  const parts = isKnown(locale) ? formatter(locale.intl, FULL).formatToParts(Date.UTC(2000, month - 1)) : [];
  return parts.find(({ type }) => type === 'month')?.value ?? locale.months.split(' ')[month - 1]!;
}

/** "09:07 UTC", in the zone that was written. */
function timeText({ time }: DateParts, locale: Locale): string {
  const { hour, minute, zone } = time!;
  const clock = formatter(locale.intl, { timeZone: 'UTC', ...CLOCK }).format(Date.UTC(2000, 0, 1, hour, minute));
  return `${clock} UTC${/[1-9]/.test(zone) ? zone.replace('-', '\u2212') : ''}`;
}

export function numberText(value: number, locale: Locale): string {
  return new Intl.NumberFormat(isKnown(locale) ? locale.intl : locale.kin).format(value);
}

/** "English, French and Kazakh". */
export function listText(items: readonly string[], locale: Locale): string {
  if (isKnown(locale)) return new Intl.ListFormat(locale.intl).format(items);
  return items.join(items.length === 2 ? ` ${locale.names.and} ` : ', '); // as those that know Kazakh write it
}

/** A country's name in the reader's language; its code where there is no name. */
export function countryName(code: string, locale: Locale): string {
  return nameOf('region', code, locale);
}

export function languageName(tag: string, locale: Locale): string {
  return nameOf('language', tag, locale);
}

function nameOf(type: 'region' | 'language', code: string, locale: Locale): string {
  if (isKnown(locale)) return nameBy(locale.intl, type, code);
  return locale.names[code] ?? nameBy(locale.kin, type, code);
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
