/** Judges telephone numbers by the numbering plans of all countries. Cards do not need this: it is for publishers. */
import { findPhoneNumbersInText, parsePhoneNumberWithError, validatePhoneNumberLength, ParseError } from 'libphonenumber-js/min';
import { dialString } from '../feed/values/phone-number.js';

/** `national` has no country code, and works only in its own country. `unlikely` is a length and an area that no number has. */
export type NumberFault = 'national' | 'no-country' | 'too-short' | 'too-long' | 'unlikely';

/** Digits of an international number (ITU-T E.164). */
const MAX_DIGITS = 15;

/** Returns the fault of a number that the format accepts; undefined without one. */
export function numberFault(written: string): NumberFault | undefined {
  const [number] = dialString(written).split(';');
  if (!number) return undefined; // the format refuses it
  if (!number.startsWith('+')) return 'national';
  const length = validatePhoneNumberLength(number);
  if (length === 'INVALID_COUNTRY') return 'no-country';
  if (length === 'TOO_LONG' || number.length - 1 > MAX_DIGITS) return 'too-long';
  if (length === 'TOO_SHORT') return 'too-short';
  try {
    return parsePhoneNumberWithError(number).isValid() ? undefined : 'unlikely';
  } catch (error) {
    if (error instanceof ParseError) return 'unlikely';
    throw error;
  }
}

/** Returns the numbers of a text that has several, each as the text writes it: "+44 20 7946 0958 / +44 20 7946 0959". */
export function numbersIn(written: string): readonly string[] {
  return findPhoneNumbersInText(written).map(({ startsAt, endsAt }) => written.slice(startsAt, endsAt));
}
