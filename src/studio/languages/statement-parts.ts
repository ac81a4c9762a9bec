/** The statement of an item as paragraphs, which are translated one by one. Links, emphasis and lists stay in the translation. */
import { sanitizeFragment } from '../document/sanitize.js';
import type { Json } from '../../lint/json-pointer.js';

export interface StatementPart {
  /** Without markup. */
  readonly text: string;
  /** Clean HTML of the whole paragraph; undefined in plain text. */
  readonly html?: string;
  /** The paragraph has links, emphasis, line breaks or entries of a list. */
  readonly isRich: boolean;
}

export function partsOf({ content_html: html, content_text: text }: Json): StatementPart[] {
  if (typeof html === 'string') {
    return [...(sanitizeFragment(html, 1)?.children ?? [])].map((element) => ({
      text: (element.textContent ?? '').replace(/\s+/g, (gap) => (gap.includes('\n') ? ' ' : gap)), // a space at the end stays: the user may be typing
      html: element.outerHTML,
      isRich: element.childElementCount > 0,
    }));
  }
  return typeof text === 'string' ? text.split(/\n{2,}/).map((each) => ({ text: each, isRich: false })) : [];
}

/**
 * Returns the item with the words of one paragraph.
 * @param words HTML for a rich paragraph, and text for any other
 */
export function withPart(item: Json, original: Json, index: number, words: string): Json {
  const own = partsOf(item);
  const sources = partsOf(original);
  const { content_html: _html, content_text: _text, ...rest } = item;
  const isHtml = typeof original.content_html === 'string';
  const pieces = sources.map((source, each) => {
    if (each === index) return words && isHtml ? elementOf(source, words).outerHTML : words;
    return (isHtml ? own[each]?.text && own[each].html : own[each]?.text) || '';
  });
  while (pieces.length && !pieces.at(-1)) pieces.pop();
  if (!pieces.length) return rest;
  // An empty paragraph keeps the place of one that has no translation yet.
  return isHtml
    ? { ...rest, content_html: pieces.map((piece) => piece || '<p></p>').join('') }
    : { ...rest, content_text: pieces.join('\n\n') };
}

/** Returns one element, so that each paragraph has one translation. Several paragraphs become lines of one. */
function elementOf({ html = '', isRich }: StatementPart, words: string): Element {
  const source = sanitizeFragment(html, 1)?.firstElementChild;
  const element = document.createElement(source?.localName ?? 'p');
  if (!isRich) {
    element.textContent = words;
    return element;
  }
  const blocks = [...(sanitizeFragment(words, 1)?.children ?? [])];
  if (blocks.length === 1) return blocks[0]!;
  for (const [index, block] of blocks.entries()) element.append(...(index ? [document.createElement('br')] : []), ...block.childNodes);
  return element;
}
