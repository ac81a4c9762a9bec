/** Opens what the user chooses, drops or names: a feed, a published site, or a text to import. */
import { isJsonObject, type Json } from '../lint/json-pointer.js';
import { withoutUnpublished } from '../feed/drafts.js';
import { isOlder } from '../feed/values/feed-version.js';
import { canonicalize, stringifyLike, type FeedDocument } from '../publish/feed-document.js';
import { parseRecord, RECORD_FILE } from '../publish/site-record.js';
import type { DiskFile, LaterVersion, StoredFile } from './document/case-file.js';
import { explainFeed, readDocument, versionOf } from './document/read-document.js';
import { emptyFeed } from './document/new-case.js';
import { fetchText } from './fetch-text.js';
import { chooseFolder } from './publish/folder.js';
import { decodeFeed } from './import/decode-text.js';
import { extractDraft } from './import/extract-draft.js';
import type { FeedEntry } from './import/feed-entries.js';
import { importFile, importText, type Imported } from './import/read-file.js';
import { baseOf, fromEntry, fromFiles, fromHandle, fromZip, keptTexts, type SiteSource } from './publish/open-site.js';
import type { Studio } from './studio.js';

/** Opens the file of `placard studio`, or what the address of the page names. */
export async function openFirst(studio: Studio): Promise<void> {
  const { session, files, namedFile } = studio;
  // After a reload, the address names the draft, which may have more than the file on the disk.
  if (!session || files.some(({ id }) => id === namedFile)) return studio.follow();
  const { id, etag, text, name } = session;
  const opened = files.find(({ disk }) => disk?.session === id && disk.etag === etag);
  if (opened) await studio.openStored(opened, '');
  else await openText(studio, text, name, { disk: { session: id, etag } });
}

/** Opens a file by its kind: a feed, the zip of a site, or a text to import. */
export async function openFile(studio: Studio, file: File): Promise<void> {
  if (/\.json$/i.test(file.name)) return openFeed(studio, file);
  if (!/\.zip$/i.test(file.name)) return importDocument(studio, file);
  const source = await fromZip(file).catch(() => undefined);
  if (source) await openSite(studio, source);
  else studio.say(studio.words.notASite(file.name));
}

async function openFeed(studio: Studio, file: File): Promise<void> {
  const text = decodeFeed(new Uint8Array(await file.arrayBuffer()));
  if (text === undefined) studio.say(studio.words.notUtf8(file.name));
  else await openText(studio, text, file.name);
}

/** Makes a draft of a text file, of a Word file or of a page. */
export async function importDocument(studio: Studio, file: File): Promise<void> {
  const { words } = studio;
  const imported = await importFile(file, words.legacyEncoding);
  if (imported === 'binary') studio.say(words.notText(file.name));
  else await useImported(studio, imported);
}

/** Opens a folder that the user chooses in a dialog, to go on writing there. */
export async function openFolder(studio: Studio): Promise<void> {
  const folder = await chooseFolder('readwrite');
  if (folder) await openSite(studio, fromHandle(folder));
}

/** Opens the files of a folder, in browsers that cannot write to it. */
export const openFolderFiles = (studio: Studio, files: readonly File[]): Promise<void> => openSite(studio, fromFiles(files));

export async function openAddress(studio: Studio, address: string): Promise<void> {
  const text = await fetchSaid(studio, address);
  if (text !== undefined)
    await openText(studio, text, new URL(address).pathname.split('/').at(-1) || studio.words.newFileName, { address });
}

export async function importAddress(studio: Studio, address: string): Promise<void> {
  const text = await fetchSaid(studio, address);
  if (text !== undefined) await useImported(studio, importText(text));
}

/** Returns the text at an address that the user has entered; undefined if it cannot be read, which is said. */
async function fetchSaid(studio: Studio, address: string): Promise<string | undefined> {
  studio.say(studio.words.opening);
  const text = await fetchText(address);
  if (text === undefined) studio.say(studio.words.addressFailed(address));
  return text;
}

/** Opens a file or a folder that was dropped on the page. The browser forgets what was dropped after this call, so it asks at once. */
export async function openDropped(studio: Studio, { items, files }: DataTransfer): Promise<void> {
  const [item] = items;
  const [file] = files;
  const entry = item?.webkitGetAsEntry();
  const handle = item && 'getAsFileSystemHandle' in item ? (item as WithHandle).getAsFileSystemHandle() : undefined;
  if (!entry?.isDirectory) return file && openFile(studio, file);
  const folder = await handle?.catch(() => undefined);
  await openSite(studio, folder?.kind === 'directory' ? fromHandle(folder as FileSystemDirectoryHandle) : fromEntry(entry as never));
}

/** https://wicg.github.io/file-system-access/#drag-and-drop, in Chromium */
interface WithHandle {
  getAsFileSystemHandle(): Promise<FileSystemHandle | null>;
}

/** Where a text comes from: an address, or the file of `placard studio`. */
interface Origin {
  readonly address?: string;
  readonly disk?: Omit<DiskFile, 'document'>;
}

/** Opens a feed from a text. A plain JSON Feed gets the members of a publisher. A document that this browser has is not stored twice. */
async function openText(studio: Studio, text: string, name: string, { address, disk: read }: Origin = {}): Promise<void> {
  const document = readDocument(text);
  if (!document) return studio.say(studio.words.notAFeed(name, explainFeed(text.replace(/^\uFEFF/, ''))));
  const disk = read && { ...read, document };
  const facts = { name, sample: sampleOf(text), address, disk };
  const base = address?.endsWith('/feed.json') ? baseOf(address.slice(0, -'feed.json'.length)) : undefined;
  const published = publicationIn(document, address !== undefined);
  if (published && (await openBesideDraft(studio, text, document, { base, published, site: undefined, disk }))) return;
  const same = (await studio.store.list()).find((stored) => isSame(stored.document, document));
  if (same) {
    const known = { address: address ?? same.address, disk: disk ?? same.disk, published: address ? published : same.published };
    return studio.openStored({ ...same, ...facts, ...known }, '');
  }
  if (isJsonObject(document._placard)) return studio.open(document, { ...facts, published });
  await studio.open({ ...document, _placard: emptyFeed(studio.words.language, new Date())._placard }, facts);
}

/** Returns whether this browser has the opened document, with the members of a publisher that a plain JSON Feed gets. */
function isSame(stored: FeedDocument, opened: FeedDocument): boolean {
  const compared = isJsonObject(opened._placard) ? [stored, opened] : [stored, opened].map((each) => ({ ...each, _placard: undefined }));
  return JSON.stringify(compared[0]) === JSON.stringify(compared[1]);
}

/**
 * Returns what readers of an opened feed have: the cases that a publication has dated or numbered. A draft that was saved as a file has
 * neither; undefined for a feed of such drafts alone.
 * @param isOnline whether readers have the feed itself
 */
function publicationIn(document: FeedDocument, isOnline: boolean): FeedDocument | undefined {
  if (!isJsonObject(document._placard)) return undefined;
  const shown = withoutUnpublished(document, Date.now());
  if (isOnline) return shown;
  const items = shown.items.filter(wasPublished);
  const { epoch, sequence } = versionOf(document);
  return items.length || epoch || sequence > 1 ? { ...shown, items } : undefined;
}

function wasPublished(item: unknown): boolean {
  const { date_published: date, _placard } = Object(item) as Json;
  return date !== undefined || Number((Object(_placard) as Json).revision) > 1;
}

/** Opens a published site. If this browser has the draft that follows this publication, the work goes on there. */
async function openSite(studio: Studio, source: SiteSource): Promise<void> {
  const { words } = studio;
  const site = await keptTexts(source);
  const text = site['feed.json'];
  const document = readDocument(text ?? '');
  if (text === undefined || !document) return studio.say(words.notASite(source.name));
  if (site[RECORD_FILE] === undefined) return openText(studio, text, 'feed.json'); // a folder with the publisher's own file
  const { folder } = source;
  const record = parseRecord(site[RECORD_FILE]);
  const facts = { base: baseOf(record.base_url), published: document, publicKey: record.public_keys[0], site, folder };
  if (await openBesideDraft(studio, text, document, facts)) return;
  await studio.open(document, { ...facts, name: `${source.name}.json`, sample: sampleOf(text) });
}

/**
 * Goes on with the draft of this browser for the same site. If the publication is not the one that the draft began from, the user decides
 * what stays of both.
 * @returns false without such a draft
 */
async function openBesideDraft(studio: Studio, text: string, document: FeedDocument, facts: LaterVersion['facts']): Promise<boolean> {
  const { words, store } = studio;
  const drafts = await store.list();
  const withFolder = (draft: StoredFile) => ({ ...draft, folder: facts.folder ?? draft.folder, disk: facts.disk ?? draft.disk });
  const same = drafts.find(({ site }) => site?.['feed.json'] === text);
  if (same) {
    await studio.openStored(withFolder(same), words.draftContinues);
    return true;
  }
  const draft = facts.base && drafts.find(({ base, published }) => base === facts.base && published);
  if (!draft) return false;
  const { document: mine, published: base } = draft;
  if (isOlder(versionOf(document), versionOf(base!))) await studio.openStored(withFolder(draft), words.draftIsLater);
  else if (canonicalize(mine) === canonicalize(base))
    await studio.openStored({ ...draft, ...facts, document, later: undefined }, words.draftFollows);
  else await studio.openStored({ ...draft, later: { from: 'site', base: base!, document, facts } }, '');
  return true;
}

/** Makes a draft of a text. The user chooses an entry of a news feed. */
export async function useImported(studio: Studio, imported: Imported | undefined): Promise<void> {
  if (!imported) return studio.say(studio.words.nothingFound);
  if ('text' in imported) return startDraft(studio, imported);
  studio.entries = imported.entries;
  studio.go({ view: 'import' });
}

export async function startDraft(studio: Studio, entry: FeedEntry): Promise<void> {
  const { document, found, sentences } = extractDraft(entry.text, new Date(), entry);
  const item = '/items/0';
  const inItem = found.filter((pointer) => pointer.startsWith(item)).map((pointer) => pointer.slice(item.length));
  const ofItem = Object.fromEntries(Object.entries(sentences).map(([pointer, sentence]) => [pointer.slice(item.length), sentence]));
  if (await studio.addToNewest(document.items[0]!, inItem, ofItem)) return;
  await studio.open(document, { name: studio.words.newFileName, unconfirmed: found, sentences }, 0);
}

/** Returns the part of a text that has its indentation. */
const sampleOf = (text: string): string => (text === stringifyLike({}) ? '' : text.slice(0, 200));
