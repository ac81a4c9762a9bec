/**
 * Builds one lazy chunk of a bundle. A chunk does not repeat the modules of the bundle. It cannot import them either: the address of the
 * bundle may have a query, or the bundle is a classic script. So a chunk is a function, and its caller passes what it takes.
 */
import { createHash } from 'node:crypto';
import { build, parseAst, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { compactLocales } from './compact-locales.js';
import { compileValidators } from './compile-validators.js';
import { COMPILE_HINT } from './compile-hint.js';
import { escapeWide } from './escape-wide-letters.js';
import { minifyTemplates } from './minify-templates.js';
import { leaveOutRareModules } from './rare-modules.js';

export type Shared = Pick<NonNullable<InlineConfig['build']>, 'target'>;

/** A member of a module of the bundle. */
interface Taken {
  module: string;
  member: string;
}
export interface Chunk {
  file: string;
  integrity: string;
  /** The members that the chunk takes from the bundle, in the order of its argument. */
  taken: Taken[];
  /** The files by their names: the chunk, its licences, and the chunks that it loads itself. */
  files: Map<string, string>;
}

const LICENCES = 'licences.md';

export const integrityOf = (bytes: string | Uint8Array, hash = 'sha384') => `${hash}-${createHash(hash).update(bytes).digest('base64')}`;

/**
 * @param bundled the modules of the bundle, by their ids
 * @param plugins those of the bundle that a chunk needs too
 */
export async function buildChunk(
  name: string,
  entry: string,
  bundled: ReadonlySet<string>,
  plugins: Plugin[],
  shared: Shared,
): Promise<Chunk> {
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
  const [chunk, ...assets] = await buildOne(entry, [fromBundle, ...plugins, minifyTemplates(), compactLocales()], {
    ...shared,
    license: { fileName: LICENCES },
  });
  const { code: bare, taken } = asFunction(chunk.code, modules);
  const code = entry.includes('/locales/') ? bare : `${COMPILE_HINT}\n${escapeWide(bare)}`; // a language is words, with a few functions
  const file = `parts/${name}-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
  const files = new Map([[file, code]]);
  for (const asset of assets) {
    const source = asset.type === 'asset' ? String(asset.source) : '';
    if (asset.fileName !== LICENCES) files.set(asset.fileName, source);
    else if (/^## /m.test(source)) files.set(`parts/${name}.licenses.md`, source);
  }
  // sha256 is shorter than sha384: a hash does not compress, and the bundle contains a dozen.
  return { file, integrity: integrityOf(code, 'sha256'), taken, files };
}

/** Returns the ids of the modules in a bundle, without those of its chunks. */
export async function modulesOf(entry: string, shared: Shared): Promise<Set<string>> {
  const modules = new Set<string>();
  const collect: Plugin = {
    name: 'collect-modules',
    resolveDynamicImport: (specifier) => ({ id: String(specifier), external: true }),
    moduleParsed: ({ id }) => void modules.add(id),
  };
  await buildOne(entry, [compileValidators(), leaveOutRareModules(), collect], shared);
  return modules;
}

async function buildOne(entry: string, plugins: Plugin[], options: InlineConfig['build']): Promise<Rollup.RollupOutput['output']> {
  const [{ output }] = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    resolve: { conditions: ['module', 'browser', 'production'] }, // not Lit's development build
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
  specifiers?: { imported?: { name: string }; local: { name: string }; exported?: { name: string } }[];
}

/** Returns a module whose default export is a function of what it takes from the bundle. The function returns the exports. */
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
      } else throw new Error(`A chunk imports all of ${from?.value}. Name what it imports.`);
    }
  }
  return { code: `export default([${names}])=>{${body};return{${exported}}}`, taken };
}
