/** Decides what a telephone number is, and what it dials. Any other text is refused, because it could dial another number than its reader expects. */

/** Maximum characters of a number as people write it. */
const MAX_CHARS = 40;
/** The maximum is 15 digits (ITU-T E.164), plus two to dial abroad. */
const MAX_DIGITS = 17;

/** The plus signs and hyphens that word processors write. They look like those of a keyboard. */
const PLUS_SIGNS = /[\uff0b\ufe62]/g;
const HYPHENS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
/** Digits and separators. Letters, and digits of other scripts, can imitate another number. */
const NUMBER = /^\(?\+?[\d ()./\u00a0\u2000-\u200a\u202f\u3000-]{3,}$/;
/** `ext. 12`, `x12`, `extension 12`, `;ext=12` (RFC 3966), `доб. 12`. */
const EXTENSION = /[\s,]*(?:;ext=|\b(?:ext(?:ension)?|x)[.:]?\s*|(?:\s|^)(?:доб|вн)[.:]?\s*)(\d{1,7})$/i;
/** A slash separates an area code, as in `030/123456`. Otherwise, it separates two numbers, or the ends of two numbers. */
const AREA_CODE = /^(?:[^\d/]*\d){1,6}[^\d/]*\/(?:[^\d/]*\d){4,}[^\d/]*$/;
/** A dash with spaces between two long parts, and a part in brackets at the end, are a second number. */
const SECOND_NUMBER = /(?:\d[^\d-]*){6}\s-\s(?:\D*\d){6}|\d\D*\(\d[\d\s]*\)$/;

interface Dialled {
  /** Digits, with a `+` in front of an international number. */
  readonly number: string;
  readonly extension: string | undefined;
}

/** Returns what a text dials. Returns undefined if the text is not exactly one number. */
function dialledBy(text: string): Dialled | undefined {
  if (text.length > MAX_CHARS) return undefined;
  const plain = text.replace(PLUS_SIGNS, '+').replace(HYPHENS, '-');
  const [ending, extension] = EXTENSION.exec(plain) ?? [''];
  const main = plain.slice(0, plain.length - ending!.length).trim();
  // "+44 (0)20" is dialled without its zero from abroad.
  const number = (main.includes('+') ? main.replace('(0)', '') : main).replace(/[^\d+]/g, '');
  const isOne = NUMBER.test(main) && /\d{2}/.test(main) && number.length <= MAX_DIGITS + 1 && !/\d{18}/.test(number);
  return isOne && !SECOND_NUMBER.test(main) && (!main.includes('/') || AREA_CODE.test(main)) ? { number, extension } : undefined;
}

/** Returns whether a text is one number, with or without an extension. A link would dial two numbers as one. */
export const isPhone = (text: string): boolean => dialledBy(text) !== undefined;

/** Returns what a valid number dials: its digits, and its extension as a parameter (RFC 3966). */
export function dialString(phone: string): string {
  const { number = '', extension } = dialledBy(phone) ?? {};
  return extension ? `${number};ext=${extension}` : number;
}

/** Letters from right to left, and their digits. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Groups of digits as in a number. Without letters next to it: "A-12 345 678" is a name. Persian digits are ordered as European ones. */
const NUMBER_IN_TEXT =
  /((?<![\p{L}\p{N}])[(+\uff0b]*[\d\u06f0-\u06f9](?:[ ()./\u00a0\u2009-\u2015\u202f-]{0,3}[\d\u06f0-\u06f9]){5,16}(?![\p{L}\p{N}]))/u;
/** Two years. Readers from right to left begin with the one on the right. */
const YEARS = /^(?:1[89]|20)\d\d\D+(?:1[89]|20)\d\d$/;

/**
 * Splits a text at its telephone numbers, which are the odd pieces. Words from right to left would reverse their groups of digits, also
 * in a text that is from left to right as a whole.
 */
export function splitNumbers(text: string, dir: string): string[] {
  if (dir === 'ltr' && !RIGHT_TO_LEFT.test(text)) return [text];
  const pieces = text.split(NUMBER_IN_TEXT);
  for (let index = pieces.length - 2; index > 0; index -= 2) {
    // A single group of digits keeps its order by itself.
    if (YEARS.test(pieces[index]!) || !/[^\d\u06f0-\u06f9]/.test(pieces[index]!))
      pieces.splice(index - 1, 3, pieces.slice(index - 1, index + 2).join(''));
  }
  return pieces;
}
