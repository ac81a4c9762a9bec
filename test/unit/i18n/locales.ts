/** All languages, loaded; English first. */
import { loadLocale, type Locale } from '../../../src/i18n/load-locale.js';

export const TAGS = ['en', 'fr', 'es', 'de', 'pt', 'ru', 'uk', 'kk', 'tr', 'ar', 'fa', 'zh'] as const;
export const OTHERS = TAGS.slice(1);

export const locales: ReadonlyMap<string, Locale> = new Map(
  await Promise.all(TAGS.map(async (tag) => [tag, await loadLocale(tag)] as const)),
);

/** Matches a letter of the script that a language is written in. */
export const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  kk: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  zh: /\p{Script=Han}/u,
};
