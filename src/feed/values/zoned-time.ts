/** Places days and wall clocks in time zones. A zone is an IANA name; an unknown one has no effect. */
import {
  cachedFormatter,
  earliestMs,
  latestMs,
  parsePartialDate,
  wallClock,
  parseDate,
  toEpochMs,
  type PartialDate,
} from './partial-date.js';

/** The last zone on earth, UTC−12, is this far behind UTC, ms. */
const LAST_ZONE = 12 * 3_600_000;

/** Returns how far a zone is ahead of UTC at a moment, in ms; undefined for an unknown zone. */
function offsetAt(at: number, zone: string): number | undefined {
  try {
    // Swedish writes "2026-12-05 14:30:00".
    const wall = cachedFormatter('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
    return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
  } catch {
    return undefined;
  }
}

/** Returns the moment of a wall clock (in ms, as if it were UTC) in a zone; undefined for an unknown zone. */
export function zonedMs(wall: number, zone: string | undefined): number | undefined {
  const guess = zone && offsetAt(wall, zone);
  return typeof guess === 'number' ? wall - (offsetAt(wall - guess, zone!) ?? guess) : undefined;
}

/** Returns the offset of a wall clock in a zone, as "+05:00"; undefined for an unknown zone. */
export function zoneOffset(wall: number, zone: string | undefined): string | undefined {
  const at = zonedMs(wall, zone);
  if (at === undefined) return undefined;
  const minutes = Math.round(Math.abs(wall - at) / 60_000);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${wall < at ? '-' : '+'}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}

const hasTime = (value: PartialDate): boolean => !!parsePartialDate(value)?.components.time;

/** Returns when something begins, in ms: a day begins in its zone, else in UTC. */
export function startMs(value: PartialDate, zone?: string): number {
  const at = earliestMs(value);
  return (hasTime(value) ? undefined : zonedMs(at, zone)) ?? at;
}

/** Returns when something is over, in ms: a day ends in its zone, else in the last zone on earth. */
export function endMs(value: PartialDate, zone?: string): number {
  const at = latestMs(value);
  return hasTime(value) ? at : (zonedMs(at, zone) ?? at + LAST_ZONE);
}

/** Returns the end of the day of a date, in ms. The day of a timestamp is that of its own offset. */
export function dayEndMs(value: PartialDate, zone?: string): number {
  const { components } = parsePartialDate(value)!;
  const { time, ...day } = components;
  if (!time) return endMs(value, zone);
  return toEpochMs({ ...day, time: { ...time, hour: 24, minute: 0, second: 0 } });
}

/** Returns a wall clock with the offset of its zone, as a timestamp. A day, and a clock of an unknown zone, stay as they are. */
export function withOffset(text: string, zone: string | undefined): string {
  const components = parseDate(text) ? undefined : parseDate(wallClock(text));
  const offset = components && zoneOffset(toEpochMs(components), zone);
  return offset ? wallClock(text).replace('Z', offset) : text;
}
