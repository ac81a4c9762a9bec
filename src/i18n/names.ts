/** The names of countries, languages and places. */
import { getOwn } from '../feed/schema/compiled-runtime.js';
import type { Incident } from '../feed/schema/schema.js';
import { displayName } from './format.js';
import type { Locale } from './load-locale.js';

/** Returns "English, French and Kazakh". */
export function listText(items: readonly string[], locale: Locale): string {
  const { and } = locale.names;
  return and ? items.join(items.length === 2 ? ` ${and} ` : ', ') : new Intl.ListFormat(locale.intl).format(items);
}

/** Returns the name of a country in the reader's language, or its code where Intl does not know it. */
export function countryName(code: string, locale: Locale): string {
  return nameOf('region', code, locale);
}

export function languageName(tag: string, locale: Locale): string {
  return nameOf('language', tag, locale);
}

function nameOf(type: 'region' | 'language', code: string, locale: Locale): string {
  return (getOwn(locale.names, code) as string | undefined) ?? displayName(locale.intl, type, code); // "toString" is a valid tag
}

/** Returns the parts of a place that the feed has: its name, its region, its country. */
export function placeText({ name, region, country: code }: NonNullable<Incident['place']>, locale: Locale): string {
  const country = code ? countryName(code, locale) : undefined;
  return [name, region, country]
    .filter((part) => part !== undefined)
    .reduce((inner, outer) => (inner ? locale.place(inner, outer) : outer), '');
}
