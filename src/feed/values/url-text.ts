/** Parses and writes the pieces of addresses. */
import { removeLoneSurrogates } from './clean-text.js';

/** Returns undefined for an invalid address. */
export function parse(value: string, base?: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

/** Returns an empty text for a malformed one. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

const EMAIL = /^[\p{L}\p{M}\p{N}.!$'*+/=^_`{|}~-]+@[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+$/u;
/** The same without letters beyond ASCII. Engines need far longer to compile the general form. */
const ASCII_EMAIL = /^[\w.!$'*+/=^`{|}~-]+@[\w-]+(?:\.[\w-]+)+$/;

/** Returns whether a text is one address without a display name. This rejects the text of an obfuscator ("[email protected]"). */
export const isEmail = (value: string): boolean => normalizeEmail(value) !== undefined;

/** Returns the address with its host in ASCII, so that look-alike letters of other scripts become visible; undefined if invalid. */
export function normalizeEmail(value: string): string | undefined {
  if (value.length > 254) return undefined;
  if (ASCII_EMAIL.test(value)) return value;
  if (!EMAIL.test(value) || /\p{Default_Ignorable_Code_Point}/u.test(value)) return undefined;
  const at = value.indexOf('@') + 1;
  const host = /[^\x00-\x7f]/.test(value.slice(at)) ? parse(`https://${value.slice(at)}`)?.hostname : value.slice(at);
  return host && value.slice(0, at) + host;
}

export const encodeEmail = (email: string) => encode(email).replace('%40', '@');
export const encode = (text: string) => encodeURIComponent(removeLoneSurrogates(text)); // throws on a lone surrogate
