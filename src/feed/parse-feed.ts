/** Parses the text of a feed. The head is validated at once, an item when it is read. */
import { FeedError } from './errors.js';
import { isDraft } from './drafts.js';
import { Feed } from './feed.js';
import { getOwn, isObject } from './schema/compiled-runtime.js';
import { withBaseUrl } from './schema/field-rules.js';
import { validateWithSizeLimit } from './schema/size-limit.js';
import { safeWebUrl } from './values/safe-url.js';

export { Feed };

/**
 * Parses a campaign feed, or a plain JSON Feed 1.0 or 1.1.
 * @param input the document's text, or its value from JSON.parse
 * @param url the address that answered; the base of relative addresses if the feed has no `feed_url`
 * @throws FeedError `html`, `not-json`, `not-a-feed`, `unsupported-spec`
 */
export function parseFeed(input: unknown, url?: string): Feed {
  let document = input;
  if (typeof input === 'string') {
    const text = input.replace(/^\uFEFF/, '');
    try {
      document = JSON.parse(text);
    } catch (cause) {
      throw new FeedError(/^\s*</.test(text) ? 'html' : 'not-json', { cause });
    }
  }
  if (!isObject(document) || !Array.isArray(document.items)) throw new FeedError('not-a-feed');
  const spec = isObject(document._placard) ? document._placard.spec : undefined;
  if (typeof spec === 'number' && spec !== 1) throw new FeedError('unsupported-spec');
  const { items, ...head } = document;
  const responseUrl = url && safeWebUrl(url);
  const feedUrl = getOwn(head, 'feed_url');
  const base = (typeof feedUrl === 'string' && safeWebUrl(feedUrl, responseUrl)) || responseUrl;
  const { issues, value } = withBaseUrl(base, () => validateWithSizeLimit('head', head, ''));
  if (!value) throw new FeedError('not-a-feed', { issues });
  return new Feed(document, withoutDrafts(items as unknown[]), value, base, issues, responseUrl);
}

/** Returns the items with a hole in the place of each draft, so that the others keep their places. */
function withoutDrafts(items: readonly unknown[]): readonly unknown[] {
  return items.some(isDraft) ? items.map((item) => (isDraft(item) ? undefined : item)) : items;
}
