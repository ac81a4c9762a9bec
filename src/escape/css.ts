/** Escapes foreign text for a string of a style sheet (https://www.w3.org/TR/css-syntax-3/#consume-string-token). */
import { removeLoneSurrogates } from '../feed/values/clean-text.js';

/**
 * Returns a string with its quotation marks. CSS reads U+0000 as U+FFFD, so it is left out. It escapes all but ASCII, without the `u` flag:
 * WebKit takes two letters such as U+FB52 and U+FD64 for a pair, and would lose the second.
 */
export function cssString(text: string): string {
  const characters = Array.from(removeLoneSurrogates(text).replaceAll('\0', ''));
  return `"${characters.map((character) => (/[\w -]/.test(character) ? character : `\\${character.codePointAt(0)!.toString(16)} `)).join('')}"`;
}
