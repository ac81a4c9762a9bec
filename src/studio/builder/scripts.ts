/** The files that a snippet refers to: their hashes, and what they weigh, as measured where this page was built. */
import type { Asset } from '../../embed/snippets.js';

export interface Scripts {
  asset(name: string): Asset;
  /** Bytes after Brotli; undefined where nobody measured. */
  weight(name: string): number | undefined;
  /** The file of a part that is loaded where it is needed, such as a language's; undefined where there is none. */
  part(name: string): string | undefined;
}

export async function loadScripts(): Promise<(base: string) => Scripts> {
  const [integrity, weights] = (await Promise.all(
    ['dist/integrity.json', 'weights.json'].map((path) => fetch(path).then((response) => response.json())),
  )) as [Record<string, string>, Record<string, number>];
  return (base) => ({
    // Wherever they are hosted, they are these files.
    asset: (name) => ({ url: base + name, integrity: integrity[name] }),
    weight: (name) => weights[name],
    part: (name) => Object.keys(integrity).find((file) => file.startsWith(`parts/${name}-`)),
  });
}
