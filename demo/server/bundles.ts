/** Builds the bundles in dist/ and the studio in dist-studio/ if a source is newer. */
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The sources of the bundles. */
const SOURCES = ['src', 'vite.config.ts', 'package.json', 'package-lock.json'];

export async function buildBundles(): Promise<void> {
  if (areFresh()) return;
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn', build: { emptyOutDir: false } }); // keeps the files of a full build
  await (await import('../../src/bundler/build-studio.js')).buildStudio();
}

function areFresh(): boolean {
  const [bundles, built] = ['dist/integrity.json', 'dist-studio/files.json'].map((path) =>
    statSync(root + path, { throwIfNoEntry: false }),
  );
  return (
    bundles !== undefined &&
    built !== undefined &&
    bundles.mtimeMs <= built.mtimeMs &&
    SOURCES.every((path) => newest(root + path) < built.mtimeMs)
  );
}

/** Returns the latest change in ms since 1970. Includes the time of folders, which changes when a file is deleted. */
function newest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}
