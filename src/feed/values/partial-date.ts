/**
 * Parses, compares and formats partial dates: EDTF level 0 ("2025", "2025-02", "2025-02-07") or an RFC 3339 timestamp, with a
 * relation ("by", "since" …). Does not use `new Date('2025-02')`: that is midnight UTC, which is January in the Americas. A date is
 * shown as the feed has it, in the time zone of the feed, or without a time zone.
 */
export type Relation = 'on' | 'by' | 'before' | 'after' | 'since' | 'about';

/** The form in a feed. */
export type PartialDate = string | { date: string; rel?: Relation; text?: string };

export interface DateComponents {
  year: number;
  /** 1 to 12 */
  month?: number;
  day?: number;
  /**
   * Wall clock with the zone of the feed: `Z` or `+05:00`. Seconds may have a fraction. A leap second becomes second 59, so that it
   * does not show as the next day.
   */
  time?: { hour: number; minute: number; second: number; zone: string };
}

export const DATE_PATTERN = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d):(\d\d):(\d\d(?:\.\d+)?)([Zz]|[+-]\d\d:\d\d))?)?)?$/;

/** Returns the components of a date; undefined for an invalid one. A time without a zone is invalid, because it is ambiguous. */
export function parseDate(text: string): DateComponents | undefined {
  const match = DATE_PATTERN.exec(text);
  if (!match) return undefined;
  const [year = 0, month, day, hour, minute, second] = match.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)));
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > daysIn(year, month ?? 1))) return undefined;
  const components: DateComponents = { year, month, day };
  if (hour === undefined) return components;
  const zone = match[7] === 'z' ? 'Z' : match[7]!;
  if (hour > 23 || minute! > 59 || second! >= 61 || (zone !== 'Z' && (Number(zone.slice(1, 3)) > 23 || Number(zone.slice(4)) > 59)))
    return undefined;
  components.time = { hour, minute: minute!, second: second! < 60 ? second! : 59, zone };
  return components;
}

/** Returns a wall clock such as "2026-12-05T18:00" as a timestamp of UTC, so that it can be parsed. */
export const wallClock = (text: string): string => `${text}${/T\d\d:\d\d$/.test(text) ? ':00' : ''}Z`;

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Returns the components of a partial date, and its relation. */
export function parsePartialDate(value: PartialDate): { components: DateComponents; rel: Relation; text?: string } | undefined {
  const { date, rel = 'on', text }: Exclude<PartialDate, string> = typeof value === 'string' ? { date: value } : value;
  const components = parseDate(date);
  return components && { components, rel, text };
}

/** Returns the wall clock in ms, as if it were UTC. Month and day default to the first. */
function wallClockMs({ year, month = 1, day = 1, time }: DateComponents): number {
  // Date.UTC reads the years 0–99 as 1900–1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) + (time ? (time.hour * 60 + time.minute) * 60_000 + time.second * 1000 : 0);
}

/** Returns a timestamp, or the first instant (UTC) of a partial date, in ms since 1970. */
export function toEpochMs(components: DateComponents): number {
  const zone = components.time?.zone ?? 'Z';
  const offset = zone === 'Z' ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return wallClockMs(components) - offset * 60_000;
}

/** Returns the earliest instant that a date can mean, in ms: "after 2025-04" begins with May. An invalid date sorts last. */
export function earliestMs(value: PartialDate): number {
  const date = parsePartialDate(value);
  if (!date) return Infinity;
  const { components, rel } = date;
  if (rel !== 'after') return toEpochMs(components);
  if (components.time) return toEpochMs(components) + 1000;
  const { year, month, day } = components;
  if (day) return toEpochMs(components) + 86_400_000;
  return month && month < 12 ? wallClockMs({ year, month: month + 1 }) : wallClockMs({ year: year + 1 });
}

/** Returns the first instant after a date, in ms: the moment when something that ends on it is over. Ignores the relation. */
export function latestMs(value: PartialDate): number {
  return earliestMs({ date: toDateTimeAttribute(value), rel: 'after' });
}

/** Compares by the earliest instant, for sorting. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [x, y] = [earliestMs(a), earliestMs(b)];
  return x === y ? 0 : x < y ? -1 : 1;
}

/** Returns how precise a date is. */
export function precision(components: DateComponents): 'year' | 'month' | 'day' {
  return components.day ? 'day' : components.month ? 'month' : 'year';
}

/** Returns the date for `<time datetime>`, as the feed has it. */
export function toDateTimeAttribute(value: PartialDate): string {
  return typeof value === 'string' ? value : value.date;
}

// The first Intl formatter takes about 50 ms on a slow phone. One formatter is cached for each language and format.
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Returns a cached formatter for the Gregorian calendar: a partial date has no exact equivalent in another calendar. A malformed
 * language tag ("en_US") falls back to English, not to the browser's language.
 */
export function cachedFormatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language},${Object.entries(options).filter(([, value]) => value)}`;
  let cached = formatters.get(key);
  if (!cached)
    formatters.set(key, (cached = new Intl.DateTimeFormat(isLanguage(language) ? language : 'en', { calendar: 'gregory', ...options })));
  return cached;
}

function isLanguage(tag: string): boolean {
  try {
    return !!Intl.getCanonicalLocales(tag)[0];
  } catch {
    return false;
  }
}

/** Returns "2025", "February 2025" or "25 July 2025", as precise as the date. With `time`, adds "09:07 UTC" in the zone of the feed. */
export function formatDate(components: DateComponents, language: string, time = false): string {
  const { year, month, day } = components;
  // Without its era the year 0000 reads as 1.
  const era = year ? undefined : 'short';
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    era,
    year: 'numeric',
    month: month ? 'long' : undefined,
    day: day ? 'numeric' : undefined,
  };
  const date = cachedFormatter(language, options).format(wallClockMs(components));
  if (!time || !components.time) return date;
  const clock = cachedFormatter(language, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    wallClockMs(components),
  );
  const { zone } = components.time;
  return `${date}, ${clock} UTC${/[1-9]/.test(zone) ? zone.replace('-', '\u2212') : ''}`;
}
