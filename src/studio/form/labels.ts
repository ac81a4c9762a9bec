/** The words of a field: from the schema in English, from the language of the form otherwise. */
import { formatDate, parsePartialDate, type PartialDate } from '../../feed/values/partial-date.js';
import { detailsOf } from '../../i18n/details.js';
import type { Locale } from '../../i18n/load-locale.js';
import type { Words } from '../words/words.js';
import type { Field } from './schema.js';

/** Returns "Until date" for `until_date`. */
function humanize(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const lastOf = (pattern: string, count: number): string => pattern.split('/').slice(-count).join('/');

/** Looks up the most specific name first: `cases/…/status` before `status`. */
function lookup<T>(table: Readonly<Record<string, T>>, pattern: string): T | undefined {
  for (const count of [3, 2, 1]) {
    const key = lastOf(pattern, count);
    if (Object.hasOwn(table, key)) return table[key];
  }
  return undefined;
}

export function labelOf(field: Field, words: Words): string {
  const title = field.schemas.find((schema) => schema.title)?.title;
  return lookup(words.members, field.pattern) ?? title ?? humanize(field.name);
}

/** Returns the sentence of a field; an empty text in a language without one. The sentences of the schema are English. */
export function hintOf(field: Field, words: Words): string {
  const description = words.language === 'en' ? field.schemas.find((schema) => schema.description)?.description : undefined;
  return lookup(words.hints, field.pattern) ?? description ?? '';
}

/** The words of the card by the field that it shows, so that the form and the card say the same. */
const CARD_WORDS: Readonly<Record<string, (card: Locale) => object>> = {
  'cases/*/status': ({ statuses }) => statuses,
  'cases/*/outcome': ({ rulings }) => rulings,
  'history/*/status': ({ statuses }) => statuses,
  'history/*/outcome': ({ rulings }) => rulings,
  'cases/*/compliance': ({ compliances }) => compliances,
  'incident/state': ({ incidentStates }) => incidentStates,
  'custody/state': ({ custody }) => custody,
  'contacts/*/role': ({ roles }) => roles,
  'to/*/role': ({ roles }) => roles,
  'actions/*/type': ({ actions }) => actions,
  'charges/*/status': (card) => detailsOf(card).charges,
  'equipment/*/state': (card) => detailsOf(card).equipment,
  'interventions/*/kind': (card) => detailsOf(card).interventions,
  'documents/*/kind': (card) => detailsOf(card).papers,
  'actor/kind': (card) => detailsOf(card).actors,
  'actors/*/kind': (card) => detailsOf(card).actors,
  alterations: (card) => detailsOf(card).alterations,
};

export function choiceOf({ pattern }: Field, value: string | number, words: Words): string {
  const ofCard = lookup(CARD_WORDS, pattern)?.(words.card) as Readonly<Record<string, unknown>> | undefined;
  const shown = ofCard?.[value];
  return lookup(words.choices, `${pattern}/${value}`) ?? (typeof shown === 'string' && shown ? shown : humanize(String(value)));
}

/** Returns the date as a person reads it; an empty text for a value that is not a date. */
export function dateText(value: PartialDate | undefined, words: Words): string {
  const date = value === undefined ? undefined : parsePartialDate(value);
  return date ? words.dateRelation(date.rel, formatDate(date.components, words.dateLanguage, true)) : '';
}
