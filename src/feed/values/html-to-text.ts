/**
 * Converts an HTML fragment to text, for places that do not show markup. It does not sanitize: the result is text, and must be
 * inserted as text. One pass, linear in the length.
 */
import { cleanText } from './clean-text.js';
import { decodeReferences } from './entities.js';

const BLOCK_ELEMENTS = /^(p|div|br|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|figure|figcaption|pre|table|section|article|header|footer|hr)$/;
const HIDDEN_ELEMENTS = /^(script|style|template|noscript|iframe|object|svg|math|head|title|textarea)$/;

/** Returns the text of a fragment, with line breaks between its blocks. */
export function htmlToText(markup: string): string {
  let text = '';
  let insideHidden = '';
  let cells = 0;
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    const end = open < 0 ? markup.length : open;
    if (!insideHidden) text += markup.slice(at, end);
    if (open < 0) break;
    if (!/[a-z/!?]/i.test(markup[open + 1] ?? '')) {
      if (!insideHidden) text += '<';
      at = open + 1;
      continue;
    }
    const comment = markup.startsWith('<!--', open);
    const close = markup.indexOf(comment ? '-->' : '>', open);
    if (close < 0) break;
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(markup.slice(open, open + 40));
    const name = tag?.[2]?.toLowerCase() ?? '';
    if (!comment && tag) {
      if (!tag[1] && !insideHidden && HIDDEN_ELEMENTS.test(name) && markup[close - 1] !== '/') insideHidden = name;
      else if (tag[1] && name === insideHidden) insideHidden = '';
      if (!insideHidden && BLOCK_ELEMENTS.test(name)) text += name === 'br' ? '\n' : '\n\n';
      // A row is a line, with a mark between its cells.
      if (name === 'tr') {
        if (!insideHidden) text += '\n';
        cells = 0;
      } else if (!insideHidden && !tag[1] && (name === 'td' || name === 'th') && cells++) text += ' · ';
    }
    at = close + (comment ? 3 : 1);
  }
  const words = decodeReferences(text)
    .replace(/[ \t\u00a0]{2,}/g, ' ')
    .replace(/\n[ \t]*(?=\n)/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
  return cleanText(words);
}
