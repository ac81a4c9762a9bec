/** Serves the builder. Its script is the one of the built studio. Measures the files of dist/ for the first request. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compress = promisify(brotliCompress);

export interface ServedFile {
  readonly type: string;
  readonly body: () => Promise<string>;
}

/**
 * Returns the files by their path.
 * @param built resolves when dist/ is built
 */
export function builderFiles(built: Promise<void>): Record<string, ServedFile> {
  const weights = once(() => built.then(measureFiles));
  const page = { type: 'text/html; charset=utf-8', body: builderPage };
  return {
    '/builder': page,
    '/builder.html': page,
    '/builder.css': { type: 'text/css; charset=utf-8', body: () => source('builder.css') },
    // The builder asks the host of a feed for this record of `placard build`. A browser logs each missing file.
    '/placard-site.json': { type: 'application/json', body: () => Promise.resolve('{}') },
    '/weights.json': { type: 'application/json', body: async () => JSON.stringify(await weights()) },
  };
}

/** Returns a function that makes its value once. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

const source = (name: string) => readFile(`${root}src/studio/builder/${name}`, 'utf8');

/** The demo has the studio in a folder. */
async function builderPage(): Promise<string> {
  return (await source('builder.html')).replace('src="builder.js"', 'src="studio/builder.js"');
}

/** Returns the bytes of each built file after Brotli. */
async function measureFiles(): Promise<Record<string, number>> {
  const names = Object.keys(JSON.parse(await readFile(`${root}dist/integrity.json`, 'utf8')) as object);
  const weights = await Promise.all(names.map(async (name) => (await compress(await readFile(`${root}dist/${name}`))).length));
  return Object.fromEntries(names.map((name, index) => [name, weights[index]!]));
}
