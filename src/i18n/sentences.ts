/** Sentences about a feed's facts: data and a locale in, text out. The live card and the snapshot say the same because both take it from here. */
import type { PartialDate } from '../feed/values/partial-date.js';
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

/**
 * The sentences that matter now about one proceeding, most urgent first: next step, outcome, whether it was obeyed; where it is
 * decided, what comes next comes last.
 * @param tell the sentence about the next step
 */
export function proceedingSentences<T = string>(
  { status, next, outcome, compliance }: Proceeding,
  locale: Locale,
  tell: (next: NextStep) => T | string = (step) => nextText(step, locale),
): (T | string)[] {
  const ruled = [outcome && locale.outcomes[outcome], compliance && locale.compliances[compliance]];
  const coming = next && tell(next);
  const all = outcome && (status === 'decided' || status === 'closed') ? [...ruled, coming] : [coming, ...ruled];
  return all.filter((sentence) => sentence !== undefined);
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
    .map((proceeding) => [statusOf(item, locale, proceeding)!.word + locale.stop, ...proceedingSentences(proceeding, locale)].join(' '))
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
