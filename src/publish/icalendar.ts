/**
 * Writes a calendar file (RFC 5545). The npm package `ical-generator` (8.1) writes properties of the calendar behind its events, and no
 * line break at the end, which the grammar forbids.
 */
import { calendarText } from '../escape/calendar.js';
import { earliestMs } from '../feed/values/partial-date.js';
import type { CalendarEvent } from './calendar.js';

/**
 * @param stamp of the publication, RFC 3339: the same feed gives the same bytes
 * @param remembered lines for the properties of the calendar
 */
export function calendar(name: string, events: readonly CalendarEvent[], stamp: string, remembered: readonly string[] = []): string {
  const made = time(new Date(earliestMs(stamp)));
  const title = calendarText(name);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Placard//Placard//EN',
    'METHOD:PUBLISH',
    `NAME:${title}`,
    `X-WR-CALNAME:${title}`, // Apple's and Google's calendars read no other name
    ...remembered,
    ...events.flatMap((event) => eventLines(event, made)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, revision, start, end, allDay, summary, place, description, url, state }: CalendarEvent, made: string): string[] {
  const moment = (date: Date) => (allDay ? `;VALUE=DATE:${day(date)}` : `:${time(date)}`);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${revision}`,
    `DTSTAMP:${made}`,
    `DTSTART${moment(start)}`,
    // The end of whole days is the day after the last one.
    ...(end && end > start ? [`DTEND${moment(allDay ? new Date(end.getTime() + DAY) : end)}`] : []),
    `SUMMARY:${calendarText(summary)}`,
    ...(place === undefined ? [] : [`LOCATION:${calendarText(place)}`]),
    `DESCRIPTION:${calendarText(description)}`,
    `URL:${url}`,
    `STATUS:${state === 'cancelled' || state === 'postponed' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** ms */
const DAY = 86_400_000;

const day = (date: Date): string => date.toISOString().slice(0, 10).replaceAll('-', '');
const time = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');

/** Bytes of a line, without its break. */
const MAX_LINE = 75;

/** Returns the line in parts of 75 bytes. No part ends within a character. */
function folded(line: string): string {
  if (line.length * 3 <= MAX_LINE || (line.length <= MAX_LINE && /^[ -~]*$/.test(line))) return line;
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = utf8Bytes(character);
    if (bytes + size > MAX_LINE) {
      parts.push(part);
      [part, bytes] = [' ', 1];
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}

function utf8Bytes(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
