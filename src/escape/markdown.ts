/** Escapes foreign text for Markdown (CommonMark 0.31, and GitHub's tables, strikethrough and mathematics). */

/**
 * Web and e-mail addresses. Many readers of Markdown turn a bare address into a link, and would take a backslash into it. In angle
 * brackets it stays whole. A match begins only at the start of a word, so that a long word is not read again at each letter.
 */
const ADDRESS = /(https?:\/\/[^\s<>\u0000-\u001f\u007f]+|(?<![\w.+-])[\w.+-]+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b)/i;
/** Punctuation that begins or ends markup; a backslash before it makes it plain. Braces begin expressions of site generators. */
const SPECIAL = /[\\`*_{}[\]<>#|~$&^]/g;
/** The start of a line that would be a list, a heading or a rule. */
const LINE_START = /^(?:[-+=]|(\d{1,9})(?=[.)]))/;

/** Returns a paragraph on one line. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(ADDRESS)
    .map((piece, index) => (index % 2 ? autolink(piece) : escapePunctuation(piece)))
    .join('')
    .replace(LINE_START, (start, digits?: string) => (digits === undefined ? `\\${start}` : `${digits}\\`));
}

/** Returns a link, and after it the punctuation that belongs to the sentence. A parenthesis that the address opens belongs to the address. */
function autolink(found: string): string {
  let end = found.length;
  let unopened = found.split(')').length - found.split('(').length;
  while (/[.,:;!?'"\]}]/.test(found[end - 1]!) || (unopened > 0 && found[end - 1] === ')')) {
    if (found[end - 1] === ')') unopened--;
    end--;
  }
  return `<${found.slice(0, end)}>${escapePunctuation(found.slice(end))}`;
}

const escapePunctuation = (text: string): string => text.replace(SPECIAL, '\\$&');
