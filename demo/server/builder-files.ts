/** The builder's page, its script, bundled from src/studio/builder/, and what the product's files weigh: both made anew whenever the demo starts. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Rollup } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compress = promisify(brotliCompress);

export interface MadeFile {
  readonly type: string;
  readonly body: () => Promise<string>;
}

/** By the path that it is served under. @param built the build of dist/, which the weights are taken from */
export function builderFiles(built: Promise<void>): Record<string, MadeFile> {
  const script = built.then(bundle); // not beside that build: two at once take longer on two cores
  const weights = built.then(weigh);
  for (const file of [script, weights]) file.catch(() => {}); // its request says it
  const page = { type: 'text/html; charset=utf-8', body: () => source('builder.html') };
  return {
    '/builder': page,
    '/builder.html': page,
    '/builder.css': { type: 'text/css; charset=utf-8', body: () => source('builder.css') },
    '/builder.js': { type: 'text/javascript; charset=utf-8', body: () => script },
    '/weights.json': { type: 'application/json', body: async () => JSON.stringify(await weights) },
  };
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
    // One file: the languages of its snapshots are inside.
    build: { write: false, target: 'es2022', lib, rolldownOptions: { output: { codeSplitting: false } } },
  })) as Rollup.RollupOutput[];
  return built[0]!.output[0].code;
}

/** Bytes after Brotli, of those that were built last. */
async function weigh(): Promise<Record<string, number>> {
  const names = Object.keys(JSON.parse(await readFile(`${root}dist/integrity.json`, 'utf8')) as object);
  const weights = await Promise.all(names.map(async (name) => (await compress(await readFile(`${root}dist/${name}`))).length));
  return Object.fromEntries(names.map((name, index) => [name, weights[index]!]));
}
