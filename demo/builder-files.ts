/** The builder's script, bundled from demo/builder/, and what the product's files weigh: both made anew whenever the demo starts. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build, type Rollup } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const compress = promisify(brotliCompress);

/** By the path that it is served under; after the build of dist/. */
export async function builderFiles(): Promise<Record<string, { type: string; body: string }>> {
  const [script, weights] = await Promise.all([bundle(), weigh()]);
  return {
    '/builder.js': { type: 'text/javascript; charset=utf-8', body: script },
    '/weights.json': { type: 'application/json', body: JSON.stringify(weights) },
  };
}

async function bundle(): Promise<string> {
  const lib = { entry: 'demo/builder/main.ts', formats: ['es' as const] };
  const built = (await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', lib },
  })) as Rollup.RollupOutput[];
  return built[0]!.output[0].code;
}

/** Bytes after Brotli, of those that were built last. */
async function weigh(): Promise<Record<string, number>> {
  const names = Object.keys(JSON.parse(await readFile(`${root}dist/integrity.json`, 'utf8')) as object);
  const weights = await Promise.all(names.map(async (name) => (await compress(await readFile(`${root}dist/${name}`))).length));
  return Object.fromEntries(names.map((name, index) => [name, weights[index]!]));
}
