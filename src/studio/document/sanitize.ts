/** The sanitizer of the card, for HTML that the studio reads: of a feed, a clipboard or a file. */
import { createSanitizer, neutralize } from '../../elements/sanitizer/sanitizer.js';
import { contentPolicy } from '../../elements/sanitizer/content-policy.js';
import { parseFeed, type Feed } from '../../feed/parse-feed.js';

const sanitizer = createSanitizer(window, contentPolicy);

/** Relative addresses of foreign HTML lead nowhere in the new feed. */
const unpublished = parseFeed({ version: 'https://jsonfeed.org/version/1.1', items: [] }, 'https://unpublished.invalid/');

/**
 * Returns clean content; undefined for HTML that is too long or nested too deep.
 * @param level of the heading above the HTML
 */
export function sanitizeFragment(html: string, level: number, feed: Feed = unpublished): DocumentFragment | undefined {
  const content = sanitizer?.(html, feed, level)?.content;
  // The sanitizer adds them for readers' pages. A feed does not need them.
  if (feed === unpublished)
    for (const link of content?.querySelectorAll('a') ?? []) for (const name of ['rel', 'target']) link.removeAttribute(name);
  return content;
}

export function sanitizeHtml(html: string, level: number, feed?: Feed): string | undefined {
  const content = sanitizeFragment(html, level, feed);
  if (!content) return undefined;
  const box = document.createElement('div');
  box.append(content);
  return box.innerHTML;
}

/** Returns a document that does nothing: no handler, no style, no report to the site owner. */
export const parseInert = (html: string): Document => new DOMParser().parseFromString(neutralize(html), 'text/html');
