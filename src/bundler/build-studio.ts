/**
 * Builds the studio: a folder of static files, which works from any host. It contains the library's files too, because a site that the
 * studio publishes has them.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { transform } from 'esbuild';
import { build } from 'vite';
import { isLibraryFile } from '../publish/assets.js';
import { compileValidators } from './compile-validators.js';
import { filesBelow } from './files-below.js';
import { LIBRARY_FOLDER, ROOT, STUDIO_FOLDER, version } from './packages.js';

const SOURCE = join(ROOT, 'src/studio');
/** Files that the page names. */
const STATIC_FILES = ['index.html', 'studio.css', 'icon.svg', 'builder/builder.css'];

/** The library is built already. */
export async function buildStudio(outDir: string = join(ROOT, STUDIO_FOLDER)): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    base: './',
    resolve: { conditions: ['module', 'browser', 'production'] },
    plugins: [compileValidators()],
    build: {
      outDir,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000, // kB; the app is loaded once, and then from the browser's storage
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: { studio: join(SOURCE, 'main.ts'), builder: join(SOURCE, 'builder/main.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js', minify: true },
      },
    },
  });
  for (const name of STATIC_FILES) await copyFile(join(SOURCE, name), join(outDir, basename(name)));
  await writeFile(join(outDir, 'builder.html'), await builderPage());
  const library = await copyLibrary(outDir);
  await writeFile(join(outDir, 'weights.json'), JSON.stringify(await weigh(outDir, library)));
  const files = filesBelow(outDir).filter((name) => !name.startsWith('library/'));
  const list = { version, files, library };
  await writeFile(join(outDir, 'files.json'), `${JSON.stringify(list, null, 2)}\n`);
  await writeFile(join(outDir, 'worker.js'), await buildWorker({ ...list, hash: await hashOf(outDir, files) }));
}

/** Returns the bytes of each script and style sheet after Brotli, which the builder shows. */
async function weigh(outDir: string, library: readonly string[]): Promise<Record<string, number>> {
  const compress = promisify(brotliCompress);
  const weights = library.map(async (name) => [name, (await compress(await readFile(join(outDir, 'library', name)))).length] as const);
  return Object.fromEntries(await Promise.all(weights));
}

async function buildWorker(list: object): Promise<string> {
  const { code } = await transform(await readFile(join(SOURCE, 'worker.ts'), 'utf8'), {
    loader: 'ts',
    format: 'iife',
    minify: true,
    define: { APP_FILES: JSON.stringify(list) },
  });
  return code;
}

/** Returns a hash of all files, so that a browser gets a new worker with each change. */
async function hashOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of files) hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Returns the page of the builder with the addresses of this folder. The demo has the library in `dist/`, and the studio as its first page. */
async function builderPage(): Promise<string> {
  const page = await readFile(join(SOURCE, 'builder/builder.html'), 'utf8');
  return page
    .replace(' data-sample="feed.json"', '') // only the demo has one
    .replace('src="dist/', 'src="library/')
    .replace('href="picture.svg"', 'href="icon.svg"')
    .replace('<a href="docs/partners.html">Help</a>', '');
}

/** Returns the names of the library's files, in the order of `placard build`. */
async function copyLibrary(outDir: string): Promise<string[]> {
  const from = join(ROOT, LIBRARY_FOLDER);
  const names = filesBelow(from).filter(isLibraryFile);
  for (const name of names) {
    const to = join(outDir, 'library', name);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, await readFile(join(from, name)));
  }
  return names;
}
