/// <reference types="node" />
/** The scripts and the style sheet that pages load, in a folder of their own that never changes: a later version gets another. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Asset } from '../../embed/snippets.js';
import { CliError } from './cli-error.js';
import { libraryFolder, version } from './package-info.js';
import type { Folder } from './output-folder.js';

const FILES = /^(placard([-.]\w+)*\.(js|css|md)|integrity\.json|parts\/.*\.js)$/;

export interface Bundles {
  /** Path of the folder within the site. */
  readonly folder: string;
  /** By the name of the file. */
  asset(name: string): Asset;
}

/** @param extra further files, by name: the pages' own style sheet */
export async function writeBundles(folder: Folder, base: string): Promise<Bundles> {
  const files = await readLibraryFiles();
  const sum = createHash('sha256');
  for (const [name, bytes] of files) sum.update(`${name}\0${bytes.length}\0`).update(bytes);
  const path = `assets/${version}-${sum.digest('hex').slice(0, 8)}`;
  for (const [name, bytes] of files) await folder.write(`${path}/${name}`, bytes);
  return {
    folder: path,
    asset(name) {
      const bytes = files.get(name)!;
      return { url: `${base}${path}/${name}`, integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}` };
    },
  };
}

async function readLibraryFiles(): Promise<Map<string, Buffer>> {
  try {
    const folder = libraryFolder();
    const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).filter((name) => FILES.test(name));
    const read = names.sort().map(async (name) => [name, await readFile(new URL(name, folder))] as const);
    const files = new Map(await Promise.all(read));
    if (files.has('placard.js')) return files;
  } catch {
    // Told below.
  }
  throw new CliError('The bundles are missing beside this tool. Install the package again; in its source, run "npm run build".');
}
