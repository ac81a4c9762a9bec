/**
 * A Vite plugin that builds the lazy parts of the bundles. Each `loadChunk(name, () => import(module))` becomes a file of its own.
 * In the call, the file and its hash replace the name and the import, and src/client/load-chunk-with-integrity.ts loads the file.
 * Writes `integrity.json`, which contains the hash of each script for `integrity` attributes.
 *
 * A part does not repeat the modules of the bundle. It cannot import them either: the address of the bundle may have a query, or the
 * bundle is a classic script. So a part is a function, and the call passes what the part takes from the bundle.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, parseAst, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { compactLocales } from './compact-locales.js';
import { compileValidators } from './compile-validators.js';
import { minifyTemplates } from './minify-templates.js';

/** A call of `loadChunk` in the source. */
interface Call {
  start: number;
  end: number;
  name: string;
  module: string;
}
/** A member of a module of the bundle, which a part uses. */
interface Taken {
  module: string;
  member: string;
}
interface Part {
  file: string;
  integrity: string;
  code: string;
  licences: string;
  taken: Taken[];
}
type Shared = Pick<NonNullable<InlineConfig['build']>, 'target'>;

const PLAIN = '/src/client/load-chunk.ts';
/** The URL of a bundle, by its format. A classic script can read it only during its first run. */
const SCRIPT_URL: Record<string, string> = {
  es: 'import.meta.url',
  iife: "Reflect.get(Document.prototype, 'currentScript', document)?.src",
};

export const integrityOf = (bytes: string | Uint8Array, hash = 'sha384') => `${hash}-${createHash(hash).update(bytes).digest('base64')}`;

/**
 * @param entry the entry of the bundle
 * @param shared options for the parts, as for the bundle
 */
export function lazyParts(entry: string, shared: Shared): Plugin {
  const parts = new Map<string, Promise<Part>>();
  const hashes: Record<string, string> = {};
  let bundled: Promise<Set<string>>;
  return {
    name: 'lazy-parts',

    buildStart() {
      bundled = modulesOf(entry, shared);
    },

    load: (id) => (id.endsWith(PLAIN) ? readFileSync(id.replace(PLAIN, '/src/client/load-chunk-with-integrity.ts'), 'utf8') : null),

    async transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || id.endsWith(PLAIN) || !code.includes('loadChunk(')) return;
      let edited = code;
      const imports: string[] = [];
      for (const { start, end, name, module } of findCalls(this.parse(code)).toReversed()) {
        const found = await this.resolve(module, id);
        if (!found) this.error(`The lazy module ${module} does not exist.`);
        if (!parts.has(found.id))
          parts.set(
            found.id,
            bundled.then((all) => buildPart(name, found.id, all, shared)),
          );
        const part = await parts.get(found.id)!;
        this.emitFile({ type: 'asset', fileName: part.file, source: part.code });
        if (part.licences) this.emitFile({ type: 'asset', fileName: `parts/${name}.licenses.md`, source: part.licences });
        const given = part.taken.map(({ module: from, member }, index) => {
          imports.push(`import { ${member} as ${name}_${index} } from ${JSON.stringify(from)};`);
          return `${name}_${index}`;
        });
        edited = `${edited.slice(0, start)}loadChunk('${part.file}', '${part.integrity}', [${given}])${edited.slice(end)}`;
      }
      if (/loadChunk\([^)]*=>/.test(edited))
        this.error(`Cannot build a call of loadChunk in ${id}. Use loadChunk('name', () => import('module')).`);
      return { code: imports.join('') + edited, map: null };
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

/** Returns the modules of a bundle, without those of its parts. */
async function modulesOf(entry: string, shared: Shared): Promise<Set<string>> {
  const modules = new Set<string>();
  const collect: Plugin = {
    name: 'collect-modules',
    resolveDynamicImport: (specifier) => ({ id: String(specifier), external: true }),
    moduleParsed: ({ id }) => void modules.add(id),
  };
  await buildOne(entry, [compileValidators(), collect], { ...shared });
  return modules;
}

async function buildPart(name: string, entry: string, bundled: ReadonlySet<string>, shared: Shared): Promise<Part> {
  const modules: string[] = [];
  const fromBundle: Plugin = {
    name: 'from-bundle',
    enforce: 'pre',
    async resolveId(id, importer) {
      const found = importer && (await this.resolve(id, importer, { skipSelf: true }));
      if (!found || !bundled.has(found.id)) return null;
      const index = modules.includes(found.id) ? modules.indexOf(found.id) : modules.push(found.id) - 1;
      return { id: `bundle:${index}`, external: true };
    },
  };
  const output = await buildOne(entry, [fromBundle, minifyTemplates(), compactLocales()], {
    ...shared,
    license: { fileName: 'licences.md' },
  });
  const [{ code: source }] = output;
  const { code, taken } = asFunction(source, modules);
  const licences = output.find(({ fileName }) => fileName === 'licences.md');
  const integrity = integrityOf(code, 'sha256'); // shorter than sha384: a hash does not compress, and the bundle contains a dozen
  const file = `parts/${name}-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
  return {
    file,
    integrity,
    code,
    taken,
    licences: licences?.type === 'asset' && /^## /m.test(String(licences.source)) ? String(licences.source) : '',
  };
}

async function buildOne(entry: string, plugins: Plugin[], options: InlineConfig['build']): Promise<Rollup.RollupOutput['output']> {
  const [{ output }] = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    resolve: { conditions: ['module', 'browser', 'production'] },
    plugins,
    build: {
      ...options,
      write: false,
      reportCompressedSize: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: { checks: { pluginTimings: false }, output: { minify: true, codeSplitting: false, comments: { legal: true } } },
    },
  })) as [Rollup.RollupOutput];
  return output;
}

interface Declaration {
  type: string;
  start: number;
  end: number;
  source?: { value: string } | null;
  specifiers?: { type: string; imported?: { name: string }; local: { name: string }; exported?: { name: string } }[];
}

/** Returns a module whose default export is a function of what it took from the bundle. The function returns the exports. */
function asFunction(source: string, modules: readonly string[]): { code: string; taken: Taken[] } {
  const taken: Taken[] = [];
  const names: string[] = [];
  const exported: string[] = [];
  let body = source;
  for (const { type, start, end, source: from, specifiers = [] } of (parseAst(source).body as unknown as Declaration[]).toReversed()) {
    if (type !== 'ImportDeclaration' && type !== 'ExportNamedDeclaration') continue;
    body = body.slice(0, start) + body.slice(end);
    for (const { imported, local, exported: as } of specifiers) {
      if (as) exported.push(`${as.name}:${local.name}`);
      else if (imported && from) {
        taken.push({ module: modules[Number(from.value.split(':')[1])]!, member: imported.name });
        names.push(local.name);
      } else throw new Error(`A part imports all of ${from?.value}. Name what it imports.`);
    }
  }
  return { code: `export default([${names}])=>{${body};return{${exported}}}`, taken };
}
