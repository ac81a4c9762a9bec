/** Foreign text on a terminal: it stays on one line, and every character that would be carried out is shown instead. */
import { removeLoneSurrogates } from '../feed/values/clean-text.js';

/** Characters of a name or headline; a longer one would run over the line and begin the next one. */
const MAX_NAME_CHARS = 120;
/** UTF-16 units; no paragraph that people read is longer. */
const MAX_LINE_CHARS = 20_000;
/** Control and format characters, line breaks included. Joiners and plain direction marks stay: Persian and Arabic need them. */
const CONTROL_CHARACTERS = /(?![\u200c-\u200f\u061c])\p{C}|[\u2028\u2029]/gu;

/** Shows one line. Marks beyond the eighth on a letter are left out, for they cover the lines around. */
export function terminalLine(text: string): string {
  const shown = text.length > MAX_LINE_CHARS ? `${text.slice(0, MAX_LINE_CHARS)}…` : text;
  return removeLoneSurrogates(shown)
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .replace(CONTROL_CHARACTERS, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);
}

/** Shows foreign text as such: in quotation marks, with its own marked, and cut where it is long. */
export function quoteForTerminal(text: string): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  const characters = [...whole];
  return terminalLine(JSON.stringify(characters.length > MAX_NAME_CHARS ? `${characters.slice(0, MAX_NAME_CHARS - 1).join('')}…` : whole));
}
