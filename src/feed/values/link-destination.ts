/**
 * Finds links whose text names another destination: "bank.example" that leads to evil.example, or a telephone number that dials
 * another. Text that looks like an address to a person counts as one. Only the destination itself, in plain letters, is accepted.
 */

/** Characters and words that a person reads as a dot or an `@`. A list of domains after " dot " excludes "connect the dot to". */
const DOT_LOOKALIKES =
  /([\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}-])[\u00b7\u2022\u2027\u2219\u22c5\u3002\ua4f8\ua78f\u2e31\u2e33](?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}-])/gu;
const SPOKEN_DOT =
  /\s?[([{]\s?(?:dot|\.)\s?[)\]}]\s?|\s{1,3}dot\s{1,3}(?=(?:com|net|org|info|int|gov|edu|example)\b)|\s{1,3}\.(?=\p{L}{2})/giu;
const SPOKEN_AT = /\s?[([{]\s?(?:at|@)\s?[)\]}]\s?/gi;

/** More characters than any host has. */
const MAX_HOST_CHARS = 300;

/** The characters of an address. Others separate it from the text around. */
const NAME_IN_WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._@%~+-]*[\p{L}\p{M}\p{N}])?/gu;
/** "https:/bank", "hxxp://bank", "//bank" or "www.bank": an address even without a dot. */
const ADDRESS_PREFIX = /(?:^|[^\p{L}\p{N}])(?:[a-z][a-z\d+.-]{0,20}:\/\/|h\w\wps?[:/]|\/\/(?=[\p{L}\p{N}])|www\d?\.)/iu;
/** A name that ends with a dot and letters, an IPv4 address, or a name with an `@`. */
const ADDRESS = /\.(?:\p{L}[\p{L}\p{M}]+|xn--[\w-]+)$|^\d{1,3}(?:\.\d{1,3}){3}$|[^@]@[^@]/u;
/** Initials and a surname: "J.K.Rowling", "К.Токаев". */
const INITIALS = /^(?:\p{Lu}\.)+\p{Lu}(?:\p{Ll}{3,}|[^\p{Script=Latin}.]+)$/u;

/** Digits with at most three other characters between two of them. The punctuation of lists and times separates numbers. */
const NUMBER = /\+?\p{N}(?:[^\p{L}\p{N}\n,;:]{0,3}\p{N})*/gu;
const DATE = /\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})\b/g;

/**
 * Returns the destination of a link (host, e-mail addresses or number) if its text names another one. Returns undefined if the text
 * ends with the destination in brackets.
 * @param href from `safeUrl`
 */
export function describeDestination(text: string, href: string): string | undefined {
  const url = new URL(href);
  const isPhoneLink = url.protocol === 'tel:';
  const destination = url.host || [...recipients(url)].join(', ');
  if (!destination || text.endsWith(`(${destination})`)) return undefined;
  const normalizedText = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, '')
    .replace(/(l)\u00b7(?=l)/gi, '$1') // Catalan
    .replace(DOT_LOOKALIKES, '$1.')
    .replace(SPOKEN_DOT, '.')
    .replace(SPOKEN_AT, '@');
  const numbers = normalizedText.replace(/\p{M}/gu, '').replace(DATE, ' d ').match(NUMBER) ?? [];
  const isMisleading =
    normalizedText.split(/\s+/).some((word) => /[.@:/]/.test(word) && namesOtherHost(word, url)) ||
    (isPhoneLink
      ? numbers.length > 0 && (/\p{Cf}/u.test(text) || numbers.some((number) => dialsOtherNumber(number, destination)))
      : numbers.some((number) => number.match(/\p{N}/gu)!.length > (number.startsWith('+') ? 6 : 8)));
  return isMisleading ? destination : undefined;
}

/** Returns the addresses of a mail, or the number of a telephone link. */
function recipients({ pathname, searchParams }: URL): Set<string> {
  return new Set([decodeURIComponent(pathname), ...searchParams.getAll('cc')].flatMap((list) => list.split(/, */)).filter(Boolean));
}

/** Returns whether a word contains an address other than the destination. Text after the destination is its path. */
function namesOtherHost(word: string, url: URL): boolean {
  const prefix = ADDRESS_PREFIX.exec(word);
  for (const { 0: piece, index } of word.matchAll(NAME_IN_WORD)) {
    const name = piece.slice(-MAX_HOST_CHARS);
    const end = word[index + piece.length] ?? '/';
    if (isDestination(name, url)) {
      if ('/?#:'.includes(end)) return false;
    } else if (ADDRESS.test(name) && !INITIALS.test(name)) return true;
    else if (prefix && index >= prefix.index + prefix[0].length) return true;
  }
  return false;
}

/** Returns whether a name is the destination. A name that mixes Latin letters with other scripts may imitate one. */
function isDestination(name: string, url: URL): boolean {
  if (/[^\x00-\x7f]/.test(name) && /\p{Script=Latin}/u.test(name)) return false;
  const addresses = [...recipients(url)];
  const at = name.lastIndexOf('@');
  if (url.host) return parseHostname(name.slice(at + 1)) === parseHostname(url.hostname);
  if (addresses.length !== 1 || !addresses[0]!.includes('@')) return false;
  return at < 0 ? addresses[0]!.endsWith(`@${parseHostname(name)}`) : addresses[0]!.toLowerCase() === name.toLowerCase();
}

function parseHostname(name: string): string | undefined {
  try {
    return new URL(`https://${name}`).hostname.replace(/^www\./, '');
  } catch {
    return undefined;
  }
}

/** Returns the digits of a number, without the "(0)" that is not dialled from abroad. */
const digits = (number: string) => (number.includes('+') ? number.replace('(0)', '') : number).replace(/\D/g, '');

/**
 * Returns whether a number in the text differs from the dialled one. "02 235 22 16" equals "+32 2 235 22 16" in its own country.
 * Digits of other scripts always differ. The text may also name the extension.
 */
function dialsOtherNumber(number: string, dialled: string): boolean {
  const [main, extension] = dialled.split(';ext=');
  const written = digits(number);
  if (/(?!\d)\p{N}/u.test(number)) return true;
  const actual = digits(main!);
  const isSame = written === actual || written === extension;
  return written.length > 2 && !isSame && !(written.length > 6 && actual.endsWith(written.replace(/^0+/, '')));
}
