/** Writes the calendar file of an event (RFC 5545), as an address that a page can offer without a server. */
import { calendarText } from '../escape/calendar.js';
import { parseDate, toEpochMs } from '../feed/values/partial-date.js';
import { withOffset } from '../feed/values/zoned-time.js';
import type { SafeUrl } from '../feed/values/safe-url.js';

export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  /** A day, a timestamp, or a wall clock in `zone`. */
  readonly start: string;
  readonly end: string | undefined;
  readonly zone: string | undefined;
  readonly place: string | undefined;
  readonly url: string | undefined;
}

export function calendarUrl({ id, title, start, end, zone, place, url }: CalendarEvent): SafeUrl {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Placard//EN',
    'BEGIN:VEVENT',
    `UID:${calendarText(id)}`,
    `DTSTAMP:${start.slice(0, 10).replaceAll('-', '')}T000000Z`,
    `DTSTART${moment(start, zone)}`,
    ...(end === undefined ? [] : [`DTEND${moment(end, zone, DAY)}`]),
    `SUMMARY:${calendarText(title)}`,
    ...(place ? [`LOCATION:${calendarText(place)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}` as SafeUrl;
}

/** ms; the end of whole days is the day after the last one. */
const DAY = 86_400_000;

/**
 * Returns the value of a date property: in UTC where the zone is known, else the wall clock of the place.
 * @param later ms that are added to a whole day
 */
function moment(text: string, zone: string | undefined, later = 0): string {
  const known = withOffset(text, zone);
  const components = parseDate(known);
  if (!components) return `:${text.replace(/[-:]/g, '').padEnd(15, '0')}`;
  const written = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
  if (!components.time) return `;VALUE=DATE:${written(toEpochMs(components) + later).slice(0, 8)}`;
  return `:${written(toEpochMs(components))}`;
}
