/// <reference types="node" />
/**
 * The publisher's own feed: one file, an address, or a folder in which each item is a file, so that many people can work on it. The
 * folder has the head in `feed.json`, and one item in every other JSON file. Drafts are left out of what is published.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { quoteForTerminal } from '../../escape/terminal.js';
import { isUnpublished } from '../../feed/drafts.js';
import { idText } from '../../feed/values/id-text.js';
import { isJsonObject, type Json } from '../../lint/json-pointer.js';
import { stringifyLike, type FeedDocument } from '../../publish/feed-document.js';
import { RECORD_FILE } from '../../publish/site-record.js';
import { CliError, EXIT } from './cli-error.js';
import { replaceFile } from './feed-file.js';
import { isUrl } from './http.js';
import { readSource, type InputFile } from './read-source.js';

export const HEAD_FILE = 'feed.json';
/** Files of this tool in the folder, which are not items. */
const NOT_AN_ITEM = /(^feed\.json|\.published\.json|^placard-.*\.json|\.jwk\.json)$/;

export interface FeedSource extends InputFile {
  /** Whether the name is a folder of item files. */
  readonly isFolder: boolean;
  /** Returns the file of an item by its index in the feed; the one file if there is only one. */
  fileOf(index: number): string;
}

export const isFolder = (name: string): Promise<boolean> =>
  isUrl(name)
    ? Promise.resolve(false)
    : stat(name).then(
        (found) => found.isDirectory(),
        () => false,
      );

/**
 * Reads a feed from any source. The text of a folder is the assembled feed.
 * @throws CliError (2) if nothing can be read, CliError (1) for a file of a folder that is not a JSON object
 */
export async function readFeedSource(name: string, seconds?: number): Promise<FeedSource> {
  if (!(await isFolder(name))) return { ...(await readSource(name, seconds)), isFolder: false, fileOf: () => name };
  const names = (await readdir(name)).filter((file) => file.endsWith('.json') && !file.startsWith('.'));
  if (names.includes(RECORD_FILE))
    throw new CliError(`${name} is a site that "placard build" made. Name the file or the folder that you edit.`);
  if (!names.includes(HEAD_FILE))
    throw new CliError(`${name} has no ${HEAD_FILE}. Write the publisher, the contacts and the sequence there, without "items".`);
  const head = await readObject(join(name, HEAD_FILE));
  const files = names.filter((file) => !NOT_AN_ITEM.test(file)).sort();
  const read = await Promise.all(files.map(async (file) => ({ file: join(name, file), item: await readObject(join(name, file)) })));
  const inHead = (Array.isArray(head.items) ? head.items : []).map((item) => ({ file: join(name, HEAD_FILE), item: item as Json }));
  const entries = [...inHead, ...read].sort(newestFirst);
  assertDistinct(entries);
  const text = stringifyLike({ ...head, items: entries.map(({ item }) => item) });
  return { name, text, isFolder: true, fileOf: (index) => entries[index]?.file ?? join(name, HEAD_FILE) };
}

interface Entry {
  readonly file: string;
  readonly item: Json;
}

/** @throws CliError for two files with one id: a command could write one item into both */
function assertDistinct(entries: readonly Entry[]): void {
  const files = new Map<string, string>();
  for (const { file, item } of entries) {
    const id = idText((Object(item) as Json).id);
    if (!id) continue;
    const other = files.get(id);
    if (other)
      throw new CliError(`${other} and ${file} have the same id, ${quoteForTerminal(id)}. Change the id in one of them.`, EXIT.invalid);
    files.set(id, file);
  }
}

/** Sorts by date, then by the name of the file, so that every machine assembles the same feed. */
function newestFirst(a: Entry, b: Entry): number {
  const [one, other] = [a, b].map(({ item }) => String((Object(item) as Json).date_published ?? ''));
  if (one !== other) return one! < other! ? 1 : -1;
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

async function readObject(file: string): Promise<Json> {
  const { text } = await readSource(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CliError(`${file} is not JSON. Check it, then run the command again.`, EXIT.invalid, [(await syntaxProblem(text)) ?? '']);
  }
  if (!isJsonObject(value)) throw new CliError(`${file} is not a JSON object. Write one item, which begins with {.`, EXIT.invalid);
  return value;
}

/** Loads the lint with the first file that is not JSON. */
async function syntaxProblem(text: string): Promise<string | undefined> {
  const { lintFeed } = await import('../../lint/lint-feed.js');
  const [problem] = lintFeed(text, { now: 0 }).problems;
  return problem && `Line ${problem.line}: ${problem.message} ${problem.fix}`;
}

/**
 * Writes a changed feed where it came from. In a folder, writes only the files that differ; a new item gets a file with its id as the name.
 * @param previous the document as it was read
 * @returns the file of each item by its id
 */
export async function writeFeedSource(
  source: FeedSource,
  previous: FeedDocument,
  next: FeedDocument,
): Promise<ReadonlyMap<string, string>> {
  if (!source.isFolder) {
    await replaceFile(source.name, stringifyLike(next, source.text));
    return new Map(next.items.map(({ id }) => [String(id), source.name]));
  }
  const { items, ...head } = next;
  const files = new Map(previous.items.map((item, index) => [String(item.id), source.fileOf(index)]));
  const taken = new Set(await readdir(source.name));
  const headFile = join(source.name, HEAD_FILE);
  const inHead: Json[] = [];
  const written = new Map<string, string>();
  for (const item of items) {
    const id = String(item.id);
    const file = files.get(id) ?? join(source.name, newFileName(id, taken));
    if (file === headFile) inHead.push(item);
    else await writeIfChanged(file, stringifyLike(item));
    files.delete(id);
    written.set(id, file);
  }
  for (const file of files.values()) if (file !== headFile) await rm(file, { force: true });
  await writeIfChanged(headFile, stringifyLike(inHead.length ? { ...head, items: inHead } : head));
  return written;
}

async function writeIfChanged(file: string, text: string): Promise<void> {
  const before = await readSource(file).catch(() => undefined);
  const sameJson = before && JSON.stringify(JSON.parse(before.text)) === JSON.stringify(JSON.parse(text));
  if (!sameJson) await replaceFile(file, before ? stringifyLike(JSON.parse(text) as object, before.text) : text);
}

/**
 * Returns a name of letters and digits that every system accepts. Two ids can give one name, so the later one gets a number.
 * @param taken names in the folder; the new name is added
 */
function newFileName(id: string, taken: Set<string>): string {
  const words = id
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const plain = words.slice(0, 80) || 'item';
  const base = NOT_AN_ITEM.test(`${plain}.json`) ? `item-${plain}` : plain;
  const others = new Set([...taken].map((name) => name.toLowerCase())); // some disks take a capital for the same letter
  let name = `${base}.json`;
  for (let number = 2; others.has(name); number++) name = `${base}-${number}.json`;
  taken.add(name);
  return name;
}

/** Returns the source as it is without its drafts: an index counts the published items alone. */
export function publishedSource(source: FeedSource, now: number): FeedSource {
  if (!source.isFolder) return source;
  const { items } = JSON.parse(source.text) as { items: unknown[] };
  const indexes = items.flatMap((item, index) => (isUnpublished(item, now) ? [] : [index]));
  return { ...source, fileOf: (index) => source.fileOf(indexes[index] ?? -1) };
}
