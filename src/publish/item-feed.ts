/**
 * One feed for each item, so that an embed loads what it shows and no more: the head, the item, its original and translations, and its
 * successor. Its sequence is the last at which any of that changed: while the rest of the feed goes on, nobody fetches it anew.
 */
import type { Feed } from '../feed/parse-feed.js';
import { originalOf, versionsOf } from '../feed/translations.js';
import { canonicalize, stringifyLike, type FeedDocument } from '../node/io/feed-file.js';
import type { Json } from '../lint/json-pointer.js';
import { folderName } from './item-folders.js';

/**
 * @param document the whole feed, its addresses whole
 * @param address of this item's feed
 * @param schema address of the format's JSON Schema, by which editors complete
 * @param pageOf where an item can be read that says no place of its own
 * @param previous this item's feed as it was published last
 */
export function buildItemFeed(
  document: FeedDocument,
  feed: Feed,
  id: string,
  address: string,
  schema: string,
  pageOf: (id: string) => string,
  previous: string | undefined,
  sign: (document: FeedDocument) => string[],
): string {
  const ids = relatedItemIds(feed, id);
  const { signatures: _, mirrors, ...head } = document._placard;
  const made: FeedDocument = {
    $schema: schema,
    ...document,
    feed_url: address,
    _placard: { ...head, ...itemMirrors(mirrors, id) },
    items: document.items.filter((item) => ids.has(String(item.id))).map((item) => ({ ...item, url: item.url ?? pageOf(String(item.id)) })),
  };
  const publishedVersion = previous === undefined ? undefined : publishedVersionIfUnchanged(previous, made);
  if (publishedVersion)
    made._placard = { ...made._placard, sequence: publishedVersion.sequence, generated_at: publishedVersion.generated_at };
  const signatures = sign(made);
  if (signatures.length) made._placard.signatures = signatures;
  return stringifyLike(made);
}

/** A withdrawal of the original withdraws its translations, so it has to be in their feeds too. */
function relatedItemIds(feed: Feed, id: string): Set<string> {
  const ids = new Set<string>();
  let next: string | undefined = id;
  while (next !== undefined && !ids.has(next)) {
    const original = originalOf(feed, next);
    for (const one of [next, original, ...versionsOf(feed, next).map((version) => version.id)]) ids.add(one);
    next = [next, original].map((each) => feed.item(each)?._placard?.superseded_by).find((successor) => successor !== undefined);
  }
  return ids;
}

/** A mirror of the whole site has this feed beside the other; of a mirror of the one file nothing is known. */
function itemMirrors(mirrors: unknown, id: string): { mirrors?: string[] } {
  const urls = (Array.isArray(mirrors) ? mirrors : []).filter(
    (url): url is string => typeof url === 'string' && url.endsWith('/feed.json'),
  );
  return urls.length ? { mirrors: urls.map((url) => url.replace(/feed\.json$/, `${folderName(id)}/feed.json`)) } : {};
}

function publishedVersionIfUnchanged(previous: string, made: FeedDocument): { sequence: unknown; generated_at: unknown } | undefined {
  const withoutVersion = ({ _placard, ...rest }: FeedDocument) => {
    const { sequence: _s, generated_at: _g, signatures: _k, ...head } = _placard;
    return canonicalize({ ...rest, _placard: head } as Json);
  };
  const before = JSON.parse(previous) as FeedDocument;
  return withoutVersion(before) === withoutVersion(made)
    ? { sequence: before._placard.sequence, generated_at: before._placard.generated_at }
    : undefined;
}
