/** Counts days, and says where persons are. */
import { parsePartialDate, type PartialDate } from '../feed/values/partial-date.js';
import { commaAfter } from './comma.js';
import { numberText, formatWhen } from './format.js';
import type { Locale } from './load-locale.js';
import type { Custody, PersonInCustody } from './persons.js';

/** The groups in which several persons are counted. The first ones matter most. */
const FATES: Record<keyof Locale['fates'], readonly Custody['state'][]> = {
  killed: ['killed', 'died-in-custody'],
  held: ['detained', 'imprisoned', 'house-arrest'],
  missing: ['missing'],
  unknown: ['unknown'],
  deported: ['deported'],
  exiled: ['exiled'],
  released: ['released'],
  free: ['free', 'bail'],
};

export const isHeld = ({ state }: Custody): boolean => FATES.held.includes(state);

/** Returns how many persons are in which group, such as "3 held, 1 released". */
export function fatesText(persons: readonly PersonInCustody[], locale: Locale): string {
  const texts = (Object.keys(FATES) as (keyof typeof FATES)[]).flatMap((fate) => {
    const { length } = persons.filter(({ custody }) => FATES[fate].includes(custody.state));
    return length ? [locale.fates[fate](numberText(length, locale), length)] : [];
  });
  return texts.reduce((before, next) => before + commaAfter(before) + next);
}

/** Returns the number of calendar days from one day to another; undefined if one of them is not exact, or they are in the wrong order. */
export function daysBetween(from: PartialDate | undefined, to: PartialDate | undefined): number | undefined {
  const [start, end] = [from, to].map((date) => (date ? dayNumber(date) : undefined));
  return start !== undefined && end !== undefined && start <= end ? end - start : undefined;
}

function dayNumber(date: PartialDate): number | undefined {
  const { components, rel } = parsePartialDate(date)!;
  const { year, month, day } = components;
  return day && (rel === 'on' || rel === 'since') ? Math.round(Date.UTC(year, month! - 1, day) / 86_400_000) : undefined;
}

/** Returns the day of a moment in the reader's calendar. A copy has no reader, and takes the day in UTC. */
export function dayOfMoment(now: number, isLive: boolean): string {
  const moment = new Date(isLive ? now - new Date(now).getTimezoneOffset() * 60_000 : now);
  return moment.toISOString().slice(0, 10);
}

/** Returns the word of a custody and its date, as one sentence without a count: an announcement must not repeat each day. */
export function custodySentence(persons: readonly PersonInCustody[], locale: Locale): string {
  const [{ custody }] = persons as readonly [PersonInCustody];
  if (persons.length > 1) return fatesText(persons, locale) + locale.stop;
  const ended = endedSentence(custody, locale);
  if (ended) return ended;
  const word = locale.custody[custody.state];
  const date = sinceText(custody, locale);
  return (date ? word + commaAfter(word) + date : word) + locale.stop;
}

/** Returns "held since 24 July 2024"; undefined if the custody is over, or its first day is not known. */
export function sinceText({ state, since }: Custody, locale: Locale): string | undefined {
  if (!since || state === 'released' || state === 'killed' || state === 'died-in-custody' || state === 'deported') return undefined;
  const when = formatWhen(asSince(since), locale)!;
  return state === 'detained' || state === 'imprisoned' ? locale.heldSince(when) : when.alone;
}

/** Returns the date with the relation "since", unless it has another one than "on". */
const asSince = (date: PartialDate): PartialDate =>
  typeof date === 'string' ? { date, rel: 'since' } : date.rel === 'on' || !date.rel ? { ...date, rel: 'since' } : date;

/** Returns the end of a custody and its length; undefined if both are not known to the day. */
export function endedSentence({ state, since, until }: Custody, locale: Locale): string | undefined {
  const count = daysBetween(since, until);
  if (count === undefined || !Object.hasOwn(locale.ended, state)) return undefined;
  return locale.ended[state as keyof Locale['ended']](formatWhen(until!, locale)!, numberText(count, locale), count);
}
