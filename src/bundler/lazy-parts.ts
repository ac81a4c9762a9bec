/**
 * A Vite plugin for the lazy parts of the bundles. Each `loadChunk(name, () => import(module))` is built by itself, whole, before
 * what loads it; in the call, its file and its hash take the place of name and import, and src/client/load-chunk-with-integrity.ts does the
 * loading. Writes `integrity.json`, with the hash of every script of the bundle, for those who paste an `integrity` attribute.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { compactLocales } from './compact-locales.js';
import { minifyTemplates } from './minify-templates.js';

/** What a call of `loadChunk` looks like to a parser. */
interface Call {
  start: number;
  end: number;
  name: string;
  module: string;
}
interface Part {
  file: string;
  integrity: string;
  code: string;
  licences: string;
}

const PLAIN = '/src/client/load-chunk.ts';
/** Where a bundle came from: only while it is first run can a classic script know. */
const ADDRESS: Record<string, string> = { es: 'import.meta.url', iife: "Reflect.get(Document.prototype, 'currentScript', document)?.src" };

export const integrityOf = (bytes: string | Uint8Array, hash = 'sha384') => `${hash}-${createHash(hash).update(bytes).digest('base64')}`;

/** @param shared what parts are built with, as the bundle is */
export function lazyParts(shared: Pick<NonNullable<InlineConfig['build']>, 'target'>): Plugin {
  const parts = new Map<string, Promise<Part>>();
  const hashes: Record<string, string> = {};
  return {
    name: 'lazy-parts',

    load: (id) => (id.endsWith(PLAIN) ? readFileSync(id.replace(PLAIN, '/src/client/load-chunk-with-integrity.ts'), 'utf8') : null),

    async transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || id.endsWith(PLAIN) || !code.includes('loadChunk(')) return;
      let edited = code;
      for (const { start, end, name, module } of calls(this.parse(code)).toReversed()) {
        const entry = await this.resolve(module, id);
        if (!entry) this.error(`There is no ${module} to load lazily.`);
        if (!parts.has(entry.id)) parts.set(entry.id, buildPart(name, entry.id, shared));
        const part = await parts.get(entry.id)!;
        this.emitFile({ type: 'asset', fileName: part.file, source: part.code });
        if (part.licences) this.emitFile({ type: 'asset', fileName: `parts/${name}.licenses.md`, source: part.licences });
        edited = `${edited.slice(0, start)}loadChunk('${part.file}', '${part.integrity}')${edited.slice(end)}`;
      }
      if (/loadChunk\([^)]*=>/.test(edited)) this.error(`A call of loadChunk in ${id} is none that can be built.`);
      return { code: edited, map: null };
    },

    generateBundle(_options, bundle) {
      const split = Object.values(bundle).find((file) => file.type === 'chunk' && !file.isEntry);
      if (split) this.error(`${split.fileName} would be loaded without a hash: bring it by loadChunk().`);
    },

    renderChunk: (code, _chunk, { format }) => code.replaceAll('PLACARD_SCRIPT', ADDRESS[format]!),

    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => name.endsWith('.js'))) {
        hashes[file] = integrityOf(readFileSync(join(dir, file)));
      }
      const sorted = Object.fromEntries(Object.entries(hashes).sort());
      writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(sorted, null, 2)}\n`);
    },
  };
}

/** The calls of `loadChunk` with a name and an import, in the order of the file. */
function calls(node: unknown, found: Call[] = []): Call[] {
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
  for (const value of Object.values(node)) calls(value, found);
  return found;
}

async function buildPart(name: string, entry: string, shared: InlineConfig['build']): Promise<Part> {
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
  const integrity = integrityOf(code, 'sha256'); // a hash does not compress, and there are a dozen
  const file = `parts/${name}-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
  return {
    file,
    integrity,
    code,
    licences: licences?.type === 'asset' && /^## /m.test(String(licences.source)) ? String(licences.source) : '',
  };
}
