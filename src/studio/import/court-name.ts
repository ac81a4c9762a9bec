/** Finds the name of a court in a sentence, in the form in which a card can show it. */

const CAPITAL = /^\p{Lu}/u;
const RUSSIAN_ADJECTIVE = /(?:ский|ный|ной|ый)$/;
const MARKS = '()“”"«»,;:.';
/** Words on each side of the noun. */
const MAX_WORDS = 6;

/** Names that have a fixed form. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  fr: /(?:[Tt]ribunal|[Cc]our|Conseil) (?:administrati(?:f|ve)|judiciaire|correctionnel|suprême|constitutionnel(?:le)?|d[’']appel|d[’']assises|de cassation|d[’']État)(?: (?:de |d[’']|du )\p{Lu}[\p{L}’'-]+)?/u,
  es: /(?:Tribunal|Corte|Juzgado|Audiencia)(?: (?:Supremo|Suprema|Constitucional|Nacional|Provincial|Superior|Administrativ[oa]|Penal|Federal|Electoral))+(?: de(?:l| la| lo| los)? \p{Lu}[\p{L}-]+)?/u,
  ar: /المحكمة(?: ال\p{L}+){1,3}|محكمة(?: ال\p{L}+){1,2}/u,
};

/** @param language such as `en`; undefined for another language, and for a sentence without such a name */
export function courtName(sentence: string, language: string): string | undefined {
  if (language === 'en' || language === 'ru') {
    const words = sentence.split(/\s+/);
    return language === 'en' ? englishCourt(words) : russianCourt(words);
  }
  return PATTERNS[language]?.exec(sentence)?.[0];
}

/** Returns a word without the punctuation around it. */
export function bareWord(word: string): string {
  let [start, end] = [0, word.length];
  while (start < end && MARKS.includes(word[start]!)) start++;
  while (end > start && MARKS.includes(word[end - 1]!)) end--;
  return word.slice(start, end);
}

/** "Example Administrative Court", "Court of Appeal", "European Court of Human Rights": capitalised words around the noun. */
function englishCourt(words: readonly string[]): string | undefined {
  for (const [at, noun] of words.entries()) {
    if (!/^(?:Court|Tribunal)$/.test(bareWord(noun))) continue;
    let start = at;
    while (at - start < MAX_WORDS && CAPITAL.test(words[start - 1] ?? '') && !endsClause(words[start - 1]!)) start--;
    if (words[start] === 'The') start++;
    const end = endsClause(noun) ? at + 1 : endOfDomain(words, at + 1);
    if (end - start > 1) return bareWord(words.slice(start, end).join(' '));
  }
  return undefined;
}

/** Returns the end of "of Human Rights" or "for the Example District", or `start` without such words. */
function endOfDomain(words: readonly string[], start: number): number {
  if (words[start] !== 'of' && words[start] !== 'for') return start;
  const begin = start + (words[start + 1] === 'the' ? 2 : 1);
  let end = begin;
  while (end - begin < MAX_WORDS) {
    const next = words[end] === 'and' && end > begin ? end + 1 : end;
    if (!CAPITAL.test(words[next] ?? '')) break;
    end = next + 1;
    if (endsClause(words[next]!)) break;
  }
  return end > begin ? end : start;
}

/** "Примерный районный суд": adjectives before the noun, the first with a capital letter. */
function russianCourt(words: readonly string[]): string | undefined {
  for (const [at, noun] of words.entries()) {
    if (bareWord(noun) !== 'суд') continue;
    for (let start = at - 1; at - start <= MAX_WORDS && RUSSIAN_ADJECTIVE.test(words[start] ?? ''); start--)
      if (CAPITAL.test(words[start]!)) return [...words.slice(start, at), 'суд'].join(' ');
  }
  return undefined;
}

const endsClause = (word: string) => MARKS.includes(word.at(-1)!);
