/**
 * Where a link leads, for where its words name another place: "bank.example" that leads to evil.example, or a telephone number
 * that dials another. Whatever looks like an address to a person counts as one, however it is written; the true one alone, in
 * plain letters, needs no note. One pass over the words.
 */
import { phoneUrl } from './safe-url.js';

/** What reads as a dot, or as an `@`, between letters. The letters after " dot " keep "connect the dot to" out. */
const DOT_LOOKALIKES =
  /([\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}-])[\u00b7\u2022\u2027\u2219\u22c5\u3002\ua4f8\ua78f\u2e31\u2e33](?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}-])/gu;
const SPOKEN_DOT =
  /\s?[([{]\s?(?:dot|\.)\s?[)\]}]\s?|\s{1,3}dot\s{1,3}(?=(?:com|net|org|info|int|gov|edu|example)\b)|\s{1,3}\.(?=\p{L}{2})/giu;
const SPOKEN_AT = /\s?[([{]\s?(?:at|@)\s?[)\]}]\s?/gi;

/** Longer than any host. */
const MAX_HOST_CHARS = 300;

/** What an address is made of; all else parts it from what stands around. */
const NAME_IN_WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._@%~+-]*[\p{L}\p{M}\p{N}])?/gu;
/** "https:/bank", "hxxp://bank", "//bank", "www.bank": an address even without a dot. */
const ADDRESS_PREFIX = /(?:^|[^\p{L}\p{N}])(?:[a-z][a-z\d+.-]{0,20}:\/\/|h\w\wps?[:/]|\/\/(?=[\p{L}\p{N}])|www\d?\.)/iu;
/** A name of letters behind a dot, an IPv4 address, or an `@` within. */
const ADDRESS = /\.(?:\p{L}[\p{L}\p{M}]+|xn--[\w-]+)$|^\d{1,3}(?:\.\d{1,3}){3}$|[^@]@[^@]/u;
/** "J.K.Rowling", "К.Токаев". */
const INITIALS = /^(?:\p{Lu}\.)+\p{Lu}(?:\p{Ll}{3,}|[^\p{Script=Latin}.]+)$/u;

/** Digits with at most three signs between two of them. Lists, sentences and times part two numbers. */
const NUMBER = /\+?\p{N}(?:[^\p{L}\p{N}\n,;:]{0,3}\p{N})*/gu;
const DATE = /\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})\b/g;

/**
 * The host, addresses or number that a link leads to, where `text` names another and does not end with the true one in brackets.
 * @param href what `safeUrl` returned
 */
export function describeDestination(text: string, href: string): string | undefined {
  const url = new URL(href);
  const dials = url.protocol === 'tel:';
  const own = url.host || [...recipients(url)].join(', ');
  if (!own || text.endsWith(`(${own})`)) return undefined;
  const said = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, '')
    .replace(/(l)\u00b7(?=l)/gi, '$1') // Catalan
    .replace(DOT_LOOKALIKES, '$1.')
    .replace(SPOKEN_DOT, '.')
    .replace(SPOKEN_AT, '@');
  const numbers = said.replace(/\p{M}/gu, '').replace(DATE, ' d ').match(NUMBER) ?? [];
  const another =
    said.split(/\s+/).some((word) => /[.@:/]/.test(word) && namesOtherHost(word, url)) ||
    (dials
      ? numbers.length > 0 && (/\p{Cf}/u.test(text) || numbers.some((number) => dialsOtherNumber(number, own)))
      : numbers.some((number) => number.match(/\p{N}/gu)!.length > (number.startsWith('+') ? 6 : 8)));
  return another ? own : undefined;
}

/** Everybody who gets a mail; the number that is dialled. */
function recipients({ pathname, searchParams }: URL): Set<string> {
  return new Set([decodeURIComponent(pathname), ...searchParams.getAll('cc')].flatMap((list) => list.split(/, */)).filter(Boolean));
}

/** Whether something that looks like an address stands in a word, and is not the true one. What follows the true one is its path. */
function namesOtherHost(word: string, url: URL): boolean {
  const bare = ADDRESS_PREFIX.exec(word);
  for (const { 0: piece, index } of word.matchAll(NAME_IN_WORD)) {
    const name = piece.slice(-MAX_HOST_CHARS);
    const end = word[index + piece.length] ?? '/';
    if (isDestination(name, url)) {
      if ('/?#:'.includes(end)) return false;
    } else if (ADDRESS.test(name) && !INITIALS.test(name)) return true;
    else if (bare && index >= bare.index + bare[0].length) return true;
  }
  return false;
}

/** Whether a name is that of the place that the link leads to. A name that mixes Latin letters with others is not what it looks like. */
function isDestination(name: string, url: URL): boolean {
  if (/[^\x00-\x7f]/.test(name) && /\p{Script=Latin}/u.test(name)) return false;
  const mail = [...recipients(url)];
  const at = name.lastIndexOf('@');
  if (url.host) return parseHostname(name.slice(at + 1)) === parseHostname(url.hostname);
  if (mail.length !== 1 || !mail[0]!.includes('@')) return false;
  return at < 0 ? mail[0]!.endsWith(`@${parseHostname(name)}`) : mail[0]!.toLowerCase() === name.toLowerCase();
}

function parseHostname(name: string): string | undefined {
  try {
    return new URL(`https://${name}`).hostname.replace(/^www\./, '');
  } catch {
    return undefined;
  }
}

const digits = (number: string) => phoneUrl(number).replace(/\D/g, '');

/** "02 235 22 16" is the same as "+32 2 235 22 16" in its own country; digits of other scripts are nobody's number. */
function dialsOtherNumber(number: string, own: string): boolean {
  const said = digits(number);
  if (/(?!\d)\p{N}/u.test(number)) return true;
  return said.length > 2 && said !== digits(own) && !(said.length > 6 && digits(own).endsWith(said.replace(/^0+/, '')));
}
