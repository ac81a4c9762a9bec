/**
 * Where a link leads, for where its words name another place: "bank.example" that leads to evil.example, or a telephone number
 * that dials another. Read as a person reads it, so that zero-width characters, full-width letters and other dots hide no name;
 * judged by the URL parser. One pass over the words.
 */
import { phoneUrl } from './url.js';

/** What stands between words, never within a host, an address or a number. */
const BETWEEN = /[\s<>()[\]{}"'“”‘’«»„,;|…]+/u;
const NUMBER = /\+?\p{Nd}[\p{Nd}\s()./-]*/gu;
/** Longer than any host; what follows is a path. */
const LONGEST = 300;

/**
 * The host, addresses or number that a link leads to, where `text` names another and does not end with the true one in brackets.
 * @param href what `safeUrl` returned
 */
export function whither(text: string, href: string): string | undefined {
  const url = new URL(href);
  const dials = url.protocol === 'tel:';
  const own = url.host || decodeURIComponent(url.pathname);
  if (!own || text.endsWith(`(${own})`)) return undefined;
  const said = text.normalize('NFKC').replace(/([\w-])\u3002(?=\w)/g, '$1.'); // a dot too, as URL parsers have it
  const numbers = said.match(NUMBER) ?? [];
  const another =
    said
      .replace(/\p{Cf}/gu, '')
      .split(BETWEEN)
      .some((word) => namesAnother(word, url.host ? [url.hostname] : own.split(/, */))) ||
    (dials
      ? numbers.length > 0 && (/\p{Cf}/u.test(said) || numbers.some((number) => dialsAnother(number, own)))
      : numbers.some((number) => digits(number).length > (number.startsWith('+') ? 6 : 8)));
  return another ? own : undefined;
}

/** Whether a word is a host, or an e-mail address, of none of these or of the domains that they belong to. */
function namesAnother(word: string, own: string[]): boolean {
  if (!word.includes('.')) return false; // most do not: the patterns below are slow to compile
  const name = word
    .slice(0, LONGEST)
    .replace(/^[a-z]+:\/\//i, '')
    .split(/[/?#:]/, 1)[0]!
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
  const host = /\.([\p{L}\p{M}]{2,}|xn--[\w-]+)$/u.test(name) && parsed(name.slice(name.lastIndexOf('@') + 1));
  if (!host) return false;
  // Look-alikes: "bаnk.example" with a Cyrillic letter among Latin ones is no name that anybody means.
  if (/\p{Script=Latin}/u.test(name) && /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name)) return true;
  return !own.some((mine) =>
    mine.includes('@') && name.includes('@')
      ? mine.toLowerCase() === name.toLowerCase()
      : `.${mine.slice(mine.lastIndexOf('@') + 1)}`.endsWith(`.${host}`),
  );
}

function parsed(host: string): string | undefined {
  try {
    return new URL(`https://${host}`).hostname.replace(/^www\./, '');
  } catch {
    return undefined;
  }
}

const digits = (number: string) => phoneUrl(number).replace(/\D/g, '');

/** "02 235 22 16" is the same as "+32 2 235 22 16" in its own country; digits of other scripts are nobody's number. */
function dialsAnother(number: string, own: string): boolean {
  const said = digits(number);
  if (/[^\x00-\x7f]/.test(number.replace(/\s/g, ''))) return true;
  return said.length > 2 && said !== digits(own) && !(said.length > 6 && digits(own).endsWith(said.replace(/^0+/, '')));
}
