/**
 * The sanitizer of the card in Node: DOMPurify in jsdom's window. jsdom 28.1 puts loose text of a table behind the table instead of
 * before it, so parse5 parses and writes such markup first.
 */
import { JSDOM } from 'jsdom';
import { parseFragment, serialize } from 'parse5';
import { isBounded } from '../../elements/sanitizer/html-bounds.js';
import { createSanitizer, type Sanitize } from '../../elements/sanitizer/sanitizer.js';
import { contentPolicy } from '../../elements/sanitizer/content-policy.js';
import type { Feed } from '../../feed/parse-feed.js';

/** Level of the heading above the statement on an item's page. */
const LEVEL = 2;

const { window } = new JSDOM('');
const sanitizer = createSanitizer(window as never, contentPolicy)!;

export const sanitize: Sanitize = (html, feed, level) =>
  sanitizer(/<table/i.test(html) && isBounded(html) ? serialize(parseFragment(html)) : html, feed, level);

/** Returns sanitized HTML; undefined if the HTML cannot be sanitized. */
export function sanitizeToHtml(html: string, feed: Feed): string | undefined {
  const sanitized = sanitize(html, feed, LEVEL);
  if (!sanitized) return undefined;
  const box = window.document.createElement('div');
  box.append(sanitized.content);
  return box.innerHTML;
}
