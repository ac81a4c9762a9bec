/** The words of a field: from the schema in English, from the language of the form otherwise. */
import { formatDate, parsePartialDate, type PartialDate } from '../../feed/values/partial-date.js';
import type { Words } from '../words/words.js';
import type { Field } from './schema.js';

/** Returns "Until date" for `until_date`. */
function humanize(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const lastOf = (pattern: string, count: number): string => pattern.split('/').slice(-count).join('/');

/** Looks up the most specific name first: `cases/…/status` before `status`. */
function lookup(table: Readonly<Record<string, string>>, pattern: string): string | undefined {
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

export function hintOf(field: Field, words: Words): string {
  const description = field.schemas.find((schema) => schema.description)?.description;
  return lookup(words.hints, field.pattern) ?? description ?? '';
}

export function choiceOf(field: Field, value: string | number, words: Words): string {
  return lookup(words.choices, `${field.pattern}/${value}`) ?? humanize(String(value));
}

/** Returns the date as a person reads it; an empty text for a value that is not a date. */
export function dateText(value: PartialDate | undefined, words: Words): string {
  const date = value === undefined ? undefined : parsePartialDate(value);
  return date ? words.dateRelation(date.rel, formatDate(date.components, words.dateLanguage, true)) : '';
}
