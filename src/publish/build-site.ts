/**
 * Builds the site of a feed, file by file, so that a browser can build it too. Deterministic: the same input and the same published
 * files give the same bytes. Leaves the folder of an item alone if nothing changed that its files depend on.
 */
import { quoteForTerminal } from '../escape/terminal.js';
import { parseFeed } from '../feed/parse-feed.js';
import { readOtherNamesWith } from '../feed/values/entities.js';
import { jsonSchema } from '../feed/schema/json-schema.js';
import { itemAtom, siteAtom } from './atom.js';
import { calendar, comingEvents, eventsOf, NO_EVENTS } from './calendar.js';
import { pictureOf, picturePage, type DrawPicture } from './picture.js';
import { emailHtml, markdown, plainText } from './plain-forms.js';
import { reviewPage } from './review-page.js';
import { hubOf, ICON, iconOf } from './site-identity.js';
import { sitemap } from './sitemap.js';
import { loadLocale } from '../i18n/load-locale.js';
import { createAssets, type LibraryFiles } from './assets.js';
import { stringifyLike, type FeedDocument } from './feed-document.js';
import { completeFeed, createCompletion } from './complete-feed.js';
import { assertKeysKept, isSigned } from './kept-keys.js';
import { assignFolders } from './item-folders.js';
import { buildItemFeed, type ItemFeedsInput, type SignFeed } from './item-feed.js';
import { fileOf, linksBelow } from './dead-links.js';
import { htmlName } from './html-names.js';
import { hashInputs, type Sha256 } from './item-inputs.js';
import { oembed } from './metadata.js';
import { embedPage } from './embed-page.js';
import { framePage, frameOf, itemPage, snippetsOf } from './pages.js';
import { listPage, listRow } from './list-page.js';
import { PublishError } from './publish-error.js';
import { renderItem, type SanitizeStatement } from './render.js';
import { HEADER_FILES } from './server-config.js';
import { addressOf, type ItemContext, type Site } from './site-parts.js';
import { parseRecord, RECORD_FILE, type SiteRecord } from './site-record.js';
import { snapshotFile, type SignText } from './snapshot-file.js';
import { assertNewerThanPublished, assertRetractionsKept } from './version-order.js';

export interface SiteInput {
  /** The feed's text. It is published byte for byte if it is signed or complete. */
  readonly text: string;
  /** The same feed, parsed by JSON.parse. */
  readonly document: FeedDocument;
  /** Address of the site, with a slash at its end. */
  readonly base: string;
  readonly sign: SignFeed;
  /** Signs the snapshot of one item; undefined without a key. */
  readonly signText: SignText | undefined;
  /** The public keys of both. */
  readonly publicKeys: readonly string[];
  /** The site may give up a key that it has. */
  readonly dropKey?: boolean;
  readonly library: LibraryFiles;
  /** Version of the library. */
  readonly version: string;
  readonly sanitize: SanitizeStatement;
  readonly sha256: Sha256;
  /** The part of the items that this process builds; another process builds the others into the same folder. */
  readonly share?: Share;
  /** Draws the picture of each card; undefined without pictures. */
  readonly draw?: DrawPicture;
}

export interface Share {
  /** Returns whether this process builds the item at a position of the feed. */
  owns(position: number): boolean;
  /** This process also builds the files of the whole site. */
  readonly isFirst: boolean;
}

/** The published folder. Paths are relative, with slashes. */
export interface SiteFolder {
  /** Returns a published text; undefined if the file does not exist. */
  read(path: string): string | undefined | Promise<string | undefined>;
  /** Returns whether a file is published or written. */
  has(path: string): boolean;
  write(path: string, content: string | Uint8Array): void | Promise<void>;
  /** Leaves published files as they are, and returns whether all of them exist. */
  keep(paths: readonly string[]): boolean;
}

export interface Page {
  readonly id: string;
  readonly title: string | undefined;
  readonly url: string;
  /** Address of the page with the snippets for partners. */
  readonly embed: string;
}

export interface BuiltSite {
  readonly pages: readonly Page[];
  /** Ids of the items whose files were written. */
  readonly built: readonly string[];
  /** Items with a feed that is heavy for a page, in bytes. */
  readonly heavy: readonly { id: string; bytes: number }[];
  /** Returns addresses below the site's that lead to no file, in the items that were written. Call it when every share is written. */
  findDead(): readonly DeadLink[];
}

export interface DeadLink {
  readonly id: string;
  readonly url: string;
}

const WHOLE: Share = { owns: () => true, isFirst: true };

/** Bytes of an item's feed, from which a page loads too much. */
const HEAVY_FEED_BYTES = 256 * 1024;
/** The maximum of clients, as in src/client/fetch-feed.ts. */
const MAX_FEED_BYTES = 4 * 1024 * 1024;

/** Items after which the feed is parsed again, because it keeps each item that it has read. */
const MAX_READ_ITEMS = 500;

/** @throws PublishError if readers of the published feed would not see the new one */
export async function buildSite(input: SiteInput, folder: SiteFolder): Promise<BuiltSite> {
  const { document, base, library, version, publicKeys } = input;
  readOtherNamesWith(htmlName);
  const address = `${base}feed.json`;
  const feed = parseFeed(document, address);
  const folders = await assignFolders(feed.ids);
  const { folder: assets, asset } = await createAssets(library, version, base);
  const site: Site = { base, assets, asset, folderOf: (id) => folders.get(id)!, hub: hubOf(document), icon: iconOf(feed, base) };
  const record = parseRecord(await folder.read(RECORD_FILE));
  const hashes = await hashInputs(document, settingsOf(input, assets), input.sha256);
  const published = await readPublishedFeed(folder);
  const isUnchanged = (id: string) => record.items[site.folderOf(id)] === hashes.get(id);

  const complete = createCompletion(site, feed, document);
  const root = await completeFeed(input, complete, feed);
  if (published) {
    assertNewerThanPublished(published, root.document);
    assertRetractionsKept(feed, parseFeed(published, address));
  }
  if (!input.dropKey) assertKeysKept(record, published, root.document, publicKeys);

  let itemFeeds: ItemFeedsInput = { feed, ...complete, schema: `${base}schema.json`, sign: input.sign };
  const locale = await loadLocale(feed.head.language ?? 'en');
  const [pages, built, heavy, listed]: [Page[], string[], { id: string; bytes: number }[], string[]] = [[], [], [], []];
  const { share = WHOLE } = input;
  if (share.isFirst) for (const [name, bytes] of library) await folder.write(`${assets}/${name}`, bytes);
  for (const [position, id] of feed.ids.entries()) {
    if (position % MAX_READ_ITEMS === MAX_READ_ITEMS - 1) itemFeeds = { ...itemFeeds, feed: parseFeed(document, address) };
    const isOwn = share.owns(position);
    if (!isOwn && !share.isFirst) continue;
    const name = site.folderOf(id);
    const files = ITEM_FILES.map((file) => `${name}/${file}`);
    const isKept = isUnchanged(id) && folder.keep(files);
    if (!isKept) built.push(id);
    if (!isKept && isOwn) {
      const contents = await buildItem(site, input, itemFeeds, id, await folder.read(`${name}/feed.json`));
      for (const file of ITEM_FILES) await folder.write(`${name}/${file}`, contents.files[file]);
      // A calendar that was published once stays, without the events that are gone.
      if (contents.calendar || folder.has(`${name}/calendar.ics`))
        await folder.write(`${name}/calendar.ics`, contents.calendar ?? NO_EVENTS);
      if (contents.drawn) await folder.write(`${name}/${contents.drawn.name}`, contents.drawn.bytes);
      const bytes = new TextEncoder().encode(contents.files['feed.json']).length;
      if (bytes > MAX_FEED_BYTES)
        throw new PublishError(
          `The feed of ${quoteForTerminal(id)} has ${Math.ceil(bytes / 1e6)} MB, and pages accept 4 MiB. Shorten its texts.`,
        );
      if (bytes > HEAVY_FEED_BYTES) heavy.push({ id, bytes });
    }
    listed.push(listRow(site, itemFeeds.feed, id, locale));
    const title = feed.rawField(id, 'title');
    pages.push({
      id,
      title: typeof title === 'string' ? title : undefined,
      url: addressOf(site, id),
      embed: `${addressOf(site, id)}embed.html`,
    });
  }
  if (!share.isFirst) return { pages, built, heavy, findDead: () => [] };
  await folder.write('schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  for (const [name, content] of Object.entries(HEADER_FILES)) await folder.write(name, content);
  const list = listPage(site, feed, locale, listed);
  await folder.write('index.html', list.html);
  await folder.write('list.css', `${list.css}\n`);
  await folder.write('atom.xml', await siteAtom(site, feed, site.hub));
  await folder.write('sitemap.xml', sitemap(site, feed, complete.itemOf));
  await folder.write('icon.svg', ICON);
  await folder.write('review.html', reviewPage(site, feed, library, version));
  const { publisher, generated_at: made } = feed.head._placard!;
  const events = await comingEvents(feed, (id) => addressOf(site, id));
  if (events.length || folder.has('calendar.ics'))
    await folder.write('calendar.ics', events.length ? calendar(publisher.name, events, made) : NO_EVENTS);
  await folder.write('feed.json', root.text);
  const items = Object.fromEntries(feed.ids.map((id) => [site.folderOf(id), hashes.get(id)!]));
  const next: SiteRecord = { made_by: `placard ${version}`, base_url: base, public_keys: publicKeys, items: { ...record.items, ...items } };
  await folder.write(RECORD_FILE, stringifyLike(next));
  const findDead = () =>
    built.flatMap((id) =>
      [...linksBelow(base, complete.itemOf(id))].filter((url) => !folder.has(fileOf(base, url))).map((url) => ({ id, url })),
    );
  return { pages, built, heavy, findDead };
}

/** Returns the ids of the items that the published site has as they are. */
export async function unchangedIds(input: SiteInput, recordText: string | undefined): Promise<ReadonlySet<string>> {
  const { document, base, library, version } = input;
  const record = parseRecord(recordText);
  const { folder: assets } = await createAssets(library, version, base);
  const hashes = await hashInputs(document, settingsOf(input, assets), input.sha256);
  const ids = [...hashes.keys()];
  const folders = await assignFolders(ids);
  return new Set(ids.filter((id) => record.items[folders.get(id)!] === hashes.get(id)));
}

/** Returns everything but the feed that an item's files depend on. */
const settingsOf = ({ base, publicKeys, document, draw }: SiteInput, assets: string): unknown => [
  base,
  assets,
  publicKeys,
  isSigned(document),
  draw !== undefined,
];

/** Returns the feed of the published site. Only numbers and retractions count of it: somebody may have changed it on the host. */
async function readPublishedFeed(folder: SiteFolder): Promise<FeedDocument | undefined> {
  const text = await folder.read('feed.json');
  return text === undefined ? undefined : (JSON.parse(text) as FeedDocument);
}

/** The files of an item's folder. */
const ITEM_FILES = [
  'feed.json',
  'index.html',
  'frame.html',
  'embed.html',
  'snapshot.json',
  'oembed.json',
  'atom.xml',
  'statement.txt',
  'statement.md',
  'email.html',
  'snippets/full.html',
  'snippets/html-only.html',
  'snippets/iframe.html',
  'snippets/wordpress.html',
  'snippets/wordpress-admin.html',
] as const;
interface ItemContents {
  readonly files: Readonly<Record<(typeof ITEM_FILES)[number], string>>;
  /** Undefined without a dated event. */
  readonly calendar: string | undefined;
  /** The picture of the card. */
  readonly drawn: { name: string; bytes: Uint8Array } | undefined;
}

async function buildItem(
  site: Site,
  { signText, sanitize, draw }: SiteInput,
  itemFeeds: ItemFeedsInput,
  id: string,
  published: string | undefined,
): Promise<ItemContents> {
  const url = addressOf(site, id);
  const address = `${url}feed.json`;
  const itemDocument = await buildItemFeed(itemFeeds, id, { address, folder: site.folderOf(id), published });
  const itemFeed = parseFeed(itemDocument, address);
  const item = itemFeed.item(id)!;
  const publisher = itemFeed.head._placard!.publisher.name;
  const plain: ItemContext = { feed: itemFeed, item, publisher, rendered: await renderItem(itemFeed, id, sanitize) };
  const context: ItemContext = draw ? { ...plain, picture: pictureOf(site.folderOf(id), plain) } : plain;
  const { full, html, frame, wordpressMarked, wordpressInstalled } = snippetsOf(site, context);
  const { locale } = context.rendered;
  const events = eventsOf(itemFeed, item, url, locale);
  const files = {
    'feed.json': stringifyLike(itemDocument),
    'index.html': itemPage(site, context, events),
    'frame.html': framePage(site, context),
    'embed.html': embedPage(site, context),
    'snapshot.json': await snapshotFile(url, context, signText),
    'oembed.json': oembed(url, frameOf(site, context), context),
    'atom.xml': itemAtom(url, context, site.hub),
    'statement.txt': plainText(url, context),
    'statement.md': markdown(url, context),
    'email.html': `${emailHtml(context)}\n`,
    'snippets/full.html': `${full}\n`,
    'snippets/html-only.html': `${html}\n`,
    'snippets/iframe.html': `${frame}\n`,
    'snippets/wordpress.html': `${wordpressMarked}\n`,
    'snippets/wordpress-admin.html': `${wordpressInstalled}\n`,
  };
  const { generated_at: made } = itemFeed.head._placard!;
  const drawn = draw && { name: context.picture!.name, bytes: await draw(picturePage(context)) };
  return { files, drawn, calendar: events.length ? calendar(context.rendered.card.brief.title, events, made) : undefined };
}
