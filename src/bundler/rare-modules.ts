/**
 * A Vite plugin that leaves out of the bundles what few cards need. src/elements/rare-chunk.ts lists it, and its functions are a lazy
 * chunk. In a bundle, each of them throws `ChunkMissing` until the chunk is loaded, and its caller runs again after that.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from './packages.js';

export const RARE_ENTRY = join(ROOT, 'src/elements/rare-chunk.ts');
const REGISTRY = join(ROOT, 'src/feed/chunk-missing.ts');

/** Returns the names of the functions of each module in the chunk, by the path of the module. */
export function rareModules(): Map<string, string[]> {
  const lines = readFileSync(RARE_ENTRY, 'utf8').matchAll(/^export \{ ([\w, ]+) \} from '([^']+)';$/gm);
  return new Map(
    [...lines].map(([, names, path]) => [join(dirname(RARE_ENTRY), path!.replace(/\.js$/, '.ts')), names!.split(', ')] as const),
  );
}

export function leaveOutRareModules(): Plugin {
  const modules = rareModules();
  return {
    name: 'leave-out-rare-modules',
    enforce: 'pre',
    load(id) {
      const names = modules.get(id);
      if (!names) return null;
      const functions = names.map((name) => `export const ${name} = (...given) => rare().${name}(...given);\n`);
      return `import { rare } from ${JSON.stringify(REGISTRY)};\n${functions.join('')}`;
    },
  };
}
