/** Escapes foreign text for a string of a style sheet (https://www.w3.org/TR/css-syntax-3/#consume-string-token). */
import { removeLoneSurrogates } from '../feed/values/clean-text.js';

/** Returns a string with its quotation marks. CSS reads U+0000 as U+FFFD, so it is left out. */
export function cssString(text: string): string {
  const escaped = removeLoneSurrogates(text)
    .replaceAll('\0', '')
    .replace(/[^\p{L}\p{N} -]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `);
  return `"${escaped}"`;
}
