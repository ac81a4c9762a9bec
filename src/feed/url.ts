/**
 * The one place that decides which address is safe. By parsing (WHATWG URL), never by patterns on the text:
 * "java\nscript:", "https:evil" and friends are what the parser says they are.
 */
import { wellFormed } from './text.js';

/** An address that passed the check below. Only this may stand in an `href` or a `src`. */
export type SafeUrl = string & { readonly [checked]: true };
declare const checked: unique symbol;

const LINK = ['https:', 'http:', 'mailto:', 'tel:'];
const WEB = ['https:', 'http:'];

/** Digits of a telephone number with the usual marks; letters and digits of other scripts could be made to read as another number. */
const PHONE = /^\(?\+?[\d\s()./-]{3,40}$/;

/**
 * The absolute form of a link that may be put on a page, else undefined.
 * Refused: other schemes, addresses with a user name (`https://bank.example@evil.example`), `tel:` with anything but a number,
 * `mailto:` with anything but addresses, a subject, a body and copies.
 */
export function safeUrl(value: string, base?: string): SafeUrl | undefined {
  return resolve(value, base, LINK);
}

/** The same for what is fetched: pictures, feeds, mirrors. https and http only. */
export function safeWebUrl(value: string, base?: string): SafeUrl | undefined {
  return resolve(value, base, WEB);
}

/**
 * Whether a picture would be asked for with cookies that a reader has from the page: `https://the.page/logout` is an address, too.
 * Cookies go by hosts, and to those above and below. A feed that lives at the picture's origin is the page's own.
 * @param page its origin; `null` for one without
 * @param feed the address that the feed came from
 */
export function isPagesOwn(picture: string, page: string | undefined, feed: string | undefined): boolean {
  const own = page && parse(page)?.hostname;
  const { origin, hostname } = new URL(picture);
  const within = (host: string, domain: string) => `.${host}`.endsWith(`.${domain}`);
  return !!own && (within(hostname, own) || within(own, hostname)) && !(feed && parse(feed)?.origin === origin);
}

function resolve(value: string, base: string | undefined, schemes: string[]): SafeUrl | undefined {
  // A base that is no address must not cost the absolute ones; an empty value would lead to the base itself.
  const url = parse(value, base || undefined) ?? parse(value);
  if (!url || !value.trim() || !schemes.includes(url.protocol) || url.username || url.password) return undefined;
  if (url.protocol === 'tel:' && !isPhone(decode(url.href.slice(4)))) return undefined;
  if (url.protocol === 'mailto:' && !isMail(url)) return undefined;
  return url.href as SafeUrl;
}

function parse(value: string, base?: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** One number: a link would dial two as one. The longest has 15 digits (ITU-T E.164) after the two that lead abroad. */
export function isPhone(value: string): boolean {
  return PHONE.test(value) && /\d{2}/.test(value) && !/(\d\D*){18}/.test(value);
}

/** One address, no display name, no list: enough to refuse what an obfuscator left behind ("[email protected]"). */
export function isEmail(value: string): boolean {
  return value.length < 255 && /^[^\s@<>()[\],;:"\\?&#%]+@[^\s@<>()[\],;:"\\?&#%.]+(\.[^\s@<>()[\],;:"\\?&#%.]+)+$/.test(value);
}

/** Header fields other than these could send a copy unseen, or a file; a line break in one would begin another (RFC 6068, 4 and 7). */
function isMail({ pathname, searchParams }: URL): boolean {
  const fields = [...searchParams].map(([name, content]) => `${name.toLowerCase()}=${content}`);
  return (
    (!pathname || decode(pathname).split(/, */).every(isEmail)) && fields.every((field) => /^(body=|(subject|cc)=[^\r\n]*$)/.test(field))
  );
}

/** `tel:` link of a checked number; the "(0)" of "+44 (0)20" is not dialled from abroad. */
export function phoneUrl(phone: string): SafeUrl {
  const number = phone.includes('+') ? phone.replace('(0)', '') : phone;
  return `tel:${number.replace(/[^\d+]/g, '')}` as SafeUrl;
}

/** `mailto:` link (RFC 6068) of a checked address. */
export function emailUrl(email: string, subject?: string, body?: string): SafeUrl {
  const fields = [subject && `subject=${encode(subject.replace(/\s+/g, ' '))}`, body && `body=${encode(body.replace(/\r?\n/g, '\r\n'))}`];
  const query = fields.filter(Boolean).join('&');
  return `mailto:${encode(email).replace('%40', '@')}${query && `?${query}`}` as SafeUrl;
}

const encode = (text: string) => encodeURIComponent(wellFormed(text)); // throws on half a surrogate pair
