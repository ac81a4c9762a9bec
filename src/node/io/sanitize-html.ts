/**
 * The page's own sanitizer in Node: DOMPurify in jsdom's window. Where words stand loose in a table, jsdom puts them behind it instead
 * of before (28.1), so the markup is parsed and written by parse5 first, which is what jsdom parses with.
 */
import { JSDOM } from 'jsdom';
import { parseFragment, serialize } from 'parse5';
import { isBounded } from '../../elements/sanitizer/html-bounds.js';
import { createSanitiser, type Sanitise } from '../../elements/sanitizer/sanitizer.js';
import { judges } from '../../elements/sanitizer/content-policy.js';
import type { Feed } from '../../feed/parse-feed.js';

/** Level of the heading above a statement on a page of its own. */
const LEVEL = 2;

const { window } = new JSDOM('');
const sanitizer = createSanitiser(window as never, judges)!;

export const sanitize: Sanitise = (html, feed, level) =>
  sanitizer(/<table/i.test(html) && isBounded(html) ? serialize(parseFragment(html)) : html, feed, level);

/** Undefined where the HTML cannot be sanitized. */
export function sanitizeToHtml(html: string, feed: Feed): string | undefined {
  const sanitized = sanitize(html, feed, LEVEL);
  if (!sanitized) return undefined;
  const box = window.document.createElement('div');
  box.append(sanitized.content);
  return box.innerHTML;
}
