/** The site as files: from a feed, and from what was published before. The same of both, and the same files come out, byte for byte. */
import { parseFeed } from '../feed/parse-feed.js';
import { jsonSchema } from '../feed/schema/json-schema.js';
import { loadLocale } from '../i18n/load-locale.js';
import type { FeedDocument } from '../node/io/feed-file.js';
import { withAbsoluteUrls } from './absolute-urls.js';
import { writeBundles } from '../node/io/bundles.js';
import type { Folder } from '../node/io/output-folder.js';
import { HEADER_FILES } from './server-config.js';
import { buildItemFeed } from './item-feed.js';
import { oembed } from './metadata.js';
import { assertDistinctFolders, folderName } from './item-folders.js';
import { assertNewerThanPublished, assertRetractionsKept } from './version-order.js';
import { addressOf, framePage, frameOf, itemPage, listPage, embedPage, snippetsOf } from './pages.js';
import type { ItemContext, Site } from './site-parts.js';
import { renderItem } from './render.js';

export interface SiteOptions {
  /** As it was read, byte for byte: it may be signed. */
  readonly text: string;
  readonly document: FeedDocument;
  /** Where the site will be, with a slash at its end. */
  readonly base: string;
  /** Signatures for a feed that is made of one item. */
  readonly sign: (document: FeedDocument) => string[];
}

export interface Page {
  readonly id: string;
  readonly title: string | undefined;
  readonly url: string;
  /** Where partners find what to paste. */
  readonly embed: string;
}

export async function writeSite(folder: Folder, { text, document, base, sign }: SiteOptions): Promise<Page[]> {
  const address = `${base}feed.json`;
  const published = await folder.read('feed.json');
  if (published !== undefined) assertNewerThanPublished(published, document);
  const whole = parseFeed(text, address);
  if (published !== undefined) assertRetractionsKept(whole, parseFeed(published, address));
  assertDistinctFolders(whole.ids);
  const absolute = withAbsoluteUrls(document, whole.base ?? address);
  const { folder: assets, asset } = await writeBundles(folder, base);
  const site: Site = { base, assets, asset };
  const pages: Page[] = [];
  for (const id of whole.ids) {
    const at = `${folderName(id)}/`;
    const ownText = buildItemFeed(
      absolute,
      whole,
      id,
      `${base}${at}feed.json`,
      `${base}schema.json`,
      (each) => addressOf(site, each),
      await folder.read(`${at}feed.json`),
      sign,
    );
    const feed = parseFeed(ownText, `${base}${at}feed.json`);
    const item = feed.item(id)!;
    const publisher = feed.head._placard!.publisher.name;
    const entry: ItemContext = { feed, item, publisher, rendered: await renderItem(feed, id) };
    const { full, html, frame, wordpressMarked, wordpressInstalled } = snippetsOf(site, entry);
    const files = {
      'feed.json': ownText,
      'index.html': itemPage(site, entry),
      'frame.html': framePage(site, entry),
      'embed.html': embedPage(site, entry),
      'oembed.json': oembed(addressOf(site, id), frameOf(site, entry), entry),
      'snippets/full.html': `${full}\n`,
      'snippets/html-only.html': `${html}\n`,
      'snippets/iframe.html': `${frame}\n`,
      'snippets/wordpress.html': `${wordpressMarked}\n`,
      'snippets/wordpress-admin.html': `${wordpressInstalled}\n`,
    };
    for (const [name, content] of Object.entries(files)) await folder.write(at + name, content);
    pages.push({ id, title: item.title, url: addressOf(site, id), embed: `${addressOf(site, id)}embed.html` });
  }
  const locale = await loadLocale(whole.head.language ?? 'en');
  await folder.write('feed.json', text);
  await folder.write('schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  await folder.write('index.html', listPage(site, whole, locale, whole.head._placard!.publisher.name));
  for (const [name, content] of Object.entries(HEADER_FILES)) await folder.write(name, content);
  return pages;
}
