/**
 * Limits the number of elements that an HTML parser can create from a statement. A parser reopens formatting elements in each later
 * block: 8 kB can become 360,000 elements and block the page for a minute. The check is one pass, linear in the length.
 */

/** Elements that a parser reopens (HTML standard, "list of active formatting elements"). */
const FORMATTING = /^(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;
/** Elements without an end tag. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements whose content is text until their end tag. */
const RAW = /^(iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)$/;

/** Tags that every parser ends at the same place: without `<`, and with quotation marks only around whole values. */
const TAG =
  /<(\/?)([a-z][\w:-]*)(?:[ \t\n\r\f]+[^ \t\n\r\f"'<>/=]+(?:[ \t\n\r\f]*=[ \t\n\r\f]*(?:"[^"<]*"|'[^'<]*'|[^ \t\n\r\f"'<>=`]+))?)*[ \t\n\r\f]*\/?>[^<]*/iy;
/** A comment without a tag in it, or a `<` that does not start a tag. */
const ASIDE = /(?:<!--(?!-?>)(?:[^<-]|-(?!-))*-->|<(?![a-z/!?]))[^<]*/iy;
/** Any text that may be a tag. */
const LOOSE = /<([a-z][^\s/>]*)?/gi;

/** Maximum characters, about 50 pages of text. */
const MAX_CHARS = 128 * 1024;
/** Maximum number of opening and closing tags, twice the need of 50 pages of text. */
const MAX_TAGS = 10_000;
/** Maximum number of reopened elements in all, twice the number of tags. */
const MAX_REOPENED = 20_000;
/** Maximum number of open formatting elements at once. A word processor nests fewer than ten. */
const MAX_OPEN = 40;

/** Returns whether the HTML and its parsed elements are within the limits. */
export const isBounded = (html: string): boolean => html.length <= MAX_CHARS && countReopened(html) <= MAX_REOPENED;

/**
 * Returns the maximum number of formatting elements that a parser reopens. The count is never too low: an end tag counts only if every
 * parser closes the element there.
 * @returns Infinity above the limits for tags and open elements
 */
export function countReopened(html: string, maxTags = MAX_TAGS): number {
  if (html.split('<').length > maxTags) return Infinity;
  /** Number of formatting elements that may be open. */
  let open = 0;
  /** The open elements, from the outermost formatting element inwards. */
  let within: string[] = [];
  let total = 0;
  const tag = (name: string) => {
    if (FORMATTING.test(name)) open++;
    total += open <= MAX_OPEN ? open : Infinity;
  };

  let raw = '';
  let at = Math.max(0, html.indexOf('<'));
  while (at < html.length) {
    TAG.lastIndex = ASIDE.lastIndex = at;
    const [whole, end, written = ''] = TAG.exec(html) ?? ASIDE.exec(html) ?? [];
    const name = written.toLowerCase();
    if (whole === undefined || (raw && !(end && name === raw))) break;
    at += whole.length;
    raw = '';
    if (!end) {
      tag(name);
      if (RAW.test(name)) raw = name;
      if (name && !VOID.test(name) && (within.length || FORMATTING.test(name))) within.push(name);
      continue;
    }
    tag('');
    if (within.at(-1) !== name)
      within = []; // these elements may stay open
    else if (FORMATTING.test(within.pop()!)) open--;
  }
  // Parsers may disagree about the rest: count each start tag, and ignore end tags.
  for (const [, name = ''] of html.slice(at).matchAll(LOOSE)) tag(name.toLowerCase());
  return total;
}
