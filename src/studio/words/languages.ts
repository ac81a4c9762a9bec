/** Chooses and loads the language of the app. */
import { parseLanguage } from '../../i18n/language-tag.js';
import { loadLocale } from '../../i18n/load-locale.js';
import type { OwnWords, Words } from './words.js';

export const LANGUAGES = { en: 'English', fr: 'Français', es: 'Español', ru: 'Русский', ar: 'العربية' } as const;
export type LanguageTag = keyof typeof LANGUAGES;

const loaders: Readonly<Record<LanguageTag, () => Promise<OwnWords>>> = {
  en: async () => (await import('./en.js')).en,
  fr: async () => (await import('./fr.js')).fr,
  es: async () => (await import('./es.js')).es,
  ru: async () => (await import('./ru.js')).ru,
  ar: async () => (await import('./ar.js')).ar,
};

const STORED = 'placard-studio-language';

/** Returns the language that the user chose before, or the browser's, or English. */
export function chosenLanguage(): LanguageTag {
  // Some browsers say "en-US@posix", which is not a tag.
  const tags = [stored(), ...navigator.languages.map((tag) => parseLanguage(tag)?.split('-')[0])];
  return (tags.find((tag) => typeof tag === 'string' && Object.hasOwn(LANGUAGES, tag)) as LanguageTag | undefined) ?? 'en';
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null; // the browser forbids storage
  }
}

export function chooseLanguage(tag: LanguageTag): void {
  try {
    localStorage.setItem(STORED, tag);
  } catch {
    // The language stays as it is.
  }
}

export async function loadWords(tag: LanguageTag): Promise<Words> {
  const [own, card] = await Promise.all([loaders[tag](), loadLocale(tag)]);
  return { ...own, card };
}
