/**
 * The calendar (RFC 5545) of hearings, deadlines and events. An event keeps its UID while its date changes, and its sequence is the
 * item's revision. So a calendar moves the event, and cancels it when the publisher does.
 */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { calendarCharacters, calendarText } from '../escape/calendar.js';
import type { Feed } from '../feed/parse-feed.js';
import { findRetraction, originalIds } from '../feed/translations.js';
import type { Item } from '../feed/schema/schema.js';
import { earliestMs, parsePartialDate, toEpochMs, type PartialDate } from '../feed/values/partial-date.js';
import { loadLocale, type Locale } from '../i18n/load-locale.js';
import { nextText } from '../i18n/sentences.js';

/** Members that later versions of the format have. */
interface Moment {
  readonly time?: string;
  readonly time_zone?: string;
  readonly place?: string;
  readonly url?: string;
  readonly was?: PartialDate;
}

interface CalendarEvent extends Pick<Moment, 'place'> {
  readonly uid: string;
  readonly summary: string;
  readonly start: Date;
  readonly end?: Date;
  readonly allDay: boolean;
  readonly cancelled: boolean;
  readonly revision: number;
  readonly url: string;
  readonly description: string;
}

/** Returns the dated events of an item; of a retracted one, as cancelled. */
export function eventsOf(feed: Feed, item: Item, url: string, locale: Locale): CalendarEvent[] {
  const revision = item._placard?.revision ?? 0;
  const retracted = findRetraction(feed, item) !== undefined;
  const title = item.title ?? item.id;
  const common = { revision, url, description: url };
  const steps = (item._placard?.cases ?? []).flatMap(({ id, next }): CalendarEvent[] => {
    if (!next) return [];
    const { time, time_zone: zone, place, was } = next as typeof next & Moment;
    const isOff = next.date_status === 'cancelled' || (next.date_status === 'postponed' && next.date === undefined);
    const when = momentOf(next.date ?? was, time, zone);
    const uid = `${encodeURIComponent(`${id} ${next.type}`)}@${uidHost(url)}`;
    // At time 0, since a calendar shows a past day as what was planned.
    const summary = locale.labelled(title, nextText(next, locale, 0));
    return when ? [{ ...common, ...when, uid, summary, cancelled: isOff || retracted, place }] : [];
  });
  const actions = (item._placard?.actions ?? []).flatMap((action): CalendarEvent[] => {
    const { event, time_zone: zone } = action as typeof action & { event?: Moment & { start?: string; end?: string }; time_zone?: string };
    const label = action.label ?? locale.actions[action.type];
    const own = { ...common, summary: locale.labelled(title, label), cancelled: retracted };
    const start = momentOf(event?.start ?? (action.type === 'attend' ? action.starts : undefined), undefined, event?.time_zone ?? zone);
    const end = event?.end === undefined ? undefined : momentOf(event.end, undefined, event.time_zone ?? zone);
    const uidOf = (kind: string) => `${encodeURIComponent(`${action.id} ${kind}`)}@${uidHost(url)}`;
    if (start) return [{ ...own, ...start, end: end?.start, uid: uidOf('event'), place: event?.place }];
    const deadline = action.ends === undefined ? undefined : momentOf(action.ends, undefined, zone);
    return deadline ? [{ ...own, ...deadline, uid: uidOf('deadline') }] : [];
  });
  return [...steps, ...actions];
}

/** Returns the host and the folder of an item as the domain of its UIDs: the folder never changes. */
const uidHost = (url: string): string => `${new URL(url).pathname.split('/').findLast(Boolean)}.${new URL(url).hostname}`;

/** Returns undefined for a date that is not a day: a calendar cannot show "in May". */
function momentOf(
  date: PartialDate | undefined,
  time: string | undefined,
  zone: string | undefined,
): { start: Date; allDay: boolean } | undefined {
  const parsed = date === undefined ? undefined : parsePartialDate(date);
  if (!parsed?.components.day || parsed.rel !== 'on') return undefined;
  const day = new Date(toEpochMs(parsed.components));
  if (parsed.components.time) return { start: day, allDay: false };
  const clock = /^(\d\d):(\d\d)$/.exec(time ?? '');
  if (!clock || !zone) return { start: day, allDay: true };
  const local = day.getTime() + (Number(clock[1]) * 60 + Number(clock[2])) * 60_000;
  const at = utcOf(local, zone);
  return at === undefined ? { start: day, allDay: true } : { start: new Date(at), allDay: false };
}

/** Returns the moment of a local time in an IANA zone; undefined for an unknown zone. */
function utcOf(local: number, timeZone: string): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    const offsetAt = (ms: number) => {
      const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
      return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour! % 24, part.minute, part.second) - ms;
    };
    const guess = local - offsetAt(local);
    return local - offsetAt(guess); // the second step is exact around a change of the clocks
  } catch {
    return undefined;
  }
}

/** Events of the calendar of the site. */
const MAX_EVENTS = 200;

/** Returns the events of the whole site that are not past when the feed is made. Reads only the items that can have one. */
export async function comingEvents(feed: Feed, urlOf: (id: string) => string): Promise<CalendarEvent[]> {
  const made = feed.head._placard!.generated_at.slice(0, 10);
  const found: CalendarEvent[] = [];
  for (const id of originalIds(feed)) {
    if (!mayCome(feed.rawField(id, '_placard'), made)) continue;
    const item = feed.item(id);
    if (!item) continue;
    const locale = await loadLocale(item.language ?? feed.head.language ?? 'en');
    found.push(...eventsOf(feed, item, urlOf(id), locale).filter(({ start }) => start.toISOString().slice(0, 10) >= made));
    if (found.length >= MAX_EVENTS) break;
  }
  return found;
}

/** Returns whether the raw text of the dates has a later day. */
const mayCome = (extension: unknown, day: string): boolean =>
  (JSON.stringify(Object(extension)).match(/\d{4}-\d\d-\d\d/g) ?? []).some((date) => date >= day);

/**
 * The library escapes all texts but the name, and keeps characters that a calendar cannot hold.
 * @param stamp of the publication, RFC 3339: the same feed gives the same bytes
 */
export function calendar(name: string, events: readonly CalendarEvent[], stamp: string): string {
  const made = new Date(earliestMs(stamp));
  const result = ical({ name: calendarText(name), method: ICalCalendarMethod.PUBLISH, prodId: '//Placard//Placard//EN' });
  for (const { uid, revision, cancelled, place, summary, description, ...event } of events)
    result
      .createEvent({
        id: uid,
        stamp: made,
        sequence: revision,
        summary: calendarCharacters(summary),
        location: place === undefined ? null : calendarCharacters(place),
        description,
        ...withEnd(event),
      })
      .status(cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED);
  return result.toString();
}

/** A day without an end is that day. */
function withEnd<T extends { start: Date; end?: Date; allDay: boolean }>({ end, ...event }: T): Omit<T, 'end'> & { end?: Date } {
  return end && end > event.start ? { ...event, end } : event;
}

/** A calendar whose events are all gone. */
export const NO_EVENTS = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Placard//Placard//EN\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n';
