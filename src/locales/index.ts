/**
 * Which language's sentences are used. English is built in; every other language is a part of its own, which is loaded when a
 * page asks for that language, and only then.
 */
import { loadPart } from '../client/part.js';
import { en, type CalendarDate, type Locale, type When } from './en.js';

export type { CalendarDate, Locale, When };

/** The one place that names the parts. */
const parts = new Map<string, () => Promise<Locale>>([
  ['ar', () => loadPart('ar', () => import('./ar.js')).then(({ ar }) => ar)],
  ['de', () => loadPart('de', () => import('./de.js')).then(({ de }) => de)],
  ['es', () => loadPart('es', () => import('./es.js')).then(({ es }) => es)],
  ['fa', () => loadPart('fa', () => import('./fa.js')).then(({ fa }) => fa)],
  ['fr', () => loadPart('fr', () => import('./fr.js')).then(({ fr }) => fr)],
  ['kk', () => loadPart('kk', () => import('./kk.js')).then(({ kk }) => kk)],
  ['pt', () => loadPart('pt', () => import('./pt.js')).then(({ pt }) => pt)],
  ['ru', () => loadPart('ru', () => import('./ru.js')).then(({ ru }) => ru)],
  ['tr', () => loadPart('tr', () => import('./tr.js')).then(({ tr }) => tr)],
  ['uk', () => loadPart('uk', () => import('./uk.js')).then(({ uk }) => uk)],
  ['zh', () => loadPart('zh', () => import('./zh.js')).then(({ zh }) => zh)],
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
  const locale = loaded.get(language) ?? (await parts.get(language)!());
  loaded.set(language, locale);
  return locale;
}

const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'];

/** A language's direction is that of its script: `kk-Arab` is right to left, `kk` is not. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  try {
    return RIGHT_TO_LEFT.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr'; // no language tag
  }
}
