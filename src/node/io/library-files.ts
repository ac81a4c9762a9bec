/// <reference types="node" />
/** Reads the files of the library that pages load: scripts, style sheets and hashes. */
import { readdir, readFile } from 'node:fs/promises';
import { isLibraryFile, type LibraryFiles } from '../../publish/assets.js';
import { CliError } from './cli-error.js';
import { libraryFolder } from './package-info.js';

/**
 * Returns the files by their path in the package, in alphabetical order.
 * @throws CliError if the library is not installed
 */
export async function readLibraryFiles(): Promise<LibraryFiles> {
  try {
    const folder = libraryFolder();
    const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).filter(isLibraryFile);
    const read = names.sort().map(async (name) => [name, new Uint8Array(await readFile(new URL(name, folder)))] as const);
    const files = new Map(await Promise.all(read));
    if (files.has('placard.js')) return files;
  } catch {
    // The error below has the fix.
  }
  throw new CliError('The library is not installed beside this tool. Install the package again; in a clone, run "npm run build".');
}
