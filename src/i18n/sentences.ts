/** Builds sentences about the facts of a feed. All renderers of the card take them from here. */
import type { PartialDate } from '../feed/values/partial-date.js';
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

/**
 * Returns the sentences about one proceeding: next step, outcome, compliance. After a decision the next step comes last.
 * @param renderNext returns the sentence about the next step
 */
export function proceedingSentences<T = string>(
  { status, next, outcome, compliance }: Proceeding,
  locale: Locale,
  renderNext: (next: NextStep) => T | string = (step) => nextText(step, locale),
): (T | string)[] {
  const outcomeSentences = [outcome && locale.outcomes[outcome], compliance && locale.compliances[compliance]];
  const nextSentence = next && renderNext(next);
  const all =
    outcome && (status === 'decided' || status === 'closed') ? [...outcomeSentences, nextSentence] : [nextSentence, ...outcomeSentences];
  return all.filter((sentence) => sentence !== undefined);
}

/** Returns the code of an item's status and the word for its stamp; undefined if the item has no status. */
export function statusOf(item: Item, locale: Locale, proceeding = item._placard?.cases?.[0]): { code: string; word: string } | undefined {
  if (proceeding) return { code: proceeding.status, word: locale.statuses[proceeding.status] };
  const state = item._placard?.incident?.state;
  return state && { code: state, word: locale.incidentStates[state] };
}

/** Returns the whole status as one text, for the announcer. */
export function statusSentence(item: Item, locale: Locale): string {
  const cases = item._placard?.cases ?? [];
  if (!cases.length) return statusOf(item, locale)?.word ?? '';
  return cases
    .map((proceeding) => [statusOf(item, locale, proceeding)!.word + locale.stop, ...proceedingSentences(proceeding, locale)].join(' '))
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

/** Returns the label for an action that has no label of its own. */
export function actionWord({ type, url }: Action, recipient: Contact | undefined, locale: Locale): string {
  if (type !== 'contact' || url) return locale.actions[type];
  return recipient?.phone ? locale.call : recipient?.email ? locale.sendEmail : locale.actions.contact;
}
