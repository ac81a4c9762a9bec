/** Decides quickly whether the telephone numbers in a text need an isolation. */
import { findNumbers } from './find-numbers.js';
import { countDigits, MIN_SPLIT_DIGITS } from './phone-number.js';

/** Letters from right to left, and their digits. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/**
 * Splits a text at its telephone numbers, which are the odd pieces. Words from right to left would reverse their groups of digits, also
 * in a text that is from left to right as a whole.
 */
export function splitNumbers(text: string, dir: string): string[] {
  const keepsOrder = (dir === 'ltr' && !RIGHT_TO_LEFT.test(text)) || countDigits(text) < MIN_SPLIT_DIGITS;
  return keepsOrder ? [text] : findNumbers(text);
}
