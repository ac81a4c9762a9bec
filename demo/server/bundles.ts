/** The bundles in dist/, as they are shipped: built where a source is newer than they are. */
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that the bundles are made from. */
const SOURCES = ['src', 'vite.config.ts', 'package.json', 'package-lock.json'];

export async function buildBundles(): Promise<void> {
  if (areFresh()) return;
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn', build: { emptyOutDir: false } }); // what a full build left in dist/ stays
}

function areFresh(): boolean {
  const built = statSync(`${root}dist/integrity.json`, { throwIfNoEntry: false });
  return built !== undefined && SOURCES.every((path) => newest(root + path) < built.mtimeMs);
}

/** ms since 1970; a folder's own time tells of files that were taken away */
function newest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}
