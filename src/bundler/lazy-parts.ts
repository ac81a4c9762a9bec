/**
 * A Vite plugin that builds the lazy chunks of the bundles. Each `loadChunk(name, () => import(module))` becomes a complete file of its own.
 * In the call, the file and its hash replace the name and the import, and src/client/load-chunk-with-integrity.ts loads the file.
 * Writes `integrity.json`, which contains the hash of each script for `integrity` attributes.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { compactLocales } from './compact-locales.js';
import { minifyTemplates } from './minify-templates.js';

/** A call of `loadChunk` in the source. */
interface Call {
  start: number;
  end: number;
  name: string;
  module: string;
}
interface Chunk {
  file: string;
  integrity: string;
  code: string;
  licences: string;
}

const PLAIN = '/src/client/load-chunk.ts';
/** The URL of a bundle, by its format. A classic script can read it only during its first run. */
const SCRIPT_URL: Record<string, string> = {
  es: 'import.meta.url',
  iife: "Reflect.get(Document.prototype, 'currentScript', document)?.src",
};

export const integrityOf = (bytes: string | Uint8Array, hash = 'sha384') => `${hash}-${createHash(hash).update(bytes).digest('base64')}`;

/** @param shared options for the chunks, as for the bundle */
export function lazyParts(shared: Pick<NonNullable<InlineConfig['build']>, 'target'>): Plugin {
  const chunks = new Map<string, Promise<Chunk>>();
  const hashes: Record<string, string> = {};
  return {
    name: 'lazy-parts',

    load: (id) => (id.endsWith(PLAIN) ? readFileSync(id.replace(PLAIN, '/src/client/load-chunk-with-integrity.ts'), 'utf8') : null),

    async transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || id.endsWith(PLAIN) || !code.includes('loadChunk(')) return;
      let edited = code;
      for (const { start, end, name, module } of findCalls(this.parse(code)).toReversed()) {
        const entry = await this.resolve(module, id);
        if (!entry) this.error(`The lazy module ${module} does not exist.`);
        if (!chunks.has(entry.id)) chunks.set(entry.id, buildChunk(name, entry.id, shared));
        const chunk = await chunks.get(entry.id)!;
        this.emitFile({ type: 'asset', fileName: chunk.file, source: chunk.code });
        if (chunk.licences) this.emitFile({ type: 'asset', fileName: `parts/${name}.licenses.md`, source: chunk.licences });
        edited = `${edited.slice(0, start)}loadChunk('${chunk.file}', '${chunk.integrity}')${edited.slice(end)}`;
      }
      if (/loadChunk\([^)]*=>/.test(edited))
        this.error(`Cannot build a call of loadChunk in ${id}. Use loadChunk('name', () => import('module')).`);
      return { code: edited, map: null };
    },

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

async function buildChunk(name: string, entry: string, shared: InlineConfig['build']): Promise<Chunk> {
  const [{ output }] = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [minifyTemplates(), compactLocales()],
    build: {
      ...shared,
      write: false,
      reportCompressedSize: false,
      lib: { entry, formats: ['es'] },
      license: { fileName: 'licences.md' },
      rolldownOptions: { checks: { pluginTimings: false }, output: { minify: true, codeSplitting: false, comments: { legal: true } } },
    },
  })) as [Rollup.RollupOutput];
  const [{ code }] = output;
  const licences = output.find(({ fileName }) => fileName === 'licences.md');
  const integrity = integrityOf(code, 'sha256'); // shorter than sha384: a hash does not compress, and the bundle contains a dozen
  const file = `parts/${name}-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
  return {
    file,
    integrity,
    code,
    licences: licences?.type === 'asset' && /^## /m.test(String(licences.source)) ? String(licences.source) : '',
  };
}
