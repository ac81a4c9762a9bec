/**
 * Builds the files of single items: their pages, their feeds, and the statements in other forms. Needs only the item's own feed, so that
 * another thread can do it without the feed of the whole site.
 */
import { quoteForTerminal } from '../escape/terminal.js';
import { parseFeed } from '../feed/parse-feed.js';
import { readOtherNamesWith } from '../feed/values/entities.js';
import type { Asset } from '../embed/snippets.js';
import { itemAtom } from './atom.js';
import { continueUids, eventsOf } from './calendar.js';
import { calendar } from './icalendar.js';
import { linksBelow } from './dead-links.js';
import { embedPage } from './embed-page.js';
import { stringifyLike, type FeedDocument } from './feed-document.js';
import { htmlName } from './html-names.js';
import { oembed } from './metadata.js';
import { framePage, frameOf, itemPage, snippetsOf } from './pages.js';
import { pictureOf, picturePage, type DrawPicture } from './picture.js';
import { formsOf } from './plain-forms.js';
import { PublishError } from './publish-error.js';
import { renderItem, type SanitizeStatement } from './render.js';
import { addressOf, type ItemContext, type Site } from './site-parts.js';
import { snapshotFile, type SignText } from './snapshot-file.js';

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

/** The same files by their folder. */
export const ITEM_PARTS = ['', '/snippets'].map((below) => ({
  below,
  names: ITEM_FILES.map((file) => `/${file}`.split(/\/(?=[^/]*$)/)).flatMap(([folder, name]) => (folder === below ? [name!] : [])),
}));

/** An item to build, as plain data. */
export interface ItemJob {
  readonly id: string;
  /** The item's own feed, signed. */
  readonly document: FeedDocument;
  /** Names of the folders of the items in it, by id. */
  readonly folders: Readonly<Record<string, string>>;
  /** The published text of its calendar; undefined without one. */
  readonly calendar: string | undefined;
}

/** The settings of all pages of the site, as plain data. */
export interface SiteSettings extends Pick<Site, 'hub' | 'icon' | 'base' | 'assets'> {
  /** The files of the library by name. */
  readonly library: Readonly<Record<string, Asset>>;
}

export interface ItemTools {
  /** Signs the snapshot; undefined without a key. */
  readonly signText: SignText | undefined;
  readonly sanitize: SanitizeStatement;
  /** Draws the picture of the card; undefined without pictures. */
  readonly draw?: DrawPicture;
}

export interface ItemFolder {
  write(path: string, content: string | Uint8Array): void | Promise<void>;
}

export interface BuiltItem {
  readonly id: string;
  /** Bytes of its feed, which each page loads. */
  readonly bytes: number;
  /** Addresses in it that are below the site's. */
  readonly links: readonly string[];
  /** Its calendar; undefined if it never had a dated event. */
  readonly calendar: string | undefined;
}

/** The maximum of clients, as in src/client/fetch-feed.ts. */
const MAX_FEED_BYTES = 4 * 1024 * 1024;

/** @throws PublishError for an item whose feed pages reject */
export async function buildItems(
  settings: SiteSettings,
  tools: ItemTools,
  folder: ItemFolder,
  jobs: readonly ItemJob[],
): Promise<BuiltItem[]> {
  readOtherNamesWith(htmlName);
  const built: BuiltItem[] = [];
  for (const job of jobs) {
    const site = { ...settings, asset: (name: string) => settings.library[name]!, folderOf: (id: string) => job.folders[id]! };
    built.push(await buildItem(site, tools, folder, job));
  }
  return built;
}

async function buildItem(
  site: Site,
  { signText, sanitize, draw }: ItemTools,
  folder: ItemFolder,
  { id, document, calendar: published }: ItemJob,
): Promise<BuiltItem> {
  const name = site.folderOf(id);
  const url = addressOf(site, id);
  const feed = parseFeed(document, `${url}feed.json`);
  const { publisher, generated_at: made } = feed.head._placard!;
  const item = feed.item(id)!;
  const plain: ItemContext = { feed, item, publisher: publisher.name, rendered: await renderItem(feed, id, sanitize) };
  const context: ItemContext = draw ? { ...plain, picture: pictureOf(name, plain) } : plain;
  const snippets = snippetsOf(site, context);
  const forms = formsOf(url, context);
  const { locale, card } = context.rendered;
  const { uidOf, remembered } = continueUids(published, made);
  const events = eventsOf(feed, item, url, locale, uidOf);
  const dates = events.length || published ? calendar(card.brief.title, events, made, remembered()) : undefined;
  const files: Record<(typeof ITEM_FILES)[number], string> = {
    'feed.json': stringifyLike(document),
    'index.html': itemPage(site, context, events),
    'frame.html': framePage(site, context),
    'embed.html': embedPage(site, context, snippets, forms),
    'snapshot.json': await snapshotFile(url, context, signText),
    'oembed.json': oembed(url, frameOf(site, context), context),
    'atom.xml': itemAtom(url, context, site.hub),
    'statement.txt': forms.text,
    'statement.md': forms.markdown,
    'email.html': `${forms.email}\n`,
    'snippets/full.html': `${snippets.full}\n`,
    'snippets/html-only.html': `${snippets.html}\n`,
    'snippets/iframe.html': `${snippets.frame}\n`,
    'snippets/wordpress.html': `${snippets.wordpressMarked}\n`,
    'snippets/wordpress-admin.html': `${snippets.wordpressInstalled}\n`,
  };
  const bytes = new TextEncoder().encode(files['feed.json']).length;
  if (bytes > MAX_FEED_BYTES) throw new PublishError(tooLarge(id, bytes), [], 'too-large');
  for (const file of ITEM_FILES) await folder.write(`${name}/${file}`, files[file]);
  // A calendar that was published once stays, without the events that are gone.
  if (dates) await folder.write(`${name}/calendar.ics`, dates);
  if (draw) await folder.write(`${name}/${context.picture!.name}`, await draw(picturePage(context)));
  const own = document.items.find((each) => String(each.id) === id)!;
  const links = [...linksBelow(site.base, own)].filter((link) => link !== url);
  return { id, bytes, links, calendar: dates };
}

const tooLarge = (id: string, bytes: number): string =>
  `The feed of ${quoteForTerminal(id)} has ${Math.ceil(bytes / 1e6)} MB, and pages accept 4 MiB. Shorten its texts.`;
