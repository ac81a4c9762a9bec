/**
 * Text that comes from a feed, made harmless as text: what a reader sees is what stands there.
 * Removed: control characters, what is no character at all (no XML may hold U+FFFF), halves of surrogate pairs
 * (`encodeURIComponent` throws on them), and the explicit direction overrides and embeddings of UAX #9, with which a telephone
 * number or a name can be made to read backwards. Kept: the plain marks (LRM, RLM, ALM) and the joiners that Arabic, Persian and
 * Indic scripts need. Marks and joined characters are cut at the most that languages need.
 */
export function cleanText(text: string): string {
  return cleanFragment(text).trim();
}

/** The same of a piece of a text: the spaces at its ends belong to the words around it. */
export function cleanFragment(text: string): string {
  return cutClusters(
    removeLoneSurrogates(text)
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/g, ''),
  );
}

/** What continues the character before it: marks, invisible characters, skin tones, and vowels that are letters to Unicode. */
const CONTINUES = /\p{M}|\p{Cf}|\p{Emoji_Modifier}|[\u0e33\u0eb3\uff9e\uff9f]/gu;
/** What joins the next character to it: the joiner, and the signs that kill a vowel between consonants. */
const JOINS = /\u200d|[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2]/;
/**
 * Marks on one letter. Tibetan stacks eight (U+0F67 of the Kalachakra syllable); cantillated Hebrew has five, the Arabic of the Quran
 * and Vedic accents four; Vietnamese two, polytonic Greek three.
 */
const MAX_MARKS_BY_BLOCK: readonly (readonly [from: number, to: number, most: number])[] = [
  [0x0f00, 0x0fff, 8],
  [0x0590, 0x05ff, 5],
  // The blocks of marks that belong to no script; engines differ in the scripts that they tell of each.
  [0x0300, 0x036f, 3],
  [0x1ab0, 0x1aff, 3],
  [0x1dc0, 0x1dff, 3],
  [0x20d0, 0x20ff, 3],
  [0xfe20, 0xfe2f, 3],
];
const MAX_MARKS = 4;
/** Letters joined to one: Sanskrit has five ("rtsnya"), the families among the emoji four. */
const MAX_JOINED = 5;
/** Code points of one cluster; the longest emoji sequence of Unicode has ten. */
const MAX_CLUSTER = 16;

/** One character is as long as any language needs: what a page cannot break must not climb out of its line, nor run out of its card. */
function cutClusters(text: string): string {
  let end = 0;
  let [marks, joined, length] = [0, 0, 0];
  let joins = false;
  // Counted here: `\p{M}+` runs out of stack on megabytes of them, a look-behind misses those beyond the BMP in WebKit.
  return text.replace(CONTINUES, (sign, at: number) => {
    const between = at - end;
    const joinedNow = joins && between > 0 && between <= (text.codePointAt(end)! > 0xffff ? 2 : 1);
    if (between && !joinedNow) [marks, joined, length] = [0, 1, 1];
    else if (between) [marks, joined] = [0, joined + 1];
    end = at + sign.length;
    joins = JOINS.test(sign);
    if (!/\p{Cf}/u.test(sign)) marks++;
    const code = sign.codePointAt(0)!;
    const [, , most] = MAX_MARKS_BY_BLOCK.find(([from, to]) => code >= from && code <= to) ?? [0, 0, MAX_MARKS];
    if (++length <= MAX_CLUSTER && marks <= most && !(joins && joined >= MAX_JOINED)) return sign;
    joins = false;
    return '';
  });
}

/** Whether a text shows nothing: white space, invisible characters (Hangul fillers among them), the empty Braille cell. */
export const isBlank = (text: string): boolean => !/[^\s\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);

/** Text of which every character counts, a telephone number or an e-mail address: nothing invisible in it either. */
export function cleanIdentifier(text: string): string {
  return cleanText(text.replace(/\p{Cf}/gu, ''));
}

/** Without halves of surrogate pairs. By code units: WebKit's `u` takes `\ud800\ufc00` for a pair. `toWellFormed` is above the floor. */
export function removeLoneSurrogates(text: string): string {
  return text.replace(/([\ud800-\udbff][\udc00-\udfff])|[\ud800-\udfff]/g, '$1');
}
