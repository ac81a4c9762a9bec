/**
 * Decides which addresses are safe; no other file does. It parses them (WHATWG URL) instead of matching patterns, because the
 * parser decides the meaning of "java\nscript:" or "https:evil".
 */
import { removeLoneSurrogates } from './clean-text.js';
import { dialString, isPhone } from './phone-number.js';

/** An address from `safeUrl` or `safeWebUrl`. Only this type may be the value of an `href` or a `src`. */
export type SafeUrl = string & { readonly [checked]: true };
declare const checked: unique symbol;

const LINK_SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];
const WEB_SCHEMES = ['https:', 'http:'];

/**
 * Returns the absolute address of a link, or undefined if it is not safe. Rejects other schemes, user names
 * (`https://bank.example@evil.example`), and a `tel:` without a valid number. Rebuilds a `mailto:` from its addresses, subject,
 * body and copies, and rejects one with other fields.
 */
export function safeUrl(value: string, base?: string): SafeUrl | undefined {
  return resolveSafeUrl(value, base, LINK_SCHEMES);
}

/** Returns the absolute https or http address of a resource to fetch, such as a picture, feed or mirror; undefined if not safe. */
export function safeWebUrl(value: string, base?: string): SafeUrl | undefined {
  return resolveSafeUrl(value, base, WEB_SCHEMES);
}

/**
 * Returns whether a request for a picture could send cookies of the page: the address of a picture may be
 * `https://the.page/logout`. Cookies belong to a host, its parents and its subdomains. A feed of the picture's host is trusted.
 * @param page the page's origin; `null` for an opaque one
 * @param feed the address of the feed
 */
export function sendsPageCookies(picture: string, page: string | undefined, feed: string | undefined): boolean {
  const pageHost = page && parse(page)?.hostname;
  const { host, hostname } = new URL(picture);
  const within = (host: string, domain: string) => `.${host}`.endsWith(`.${domain}`);
  return !!pageHost && (within(hostname, pageHost) || within(pageHost, hostname)) && !(feed && parse(feed)?.host === host);
}

function resolveSafeUrl(value: string, base: string | undefined, schemes: string[]): SafeUrl | undefined {
  // An invalid base must not break absolute addresses. An empty value would resolve to the base, and is rejected.
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

/** Returns whether an address is an onion service, version 3: 56 characters, and the last is the version. */
export const isOnion = (url: string): boolean => /(?:^|\.)[a-z2-7]{55}d\.onion$/.test(new URL(url).hostname);

const EMAIL = /^[\p{L}\p{M}\p{N}.!$'*+/=^_`{|}~-]+@[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+$/u;

/** Returns whether a text is one address without a display name. This rejects the text of an obfuscator ("[email protected]"). */
export const isEmail = (value: string): boolean => normalizeEmail(value) !== undefined;

/** Returns the address with its host in ASCII, so that look-alike letters of other scripts become visible; undefined if invalid. */
export function normalizeEmail(value: string): string | undefined {
  if (value.length > 254 || !EMAIL.test(value) || /\p{Default_Ignorable_Code_Point}/u.test(value)) return undefined;
  const at = value.indexOf('@') + 1;
  const host = /[^\x00-\x7f]/.test(value.slice(at)) ? parse(`https://${value.slice(at)}`)?.hostname : value.slice(at);
  return host && value.slice(0, at) + host;
}

/** More addresses are a mailing list. */
const MAX_RECIPIENTS = 10;

/**
 * Returns the link rebuilt from its addresses and allowed fields (RFC 6068). Another field could add a hidden copy or a file, and a
 * line break in the subject could start one. Rejects a fragment: mail programs read fields after `#` too.
 */
function safeMailto({ pathname, search, hash }: URL): SafeUrl | undefined {
  const fields = search
    .slice(1)
    .split('&')
    .filter(Boolean)
    .map((field) => [field.split('=', 1)[0]!, field.slice(field.indexOf('=') + 1)].map(decode) as [string, string])
    .map(([name, content]): [string, string] => [name.toLowerCase(), content]);
  const lists = [decode(pathname), ...fields.filter(([name]) => name === 'cc').map(([, content]) => content)];
  const addresses = lists.flatMap((list, place) => (list || place || pathname ? list.split(/, */) : []));
  if (hash || addresses.length > MAX_RECIPIENTS || !addresses.every(isEmail)) return undefined;
  if (!fields.every(([name, content]) => name === 'body' || name === 'cc' || (name === 'subject' && !/[\r\n]/.test(content))))
    return undefined;
  const encodeList = (list: string) =>
    list &&
    list
      .split(/, */)
      .map((address) => encodeEmail(normalizeEmail(address)!))
      .join();
  const query = fields.map(([name, content]) => `${name}=${name === 'cc' ? encodeList(content) : encode(content)}`).join('&');
  return `mailto:${encodeList(lists[0]!)}${query && `?${query}`}` as SafeUrl;
}

/** Returns the `tel:` link of a valid number. */
export const phoneUrl = (phone: string): SafeUrl => `tel:${dialString(phone)}` as SafeUrl;

/** Returns the page that opens a chat; undefined for a number without its country, and for another name than that of a user. */
export function contactUrl(service: 'whatsapp' | 'telegram', name: string): SafeUrl | undefined {
  if (service === 'whatsapp') return name.startsWith('+') ? (`https://wa.me/${name.replace(/\D/g, '')}` as SafeUrl) : undefined;
  const user = /^(?:https:\/\/t\.me\/|@)?(\w{4,32})$/.exec(name)?.[1];
  return user ? (`https://t.me/${user}` as SafeUrl) : undefined;
}

/** Returns the `mailto:` link (RFC 6068) of a valid address. */
export function emailUrl(email: string, subject?: string, body?: string): SafeUrl {
  const fields = [subject && `subject=${encode(subject.replace(/\s+/g, ' '))}`, body && `body=${encode(body.replace(/\r?\n/g, '\r\n'))}`];
  const query = fields.filter(Boolean).join('&');
  return `mailto:${encodeEmail(email)}${query && `?${query}`}` as SafeUrl;
}

const encodeEmail = (email: string) => encode(email).replace('%40', '@');
const encode = (text: string) => encodeURIComponent(removeLoneSurrogates(text)); // throws on a lone surrogate
