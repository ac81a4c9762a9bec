/**
 * Decides which addresses are safe; no other file does. It parses them (WHATWG URL) instead of matching patterns, because the
 * parser decides the meaning of "java\nscript:" or "https:evil".
 */
import { decode, encode, encodeEmail, parse } from './url-text.js';
import { safeMailto } from './safe-mailto.js';
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
  // Engines differ about other characters of a host: Chromium takes a space as "%20".
  if (!url || !value.trim() || !schemes.includes(url.protocol) || url.username || url.password || !/^[\w.:[\]-]*$/.test(url.host))
    return undefined;
  if (url.protocol === 'tel:' && !isPhone(decode(url.href.slice(4)))) return undefined;
  return url.protocol === 'mailto:' ? (safeMailto(url) as SafeUrl | undefined) : (url.href as SafeUrl);
}

/** Returns whether an address is an onion service, version 3: 56 characters, and the last is the version. */
export const isOnion = (url: string): boolean => /(?:^|\.)[a-z2-7]{55}d\.onion$/.test(new URL(url).hostname);

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
