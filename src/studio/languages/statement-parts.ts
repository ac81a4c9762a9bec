/** The statement of an item as paragraphs, which are translated one by one. */
import { sanitizeFragment } from '../document/sanitize.js';
import type { Json } from '../../lint/json-pointer.js';

export interface StatementPart {
  /** The element around the words; `p` in plain text. */
  readonly tag: string;
  readonly text: string;
}

export function partsOf({ content_html: html, content_text: text }: Json): StatementPart[] {
  if (typeof html === 'string') {
    const content = sanitizeFragment(html, 1);
    return [...(content?.children ?? [])].map((element) => ({
      tag: element.localName,
      text: (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
    }));
  }
  return typeof text === 'string' ? text.split(/\n{2,}/).map((each) => ({ tag: 'p', text: each })) : [];
}

/** Returns the statement's member with the words of each part. Lists become paragraphs. */
export function withParts(item: Json, original: Json, texts: readonly string[]): Json {
  const parts = partsOf(original);
  const { content_html: _html, content_text: _text, ...rest } = item;
  const filled = texts.slice(0, parts.length);
  while (filled.length && !filled.at(-1)) filled.pop();
  if (!filled.length) return rest;
  if (typeof original.content_html !== 'string') return { ...rest, content_text: filled.join('\n\n') };
  const elements = filled.map((text, index) => {
    const { tag } = parts[index]!;
    const element = document.createElement(/^(h[1-6]|blockquote)$/.test(tag) ? tag : 'p');
    element.textContent = text;
    return element.outerHTML;
  });
  return { ...rest, content_html: elements.join('') };
}
