/**
 * The feed as the site publishes it: with absolute addresses, the address of each item's page, its own address, and signatures.
 * A feed that its publisher signed stays byte for byte.
 */
import type { Feed } from '../feed/parse-feed.js';
import type { Json } from '../lint/json-pointer.js';
import { createUrlResolver } from './absolute-urls.js';
import { isSigned, stringifyLike, type FeedDocument } from './feed-document.js';
import type { SignFeed } from './item-feed.js';
import { addressOf, type Site } from './site-parts.js';

export interface Completion {
  readonly head: Json;
  /** Returns an item by its id; the same object if it is complete. */
  readonly itemOf: (id: string) => Json;
}

export function createCompletion(site: Site, feed: Feed, document: FeedDocument): Completion {
  const resolver = createUrlResolver(feed.base ?? `${site.base}feed.json`);
  const items = new Map<string, Json>();
  for (const [index, item] of document.items.entries()) {
    const id = feed.idAtIndex(index);
    if (id !== undefined) items.set(id, item);
  }
  const itemOf = (id: string): Json => {
    const resolved = resolver.item(items.get(id)!);
    return resolved.url === undefined ? { ...resolved, url: addressOf(site, id) } : resolved;
  };
  return { head: resolver.head(document), itemOf };
}

export interface CompleteFeed {
  readonly document: FeedDocument;
  /** Whether the document is the publisher's own, without a change. */
  readonly isSame: boolean;
}

/** Returns the feed of the whole site. */
export async function completeFeed(
  { document, base, sign }: { document: FeedDocument; base: string; sign: SignFeed },
  { head, itemOf }: Completion,
  feed: Feed,
): Promise<CompleteFeed> {
  if (isSigned(document)) return { document, isSame: true };
  const items = document.items.map((item, index) => {
    const id = feed.idAtIndex(index);
    return id === undefined ? item : itemOf(id);
  });
  const address = document.feed_url === undefined ? { feed_url: `${base}feed.json` } : {};
  const completed = { ...document, ...head, ...address, items } as FeedDocument;
  // A signature is valid at one address alone.
  const signatures = completed.feed_url === `${base}feed.json` ? await sign(completed) : [];
  if (signatures.length) completed._placard = { ...completed._placard, signatures: [...signatures] };
  const isSame = isSameHead(completed, document) && items.every((item, index) => item === document.items[index]);
  return { document: completed, isSame };
}

const isSameHead = (one: FeedDocument, other: FeedDocument): boolean =>
  JSON.stringify({ ...one, items: [] }) === JSON.stringify({ ...other, items: [] });

/** Returns the text that is published: the publisher's own, byte for byte, if it needs no change. */
export const textOf = ({ document, isSame }: CompleteFeed, { text }: { text: string }): string =>
  isSame ? text : stringifyLike(document, text);
