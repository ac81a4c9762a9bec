/**
 * Builds the site of a feed, file by file, so that a browser can build it too. Deterministic: the same input and the same published
 * files give the same bytes. Leaves the folder of an item alone if nothing changed that its files depend on. Other threads can build the
 * items.
 */
import { parseFeed, type Feed } from '../feed/parse-feed.js';
import { readOtherNamesWith } from '../feed/values/entities.js';
import { jsonSchema } from '../feed/schema/json-schema.js';
import { siteAtom } from './atom.js';
import { comingEvents } from './calendar.js';
import { calendar } from './icalendar.js';
import { reviewPage } from './review-page.js';
import { hubOf, ICON, iconOf } from './site-identity.js';
import { sitemap } from './sitemap.js';
import { loadLocale } from '../i18n/load-locale.js';
import { createAssets, type LibraryFiles } from './assets.js';
import { buildItems, ITEM_PARTS, type BuiltItem, type ItemFolder, type ItemJob, type ItemTools, type SiteSettings } from './build-item.js';
import { isSigned, stringifyLike, type FeedDocument } from './feed-document.js';
import { completeFeed, createCompletion, textOf, type CompleteFeed } from './complete-feed.js';
import { assertKeysKept } from './kept-keys.js';
import { assignFolders } from './item-folders.js';
import { buildItemFeed, type ItemFeedsInput, type SignFeed } from './item-feed.js';
import { fileOf } from './dead-links.js';
import { htmlName } from './html-names.js';
import { hashInputs, type Sha256 } from './item-inputs.js';
import { listPage, listRows, rowsIn } from './list-page.js';
import { HEADER_FILES } from './server-config.js';
import { addressOf, type Site } from './site-parts.js';
import { feedRecord, parseRecord, RECORD_FILE, type SiteRecord } from './site-record.js';
import { assertNewerThanPublished, assertRetractionsKept, isPlainUpdate } from './version-order.js';

export interface SiteInput extends ItemTools {
  /** The feed's text. It is published byte for byte if it is signed or complete. */
  readonly text: string;
  /** The same feed, parsed by JSON.parse. */
  readonly document: FeedDocument;
  /** Address of the site, with a slash at its end. */
  readonly base: string;
  readonly sign: SignFeed;
  /** The public keys of `sign` and `signText`. */
  readonly publicKeys: readonly string[];
  /** The site may give up a key that it has. */
  readonly dropKey?: boolean;
  readonly library: LibraryFiles;
  /** Version of the library. */
  readonly version: string;
  readonly sha256: Sha256;
}

/** The published folder. Paths are relative, with slashes. */
export interface SiteFolder extends ItemFolder {
  /** Returns whether a file is published or written. */
  has(path: string): boolean;
  /** Returns a published text; undefined if the file does not exist. */
  read(path: string): string | undefined | Promise<string | undefined>;
  /** Leaves published files of a folder as they are, and returns whether all of them exist. */
  keep(folder: string, names: readonly string[]): boolean;
}

export interface Page {
  readonly id: string;
  readonly title: string | undefined;
  readonly url: string;
  /** Address of the page with the snippets for partners. */
  readonly embed: string;
}

export interface DeadLink {
  readonly id: string;
  readonly url: string;
}

export interface BuiltSite {
  readonly pages: readonly Page[];
  /** Ids of the items whose files were written. */
  readonly built: readonly string[];
  /** Items with a feed that is heavy for a page, in bytes. */
  readonly heavy: readonly { id: string; bytes: number }[];
  /** Addresses below the site's that lead to no file, in the items that were written. */
  readonly dead: readonly DeadLink[];
}

export interface SiteBuild {
  readonly settings: SiteSettings;
  /** Returns whether the published site was made from this item as it is. */
  isUnchanged(id: string): boolean;
  /** @throws PublishError if readers of the published feed would not see the new one */
  check(): Promise<void>;
  /** Yields the changed items, {@link JOBS_PER_TURN} at a time. */
  jobs(): AsyncGenerator<ItemJob[]>;
  /** Writes the files of the whole site. @param built all items of `jobs` */
  finish(built: readonly BuiltItem[]): Promise<BuiltSite>;
}

const LIST_FILE = 'index.html';
const JOBS_PER_TURN = 50;
/** Bytes of an item's feed, from which a page loads too much. */
const HEAVY_FEED_BYTES = 256 * 1024;

/** @throws PublishError if readers of the published feed would not see the new one */
export async function buildSite(input: SiteInput, folder: SiteFolder): Promise<BuiltSite> {
  const site = await beginSite(input, readSiteFeed(input), folder);
  await site.check();
  const built: BuiltItem[] = [];
  for await (const jobs of site.jobs()) built.push(...(await buildItems(site.settings, input, folder, jobs)));
  return site.finish(built);
}

/** @throws FeedError for a document that no client reads */
export const readSiteFeed = ({ document, base }: SiteInput): Feed => parseFeed(document, `${base}feed.json`);

/** @param feed of the document */
export async function beginSite(input: SiteInput, feed: Feed, folder: SiteFolder): Promise<SiteBuild> {
  const { document, base, library, version, publicKeys, sign } = input;
  readOtherNamesWith(htmlName);
  const folders = await assignFolders(feed.ids);
  const { folder: assets, asset } = await createAssets(library, version, base);
  const site: Site = { base, assets, asset, folderOf: (id) => folders.get(id)!, hub: hubOf(document), icon: iconOf(feed, base) };
  const record = parseRecord(await folder.read(RECORD_FILE));
  const hashes = await hashInputs(document, settingsOf(input, assets), input.sha256);
  const isUnchanged = (id: string) => record.items[site.folderOf(id)] === hashes.get(id);
  const complete = createCompletion(site, feed, document);
  const settings: SiteSettings = {
    base,
    assets,
    hub: site.hub,
    icon: site.icon,
    library: Object.fromEntries([...library.keys()].map((name) => [name, asset(name)])),
  };

  async function* jobs(): AsyncGenerator<ItemJob[]> {
    const items: ItemFeedsInput = { ...complete, feed, schema: `${base}schema.json`, sign };
    let turn: ItemJob[] = [];
    for (const id of feed.ids) {
      const name = site.folderOf(id);
      if (isUnchanged(id) && ITEM_PARTS.every(({ below, names }) => folder.keep(name + below, names))) {
        folder.keep(name, ['calendar.ics']);
        continue;
      }
      turn.push(await jobOf(site, items, id, folder));
      if (turn.length < JOBS_PER_TURN) continue;
      yield turn;
      turn = [];
    }
    if (turn.length) yield turn;
  }

  let whole: Promise<CompleteFeed> | undefined;
  const root = () => (whole ??= completeFeed(input, complete, feed));

  async function check(): Promise<void> {
    const completed = await root();
    const { document: next } = completed;
    const now = feedRecord(next, '');
    const text = await folder.read('feed.json');
    let before = text !== undefined && record.feed?.sha256 === (await input.sha256(text)) ? record.feed : undefined;
    const isSame = () => before!.epoch === now.epoch && before!.sequence === now.sequence && text === textOf(completed, input);
    // A large feed is not parsed again without a reason.
    if (text !== undefined && !(before && (isPlainUpdate(before, now) || isSame()))) {
      const published = JSON.parse(text) as FeedDocument;
      assertNewerThanPublished(published, next);
      assertRetractionsKept(feed, parseFeed(published, `${base}feed.json`));
      before = feedRecord(published, '');
    }
    if (!input.dropKey) assertKeysKept(record, before?.signed === true, next, publicKeys);
  }

  /** Returns the entries of unchanged items in the published list, if it is as this tool has written it. */
  async function publishedRows(): Promise<(id: string) => string | undefined> {
    const text = record.list === undefined ? undefined : await folder.read(LIST_FILE);
    const rows = text !== undefined && record.list === (await input.sha256(text)) ? rowsIn(text) : new Map<string, string>();
    return (id) => (folders.has(id) && isUnchanged(id) ? rows.get(site.folderOf(id)) : undefined);
  }

  async function finish(all: readonly BuiltItem[]): Promise<BuiltSite> {
    for (const [name, bytes] of library) await folder.write(`${assets}/${name}`, bytes);
    await folder.write('schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`);
    for (const [name, content] of Object.entries(HEADER_FILES)) await folder.write(name, content);
    const locale = await loadLocale(feed.head.language ?? 'en');
    const rows = listRows(site, document, locale, await publishedRows());
    const list = listPage(
      site,
      feed,
      locale,
      feed.ids.map((id) => rows.get(id)!),
    );
    await folder.write(LIST_FILE, list.html);
    await folder.write('list.css', `${list.css}\n`);
    await folder.write('atom.xml', await siteAtom(site, feed, site.hub));
    await folder.write('sitemap.xml', sitemap(site, feed, document));
    await folder.write('icon.svg', ICON);
    await folder.write('review.html', reviewPage(site, feed, library, version));
    const { publisher, generated_at: made } = feed.head._placard!;
    const byId = new Map(all.map((item) => [item.id, item]));
    const calendarOf = (id: string) => byId.get(id)?.calendar ?? folder.read(`${site.folderOf(id)}/calendar.ics`);
    const events = await comingEvents(feed, (id) => addressOf(site, id), calendarOf);
    if (events.length || folder.has('calendar.ics')) await folder.write('calendar.ics', calendar(publisher.name, events, made));
    const completed = await root();
    const text = textOf(completed, input);
    await folder.write('feed.json', text);
    const items = Object.fromEntries(feed.ids.map((id) => [site.folderOf(id), hashes.get(id)!]));
    const next: SiteRecord = {
      made_by: `placard ${version}`,
      base_url: base,
      public_keys: publicKeys,
      items: { ...record.items, ...items },
      feed: feedRecord(completed.document, await input.sha256(text)),
      list: await input.sha256(list.html),
    };
    await folder.write(RECORD_FILE, stringifyLike(next));
    const built = feed.ids.flatMap((id) => byId.get(id) ?? []);
    return {
      pages: feed.ids.map((id) => pageOf(site, id, feed.rawField(id, 'title'))),
      built: built.map(({ id }) => id),
      heavy: built.filter(({ bytes }) => bytes > HEAVY_FEED_BYTES).map(({ id, bytes }) => ({ id, bytes })),
      dead: built.flatMap(({ id, links }) => links.filter((url) => !folder.has(fileOf(base, url))).map((url) => ({ id, url }))),
    };
  }

  return { settings, isUnchanged, check, jobs, finish };
}

async function jobOf(site: Site, items: ItemFeedsInput, id: string, folder: SiteFolder): Promise<ItemJob> {
  const name = site.folderOf(id);
  const [published, calendarText] = [await folder.read(`${name}/feed.json`), await folder.read(`${name}/calendar.ics`)];
  const document = await buildItemFeed(items, id, { address: `${addressOf(site, id)}feed.json`, folder: name, published });
  const ids = document.items.map((item) => String(item.id));
  return { id, document, folders: Object.fromEntries(ids.map((each) => [each, site.folderOf(each)])), calendar: calendarText };
}

function pageOf(site: Site, id: string, title: unknown): Page {
  const url = addressOf(site, id);
  return { id, title: typeof title === 'string' ? title : undefined, url, embed: `${url}embed.html` };
}

/** Returns everything but the feed that an item's files depend on. */
const settingsOf = ({ base, publicKeys, document, draw }: SiteInput, assets: string): unknown => [
  base,
  assets,
  publicKeys,
  isSigned(document),
  draw !== undefined,
];
