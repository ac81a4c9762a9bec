/** Cuts marks and joined characters at the maximum that languages need. */

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
export function cutClusters(text: string): string {
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
