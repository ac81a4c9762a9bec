/// <reference types="node" />
/**
 * Updates the published folder. A build writes what changed beside the folder first, and moves it in when all of it is there. So a
 * build that fails changes nothing, and a file that stays the same keeps its date. Published files stay, because snippets on other
 * sites point to them.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ItemFolder } from '../../publish/build-item.js';
import type { SiteFolder } from '../../publish/build-site.js';
import { RECORD_FILE } from '../../publish/site-record.js';
import { holdsPrivateKey } from '../signing/private-key.js';
import { CliError, EXIT } from './cli-error.js';
import { FileList } from './file-list.js';
import { describeFsError } from './read-source.js';

/** Bytes; a larger file is not a key. */
const MAX_KEY_FILE_BYTES = 4 * 1024 * 1024;

/** Files that hosts, version control and file managers have in a folder, and that `build` leaves as they are. */
const HOST_FILES =
  /^(\.git|\.github|\.gitlab-ci\.yml|\.gitignore|\.gitattributes|\.well-known|\.vercel|\.netlify|CNAME|\.nojekyll|\.DS_Store|Thumbs\.db|desktop\.ini|README\.md|LICENSE|robots\.txt|netlify\.toml|vercel\.json|wrangler\.(toml|jsonc?))$/;
/** Folders of tools, which are not served. */
const TOOL_FOLDERS = ['.git'];

/**
 * Runs `build` with the folder, then moves the changed files in.
 * @throws CliError for a folder that this tool did not make; the folder stays as it is
 */
export async function updateFolder<T>(out: string, build: (folder: SiteFolder, staging: string) => Promise<T>): Promise<T> {
  const real = await realpath(out).catch(() => resolve(out)); // a link stays a link
  const staging = `${real}.next-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await settleLeftovers(real);
    await assertOurFolder(real, out);
    const published = FileList.of(real, out, TOOL_FOLDERS);
    await makeFolder(staging);
    const { folder, others } = stagedFolder(real, staging, published);
    const result = await build(folder, staging);
    for (const path of others) assertNoPrivateKeyIn(join(real, path), join(out, path));
    await commit(staging, real);
    return result;
  } catch (thrown) {
    if (thrown instanceof CliError || !(thrown as NodeJS.ErrnoException).syscall) throw thrown;
    throw new CliError(`${out} ${describeFsError(thrown)}`);
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => {}); // the first error says more
  }
}

/**
 * Makes a new folder, and its parents. The recursive `mkdir` of Node never ends in a place that takes no folder, such as /proc.
 * @throws CliError for such a place
 */
async function makeFolder(folder: string): Promise<void> {
  const parent = dirname(folder);
  if (!existsSync(parent)) await makeFolder(parent);
  await mkdir(folder).catch((thrown: NodeJS.ErrnoException) => {
    throw thrown.code === 'ENOENT' ? new CliError(`${parent} takes no folder. Name another place.`) : thrown;
  });
}

/** Returns the staging folder of another thread, which moves the files in. */
export async function openStaging(out: string, staging: string): Promise<ItemFolder> {
  const real = await realpath(out).catch(() => resolve(out));
  return stagedFolder(real, staging, FileList.of(real, out, TOOL_FOLDERS)).folder;
}

/** Returns a folder that writes only what differs from the published files. */
function stagedFolder(real: string, staging: string, published: FileList): StagedFolder {
  const others = published.copy();
  let made = '';
  const folder: SiteFolder = {
    read: (path) => (published.has(path) ? readFileSync(join(real, path), 'utf8') : undefined),
    // Another thread can have written it.
    has: (path) => published.has(path) || existsSync(join(staging, path)),
    write(path, content) {
      assertNoPrivateKey(content, path);
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      if (published.has(path)) {
        others.removeFile(path);
        if (isSameFile(join(real, path), bytes)) return;
      }
      const file = join(staging, path);
      if (dirname(file) !== made) mkdirSync((made = dirname(file)), { recursive: true });
      // At once: a queue of writes in the threads of Node takes five times as much of the processor.
      writeFileSync(file, bytes);
    },
    keep(inFolder, names) {
      const complete = published.hasAll(inFolder, names);
      if (complete) others.remove(inFolder, names);
      return complete;
    },
  };
  return { folder, others };
}

/** Compares the sizes first: a changed feed of a large site is not read again. */
const isSameFile = (file: string, bytes: Uint8Array): boolean => statSync(file).size === bytes.length && readFileSync(file).equals(bytes);

interface StagedFolder {
  readonly folder: SiteFolder;
  /** The published files that this build does not have. They can be a person's own. */
  readonly others: FileList;
}

/** Moves the staged files in. From the first rename on, the next build finishes what this one began. */
async function commit(staging: string, real: string): Promise<void> {
  const ready = staging.replace(/\.next-/, '.ready-');
  await mkdir(dirname(real), { recursive: true });
  await rename(staging, ready);
  const entries = await readdir(real).catch(() => []);
  if (entries.length) {
    moveInto(ready, real);
    await rm(ready, { recursive: true });
  } else await rename(ready, real);
}

/** Moves the library first and the feed last, so that a page never needs a file that is not there yet. */
function moveInto(from: string, to: string): void {
  const rank = (name: string) =>
    name === 'assets' ? 0 : name === 'index.html' ? 2 : name === 'feed.json' ? 3 : name === RECORD_FILE ? 4 : 1;
  const entries = readdirSync(from, { withFileTypes: true }).sort((a, b) => rank(a.name) - rank(b.name));
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!entry.isDirectory()) renameSync(source, target);
    else if (lstatSync(target, { throwIfNoEntry: false })) moveInto(source, target);
    else renameSync(source, target);
  }
}

/** Removes what a killed build left beside the folder; finishes it where all of its files are there. */
async function settleLeftovers(real: string): Promise<void> {
  const parent = dirname(real);
  const prefix = `${basename(real)}.`;
  for (const name of await readdir(parent).catch((): string[] => [])) {
    const [, state, pid] = /^(next|ready|last)-(?:(\d+)-)?[\da-f]{8}$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : '') ?? [];
    if (!state) continue;
    if (pid !== undefined && isRunning(Number(pid)))
      throw new CliError(`Another build writes to ${real}. Wait until it ends. If no build runs, delete ${join(parent, name)}.`);
    if (state === 'ready') {
      mkdirSync(real, { recursive: true });
      moveInto(join(parent, name), real);
    }
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** @throws CliError unless the folder is new, empty, one that this tool made, or has only files of hosts */
async function assertOurFolder(real: string, name: string): Promise<void> {
  let entries: string[];
  try {
    entries = await readdir(real);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new CliError(code === 'ENOTDIR' ? `${name} is a file. Name a folder.` : `${name} ${describeFsError(thrown)}`);
  }
  const foreign = entries.filter((entry) => !HOST_FILES.test(entry));
  if (foreign.length && !entries.includes(RECORD_FILE))
    throw new CliError(
      `${name} has files that "placard build" did not make. Nothing was changed. Name an empty folder, or a new one.`,
      EXIT.usage,
      [`The first is ${join(name, foreign.sort()[0]!)}.`],
    );
}

/** Returns whether the folder is a published one, or is inside one. */
export async function isPublished(folder: string): Promise<boolean> {
  const marker = await stat(join(folder, RECORD_FILE)).catch(() => undefined);
  return marker !== undefined || (dirname(folder) !== folder && isPublished(dirname(folder)));
}

function assertNoPrivateKeyIn(file: string, name: string): void {
  if (lstatSync(file).size <= MAX_KEY_FILE_BYTES) assertNoPrivateKey(readFileSync(file), name);
}

function assertNoPrivateKey(content: string | Uint8Array, name: string): void {
  if (!holdsPrivateKey(content)) return;
  const fix = 'Move it out of the folder. If it was published before, make a new pair of keys and inform partners.';
  throw new CliError(`${name} contains a private key. ${fix}`, EXIT.invalid);
}
