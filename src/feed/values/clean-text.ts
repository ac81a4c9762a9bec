import { cutClusters } from './clusters.js';
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
  const clean = removeLoneSurrogates(text)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/g, '');
  return MAY_BE_TOO_LONG.test(clean) ? cutClusters(clean) : clean;
}

/** Four characters in a row that continue the one before, or one that joins the next: no cluster without them has more than its maximum. */
const MAY_BE_TOO_LONG =
  /[\p{M}\p{Cf}\p{Emoji_Modifier}\u0e33\u0eb3\uff9e\uff9f]{4}|\u200d|[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2]/u;

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
