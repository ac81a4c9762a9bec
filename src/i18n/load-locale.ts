/**
 * Which language's sentences are used. English is built in; every other language is a part of its own, which is loaded when a
 * page asks for that language, and only then.
 */
import { loadChunk } from '../client/load-chunk.js';
import { sparse } from './expand-locale.js';
import { en, type CalendarDate, type Locale, type When } from '../locales/en.js';

export type { CalendarDate, Locale, When };

/** The one place that names the parts. Each exports its language alone. */
const parts = new Map<string, () => Promise<object>>([
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
 * The language that serves a BCP 47 tag: its own, whatever its region or script, else English. So `zh-Hant` gets simplified
 * characters and `kk-Arab` Cyrillic: not what their readers are used to, but their language, which English is not.
 * What is no tag is English.
 */
function serving(tag: string): string {
  try {
    const { language } = new Intl.Locale(tag); // knows that `iw` is `he`, and `rus` is `ru`
    return parts.has(language) ? language : 'en';
  } catch {
    return 'en';
  }
}

/** The sentences for a tag, if they are loaded. */
export function localeFor(tag: string): Locale | undefined {
  return loaded.get(serving(tag));
}

/** The sentences for a tag, loaded. Rejects where they cannot be; the next call tries again. */
export async function loadLocale(tag: string): Promise<Locale> {
  const language = serving(tag);
  if (!loaded.has(language)) {
    const [sentences] = Object.values(await parts.get(language)!());
    loaded.set(language, sparse(sentences, en));
  }
  return loaded.get(language)!;
}

const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'];

const directions = new Map<string, 'ltr' | 'rtl'>();

/** A language's direction is that of its script: `kk-Arab` is right to left, `kk` is not. Asked for with every few words, so kept. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  if (directions.size > 200) directions.clear(); // a page that stays open for months
  let direction = directions.get(tag);
  if (!direction) directions.set(tag, (direction = findDirection(tag)));
  return direction;
}

function findDirection(tag: string): 'ltr' | 'rtl' {
  // Known without the tables of Intl, whose first use costs 12 ms on a slow telephone.
  if (loaded.has(tag) || parts.has(tag)) return tag === 'ar' || tag === 'fa' ? 'rtl' : 'ltr';
  try {
    return RIGHT_TO_LEFT.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr'; // no language tag
  }
}
