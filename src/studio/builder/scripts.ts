/** The files that a snippet loads, with their hashes and their sizes as measured when this page was built. */
import type { Asset } from '../../embed/snippets.js';

export interface Scripts {
  asset(name: string): Asset;
  /** Returns bytes after Brotli; undefined if the file was not measured. */
  weight(name: string): number | undefined;
  /** Returns the path of a lazy chunk, such as a language; undefined if the chunk does not exist. */
  chunk(name: string): string | undefined;
}

/** Returns the address of the folder from which this page loads the card. */
export const libraryFolder = (): string => new URL('./', document.querySelector<HTMLScriptElement>('script[src$="placard.js"]')!.src).href;

/** Returns a function that describes the files in the folder `base`. */
export async function loadScripts(): Promise<(base: string) => Scripts> {
  const [integrity, weights] = (await Promise.all(
    [`${libraryFolder()}integrity.json`, 'weights.json'].map((path) => fetch(path).then((response) => response.json())),
  )) as [Record<string, string>, Record<string, number>];
  return (base) => ({
    // The hash is the same on each host.
    asset: (name) => ({ url: base + name, integrity: integrity[name] }),
    weight: (name) => weights[name],
    chunk: (name) => Object.keys(integrity).find((file) => file.startsWith(`parts/${name}-`)),
  });
}
