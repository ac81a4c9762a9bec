/**
 * Bounds what an HTML parser makes of a statement, before any parser reads it. A parser opens formatting elements again in each
 * block that follows them, so 8 kB can become 360,000 elements and stop the page for a minute. One pass, linear in the length.
 */

/** Elements that a parser opens again (HTML standard, "list of active formatting elements"). */
const FORMATTING = /^(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;
/** Elements without an end tag. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements whose content is text up to their own end tag. */
const RAW = /^(iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)$/;

/** The tags that every parser ends at the same place: no `<` within, quotation marks around whole values alone. */
const TAG =
  /<(\/?)([a-z][\w:-]*)(?:[ \t\n\r\f]+[^ \t\n\r\f"'<>/=]+(?:[ \t\n\r\f]*=[ \t\n\r\f]*(?:"[^"<]*"|'[^'<]*'|[^ \t\n\r\f"'<>=`]+))?)*[ \t\n\r\f]*\/?>[^<]*/iy;
/** A comment that hides no tag, or a `<` that opens none. */
const ASIDE = /(?:<!--(?!-?>)(?:[^<-]|-(?!-))*-->|<(?![a-z/!?]))[^<]*/iy;
/** Whatever may be a tag. */
const LOOSE = /<([a-z][^\s/>]*)?/gi;

/** Characters: fifty pages of text. */
const MAX_CHARS = 128 * 1024;
/** Opening and closing tags: twice what fifty pages of text need. */
const MAX_TAGS = 10_000;
/** Elements that a parser may open again, in all: twice the tags. */
const MAX_REOPENED = 20_000;
/** Formatting elements that may be open at once; a word processor nests fewer than ten. */
const MAX_OPEN = 40;

/** Whether the HTML is no longer than a statement, and a parser makes no more of it than of one. */
export const isBounded = (html: string): boolean => html.length <= MAX_CHARS && countReopened(html) <= MAX_REOPENED;

/**
 * Counts the formatting elements that a parser opens again at most. Never too low: an end tag closes a formatting element
 * here only where every parser agrees.
 * @returns Infinity for more tags, or more open elements, than a statement has
 */
export function countReopened(html: string): number {
  if (html.split('<').length > MAX_TAGS) return Infinity;
  /** Formatting elements that may stand open. */
  let open = 0;
  /** The elements that stand open from the outermost formatting element on. */
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
      within = []; // whatever stands open there may stay open
    else if (FORMATTING.test(within.pop()!)) open--;
  }
  // From here on parsers may disagree: each start tag counts, and no end tag closes anything.
  for (const [, name = ''] of html.slice(at).matchAll(LOOSE)) tag(name.toLowerCase());
  return total;
}
