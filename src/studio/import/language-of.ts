/** Guesses the language of a text: from its script, or from its most frequent short words. */

const SCRIPTS: readonly [RegExp, string][] = [
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0400-\u04ff]/g, 'ru'],
];

/** Letters that Arabic and Russian do not have. */
const LETTERS: readonly [RegExp, string, string][] = [
  [/[پچژگ]/g, 'ar', 'fa'],
  [/[әғқңөұүһ]/gi, 'ru', 'kk'],
  [/[іїєґ]/gi, 'ru', 'uk'],
];

const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with by',
  fr: 'le la les des et en une que est dans pour par',
  es: 'el la los las y en que una del por con para',
  de: 'der die das und den von zu mit ist ein nicht',
  pt: 'o a os as e em que uma do da para com não',
  tr: 've bir bu için ile olarak da de olan',
};

/** Share of the letters that decides for a script. */
const MIN_SHARE = 0.3;
/** Share of the words that decides for a language. */
const MIN_WORDS = 0.08;

/** @returns undefined for a short text, or an unknown language */
export function languageOf(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  for (const [pattern, language] of SCRIPTS) {
    if (count(pattern) < letters * MIN_SHARE || !letters) continue;
    return LETTERS.find(([rare, like]) => like === language && count(rare) > letters * 0.01)?.[2] ?? language;
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = Object.entries(WORDS).map(([language, known]) => {
    const set = new Set(known.split(' '));
    return [language, words.filter((word) => set.has(word)).length] as const;
  });
  const [language, score] = scores.reduce((best, each) => (each[1] > best[1] ? each : best));
  return words.length >= 8 && score >= words.length * MIN_WORDS ? language : undefined;
}
