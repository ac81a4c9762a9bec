import { decodeAll } from './entities.js';

/**
 * Returns the text of a feed without characters that make it look like another text.
 * - Removes control characters, and noncharacters such as U+FFFF, which XML forbids.
 * - Removes lone surrogates: `encodeURIComponent` throws on them.
 * - Removes the direction overrides and embeddings of UAX #9, which can reverse a telephone number or a name.
 * - Keeps the direction marks (LRM, RLM, ALM), and the joiners that Arabic, Persian and Indic scripts need.
 * - Cuts marks and joined characters at the maximum that languages need.
 */
export function cleanText(text: string): string {
  return cleanFragment(text).trim();
}

/** Does the same for a text of a plain JSON Feed. Content systems write references of HTML into it, such as `&#8217;`. */
export function cleanPlainText(text: string): string {
  return cleanText(decodeAll(cleanText(text)));
}

/** Does the same for a fragment of a text, and keeps the spaces at its ends. */
export function cleanFragment(text: string): string {
  return cutClusters(
    removeLoneSurrogates(text)
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/g, ''),
  );
}

/** Characters that continue the one before: marks, invisible characters, skin tones, and vowels that Unicode counts as letters. */
const CONTINUES = /\p{M}|\p{Cf}|\p{Emoji_Modifier}|[\u0e33\u0eb3\uff9e\uff9f]/gu;
/** Characters that join the next one: the joiner, and the viramas, which remove the vowel between consonants. */
const JOINS = /\u200d|[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2]/;
/**
 * Marks on one letter, by Unicode block. Tibetan stacks eight (U+0F67 of the Kalachakra syllable). Cantillated Hebrew has five. The
 * Arabic of the Quran and Vedic accents have four, polytonic Greek three, Vietnamese two.
 */
const MAX_MARKS_BY_BLOCK: readonly (readonly [from: number, to: number, maximum: number])[] = [
  [0x0f00, 0x0fff, 8],
  [0x0590, 0x05ff, 5],
  // Blocks of marks for several scripts. Engines differ in the scripts of each mark.
  [0x0300, 0x036f, 3],
  [0x1ab0, 0x1aff, 3],
  [0x1dc0, 0x1dff, 3],
  [0x20d0, 0x20ff, 3],
  [0xfe20, 0xfe2f, 3],
];
const MAX_MARKS = 4;
/** Characters that are joined to one. Sanskrit has five ("rtsnya"), an emoji family four. */
const MAX_JOINED = 5;
/** Code points of one cluster. The longest emoji sequence of Unicode has ten. */
const MAX_CLUSTER = 16;

/** Returns the text with clusters cut to their maximum: a page cannot break a cluster, which could leave its line or card. */
function cutClusters(text: string): string {
  let end = 0;
  let [marks, joined, length] = [0, 0, 0];
  let joins = false;
  // A loop counts, because `\p{M}+` overflows the stack on megabytes, and look-behind misses marks beyond the BMP in WebKit.
  return text.replace(CONTINUES, (sign, at: number) => {
    const between = at - end;
    const joinedNow = joins && between > 0 && between <= (text.codePointAt(end)! > 0xffff ? 2 : 1);
    if (between && !joinedNow) [marks, joined, length] = [0, 1, 1];
    else if (between) [marks, joined] = [0, joined + 1];
    end = at + sign.length;
    joins = JOINS.test(sign);
    if (!/\p{Cf}/u.test(sign)) marks++;
    const code = sign.codePointAt(0)!;
    const [, , maximum] = MAX_MARKS_BY_BLOCK.find(([from, to]) => code >= from && code <= to) ?? [0, 0, MAX_MARKS];
    if (++length <= MAX_CLUSTER && marks <= maximum && !(joins && joined >= MAX_JOINED)) return sign;
    joins = false;
    return '';
  });
}

/** Returns whether a text is invisible: white space, invisible characters such as Hangul fillers, the empty Braille cell. */
export const isBlank = (text: string): boolean => !/[^\s\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);

/** Returns a telephone number or e-mail address without invisible characters, because each of its characters counts. */
export function cleanIdentifier(text: string): string {
  return cleanText(text.replace(/\p{Cf}/gu, ''));
}

/**
 * Returns the text without lone surrogates. It matches code units, because WebKit's `u` flag accepts `\ud800\ufc00` as a pair.
 * Firefox 115 has no `toWellFormed`.
 */
export function removeLoneSurrogates(text: string): string {
  // Most texts have no surrogate, which the first pattern finds out at once.
  return /[\ud800-\udfff]/.test(text) ? text.replace(/([\ud800-\udbff][\udc00-\udfff])|[\ud800-\udfff]/g, '$1') : text;
}
