/**
 * The page's own sanitiser, in jsdom's window. Where words stand loose in a table, jsdom puts them behind it instead of before (26.1), so
 * the markup is parsed and written by parse5 first, which is what jsdom parses with.
 */
import type { DOMWindow } from 'jsdom';
import { parseFragment, serialize } from 'parse5';
import { isBounded } from '../../elements/html-bounds.js';
import { createSanitiser, type Sanitise } from '../../elements/sanitise.js';
import { judges } from '../../feed/judges.js';

export function sanitiserIn(window: DOMWindow): Sanitise {
  const sanitise = createSanitiser(window as never, judges)!;
  return (html, feed, level) => sanitise(/<table/i.test(html) && isBounded(html) ? serialize(parseFragment(html)) : html, feed, level);
}
