/** Finds the telephone numbers in a text. */
import { countDigits, MAX_DIGITS, MIN_SPLIT_DIGITS } from './phone-number.js';

/** Groups of digits. Persian digits are ordered as European ones. */
const DIGITS = /[+(\uff0b]{0,2}[\d\u06f0-\u06f9](?:[\d\u06f0-\u06f9 ()./\u00a0\u2009-\u2015\u202f-]*[\d\u06f0-\u06f9])?/gu;
/** Two years. Readers from right to left begin with the one on the right. */
const YEARS = /^(?:1[89]|20)\d\d\D{1,3}(?:1[89]|20)\d\d$/;

/** Splits a text at its telephone numbers, which are the odd pieces. */
export function findNumbers(text: string): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const { 0: digits, index } of text.matchAll(DIGITS)) {
    const count = countDigits(digits);
    const after = index + digits.length;
    const isName = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, index - 2), index)) || /^[\p{L}\p{N}]/u.test(text.slice(after, after + 2));
    // A single group of digits keeps its order by itself.
    if (count < MIN_SPLIT_DIGITS || count > MAX_DIGITS || digits.length === count || isName || YEARS.test(digits)) continue;
    pieces.push(text.slice(end, index), digits);
    end = after;
  }
  return [...pieces, text.slice(end)];
}
