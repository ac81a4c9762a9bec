/** Which language's sentences are used. English is built in. */
import { en, type Locale } from './en.js';

export type { Locale };

/** The sentences for a BCP 47 tag: English, as long as it is the only language there is. */
export function localeFor(_tag: string): Locale {
  return en;
}

const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

/** A language's direction is that of its script: `kk-Arab` is right to left, `kk` is not. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  try {
    return RIGHT_TO_LEFT.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr'; // no language tag
  }
}
