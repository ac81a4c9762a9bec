/** Loads the sentences of a language. English is built in; each other language is a chunk that loads when a page asks for it. */
import { loadPart } from '../client/load-chunk.js';
import { sparse } from './expand-locale.js';
import { en, type CalendarDate, type Locale, type When } from '../locales/en.js';

export type { CalendarDate, Locale, When };

/** Each file exports its language alone. */
const parts = new Map<string, () => Promise<object>>([
  ['ar', () => loadPart('ar', () => import('../locales/ar.js'))],
  ['de', () => loadPart('de', () => import('../locales/de.js'))],
  ['es', () => loadPart('es', () => import('../locales/es.js'))],
  ['fa', () => loadPart('fa', () => import('../locales/fa.js'))],
  ['fr', () => loadPart('fr', () => import('../locales/fr.js'))],
  ['kk', () => loadPart('kk', () => import('../locales/kk.js'))],
  ['pt', () => loadPart('pt', () => import('../locales/pt.js'))],
  ['ru', () => loadPart('ru', () => import('../locales/ru.js'))],
  ['tr', () => loadPart('tr', () => import('../locales/tr.js'))],
  ['uk', () => loadPart('uk', () => import('../locales/uk.js'))],
  ['zh', () => loadPart('zh', () => import('../locales/zh.js'))],
]);

const loaded = new Map<string, Locale>([['en', en]]);

/**
 * Returns the supported language for a BCP 47 tag. Falls back within the language (`zh-Hant` to simplified characters,
 * `kk-Arab` to Cyrillic), then to English. An invalid tag gets English.
 */
function supportedLanguage(tag: string): string {
  try {
    const { language } = new Intl.Locale(tag); // turns `iw` into `he`, and `rus` into `ru`
    return parts.has(language) ? language : 'en';
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
    const [sentences] = Object.values(await parts.get(language)!());
    loaded.set(language, sparse(sentences, en));
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
  if (loaded.has(tag) || parts.has(tag)) return tag === 'ar' || tag === 'fa' ? 'rtl' : 'ltr';
  try {
    return RIGHT_TO_LEFT.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr'; // the tag is not valid
  }
}
