/** The library's files in a folder of their own, which never changes. A later version gets another folder. */
import type { Asset } from '../embed/snippets.js';
import { sha256Hex, sha384Integrity } from './hash.js';

/** The library's files by their path in its package. */
export type LibraryFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Matches the files that pages load: scripts, style sheets and hashes, and their licences. */
const LIBRARY_FILE = /^(placard([-.]\w+)*\.(js|css|md)|integrity\.json|parts\/.*\.js)$/;

/** @param name the path in the package of the library */
export const isLibraryFile = (name: string): boolean => LIBRARY_FILE.test(name);

export interface Assets {
  /** Path of the folder in the site. */
  readonly folder: string;
  /** Returns the address and the hash of a file by its name. */
  asset(name: string): Asset;
}

/** Returns where the site has the library's files. */
export async function createAssets(library: LibraryFiles, version: string, base: string): Promise<Assets> {
  const folder = `assets/${version}-${(await sha256Hex(withNames(library))).slice(0, 8)}`;
  const assets = new Map<string, Asset>();
  for (const [name, bytes] of library) assets.set(name, { url: `${base}${folder}/${name}`, integrity: await sha384Integrity(bytes) });
  return { folder, asset: (name) => assets.get(name)! };
}

/** Returns all files in one, each behind its name and its length. */
function withNames(library: LibraryFiles): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = [...library].flatMap(([name, bytes]) => [encoder.encode(`${name}\0${bytes.length}\0`), bytes]);
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
