/**
 * Partial dates: EDTF level 0 ("2025", "2025-02", "2025-02-07") or an RFC 3339 instant, with a relation ("by", "since" …).
 * Never through `new Date('2025-02')`: that is midnight UTC, and January in the Americas. What was written is taken apart,
 * and shown as it was written: in no time zone where none was given, in the zone of the document where one was.
 */
export type Relation = 'on' | 'by' | 'before' | 'after' | 'since' | 'about';

/** As it stands in a feed. */
export type PartialDate = string | { date: string; rel?: Relation; text?: string };

export interface DateComponents {
  year: number;
  /** 1 to 12 */
  month?: number;
  day?: number;
  /** Wall clock, with the zone as it was written: `Z` or `+05:00`. Seconds may have a fraction; a leap second is the 59th, else it would show as the next day. */
  time?: { hour: number; minute: number; second: number; zone: string };
}

export const DATE_PATTERN = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d):(\d\d):(\d\d(?:\.\d+)?)([Zz]|[+-]\d\d:\d\d))?)?)?$/;

/** Takes a date string apart; undefined where it is none (an instant without a zone is none: nobody knows when that was). */
export function parseDate(text: string): DateComponents | undefined {
  const match = DATE_PATTERN.exec(text);
  if (!match) return undefined;
  const [year = 0, month, day, hour, minute, second] = match.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)));
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > daysIn(year, month ?? 1))) return undefined;
  const parts: DateComponents = { year, month, day };
  if (hour === undefined) return parts;
  const zone = match[7] === 'z' ? 'Z' : match[7]!;
  if (hour > 23 || minute! > 59 || second! >= 61 || (zone !== 'Z' && (Number(zone.slice(1, 3)) > 23 || Number(zone.slice(4)) > 59)))
    return undefined;
  parts.time = { hour, minute: minute!, second: second! < 60 ? second! : 59, zone };
  return parts;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** The parts of a partial date and its relation. */
export function parsePartialDate(value: PartialDate): { parts: DateComponents; rel: Relation; text?: string } | undefined {
  const { date, rel = 'on', text }: Exclude<PartialDate, string> = typeof value === 'string' ? { date: value } : value;
  const parts = parseDate(date);
  return parts && { parts, rel, text };
}

/** The wall clock of the parts as if it were UTC, in milliseconds; month and day default to the first. */
function wallClockMs({ year, month = 1, day = 1, time }: DateComponents): number {
  // Date.UTC takes years 0–99 for 1900–1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) + (time ? (time.hour * 60 + time.minute) * 60_000 + time.second * 1000 : 0);
}

/** The instant of an RFC 3339 timestamp, or the first instant (UTC) of a partial date, in milliseconds. */
export function toEpochMs(parts: DateComponents): number {
  const zone = parts.time?.zone ?? 'Z';
  const offset = zone === 'Z' ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return wallClockMs(parts) - offset * 60_000;
}

/** The earliest instant that a date can mean: "after 2025-04" begins with May. An unreadable date sorts last. */
export function earliestMs(value: PartialDate): number {
  const date = parsePartialDate(value);
  if (!date) return Infinity;
  const { parts, rel } = date;
  if (rel !== 'after') return toEpochMs(parts);
  if (parts.time) return toEpochMs(parts) + 1000;
  const { year, month, day } = parts;
  if (day) return toEpochMs(parts) + 86_400_000;
  return month && month < 12 ? wallClockMs({ year, month: month + 1 }) : wallClockMs({ year: year + 1 });
}

/** The first instant after everything that a date can mean, whatever its relation: when what ends on it is over. */
export function latestMs(value: PartialDate): number {
  return earliestMs({ date: toDateTimeAttribute(value), rel: 'after' });
}

/** For sorting: by the earliest instant; equal ones keep the order given (`Array.prototype.sort` is stable). */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [x, y] = [earliestMs(a), earliestMs(b)];
  return x === y ? 0 : x < y ? -1 : 1;
}

/** How far two dates are known: what a timeline draws. */
export function precision(parts: DateComponents): 'year' | 'month' | 'day' {
  return parts.day ? 'day' : parts.month ? 'month' : 'year';
}

/** The machine-readable form for `<time datetime>`: exactly what was given. */
export function toDateTimeAttribute(value: PartialDate): string {
  return typeof value === 'string' ? value : value.date;
}

// Making an Intl formatter costs about 50 ms the first time on a slow telephone: one per language and shape, kept.
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * A kept formatter; always the Gregorian calendar, for a partial date has no exact counterpart in another.
 * What is no language tag ("en_US") gets English, never the browser's own language.
 */
export function cachedFormatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language},${Object.entries(options).filter(([, asked]) => asked)}`;
  let made = formatters.get(key);
  if (!made)
    formatters.set(key, (made = new Intl.DateTimeFormat(isLanguage(language) ? language : 'en', { calendar: 'gregory', ...options })));
  return made;
}

function isLanguage(tag: string): boolean {
  try {
    return !!Intl.getCanonicalLocales(tag)[0];
  } catch {
    return false;
  }
}

/** "2025", "February 2025", "25 July 2025": no more than was given. With `time`, also "09:07 UTC", in the zone that was written. */
export function formatDate(parts: DateComponents, language: string, time = false): string {
  const { year, month, day } = parts;
  // Without its era the year 0000 reads as 1.
  const era = year ? undefined : 'short';
  const shape: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    era,
    year: 'numeric',
    month: month ? 'long' : undefined,
    day: day ? 'numeric' : undefined,
  };
  const date = cachedFormatter(language, shape).format(wallClockMs(parts));
  if (!time || !parts.time) return date;
  const clock = cachedFormatter(language, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    wallClockMs(parts),
  );
  const { zone } = parts.time;
  return `${date}, ${clock} UTC${/[1-9]/.test(zone) ? zone.replace('-', '\u2212') : ''}`;
}
