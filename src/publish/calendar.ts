/**
 * The hearings, deadlines and events of a calendar. An event keeps its UID while its date changes, and its sequence is the
 * item's revision. So a calendar moves the event, and cancels it when the publisher does. The next hearing of a proceeding gets a UID
 * with the next number: else it would move the hearing that was held.
 */
import type { Feed } from '../feed/parse-feed.js';
import { findRetraction, originalIds } from '../feed/translations.js';
import type { Item, NextStep } from '../feed/schema/schema.js';
import { parseDate, toDateTimeAttribute, toEpochMs, type PartialDate } from '../feed/values/partial-date.js';
import { withOffset } from '../feed/values/zoned-time.js';
import { loadLocale, type Locale } from '../i18n/load-locale.js';
import { nextStepSentence } from '../i18n/sentences.js';

export interface CalendarEvent {
  readonly uid: string;
  readonly kind: 'step' | 'event' | 'deadline';
  readonly summary: string;
  readonly start: Date;
  /** The last day of an event of whole days. */
  readonly end?: Date;
  readonly allDay: boolean;
  readonly state: 'planned' | 'moved' | 'postponed' | 'cancelled';
  /** The date from which a step was moved. */
  readonly was?: PartialDate;
  readonly place?: string;
  readonly revision: number;
  readonly url: string;
  readonly description: string;
}

/** Returns the UID of a step. @param base the UID of the first step of its kind, such as the first hearing of a proceeding */
export type UidOf = (base: string, start: Date, isSet: boolean) => string;

/** Returns the dated events of an item; of a retracted one, as cancelled. */
export function eventsOf(feed: Feed, item: Item, url: string, locale: Locale, uidOf: UidOf = (base) => base): CalendarEvent[] {
  const revision = item._placard?.revision ?? 0;
  const retracted = findRetraction(feed, item) !== undefined;
  const title = item.title ?? item.id;
  const common = { revision, url, description: url };
  const steps = (item._placard?.cases ?? []).flatMap(({ id, next }): CalendarEvent[] => {
    const when = next && momentOf(next.date ?? next.was, next.time_zone, next.time);
    if (!when) return [];
    const base = `${encodeURIComponent(`${id} ${next.type}`)}@${uidHost(url)}`;
    const uid = uidOf(base, when.start, next.date_status === 'scheduled');
    // At time 0, since a calendar shows a past day as what was planned.
    const summary = locale.labelled(title, nextStepSentence(next, locale, 0));
    const { place, was } = next;
    return [{ ...common, ...when, kind: 'step', uid, summary, state: retracted ? 'cancelled' : stateOf(next), place, was }];
  });
  const actions = (item._placard?.actions ?? []).flatMap((action): CalendarEvent[] => {
    const { event, time_zone: zone = event?.time_zone } = action;
    const label = action.label ?? locale.actions[action.type];
    const own = { ...common, summary: locale.labelled(title, label), state: retracted ? ('cancelled' as const) : ('planned' as const) };
    const ownUid = (kind: string) => `${encodeURIComponent(`${action.id} ${kind}`)}@${uidHost(url)}`;
    const start = momentOf(event?.start ?? (action.type === 'attend' ? action.starts : undefined), event?.time_zone ?? zone);
    const end = momentOf(event?.end, event?.time_zone ?? zone)?.start;
    if (start) return [{ ...own, ...start, kind: 'event', end, uid: ownUid('event'), place: event?.place }];
    const deadline = momentOf(action.ends, zone);
    return deadline ? [{ ...own, ...deadline, kind: 'deadline', uid: ownUid('deadline') }] : [];
  });
  return [...steps, ...actions];
}

function stateOf({ date_status: status, date, was }: NextStep): CalendarEvent['state'] {
  if (status === 'cancelled') return 'cancelled';
  if (status === 'postponed' && date === undefined) return 'postponed';
  return was === undefined ? 'planned' : 'moved';
}

/** Returns the host and the folder of an item as the domain of its UIDs: the folder never changes. */
const uidHost = (url: string): string => `${new URL(url).pathname.split('/').findLast(Boolean)}.${new URL(url).hostname}`;

const NUMBER = /\.(\d+)(?=@)/;
const UID = /^[\w.%!~*'()-]+@[\w.-]+$/;
/** A property of the calendar that remembers the last day of a step and its UID, also when the step is gone. */
const MEMORY = 'X-PLACARD-LAST';

/** Returns the step of a UID, without its number and its host: a site that moves keeps its UIDs. */
const stepOf = (uid: string): string => uid.replace(NUMBER, '').split('@')[0]!;

export interface Uids {
  readonly uidOf: UidOf;
  /** The lines that the calendar remembers, as in {@link MEMORY}. */
  remembered(): string[];
}

/**
 * Returns UIDs that continue a published calendar: a step is the next one if it is set for a later day after the last one is past.
 * @param published the text of the calendar
 * @param made when the feed is made, RFC 3339
 */
export function continueUids(published = '', made = ''): Uids {
  const last = new Map<string, { uid: string; day: string }>();
  for (const line of published.replace(/\r\n[ \t]/g, '').split('\r\n')) {
    const [property = '', day = '', uid = ''] = line.split(/[: ]/);
    // The published file can be changed by somebody else: it gives a number and a host, and no other words.
    if (property === MEMORY && /^\d{8}$/.test(day) && UID.test(uid)) last.set(stepOf(uid), { uid, day });
  }
  const today = made.slice(0, 10).replaceAll('-', '');
  return {
    uidOf(base, start, isSet) {
      const day = start.toISOString().slice(0, 10).replaceAll('-', '');
      const before = last.get(stepOf(base)) ?? { uid: base, day };
      const isNext = isSet && before.day < today && before.day < day;
      const uid = isNext ? base.replace(/(?=@)/, `.${Number(NUMBER.exec(before.uid)?.[1] ?? 1) + 1}`) : before.uid;
      last.set(stepOf(base), { uid, day });
      return uid;
    },
    remembered: () => [...last.values()].map(({ uid, day }) => `${MEMORY}:${day} ${uid}`),
  };
}

/**
 * Returns undefined for a date that is not a day: a calendar cannot show "in May". A clock without a known zone is left out.
 * @param clock time of day, such as "14:30", of a date without one
 */
function momentOf(date: PartialDate | undefined, zone: string | undefined, clock?: string): { start: Date; allDay: boolean } | undefined {
  const text = typeof date === 'object' && date.rel !== 'on' ? undefined : date && toDateTimeAttribute(date);
  const day = text && parseDate(text.slice(0, 10));
  if (!day || !day.day) return undefined;
  const known = withOffset(clock && text.length === 10 ? `${text}T${clock}` : text, zone);
  const at = parseDate(known);
  return { start: new Date(toEpochMs(at ?? day)), allDay: !at?.time };
}

/** Events of the calendar of the site. */
const MAX_EVENTS = 200;

/** Returns the events of the whole site that are not past when the feed is made. Reads only the items that can have one. */
export async function comingEvents(
  feed: Feed,
  urlOf: (id: string) => string,
  calendarOf: (id: string) => string | undefined | Promise<string | undefined>,
): Promise<CalendarEvent[]> {
  const made = feed.head._placard!.generated_at.slice(0, 10);
  const found: CalendarEvent[] = [];
  for (const id of originalIds(feed)) {
    if (!mayCome(feed.rawField(id, '_placard'), made)) continue;
    const item = feed.item(id);
    if (!item) continue;
    const locale = await loadLocale(item.language ?? feed.head.language ?? 'en');
    const { uidOf } = continueUids(await calendarOf(id));
    found.push(...eventsOf(feed, item, urlOf(id), locale, uidOf).filter(({ start }) => start.toISOString().slice(0, 10) >= made));
    if (found.length >= MAX_EVENTS) break;
  }
  return found;
}

/** Returns whether the raw text of the dates has a later day. */
const mayCome = (extension: unknown, day: string): boolean =>
  (JSON.stringify(Object(extension)).match(/\d{4}-\d\d-\d\d/g) ?? []).some((date) => date >= day);
