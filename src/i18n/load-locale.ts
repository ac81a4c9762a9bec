/** Loads the sentences of a language. English is built in; each other language is a chunk that loads when a page asks for it. */
import { loadChunk } from '../client/load-chunk.js';
import { sparse } from './expand-locale.js';
import type { Details } from '../locales/details/en.js';
import { en, type CalendarDate, type Locale, type When } from '../locales/en.js';

export type { CalendarDate, Locale, When };

/** Each file exports its language, and its details. */
const chunks = new Map<string, () => Promise<{ details: Details }>>([
  ['ar', () => loadChunk('ar', () => import('../locales/ar.js'))],
  ['de', () => loadChunk('de', () => import('../locales/de.js'))],
  ['es', () => loadChunk('es', () => import('../locales/es.js'))],
  ['fa', () => loadChunk('fa', () => import('../locales/fa.js'))],
  ['fr', () => loadChunk('fr', () => import('../locales/fr.js'))],
  ['kk', () => loadChunk('kk', () => import('../locales/kk.js'))],
  ['pt', () => loadChunk('pt', () => import('../locales/pt.js'))],
  ['ru', () => loadChunk('ru', () => import('../locales/ru.js'))],
  ['tr', () => loadChunk('tr', () => import('../locales/tr.js'))],
  ['uk', () => loadChunk('uk', () => import('../locales/uk.js'))],
  ['zh', () => loadChunk('zh', () => import('../locales/zh.js'))],
]);

const loaded = new Map<string, Locale>([['en', en]]);

/**
 * Returns the supported language for a BCP 47 tag. Falls back within the language (`zh-Hant` to simplified characters,
 * `kk-Arab` to Cyrillic), then to English. An invalid tag gets English.
 */
function supportedLanguage(tag: string): string {
  try {
    const { language } = new Intl.Locale(tag); // turns `iw` into `he`, and `rus` into `ru`
    return chunks.has(language) ? language : 'en';
  } catch {
    return 'en';
  }
}

/** Returns the sentences for a tag, if they are loaded. */
export function localeFor(tag: string): Locale | undefined {
  return loaded.get(supportedLanguage(tag));
}

/** Loads and returns the sentences for a tag. Rejects if they cannot be loaded; the next call tries again. */
export async function loadLocale(tag: string): Promise<Locale> {
  const language = supportedLanguage(tag);
  if (!loaded.has(language)) {
    const { details, ...own } = await chunks.get(language)!();
    loaded.set(language, { ...sparse(Object.values(own)[0], en), details });
  }
  return loaded.get(language)!;
}

const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'];

const directions = new Map<string, 'ltr' | 'rtl'>();

/** Returns the direction of a tag's script: `kk-Arab` is right to left, `kk` is not. Cached, since each text of a card asks for it. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  if (directions.size > 200) directions.clear(); // limits memory on a page that stays open for months
  let direction = directions.get(tag);
  if (!direction) directions.set(tag, (direction = findDirection(tag)));
  return direction;
}

function findDirection(tag: string): 'ltr' | 'rtl' {
  // Intl's tables take 12 ms for their first use on a slow phone.
  if (loaded.has(tag) || chunks.has(tag)) return tag === 'ar' || tag === 'fa' ? 'rtl' : 'ltr';
  try {
    return RIGHT_TO_LEFT.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr'; // the tag is not valid
  }
}
