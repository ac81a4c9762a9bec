/** The figures of a publisher with their qualifiers. */
import type { Publisher } from '../feed/schema/schema.js';
import { detailsOf } from './details.js';
import { numberText } from './format.js';
import type { Locale } from './load-locale.js';

/** Returns "more than 600,000". A value that the publisher wrote as text does not change. */
export function figureText({ value, qualifier }: NonNullable<Publisher['figures']>[number], locale: Locale): string {
  const number = typeof value === 'number' ? numberText(value, locale) : value;
  return qualifier ? (qualified(qualifier, locale)?.(number) ?? `${qualifier} ${number}`) : number;
}

/** Returns the sentence of a qualifier. Its code may have capitals and spaces. */
export function qualified(code: string, locale: Locale): ((value: string) => string) | undefined {
  const known: Partial<Record<string, (value: string) => string>> = detailsOf(locale).qualifiers;
  const key = code.toLowerCase().replaceAll(' ', '-');
  return Object.hasOwn(known, key) ? known[key] : undefined; // else "constructor" would be a qualifier
}
