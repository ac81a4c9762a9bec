/** Reads language tags as people write them. */

/** Tags that every engine reads alike. Others are left to `Intl`, whose first use takes 12 ms on a slow telephone. */
const PLAIN = /^(?!iw|in|ji|sh|mo)[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?$/;

/**
 * Returns a BCP 47 tag; undefined if the text does not name a language. Reads the underscore and the encoding of POSIX (`fr_FR.UTF-8`), white
 * space, and withdrawn codes (`iw` is `he`).
 */
export function parseLanguage(text: string): string | undefined {
  if (PLAIN.test(text)) return text;
  const tag = text.trim().split(/[.@]/, 1)[0]!.replaceAll('_', '-');
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical!.toLowerCase() === text.toLowerCase() ? text : canonical;
  } catch {
    return undefined;
  }
}
