/**
 * A Vite plugin that builds the lazy chunks of the bundles. Each `loadChunk(name, () => import(module))` becomes a file of its own.
 * In the call, the file and its hash replace the name and the import, and src/client/load-chunk-with-integrity.ts loads the file.
 * Writes `integrity.json`, which contains the hash of each script for `integrity` attributes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { buildChunk, integrityOf, modulesOf, type Chunk, type Shared } from './build-chunk.js';
import { RARE_ENTRY, rareModules } from './rare-modules.js';

/** A call of `loadChunk` in the source. */
interface Call {
  start: number;
  end: number;
  name: string;
  module: string;
}

const PLAIN = '/src/client/load-chunk.ts';
/** The URL of a bundle, by its format. A classic script can read it only during its first run. */
const SCRIPT_URL: Record<string, string> = {
  es: 'import.meta.url',
  iife: "Reflect.get(Document.prototype, 'currentScript', document)?.src",
};

/**
 * @param entry the entry of the bundle
 * @param shared options for the chunks, as for the bundle
 */
export function lazyChunks(entry: string, shared: Shared): Plugin {
  const hashes: Record<string, string> = {};
  return {
    ...replaceCalls(entry, shared),
    name: 'lazy-chunks',

    load: (id) => (id.endsWith(PLAIN) ? readFileSync(id.replace(PLAIN, '/src/client/load-chunk-with-integrity.ts'), 'utf8') : null),

    generateBundle(_options, bundle) {
      const split = Object.values(bundle).find((file) => file.type === 'chunk' && !file.isEntry);
      if (split) this.error(`${split.fileName} would load without a hash. Load it with loadChunk().`);
    },

    renderChunk: (code, _chunk, { format }) => code.replaceAll('PLACARD_SCRIPT', SCRIPT_URL[format]!),

    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => name.endsWith('.js'))) {
        hashes[file] = integrityOf(readFileSync(join(dir, file)));
      }
      const sorted = Object.fromEntries(Object.entries(hashes).sort());
      writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(sorted, null, 2)}\n`);
    },
  };
}

/** Returns a plugin that builds the chunks, and replaces the calls that load them. */
function replaceCalls(entry: string, shared: Shared): Plugin {
  const chunks = new Map<string, Promise<Chunk>>();
  let bundled: Promise<Set<string>> | undefined;
  const plugin: Plugin = {
    name: 'replace-calls',
    async transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || id.endsWith(PLAIN) || !code.includes('loadChunk(')) return;
      let edited = code;
      for (const { start, end, name, module } of findCalls(this.parse(code)).toReversed()) {
        const found = await this.resolve(module, id);
        if (!found) this.error(`The lazy module ${module} does not exist.`);
        bundled ??= modulesOf(entry, shared);
        // The bundle has only the calls of the rare modules.
        const within = found.id === RARE_ENTRY ? [...(await bundled)].filter((one) => !rareModules().has(one)) : await bundled;
        if (!chunks.has(found.id)) chunks.set(found.id, buildChunk(name, found.id, new Set(within), [plugin], shared));
        const { file, integrity, taken, files } = await chunks.get(found.id)!;
        for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
        const locals = taken.map((_, index) => `${name}_${index}`);
        const imports = taken.map(
          ({ module: from, member }, index) => `import {${member} as ${locals[index]}} from ${JSON.stringify(from)};`,
        );
        edited = `${imports.join('')}${edited.slice(0, start)}loadChunk('${file}', '${integrity}', [${locals}])${edited.slice(end)}`;
      }
      if (/loadChunk\([^)]*=>/.test(edited))
        this.error(`Cannot build a call of loadChunk in ${id}. Use loadChunk('name', () => import('module')).`);
      return { code: edited, map: null };
    },
  };
  return plugin;
}

/** Returns the calls of `loadChunk` with a name and an import, in the order of the file. */
function findCalls(node: unknown, found: Call[] = []): Call[] {
  if (typeof node !== 'object' || node === null) return found;
  const call = node as {
    type?: string;
    start: number;
    end: number;
    callee?: { name?: string };
    arguments?: [{ value?: string }?, { body?: { type?: string; source?: { value?: string } } }?];
  };
  if (call.type === 'CallExpression' && call.callee?.name === 'loadChunk') {
    const [name, load] = call.arguments ?? [];
    const module = load?.body?.type === 'ImportExpression' && load.body.source?.value;
    if (name?.value && module) found.push({ start: call.start, end: call.end, name: name.value, module });
  }
  for (const value of Object.values(node)) findCalls(value, found);
  return found;
}
