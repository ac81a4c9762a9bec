/** Escapes foreign text for a terminal: it stays on one line, and a control character is shown as its code. */
import { removeLoneSurrogates } from '../feed/values/clean-text.js';

/** Characters of a name or headline. A longer one could wrap, and look like a line of the program. */
const MAX_NAME_CHARS = 120;
/** UTF-16 units, more than a paragraph has. */
const MAX_LINE_CHARS = 20_000;
/** Control characters, format characters and line breaks, except the joiners and direction marks that Persian and Arabic need. */
const CONTROL_CHARACTERS = /(?![\u200c-\u200f\u061c])\p{C}|[\u2028\u2029]/gu;

/** Returns text on one line. Omits marks after the eighth on a letter, because they cover other lines. */
export function terminalLine(text: string): string {
  const shown = text.length > MAX_LINE_CHARS ? `${text.slice(0, MAX_LINE_CHARS)}…` : text;
  return removeLoneSurrogates(shown)
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .replace(CONTROL_CHARACTERS, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);
}

/** Returns foreign text in quotation marks, with its own quotation marks escaped, and cut at 120 characters. */
export function quoteForTerminal(text: string): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  const characters = [...whole];
  return terminalLine(JSON.stringify(characters.length > MAX_NAME_CHARS ? `${characters.slice(0, MAX_NAME_CHARS - 1).join('')}…` : whole));
}
