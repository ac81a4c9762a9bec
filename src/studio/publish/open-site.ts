/** Reads a published site from the user's computer: a folder, the files of a folder, or a zip of either. */
import { unzipSync } from 'fflate';
import { parseBaseUrl } from '../../publish/base-url.js';
import { parseRecord, RECORD_FILE } from '../../publish/site-record.js';
import { readFrom } from './folder.js';

export interface SiteSource {
  readonly name: string;
  /** A folder that the browser can write to. */
  readonly folder?: FileSystemDirectoryHandle;
  /** @returns undefined if the file does not exist */
  read(path: string): Promise<string | undefined>;
}

const FEED = 'feed.json';
/** What the next publication of a folder depends on: its feed, and its dates in calendars. */
const KEPT = [FEED, 'calendar.ics'];

/** Returns these texts of a site by their path: its record, its feed, and both of each item. */
export async function keptTexts({ read }: SiteSource): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  const keep = async (path: string) => {
    const text = await read(path);
    if (text !== undefined) texts[path] = text;
  };
  for (const path of [RECORD_FILE, ...KEPT]) await keep(path);
  for (const folder of Object.keys(parseRecord(texts[RECORD_FILE]).items)) for (const name of KEPT) await keep(`${folder}/${name}`);
  return texts;
}

export const fromHandle = (folder: FileSystemDirectoryHandle): SiteSource => ({ name: folder.name, folder, read: readFrom(folder) });

/** @param files of an input for a folder: each path begins with the name of the folder */
export function fromFiles(files: readonly File[]): SiteSource {
  const name = files[0]?.webkitRelativePath.split('/')[0] ?? '';
  return below(name, new Map(files.map((file) => [file.webkitRelativePath, () => file.text()])));
}

/** A folder that was dropped, in browsers that cannot write to it. */
export const fromEntry = (folder: FileSystemDirectoryEntry): SiteSource => ({
  name: folder.name,
  read: (path) =>
    new Promise((resolve) => {
      const fail = () => resolve(undefined);
      folder.getFile(path, {}, (entry) => (entry as FileSystemFileEntry).file((file) => resolve(file.text()), fail), fail);
    }),
});

/** Bytes of a zip, and of the texts in it after decompression: two kilobytes can become gigabytes. */
const MAX_ZIP_BYTES = 256 * 1024 * 1024;
const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/** @throws for a file of another kind, or a large one */
export async function fromZip(file: File): Promise<SiteSource> {
  if (file.size > MAX_ZIP_BYTES) throw new RangeError();
  let size = 0;
  const entries = unzipSync(new Uint8Array(await file.arrayBuffer()), {
    filter: ({ name, originalSize }) => {
      const isKept = [RECORD_FILE, ...KEPT].includes(name.slice(name.lastIndexOf('/') + 1));
      if (isKept && (size += originalSize) > MAX_TEXT_BYTES) throw new RangeError();
      return isKept;
    },
  });
  const texts = Object.entries(entries).map(([path, bytes]) => [path, async () => new TextDecoder().decode(bytes)] as const);
  return below(file.name.replace(/\.zip$/i, ''), new Map(texts));
}

/** Finds the site at its feed: a zip can have the folder itself, and a folder can have others around the site. */
function below(name: string, files: ReadonlyMap<string, () => Promise<string>>): SiteSource {
  const depthOf = (path: string) => path.split('/').length;
  const feeds = [...files.keys()].filter((path) => path === FEED || path.endsWith(`/${FEED}`));
  const root = feeds.toSorted((a, b) => depthOf(a) - depthOf(b))[0]?.slice(0, -FEED.length) ?? '';
  return { name, read: async (path) => files.get(root + path)?.() };
}

/** Returns the address of a site; undefined for any other text. */
export function baseOf(address: string): string | undefined {
  try {
    return parseBaseUrl(address.trim());
  } catch {
    return undefined;
  }
}
