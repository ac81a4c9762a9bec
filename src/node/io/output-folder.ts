/// <reference types="node" />
/**
 * Replaces the published folder in one step. The new folder is made beside the old one, with all its files and the new ones.
 * Published files stay, because snippets on other sites point to them.
 */
import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ReadPublished } from '../../publish/build-site.js';
import { CliError, EXIT } from './cli-error.js';
import { MAX_BYTES } from './http.js';
import { describeFsError } from './read-source.js';
import { holdsPrivateKey } from '../signing/private-key.js';

/** Marks a folder that this tool made. */
const MARKER_FILE = 'placard-site.json';

type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * Writes the files that `createFiles` returns into a copy of the folder, and replaces the folder by the copy.
 * @param marker content of the marker file
 * @throws CliError for a folder that this tool did not make; the folder stays as it is
 */
export async function replaceFolderAtomically(
  out: string,
  marker: object,
  createFiles: (readPublished: ReadPublished) => Promise<Files>,
): Promise<void> {
  const real = await realpath(out).catch(() => resolve(out)); // a link stays a link
  const exists = await isOurFolder(real, out);
  const [staging, backup] = ['next', 'last'].map((name) => `${real}.${name}-${randomBytes(4).toString('hex')}`) as [string, string];
  try {
    await mkdir(dirname(real), { recursive: true });
    if (exists) await cp(real, staging, { recursive: true });
    else await mkdir(staging);
    // Checks the copy, which no other program changes.
    await assertPublishable(staging, out);
    const files = await createFiles((path) => readFile(join(staging, path), 'utf8').catch(() => undefined));
    await writeFiles(staging, out, files);
    await writeFile(join(staging, MARKER_FILE), `${JSON.stringify(marker, null, 2)}\n`);
    if (exists) await rename(real, backup);
    // Fails if another program has put files into the folder.
    await rename(staging, real).catch(async (thrown: unknown) => {
      if (exists) await rename(backup, real);
      throw thrown;
    });
  } catch (thrown) {
    if (thrown instanceof CliError || !(thrown as NodeJS.ErrnoException).code) throw thrown;
    throw new CliError(`${out} ${describeFsError(thrown)}`);
  } finally {
    await rm(staging, { recursive: true, force: true });
    await rm(backup, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, name: string, files: Files): Promise<void> {
  for (const [path, content] of files) {
    const file = join(folder, path);
    assertNoPrivateKey(content, join(name, path));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/**
 * Returns whether the folder is one that this tool made.
 * @throws CliError for anything else but an empty folder
 */
async function isOurFolder(real: string, name: string): Promise<boolean> {
  let entries: string[];
  try {
    entries = await readdir(real);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    throw new CliError(code === 'ENOTDIR' ? `${name} is a file. Name a folder.` : `${name} ${describeFsError(thrown)}`);
  }
  if (entries.length && !entries.includes(MARKER_FILE))
    throw new CliError(`${name} has files that "placard build" did not make. Nothing was changed. Name an empty folder, or a new one.`);
  return entries.length > 0;
}

/** Returns whether the folder is a published one, or is inside one. */
export async function isPublished(folder: string): Promise<boolean> {
  const marker = await stat(join(folder, MARKER_FILE)).catch(() => undefined);
  return marker !== undefined || (dirname(folder) !== folder && isPublished(dirname(folder)));
}

/** @throws CliError for a link, which could publish or overwrite a file elsewhere, and for a private key */
async function assertPublishable(root: string, name: string): Promise<void> {
  for (const entry of await readdir(root, { withFileTypes: true })) {
    const [path, shown] = [join(root, entry.name), join(name, entry.name)];
    if (entry.isSymbolicLink()) throw new CliError(`${shown} is a link, which can lead out of the folder. Replace it by the file itself.`);
    if (entry.isDirectory()) await assertPublishable(path, shown);
    else if ((await stat(path)).size <= MAX_BYTES) assertNoPrivateKey(await readFile(path), shown);
  }
}

function assertNoPrivateKey(content: string | Uint8Array, name: string): void {
  if (!holdsPrivateKey(content)) return;
  const fix = 'Move it out of the folder. If it was published before, make a new pair of keys and inform partners.';
  throw new CliError(`${name} contains a private key. ${fix}`, EXIT.invalid);
}
