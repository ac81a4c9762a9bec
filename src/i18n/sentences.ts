/** Builds sentences about the facts of a feed. All renderers of the card take them from here. */
import { compareDates, type PartialDate } from '../feed/values/partial-date.js';
import type { Contact, Incident, Item, NextStep, Proceeding, Reference } from '../feed/schema/schema.js';
import { dayEndMs } from '../feed/values/zoned-time.js';
import type { Locale } from './load-locale.js';
import { commaAfter } from './comma.js';
import { formatWhen, withClock } from './format.js';

/** Returns one sentence about the next step. @param now ms since 1970; a step whose day is past has no known result */
export function nextStepSentence(next: NextStep, locale: Locale, now: number): string {
  const { type, label, date, date_status: status, time, time_zone: zone } = next;
  const when = (date ? withClock(formatWhen(date, locale, true)!, date, time, zone, locale) : undefined)!; // the schema gives a scheduled step a date
  const isPast = date && (status === 'scheduled' || status === 'postponed') && now >= stepEndMs(next);
  const state = isPast ? 'past' : status;
  if (label) return locale.namedStep[state](label, when);
  const step = locale.steps[type];
  return state === 'not-set' || state === 'cancelled' ? step[state] : step[state](when);
}

/** Returns when the day of a step is over, in ms; Infinity without a date, and for a date such as "after May". */
export function stepEndMs({ date, time_zone: zone }: NextStep): number {
  const rel = typeof date === 'object' ? date.rel : undefined;
  return date && rel !== 'after' && rel !== 'since' ? dayEndMs(date, zone) : Infinity;
}

/** Whether the outcome is the status: a decision under appeal is not final. */
export function isFinal(proceeding: Proceeding): proceeding is Proceeding & { outcome: NonNullable<Proceeding['outcome']> } {
  const { status, outcome } = proceeding;
  return !!outcome && (status === 'decided' || status === 'closed');
}

/**
 * Returns the sentences that follow the stamp of one proceeding: next step, outcome, compliance. The stamp says an outcome that is final,
 * and the next step then comes last.
 * @param renderNext returns the sentence about the next step
 */
export function proceedingSentences<T = string>(
  proceeding: Proceeding,
  locale: Locale,
  now: number,
  renderNext: (next: NextStep) => T | string = (step) => nextStepSentence(step, locale, now),
): (T | string)[] {
  const { next, outcome, compliance } = proceeding;
  const carriedOut = compliance && locale.compliances[compliance];
  const coming = next && renderNext(next);
  const decided = outcome && locale.outcomes[outcome];
  const all = isFinal(proceeding) ? [SAYS_MORE.test(outcome!) && decided, carriedOut, coming] : [coming, decided, carriedOut];
  return all.filter((sentence): sentence is T | string => !!sentence);
}

/** Outcomes whose sentence says more than the stamp: the conviction before a pardon. */
const SAYS_MORE = /^(pardoned|conditionally-released|sentence-suspended)$/;

export interface Status {
  /** As the feed writes it. */
  readonly code: string;
  /** On the stamp. */
  readonly word: string;
}

/** Returns the status of a proceeding: its outcome, once that is final, in the words of its procedure. */
export function statusOf(proceeding: Proceeding, locale: Locale): Status {
  const { status } = proceeding;
  return { code: status, word: isFinal(proceeding) ? rulingOf(proceeding, locale) : locale.statuses[status] };
}

/** Returns the word of an outcome. */
export function rulingOf({ procedure, outcome }: Pick<Proceeding, 'procedure' | 'outcome'>, locale: Locale): string {
  const { rulings, rulingsIn } = locale;
  const own: Partial<Record<string, Partial<Record<string, string>>>> = {
    criminal: rulingsIn.criminal,
    asylum: rulingsIn.asylum,
    'regional-court': rulingsIn.complaint,
    'un-body': rulingsIn.complaint,
  };
  return own[procedure ?? '']?.[outcome!] ?? rulings[outcome!];
}

/** Whether the state of an incident comes before the proceedings: nothing that a court decides undoes a death. */
export const isLoss = (state: Incident['state']): boolean => state === 'killed' || state === 'impunity' || state === 'fate-unknown';

/** Returns the proceedings, the one with the newest `as_of` first. */
export function orderedCases(item: Item): readonly Proceeding[] {
  return [...(item._placard?.cases ?? [])].sort((a, b) => compareDates(b.as_of, a.as_of));
}

/** Returns the date over a statement: of its dateline, else of its publication. */
export function publicationDate(item: Item): PartialDate | undefined {
  return item._placard?.dateline?.date ?? item.date_published;
}

/** Returns the date of the item's last change. */
export function asOfDate(item: Item): PartialDate | undefined {
  return item.date_modified ?? item.date_published;
}

export function referenceText(reference: Reference): { title: string; url: string | undefined } {
  if (typeof reference !== 'string') {
    const { title, publisher, url } = reference;
    return { title: publisher ? title + commaAfter(title) + publisher : title, url };
  }
  return { title: reference, url: /^https?:\/\//.test(reference) ? reference : undefined };
}

/** Returns the contacts with the press contact first: many readers of a statement on another page are journalists. */
export function orderedContacts(contacts: readonly Contact[]): Contact[] {
  const order: Contact['role'][] = ['press', 'general', 'support', 'legal', 'correction', 'target', 'prison'];
  return [...contacts].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}
