/** Serves the builder. Bundles its script from src/studio/builder/ and measures the files of dist/ for the first request of each. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Rollup } from 'vite';

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
  const script = once(() => built.then(bundle));
  const weights = once(() => built.then(measureFiles));
  const page = { type: 'text/html; charset=utf-8', body: () => source('builder.html') };
  return {
    '/builder': page,
    '/builder.html': page,
    '/builder.css': { type: 'text/css; charset=utf-8', body: () => source('builder.css') },
    '/builder.js': { type: 'text/javascript; charset=utf-8', body: script },
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

async function bundle(): Promise<string> {
  const lib = { entry: 'src/studio/builder/main.ts', formats: ['es' as const] };
  const { build } = await import('vite');
  const built = (await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // One file, which contains the languages of its snapshots.
    build: { write: false, target: 'es2022', lib, rolldownOptions: { output: { codeSplitting: false } } },
  })) as Rollup.RollupOutput[];
  return built[0]!.output[0].code;
}

/** Returns the bytes of each built file after Brotli. */
async function measureFiles(): Promise<Record<string, number>> {
  const names = Object.keys(JSON.parse(await readFile(`${root}dist/integrity.json`, 'utf8')) as object);
  const weights = await Promise.all(names.map(async (name) => (await compress(await readFile(`${root}dist/${name}`))).length));
  return Object.fromEntries(names.map((name, index) => [name, weights[index]!]));
}
