/**
 * The one place that decides which address is safe. By parsing (WHATWG URL), never by patterns on the text:
 * "java\nscript:", "https:evil" and friends are what the parser says they are.
 */
import { removeLoneSurrogates } from './clean-text.js';

/** An address that passed the check below. Only this may stand in an `href` or a `src`. */
export type SafeUrl = string & { readonly [checked]: true };
declare const checked: unique symbol;

const LINK_SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];
const WEB_SCHEMES = ['https:', 'http:'];

/** Digits of a telephone number with the usual marks; letters and digits of other scripts could be made to read as another number. */
const PHONE = /^\(?\+?[\d\s()./-]{3,40}$/;

/**
 * The absolute form of a link that may be put on a page, else undefined.
 * Refused: other schemes, addresses with a user name (`https://bank.example@evil.example`), `tel:` with anything but a number,
 * `mailto:` with anything but addresses, a subject, a body and copies. A `mailto:` is made anew of these.
 */
export function safeUrl(value: string, base?: string): SafeUrl | undefined {
  return resolveSafeUrl(value, base, LINK_SCHEMES);
}

/** The same for what is fetched: pictures, feeds, mirrors. https and http only. */
export function safeWebUrl(value: string, base?: string): SafeUrl | undefined {
  return resolveSafeUrl(value, base, WEB_SCHEMES);
}

/**
 * Whether a picture would be asked for with cookies that a reader has from the page: `https://the.page/logout` is an address, too.
 * Cookies go by hosts, and to those above and below. A feed that lives at the picture's origin is the page's own.
 * @param page its origin; `null` for one without
 * @param feed the address that the feed came from
 */
export function sendsPageCookies(picture: string, page: string | undefined, feed: string | undefined): boolean {
  const own = page && parse(page)?.hostname;
  const { origin, hostname } = new URL(picture);
  const within = (host: string, domain: string) => `.${host}`.endsWith(`.${domain}`);
  return !!own && (within(hostname, own) || within(own, hostname)) && !(feed && parse(feed)?.origin === origin);
}

function resolveSafeUrl(value: string, base: string | undefined, schemes: string[]): SafeUrl | undefined {
  // A base that is no address must not cost the absolute ones; an empty value would lead to the base itself.
  const url = parse(value, base || undefined) ?? parse(value);
  if (!url || !value.trim() || !schemes.includes(url.protocol) || url.username || url.password) return undefined;
  if (url.protocol === 'tel:' && !isPhone(decode(url.href.slice(4)))) return undefined;
  return url.protocol === 'mailto:' ? safeMailto(url) : (url.href as SafeUrl);
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

/** The address of an onion service, version 3: 56 letters of which the last says the version. */
export const isOnion = (url: string): boolean => /(?:^|\.)[a-z2-7]{55}d\.onion$/.test(new URL(url).hostname);

/** One number: a link would dial two as one. The longest has 15 digits (ITU-T E.164) after the two that lead abroad. */
export function isPhone(value: string): boolean {
  return PHONE.test(value) && /\d{2}/.test(value) && !/(\d\D*){18}/.test(value);
}

const EMAIL = /^[\p{L}\p{M}\p{N}.!$'*+/=^_`{|}~-]+@[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+$/u;

/** One address, no display name, no list: enough to refuse what an obfuscator left behind ("[email protected]"). */
export const isEmail = (value: string): boolean => normalizeEmail(value) !== undefined;

/** An address whose host is written in ASCII, as it is asked for: a look-alike letter of another script shows. */
export function normalizeEmail(value: string): string | undefined {
  if (value.length > 254 || !EMAIL.test(value) || /\p{Default_Ignorable_Code_Point}/u.test(value)) return undefined;
  const at = value.indexOf('@') + 1;
  const host = /[^\x00-\x7f]/.test(value.slice(at)) ? parse(`https://${value.slice(at)}`)?.hostname : value.slice(at);
  return host && value.slice(0, at) + host;
}

/** More people are a mailing list. */
const MAX_RECIPIENTS = 10;

/**
 * The link made anew of its addresses and of the fields that may stand in it (RFC 6068). Others could send a copy unseen, or a file; a line
 * break would begin another. Mail programs read fields behind a `#`, too.
 */
function safeMailto({ pathname, search, hash }: URL): SafeUrl | undefined {
  const fields = search
    .slice(1)
    .split('&')
    .filter(Boolean)
    .map((field) => [field.split('=', 1)[0]!, field.slice(field.indexOf('=') + 1)].map(decode) as [string, string])
    .map(([name, content]): [string, string] => [name.toLowerCase(), content]);
  const lists = [decode(pathname), ...fields.filter(([name]) => name === 'cc').map(([, content]) => content)];
  const people = lists.flatMap((list, place) => (list || place || pathname ? list.split(/, */) : []));
  if (hash || people.length > MAX_RECIPIENTS || !people.every(isEmail)) return undefined;
  if (!fields.every(([name, content]) => name === 'body' || name === 'cc' || (name === 'subject' && !/[\r\n]/.test(content))))
    return undefined;
  const addressed = (list: string) =>
    list &&
    list
      .split(/, */)
      .map((each) => encodedEmail(normalizeEmail(each)!))
      .join();
  const query = fields.map(([name, content]) => `${name}=${name === 'cc' ? addressed(content) : encode(content)}`).join('&');
  return `mailto:${addressed(lists[0]!)}${query && `?${query}`}` as SafeUrl;
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
  return `mailto:${encodedEmail(email)}${query && `?${query}`}` as SafeUrl;
}

const encodedEmail = (email: string) => encode(email).replace('%40', '@');
const encode = (text: string) => encodeURIComponent(removeLoneSurrogates(text)); // throws on half a surrogate pair
