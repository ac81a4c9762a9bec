/** The library's files, which each site has. They are beside the app, so that they are there offline too. */
import type { LibraryFiles } from '../../publish/assets.js';

interface AppFiles {
  readonly version: string;
  readonly library: readonly string[];
}

export interface Library {
  readonly files: LibraryFiles;
  readonly version: string;
}

let loaded: Promise<Library> | undefined;

/** Loads the files once. The next call after a failure tries again. */
export function loadLibrary(): Promise<Library> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(): Promise<Library> {
  const { version, library } = (await (await ownFile('files.json')).json()) as AppFiles;
  const read = library.map(async (name) => [name, new Uint8Array(await (await ownFile(`library/${name}`)).arrayBuffer())] as const);
  return { version, files: new Map(await Promise.all(read)) };
}

async function ownFile(path: string): Promise<Response> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path} is missing beside the app.`);
  return response;
}
