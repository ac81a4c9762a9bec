/// <reference types="node" />
/**
 * The folder that is published, written whole or not at all: the new one is made beside the old, of all that the old one held and
 * what is new, and takes its place. What was published once stays, or every snippet that points to it would break.
 */
import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.js';
import { fileFault } from '../source.js';

/** In a folder that this tool made. */
const MARKER = 'placard-site.json';

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
export async function publishFolder(out: string, marker: object, fill: (folder: Folder) => Promise<void>): Promise<void> {
  const real = await realpath(out).catch(() => resolve(out)); // a link stays one
  const known = await own(real, out);
  const [next, last] = ['next', 'last'].map((name) => `${real}.${name}-${randomBytes(4).toString('hex')}`) as [string, string];
  try {
    await mkdir(dirname(real), { recursive: true });
    if (known) await cp(real, next, { recursive: true });
    else await mkdir(next);
    await fill(folderAt(next));
    await writeFile(join(next, MARKER), `${JSON.stringify(marker, null, 2)}\n`);
    if (known) await rename(real, last);
    // An empty folder may be there; one that somebody filled meanwhile makes this fail.
    await rename(next, real).catch(async (thrown: unknown) => {
      if (known) await rename(last, real);
      throw thrown;
    });
  } catch (thrown) {
    if (thrown instanceof Failure || !(thrown as NodeJS.ErrnoException).code) throw thrown;
    throw new Failure(`${out} ${fileFault(thrown)}`);
  } finally {
    await rm(next, { recursive: true, force: true });
    await rm(last, { recursive: true, force: true });
  }
}

/** Whether there is one of ours. @throws Failure where there is anything else but an empty folder */
async function own(real: string, name: string): Promise<boolean> {
  let found: string[];
  try {
    found = await readdir(real);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    throw new Failure(code === 'ENOTDIR' ? `${name} is a file. Name a folder.` : `${name} ${fileFault(thrown)}`);
  }
  if (found.length && !found.includes(MARKER)) {
    throw new Failure(`${name} holds files that "placard build" did not make, and is left as it is. Name an empty folder, or a new one.`);
  }
  return found.length > 0;
}

function folderAt(root: string): Folder {
  return {
    read: (path) => readFile(join(root, path), 'utf8').catch(() => undefined),
    write: async (path, content) => {
      const file = join(root, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    },
  };
}
