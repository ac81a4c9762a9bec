/** The bundles in dist/, as they are shipped. The tests build them once for all (test/tools/node-tests.mjs), and say so. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function buildBundles(): Promise<void> {
  if (process.env.PLACARD_BUILT) return;
  await build({ root, logLevel: 'warn', build: { emptyOutDir: false } }); // what a full build left in dist/ stays
}
