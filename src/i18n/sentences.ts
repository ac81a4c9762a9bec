/** Sentences about a feed's facts: data and a locale in, text out. The live card and the snapshot say the same because both take it from here. */
import { compareDates, type PartialDate } from '../feed/values/partial-date.js';
import type { Action, Contact, Incident, Item, NextStep, Proceeding, Publisher, Reference } from '../feed/schema/schema.js';
import type { Locale } from './load-locale.js';
import { countryName, numberText, whenOf } from './format.js';

export function placeText({ name, country }: NonNullable<Incident['place']>, locale: Locale): string {
  const land = countryName(country, locale);
  return name ? locale.place(name, land) : land;
}

/** "more than 600,000"; words of the publisher's own stay as they are. */
export function figureText({ value, qualifier }: NonNullable<Publisher['figures']>[number], locale: Locale): string {
  const number = typeof value === 'number' ? numberText(value, locale) : value;
  return qualifier ? (qualified(qualifier, locale)?.(number) ?? `${qualifier} ${number}`) : number;
}

/** A qualifier by its code, in whatever way it is written. */
export function qualified(code: string, locale: Locale): ((value: string) => string) | undefined {
  const known: Partial<Record<string, (value: string) => string>> = locale.qualifiers;
  const key = code.toLowerCase().replaceAll(' ', '-');
  return Object.hasOwn(known, key) ? known[key] : undefined; // or "constructor" would be one
}

/** What comes next, as one sentence. */
export function nextText({ type, label, date, date_status }: NextStep, locale: Locale): string {
  const when = (date ? whenOf(date, locale) : undefined)!; // one that is scheduled has a date
  if (label) return locale.namedStep[date_status](label, when);
  const step = locale.steps[type];
  return date_status === 'not-set' || date_status === 'cancelled' ? step[date_status] : step[date_status](when);
}

/** Whether the outcome is the status: a decision under appeal is not final. */
export function isFinal(proceeding: Proceeding): proceeding is Proceeding & { outcome: NonNullable<Proceeding['outcome']> } {
  const { status, outcome } = proceeding;
  return !!outcome && (status === 'decided' || status === 'closed');
}

/**
 * Returns the sentences that follow the stamp of one proceeding, most urgent first: next step, outcome, compliance. Where it is
 * decided, the stamp says the outcome, and the next step comes last.
 * @param tell the sentence about the next step
 */
export function proceedingSentences<T = string>(
  proceeding: Proceeding,
  locale: Locale,
  tell: (next: NextStep) => T | string = (step) => nextText(step, locale),
): (T | string)[] {
  const { next, outcome, compliance } = proceeding;
  const carriedOut = compliance && locale.compliances[compliance];
  const coming = next && tell(next);
  const all = isFinal(proceeding) ? [carriedOut, coming] : [coming, outcome && locale.outcomes[outcome], carriedOut];
  return all.filter((sentence) => sentence !== undefined);
}

export interface Status {
  /** As the feed writes it. */
  readonly code: string;
  /** On the stamp. */
  readonly word: string;
}

/** Returns the status of a proceeding: its outcome, once that is final. */
export function statusOf(proceeding: Proceeding, locale: Locale): Status {
  const { status } = proceeding;
  return { code: status, word: isFinal(proceeding) ? locale.rulings[proceeding.outcome] : locale.statuses[status] };
}

/** Returns the status of an item: of its newest proceeding, else of the incident; undefined where the feed says neither. */
export function itemStatus(item: Item, locale: Locale): Status | undefined {
  const [first] = orderedCases(item);
  if (first) return statusOf(first, locale);
  const state = item._placard?.incident?.state;
  return state && { code: state, word: locale.incidentStates[state] };
}

/** Returns the proceedings, the one with the newest `as_of` first. */
export function orderedCases(item: Item): readonly Proceeding[] {
  return [...(item._placard?.cases ?? [])].sort((a, b) => compareDates(b.as_of, a.as_of));
}

/** The whole status in one breath, for the announcer. */
export function statusSentence(item: Item, locale: Locale): string {
  const cases = orderedCases(item);
  if (!cases.length) return itemStatus(item, locale)?.word ?? '';
  return cases
    .map((proceeding) => [statusOf(proceeding, locale).word + locale.stop, ...proceedingSentences(proceeding, locale)].join(' '))
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

/** In the script of the words before it. */
export function commaAfter(text: string): string {
  return /\p{Script=Arabic}/u.test(text) ? '، ' : /\p{Script=Han}/u.test(text) ? '，' : ', ';
}

export function referenceText(reference: Reference): { title: string; url: string | undefined } {
  if (typeof reference !== 'string') {
    const { title, publisher, url } = reference;
    return { title: publisher ? title + commaAfter(title) + publisher : title, url };
  }
  return { title: reference, url: /^https?:\/\//.test(reference) ? reference : undefined };
}

/** Contacts with the one for the press first: who reads a statement on another page is most often going to write about it. */
export function orderedContacts(contacts: readonly Contact[]): Contact[] {
  const order: Contact['role'][] = ['press', 'general', 'support', 'legal', 'correction'];
  return [...contacts].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** The contact that an action names; to call or to write, else the first. */
export function recipientOf({ type, contact }: Action, contacts: readonly Contact[]): Contact | undefined {
  return contacts.find(({ id }) => id === contact) ?? (type === 'contact' || type === 'write' ? contacts[0] : undefined);
}

/** What stands on an action without a label of its own. */
export function actionWord({ type, url }: Action, recipient: Contact | undefined, locale: Locale): string {
  if (type !== 'contact' || url) return locale.actions[type];
  return recipient?.phone ? locale.call : recipient?.email ? locale.sendEmail : locale.actions.contact;
}
