/**
 * Builds the site of a feed as bytes in memory, so that a browser can build it too. Deterministic: the same input and the same published
 * files give the same bytes.
 */
import { parseFeed, type Feed } from '../feed/parse-feed.js';
import { jsonSchema } from '../feed/schema/json-schema.js';
import { loadLocale } from '../i18n/load-locale.js';
import { withAbsoluteUrls } from './absolute-urls.js';
import { createAssets, type LibraryFiles } from './assets.js';
import { stringifyLike, type FeedDocument } from './feed-document.js';
import { assignFolders } from './item-folders.js';
import { buildItemFeed, type ItemFeedOptions } from './item-feed.js';
import { oembed } from './metadata.js';
import { addressOf, embedPage, framePage, frameOf, itemPage, listPage, snippetsOf } from './pages.js';
import { renderItem, type SanitizeStatement } from './render.js';
import { HEADER_FILES } from './server-config.js';
import type { ItemContext, Site } from './site-parts.js';
import { snapshotFile, type SignText } from './snapshot-file.js';
import { assertNewerThanPublished, assertRetractionsKept } from './version-order.js';

export interface SiteInput {
  /** The feed's text. It is published byte for byte, because it may be signed. */
  readonly text: string;
  /** The same feed, parsed by JSON.parse. */
  readonly document: FeedDocument;
  /** Address of the site, with a slash at its end. */
  readonly base: string;
  /** Returns the signatures for the feed of one item. */
  readonly sign: ItemFeedOptions['sign'];
  /** Signs the snapshot of one item. */
  readonly signText: SignText;
  readonly library: LibraryFiles;
  /** Version of the library. */
  readonly version: string;
  readonly sanitize: SanitizeStatement;
}

/** Returns the text that is published under a path of the site; undefined if the file does not exist. */
export type ReadPublished = (path: string) => Promise<string | undefined>;

export interface Page {
  readonly id: string;
  readonly title: string | undefined;
  readonly url: string;
  /** Address of the page with the snippets for partners. */
  readonly embed: string;
}

export interface BuiltSite {
  /** Bytes by the path in the site. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly pages: readonly Page[];
}

/** @throws PublishError if readers of the published feed would not see the new one */
export async function buildSite(input: SiteInput, readPublished: ReadPublished): Promise<BuiltSite> {
  const { text, document, base, library, version } = input;
  const feed = parseFeed(document, `${base}feed.json`);
  await assertPublishable(feed, document, `${base}feed.json`, readPublished);
  const folders = await assignFolders(feed.ids);
  const { folder: assets, asset } = await createAssets(library, version, base);
  const site: Site = { base, assets, asset, folderOf: (id) => folders.get(id)! };

  const files = new Map<string, Uint8Array>();
  const write = (path: string, content: string) => files.set(path, new TextEncoder().encode(content));
  for (const [name, bytes] of library) files.set(`${assets}/${name}`, bytes);
  const absolute = withAbsoluteUrls(document, feed.base ?? `${base}feed.json`);
  const pages: Page[] = [];
  for (const id of feed.ids) {
    const published = await readPublished(`${site.folderOf(id)}/feed.json`);
    const { title, contents } = await buildItem(site, { ...input, document: absolute }, feed, id, published);
    for (const [name, content] of Object.entries(contents)) write(`${site.folderOf(id)}/${name}`, content);
    pages.push({ id, title, url: addressOf(site, id), embed: `${addressOf(site, id)}embed.html` });
  }
  const locale = await loadLocale(feed.head.language ?? 'en');
  write('feed.json', text);
  write('schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  write('index.html', listPage(site, feed, locale, feed.head._placard!.publisher.name));
  for (const [name, content] of Object.entries(HEADER_FILES)) write(name, content);
  return { files, pages };
}

async function assertPublishable(feed: Feed, document: FeedDocument, address: string, readPublished: ReadPublished): Promise<void> {
  const text = await readPublished('feed.json');
  if (text === undefined) return;
  const published = JSON.parse(text) as FeedDocument;
  assertNewerThanPublished(published, document);
  assertRetractionsKept(feed, parseFeed(published, address));
}

/** Returns the item's title, and the files of its folder. */
async function buildItem(
  site: Site,
  { document, sign, signText, sanitize }: SiteInput,
  feed: Feed,
  id: string,
  published: string | undefined,
): Promise<{ title: string | undefined; contents: Record<string, string> }> {
  const address = `${addressOf(site, id)}feed.json`;
  const pageOf = (each: string) => addressOf(site, each);
  const { folderOf, base } = site;
  const options = { document, feed, id, address, schema: `${base}schema.json`, published, folderOf, pageOf, sign };
  const itemDocument = await buildItemFeed(options);
  const itemFeed = parseFeed(itemDocument, address);
  const item = itemFeed.item(id)!;
  const publisher = itemFeed.head._placard!.publisher.name;
  const context: ItemContext = { feed: itemFeed, item, publisher, rendered: await renderItem(itemFeed, id, sanitize) };
  const { full, html, frame, wordpressMarked, wordpressInstalled } = snippetsOf(site, context);
  const contents = {
    'feed.json': stringifyLike(itemDocument),
    'index.html': itemPage(site, context),
    'frame.html': framePage(site, context),
    'embed.html': embedPage(site, context),
    'snapshot.json': await snapshotFile(addressOf(site, id), context, signText),
    'oembed.json': oembed(addressOf(site, id), frameOf(site, context), context),
    'snippets/full.html': `${full}\n`,
    'snippets/html-only.html': `${html}\n`,
    'snippets/iframe.html': `${frame}\n`,
    'snippets/wordpress.html': `${wordpressMarked}\n`,
    'snippets/wordpress-admin.html': `${wordpressInstalled}\n`,
  };
  return { title: item.title, contents };
}
