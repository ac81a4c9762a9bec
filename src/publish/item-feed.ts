/**
 * One feed for each item, so that an embed loads only what it shows: the head, the item, its original, its translations, its successor.
 * The sequence is the last one at which any of these changed. Readers do not download the feed again while the others change.
 */
import type { Feed } from '../feed/parse-feed.js';
import { originalId, variantIds } from '../feed/translations.js';
import { idText } from '../feed/values/id-text.js';
import type { Json } from '../lint/json-pointer.js';
import { canonicalize, type FeedDocument } from './feed-document.js';

export interface ItemFeedsInput {
  /** The whole feed, parsed. */
  readonly feed: Feed;
  /** The head of the feed, with absolute addresses. */
  readonly head: Json;
  /** Returns an item with absolute addresses and the address of its page. */
  readonly itemOf: (id: string) => Json;
  /** Address of the format's JSON Schema, which editors use. */
  readonly schema: string;
  /** Returns the signatures of a document. */
  readonly sign: SignFeed;
}

export type SignFeed = (document: FeedDocument) => readonly string[] | Promise<readonly string[]>;

export interface ItemPlace {
  /** Address of the item's feed. */
  readonly address: string;
  /** Name of the item's folder. */
  readonly folder: string;
  /** The published text of the item's feed; undefined the first time. */
  readonly published: string | undefined;
}

/** Returns the document of an item's own feed. */
export async function buildItemFeed(
  { feed, head, itemOf, schema, sign }: ItemFeedsInput,
  id: string,
  { address, folder, published }: ItemPlace,
): Promise<FeedDocument> {
  const ids = relatedItemIds(feed, id);
  const { signatures: _, mirrors, ...extension } = head._placard as Json;
  const itemDocument: FeedDocument = {
    $schema: schema,
    ...head,
    feed_url: address,
    _placard: { ...extension, ...itemMirrors(mirrors, folder) },
    items: inFeedOrder(feed, ids).map(itemOf),
  };
  if (published !== undefined) Object.assign(itemDocument._placard, publishedVersionIfUnchanged(published, itemDocument));
  const signatures = await sign(itemDocument);
  if (signatures.length) itemDocument._placard.signatures = [...signatures];
  return itemDocument;
}

/**
 * Returns the ids of the item's feed. A retraction of the original retracts its translations, so their feeds have it too. Reads the items
 * without validation, which the feed would keep in memory for each of them.
 */
function relatedItemIds(feed: Feed, id: string): Set<string> {
  const ids = new Set<string>();
  let next: string | undefined = id;
  while (next !== undefined && !ids.has(next)) {
    const original = originalId(feed, next);
    for (const one of variantIds(feed, next)) ids.add(one);
    next = [next, original].map((each) => successorOf(feed, each)).find((successor) => successor !== undefined);
  }
  return ids;
}

function successorOf(feed: Feed, id: string): string | undefined {
  return idText((Object(feed.rawField(id, '_placard')) as Json).superseded_by) || undefined;
}

const positions = new WeakMap<Feed, ReadonlyMap<string, number>>();

/** Sorts by position, so that a feed of thousands of items is not searched for each of them. */
function inFeedOrder(feed: Feed, ids: ReadonlySet<string>): string[] {
  const positionOf = positions.get(feed) ?? new Map(feed.ids.map((id, index) => [id, index]));
  positions.set(feed, positionOf);
  return [...ids].filter((id) => positionOf.has(id)).sort((a, b) => positionOf.get(a)! - positionOf.get(b)!);
}

/** Returns the item's feeds on mirrors of the whole site. A mirror of the feed alone has no feeds of items. */
function itemMirrors(mirrors: unknown, folder: string): { mirrors?: string[] } {
  const urls = (Array.isArray(mirrors) ? mirrors : []).filter(
    (url): url is string => typeof url === 'string' && url.endsWith('/feed.json'),
  );
  return urls.length ? { mirrors: urls.map((url) => url.replace(/feed\.json$/, `${folder}/feed.json`)) } : {};
}

/** Returns the published sequence and its date if nothing else changed. */
function publishedVersionIfUnchanged(published: string, itemDocument: FeedDocument): Json | undefined {
  const withoutVersion = ({ _placard, ...rest }: FeedDocument) => {
    const { sequence: _s, generated_at: _g, signatures: _k, ...head } = _placard;
    return canonicalize({ ...rest, _placard: head } as Json);
  };
  const before = JSON.parse(published) as FeedDocument;
  if (withoutVersion(before) !== withoutVersion(itemDocument)) return undefined;
  return { sequence: before._placard.sequence, generated_at: before._placard.generated_at };
}
