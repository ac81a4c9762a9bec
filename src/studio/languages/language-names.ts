/** Languages to choose from, by their names in the language of the app. */

/** Languages in which readers get sentences of the card. */
export const CARD_LANGUAGES = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'kk', 'pt', 'ru', 'tr', 'uk', 'zh'];

/** Languages of statements. A feed may have others, which stay. */
const OTHERS = [
  'af',
  'am',
  'az',
  'be',
  'bg',
  'bn',
  'bs',
  'ca',
  'cs',
  'da',
  'el',
  'et',
  'eu',
  'fi',
  'ga',
  'gl',
  'ha',
  'he',
  'hi',
  'hr',
  'hu',
  'hy',
  'id',
  'it',
  'ja',
  'ka',
  'km',
  'ko',
  'ku',
  'ky',
  'lo',
  'lt',
  'lv',
  'mk',
  'mn',
  'ms',
  'my',
  'ne',
  'nl',
  'no',
  'pa',
  'pl',
  'ps',
  'ro',
  'rw',
  'si',
  'sk',
  'sl',
  'so',
  'sq',
  'sr',
  'sv',
  'sw',
  'ta',
  'tg',
  'th',
  'ti',
  'tk',
  'tl',
  'ug',
  'ur',
  'uz',
  'vi',
];

export function languageName(tag: string | undefined, language: string): string {
  return (tag && new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag)) || '?';
}

/** Returns tags with names, in the order of the names. */
export function languageOptions(language: string): [string, string][] {
  const { compare } = new Intl.Collator(language);
  return [...CARD_LANGUAGES, ...OTHERS]
    .map((tag): [string, string] => [tag, languageName(tag, language)])
    .sort(([, a], [, b]) => compare(a, b));
}
