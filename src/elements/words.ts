/** Sentences about a feed's facts: data and a locale in, text out. The live card and the snapshot say the same because both take it from here. */
import { dateOf, formatDate, formatter, type PartialDate } from '../feed/dates.js';
import type { Contact, Incident, Item, NextStep, Proceeding, Publisher, Reference } from '../feed/schema.js';
import type { Locale } from '../locales/index.js';

/** "25 July 2025", "by April 2025"; with `time`, also the hour and its zone where they were given. */
export function dateText(value: PartialDate, locale: Locale, time = false): string {
  const date = dateOf(value);
  return date ? locale.relations[date.rel](formatDate(date.parts, locale.intl, time)) : '';
}

/** A moment of the reader's own clock, in the reader's own zone: "14:05", with the day where it is not today's. */
export function clockText(at: number, now: number, locale: Locale): string {
  const day = formatter(locale.intl, { day: 'numeric', month: 'long', year: 'numeric' });
  const time = formatter(locale.intl, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  return day.format(at) === day.format(now) ? time : `${day.format(at)}, ${time}`;
}

/** A country's name in the reader's language; its code where there is no name. */
export function countryName(code: string, locale: Locale): string {
  return nameOf('region', code, locale);
}

export function languageName(tag: string, locale: Locale): string {
  return nameOf('language', tag, locale);
}

const names = new Map<string, Intl.DisplayNames>();

function nameOf(type: 'region' | 'language', code: string, locale: Locale): string {
  const key = locale.intl + type;
  try {
    if (!names.has(key)) names.set(key, new Intl.DisplayNames(locale.intl, { type }));
    return names.get(key)!.of(code) ?? code;
  } catch {
    return code;
  }
}

export function placeText(place: NonNullable<Incident['place']>, locale: Locale): string {
  return [place.name, countryName(place.country, locale)].filter(Boolean).join(', ');
}

/** "more than 600,000"; words of the publisher's own stay as they are. */
export function figureText({ value, qualifier }: NonNullable<Publisher['figures']>[number], locale: Locale): string {
  const number = typeof value === 'number' ? new Intl.NumberFormat(locale.intl).format(value) : value;
  if (!qualifier) return number;
  const known = locale.qualifiers[qualifier.toLowerCase().replaceAll(' ', '-') as keyof Locale['qualifiers']] as
    ((value: string) => string) | undefined;
  return known ? known(number) : `${qualifier} ${number}`;
}

/** What comes next, as one sentence. */
export function nextText({ type, label, date, date_status }: NextStep, locale: Locale): string {
  const when = date && dateText(date, locale);
  if (label) return locale.namedStep[date_status](label, when ?? '');
  const step = locale.steps[type];
  if (date_status === 'not-set' || date_status === 'cancelled') return step[date_status];
  if (date_status !== 'scheduled') return step[date_status](when);
  return step.scheduled(when ?? '', !date || typeof date === 'string' || (date.rel ?? 'on') === 'on');
}

/** The sentences that matter now about one proceeding, most urgent first: next step, outcome, whether it was obeyed. */
export function proceedingSentences({ next, outcome, compliance }: Proceeding, locale: Locale): string[] {
  return [next && nextText(next, locale), outcome && locale.outcomes[outcome], compliance && locale.compliances[compliance]].filter(
    (text) => !!text,
  ) as string[];
}

/** Forum, kind and date of filing. */
export function proceedingOrigin({ kind, forum, filed }: Proceeding, locale: Locale): string[] {
  return [kind, forum, filed && locale.filed(dateText(filed, locale))].filter((text) => !!text) as string[];
}

/** The word of the stamp and the code behind it; undefined where nothing is said about a status. */
export function statusOf(item: Item, locale: Locale, proceeding = item._placard?.cases?.[0]): { code: string; word: string } | undefined {
  if (proceeding) return { code: proceeding.status, word: locale.statuses[proceeding.status] };
  const state = item._placard?.incident?.state;
  return state && { code: state, word: locale.incidentStates[state] };
}

/** The whole status in one breath, for the announcer. */
export function statusSentence(item: Item, locale: Locale): string {
  const cases = item._placard?.cases ?? [];
  if (!cases.length) return statusOf(item, locale)?.word ?? '';
  return cases
    .map((proceeding) => [`${statusOf(item, locale, proceeding)!.word}.`, ...proceedingSentences(proceeding, locale)].join(' '))
    .join(' ');
}

/** The day that stands over a statement: of its dateline, else of its publication. */
export function headDate(item: Item): PartialDate | undefined {
  return item._placard?.dateline?.date ?? item.date_published;
}

/** As of when the item speaks: its last change. */
export function asOfDate(item: Item): PartialDate | undefined {
  return item.date_modified ?? item.date_published;
}

export function referenceText(reference: Reference): { title: string; url?: string } {
  if (typeof reference !== 'string')
    return { title: [reference.title, reference.publisher].filter(Boolean).join(', '), url: reference.url };
  return /^https?:\/\//.test(reference) ? { title: reference, url: reference } : { title: reference };
}

/** Contacts with the one for the press first: who reads a statement on another page is most often going to write about it. */
export function orderedContacts(contacts: readonly Contact[]): Contact[] {
  const order: Contact['role'][] = ['press', 'general', 'support', 'legal', 'correction'];
  return [...contacts].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}
