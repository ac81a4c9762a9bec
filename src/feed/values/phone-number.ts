/** Decides what a telephone number is, and what it dials. A text that could dial anything else than its reader expects is no number. */
import type { SafeUrl } from './safe-url.js';

/** Maximum characters of a number as people write it. */
const MAX_CHARS = 40;
/** The maximum is 15 digits (ITU-T E.164), plus two to dial abroad. */
const MAX_DIGITS = 17;

/** The plus signs and hyphens that word processors write. A reader cannot tell them from those of a keyboard. */
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

/** Returns the `tel:` link (RFC 3966) of a valid number. */
export function phoneUrl(phone: string): SafeUrl {
  const { number = '', extension } = dialledBy(phone) ?? {};
  return `tel:${number}${extension ? `;ext=${extension}` : ''}` as SafeUrl;
}
