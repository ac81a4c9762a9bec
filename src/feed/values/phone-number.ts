/**
 * Decides what a telephone number is, and what it dials. Any other text is refused, because it could dial another number than its reader
 * expects.
 */

/** Maximum characters of a number as people write it. */
const MAX_CHARS = 40;
/** The maximum is 15 digits (ITU-T E.164), plus two to dial abroad. */
export const MAX_DIGITS = 17;
/** Shorter numbers in a text are counts and years. */
export const MIN_SPLIT_DIGITS = 6;

/** The plus signs and hyphens that word processors write. They look like those of a keyboard. */
const PLUS_SIGNS = /[\uff0b\ufe62]/g;
const HYPHENS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
/** Digits and separators. Letters, and digits of other scripts, can imitate another number. */
const NUMBER = /^\(?\+?[\d ()./\u00a0\u2000-\u200a\u202f\u3000-]{3,}$/;
/** `ext. 12`, `x12`, `extension 12`, `;ext=12` (RFC 3966), `доб. 12`. */
const EXTENSION = /(?:;ext=|\b(?:ext(?:ension)?|x)[.:]?\s?|\s(?:доб|вн)[.:]?\s?)(\d{1,7})$/i;

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
  const before = plain.slice(0, plain.length - ending!.length).trim();
  const main = extension && before.endsWith(',') ? before.slice(0, -1) : before;
  // "+44 (0)20" is dialled without its zero from abroad.
  const number = (main.includes('+') ? main.replace('(0)', '') : main).replace(/[^\d+]/g, '');
  const isOne = NUMBER.test(main) && /\d{2}/.test(main) && countDigits(number) <= MAX_DIGITS && !hasSecond(main);
  return isOne ? { number, extension } : undefined;
}

/** Returns whether a text has a second number, or another end of the number: `7946 0958/59`. */
function hasSecond(text: string): boolean {
  const [area, ...rest] = text.split('/').map(countDigits);
  // A slash separates an area code, or all groups of digits.
  const hasArea = rest.length === 1 && area! <= 6 && rest[0]! >= 4;
  const hasGroups = rest.length > 1 && Math.max(area!, ...rest) <= 3;
  const parts = text.split(/\s-\s/).map(countDigits);
  const bracket = text.endsWith(')') ? text.lastIndexOf('(') : 0;
  return (
    (rest.length > 0 && !hasArea && !hasGroups) ||
    parts.some((count, index) => index > 0 && Math.min(count, parts[index - 1]!) >= 6) ||
    countDigits(text.slice(0, Math.max(0, bracket))) > 0
  );
}

export const countDigits = (text: string): number => text.replace(/[^\d\u06f0-\u06f9]/g, '').length;

/** Returns whether a text is one number, with or without an extension. A link would dial two numbers as one. */
export const isPhone = (text: string): boolean => dialledBy(text) !== undefined;

/** Returns what a valid number dials: its digits, and its extension as a parameter (RFC 3966). */
export function dialString(phone: string): string {
  const { number = '', extension } = dialledBy(phone) ?? {};
  return extension ? `${number};ext=${extension}` : number;
}
