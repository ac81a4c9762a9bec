/** Builds sentences about the facts of a feed. All renderers of the card take them from here. */
import { compareDates, type PartialDate } from '../feed/values/partial-date.js';
import type { Action, Contact, Incident, Item, NextStep, Proceeding, Publisher, Reference } from '../feed/schema/schema.js';
import type { Locale } from './load-locale.js';
import { countryName, numberText, whenOf } from './format.js';

export function placeText({ name, country: code }: NonNullable<Incident['place']>, locale: Locale): string {
  const country = countryName(code, locale);
  return name ? locale.place(name, country) : country;
}

/** Returns "more than 600,000". A value that the publisher wrote as text does not change. */
export function figureText({ value, qualifier }: NonNullable<Publisher['figures']>[number], locale: Locale): string {
  const number = typeof value === 'number' ? numberText(value, locale) : value;
  return qualifier ? (qualified(qualifier, locale)?.(number) ?? `${qualifier} ${number}`) : number;
}

/** Returns the sentence of a qualifier. Its code may have capitals and spaces. */
export function qualified(code: string, locale: Locale): ((value: string) => string) | undefined {
  const known: Partial<Record<string, (value: string) => string>> = locale.qualifiers;
  const key = code.toLowerCase().replaceAll(' ', '-');
  return Object.hasOwn(known, key) ? known[key] : undefined; // else "constructor" would be a qualifier
}

/** Returns one sentence about the next step. */
export function nextText({ type, label, date, date_status }: NextStep, locale: Locale): string {
  const when = (date ? whenOf(date, locale) : undefined)!; // the schema gives a scheduled step a date
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
 * Returns the sentences that follow the stamp of one proceeding: next step, outcome, compliance. The stamp says an outcome that is final,
 * and the next step then comes last.
 * @param renderNext returns the sentence about the next step
 */
export function proceedingSentences<T = string>(
  proceeding: Proceeding,
  locale: Locale,
  renderNext: (next: NextStep) => T | string = (step) => nextText(step, locale),
): (T | string)[] {
  const { next, outcome, compliance } = proceeding;
  const carriedOut = compliance && locale.compliances[compliance];
  const coming = next && renderNext(next);
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

/** Returns the whole status as one text, for the announcer. */
export function statusSentence(item: Item, locale: Locale): string {
  const cases = orderedCases(item);
  if (!cases.length) return itemStatus(item, locale)?.word ?? '';
  return cases
    .map((proceeding) => [statusOf(proceeding, locale).word + locale.stop, ...proceedingSentences(proceeding, locale)].join(' '))
    .join(' ');
}

/** Returns the date over a statement: of its dateline, else of its publication. */
export function headDate(item: Item): PartialDate | undefined {
  return item._placard?.dateline?.date ?? item.date_published;
}

/** Returns the date of the item's last change. */
export function asOfDate(item: Item): PartialDate | undefined {
  return item.date_modified ?? item.date_published;
}

/** Returns a comma in the script of the text before it. */
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

/** Returns the contacts with the press contact first: many readers of a statement on another page are journalists. */
export function orderedContacts(contacts: readonly Contact[]): Contact[] {
  const order: Contact['role'][] = ['press', 'general', 'support', 'legal', 'correction'];
  return [...contacts].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** Returns the contact that an action names. An action to call or to write falls back to the first contact. */
export function recipientOf({ type, contact }: Action, contacts: readonly Contact[]): Contact | undefined {
  return contacts.find(({ id }) => id === contact) ?? (type === 'contact' || type === 'write' ? contacts[0] : undefined);
}
