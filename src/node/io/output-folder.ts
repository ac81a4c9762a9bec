/// <reference types="node" />
/**
 * The folder that is published, written whole or not at all: the new one is made beside the old, of all that the old one held and
 * what is new, and takes its place. What was published once stays, or every snippet that points to it would break.
 */
import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EXIT, CliError } from './cli-error.js';
import { MAX_BYTES } from './http.js';
import { describeFsError } from './read-source.js';
import { holdsPrivateKey } from '../signing/private-key.js';

/** In a folder that this tool made. */
const MARKER_FILE = 'placard-site.json';

export interface Folder {
  /** What was published under a path before; undefined where nothing was. */
  read(path: string): Promise<string | undefined>;
  write(path: string, content: string | Uint8Array): Promise<void>;
}

/**
 * Hands `fill` a copy of what is there, and publishes it when that ends well.
 * @param marker what the marker file says
 * @throws Failure for a folder of somebody else's, which is left as it is
 */
export async function replaceFolderAtomically(out: string, marker: object, fill: (folder: Folder) => Promise<void>): Promise<void> {
  const real = await realpath(out).catch(() => resolve(out)); // a link stays one
  const exists = await isOurFolder(real, out);
  const [staging, backup] = ['next', 'last'].map((name) => `${real}.${name}-${randomBytes(4).toString('hex')}`) as [string, string];
  try {
    await mkdir(dirname(real), { recursive: true });
    if (exists) await cp(real, staging, { recursive: true });
    else await mkdir(staging);
    // Of the copy, which nobody else writes to: what was checked is what is written over.
    await assertPublishable(staging, out);
    await fill(folderAt(staging, out));
    await writeFile(join(staging, MARKER_FILE), `${JSON.stringify(marker, null, 2)}\n`);
    if (exists) await rename(real, backup);
    // An empty folder may be there; one that somebody filled meanwhile makes this fail.
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

/** Whether there is one of ours. @throws Failure where there is anything else but an empty folder */
async function isOurFolder(real: string, name: string): Promise<boolean> {
  let found: string[];
  try {
    found = await readdir(real);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    throw new CliError(code === 'ENOTDIR' ? `${name} is a file. Name a folder.` : `${name} ${describeFsError(thrown)}`);
  }
  if (found.length && !found.includes(MARKER_FILE)) {
    throw new CliError(`${name} holds files that "placard build" did not make, and is left as it is. Name an empty folder, or a new one.`);
  }
  return found.length > 0;
}

/** Whether a folder is one that this tool publishes, or lies within one. */
export async function isPublished(folder: string): Promise<boolean> {
  const found = await stat(join(folder, MARKER_FILE)).catch(() => undefined);
  return found !== undefined || (dirname(folder) !== folder && isPublished(dirname(folder)));
}

/** Refuses links, through which files elsewhere would be written over or published, and private keys. @throws Failure */
async function assertPublishable(root: string, name: string): Promise<void> {
  for (const entry of await readdir(root, { withFileTypes: true })) {
    const [path, shown] = [join(root, entry.name), join(name, entry.name)];
    if (entry.isSymbolicLink()) throw new CliError(`${shown} is a link, and a link may lead out of the folder. Put the file itself there.`);
    if (entry.isDirectory()) await assertPublishable(path, shown);
    else if ((await stat(path)).size <= MAX_BYTES) assertNoPrivateKey(await readFile(path), shown);
  }
}

function assertNoPrivateKey(content: string | Uint8Array, name: string): void {
  if (!holdsPrivateKey(content)) return;
  const advice = 'Move it out of what is published. If it was published before, make another pair of keys and tell partners.';
  throw new CliError(`${name} holds a private key. ${advice}`, EXIT.invalid);
}

function folderAt(root: string, name: string): Folder {
  return {
    read: (path) => readFile(join(root, path), 'utf8').catch(() => undefined),
    write: async (path, content) => {
      const file = join(root, path);
      assertNoPrivateKey(content, join(name, path));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    },
  };
}
