/**
 * Decides quickly whether the words of a link can name an address. Most titles cannot. Only words without a doubt are excluded, so that
 * `link-destination.ts` decides about all others.
 */

/** Letters, numbers of a few digits, and punctuation that no address has inside. */
const PLAIN = /^(?:[\p{L}\p{M}\d\s'"’“”„«»,;!?–—-]|[.:](?=\s|$))*$/u;
/** The same without letters beyond ASCII. Engines need far longer to compile the general form. */
const PLAIN_ASCII = /^(?:[a-z\d\s'",;!?-]|[.:](?=\s|$))*$/i;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
/** Fewer digits than any number of a telephone abroad. */
const MAX_DIGITS = 6;

export function canNameAddress(text: string, href: string): boolean {
  const plain = text.normalize('NFKC');
  const hasPlainLetters = PLAIN_ASCII.test(text) || (PLAIN.test(plain) && !IGNORABLE.test(text));
  const isPlain = hasPlainLetters && plain.replace(/\D/g, '').length <= MAX_DIGITS;
  return !isPlain || href.startsWith('tel:') || /dot/i.test(plain);
}
