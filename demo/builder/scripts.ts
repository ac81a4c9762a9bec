/** The files that a snippet refers to: their hashes, and what they weigh, as measured where this page was built. */
import type { Asset } from '../../src/embed/snippets.js';

export interface Scripts {
  asset(name: string): Asset;
  /** Bytes after Brotli; 0 where nobody measured. */
  weight(name: string): number;
}

export async function loadScripts(): Promise<(base: string) => Scripts> {
  const [integrity, weights] = (await Promise.all(
    ['dist/integrity.json', 'weights.json'].map((path) => fetch(path).then((response) => response.json())),
  )) as [Record<string, string>, Record<string, number>];
  return (base) => ({
    // Wherever they are hosted, they are these files.
    asset: (name) => ({ url: base + name, integrity: integrity[name] }),
    weight: (name) => weights[name] ?? 0,
  });
}
