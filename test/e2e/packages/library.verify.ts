/** Tests the published library: its dependencies, its exports, and its size in an application's bundle. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { build, parseAst, type Rollup } from 'vite';
import { LANGUAGES, MODULES, ROOT } from '../../../src/bundler/packages.js';
import { PACKAGE } from '../../../src/embed/package-name.js';
import { read, run, write } from '../cli/cli.js';
import { filesIn, install, installedIn, megabytes, pack, succeed } from './install.js';

const JSON_FILES = ['./schema.json', './custom-elements.json'];
/** Bundles, which modules do not import. */
const BUNDLE = /^(placard[^/]*|parts\/.*)\.js$/;
/** Modules that are loaded lazily, and only in a page. */
const PAGE = ['elements/sanitizer/lazy-entry.js'];

describe('the library, installed', () => {
  let folder: string;
  let own: string;
  let files: string[];
  before(async () => {
    const [library = ''] = await pack();
    folder = await install(library);
    own = join(folder, 'node_modules', PACKAGE);
    files = filesIn(own);
  });

  it('installs Lit and DOMPurify, and no dependency of the command line', (test) => {
    const names = installedIn(folder);
    test.diagnostic(`${names.length} packages, ${megabytes(join(folder, 'node_modules')).toFixed(1)} MB`);
    const needed = ['@lit-labs/ssr-dom-shim', '@lit/reactive-element', 'dompurify', 'lit', 'lit-element', 'lit-html', PACKAGE];
    assert.deepEqual(
      names.filter((name) => name !== '@types/trusted-types'), // optional
      needed.sort(),
    );
  });

  it('exports each published path', async () => {
    const paths = [...Object.keys(MODULES), ...JSON_FILES].map((path) => path.replace('.', PACKAGE));
    assert.deepEqual(await refusedOf(paths), []);
  });

  it('exports no other path', async () => {
    const published = new Set([...Object.values(MODULES).map((module) => `${module}.js`), ...JSON_FILES.map((path) => path.slice(2))]);
    const others = files.filter((file) => !published.has(file));
    const paths = [
      ...files.filter((file) => file.endsWith('.js')),
      ...others,
      'i18n/expand-locale',
      'locales/index',
      'feed/schema/schema',
      'node/cli/main',
      'embed/runtime/loader',
    ];
    const asPaths = [...new Set(paths)].map((path) => `${PACKAGE}/${path}`);
    assert.deepEqual(
      await refusedOf(asPaths),
      asPaths.map((path) => `${path}: ERR_PACKAGE_PATH_NOT_EXPORTED`),
    );
  });

  it('has only files that run in Node', async () => {
    const modules = files.filter((file) => file.endsWith('.js') && !BUNDLE.test(file) && !PAGE.includes(file));
    assert.ok(modules.length > 50, `${modules.length}`);
    assert.deepEqual(await refusedOf(modules.map((file) => `./node_modules/${PACKAGE}/${file}`)), []);
  });

  it('has only modules that a published path loads', () => {
    const reached = new Set<string>();
    const queue = Object.values(MODULES).map((module) => `${module}.js`);
    for (const file of queue) {
      if (reached.has(file)) continue;
      reached.add(file);
      for (const source of importsOf(read(own, file)))
        if (source.startsWith('.')) queue.push(join(file, '..', source).replaceAll('\\', '/'));
    }
    // Only declarations import a module of types.
    const typesAlone = (file: string) => /^export \{\};\s*$/.test(read(own, file).replace(/\/\*[^]*?\*\//g, ''));
    const modules = files.filter((file) => file.endsWith('.js') && !BUNDLE.test(file) && !typesAlone(file));
    assert.deepEqual(
      modules.filter((file) => !reached.has(file)),
      [],
    );
  });

  it('has each language', () => {
    assert.deepEqual(
      LANGUAGES,
      filesIn(join(ROOT, 'src/locales')).flatMap((name) => /^(\w\w)\.ts$/.exec(name)?.[1] ?? []),
    );
  });

  it('parses a feed without Zod', async () => {
    for (const file of files.filter((name) => /\.(js|ts)$/.test(name)))
      assert.doesNotMatch(read(own, file), /from ["']zod|_zod\b|safeParse/, file);
    write(
      folder,
      'check.js',
      `import { parseFeed } from '${PACKAGE}/feed';
      const feed = parseFeed({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: 7, title: 'T', url: 'javascript:x' }] });
      console.log(JSON.stringify([feed.item('7'), feed.issues]));`,
    );
    const { out } = await run(['check.js'], folder);
    assert.deepEqual(JSON.parse(out), [{ id: '7', title: 'T' }, [{ code: 'bad-url', path: '/items/0/url' }]]);
  });

  it('has types that need only Lit', async () => {
    write(
      folder,
      'types.ts',
      `import { parseFeed, type Item } from '${PACKAGE}/feed';
      import { PlacardCampaign } from '${PACKAGE}';
      const item: Item | undefined = parseFeed('{}').item('a');
      export const status: 'pending' | undefined = item?._placard?.cases?.[0]?.status === 'pending' ? 'pending' : undefined;
      export const tag: string = PlacardCampaign.tag;
      // @ts-expect-error -- no member of that name: the type does not allow every field
      export const wrong = item?._placard?.nonsense;`,
    );
    const options = '--noEmit --strict --target es2022 --lib es2023,dom,dom.iterable --types ""';
    for (const mode of ['--module nodenext', '--module esnext --moduleResolution bundler'])
      await succeed(`node "${join(ROOT, 'node_modules/typescript/bin/tsc')}" ${options} ${mode} types.ts`, folder);
  });

  for (const external of [[], ['lit', 'dompurify']])
    it(`has the compiled validators in the bundle of an application ${external.length ? 'that has Lit already' : 'without Lit'}`, async () => {
      write(folder, 'entry.js', `import '${PACKAGE}/define';`);
      const [{ output }] = (await build({
        root: folder,
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: { write: false, lib: { entry: 'entry.js', formats: ['es'] }, rolldownOptions: { external, output: { minify: true } } },
      })) as [Rollup.RollupOutput];
      const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
      const first = new Set([output[0].fileName]); // grows while the loop goes over it
      for (const name of first) for (const imported of chunks.get(name)?.imports ?? []) first.add(imported);
      const code = [...first].map((name) => chunks.get(name)?.code ?? '').join('');
      assert.doesNotMatch(code, /_zod|safeParse|invalid_type/);
      assert.match(code, /partly-granted/);
      const parts = readdirSync(join(own, 'parts')).filter((name) => /^(folds|rare|rest)-.*\.js$/.test(name));
      const bundle = ['placard.js', ...parts.map((name) => `parts/${name}`)].reduce(
        (sum, name) => sum + readFileSync(join(own, name)).length,
        0,
      );
      assert.ok(code.length < bundle * 1.1, `${code.length} B, where placard.js and its parts have ${bundle}`);
    });

  /** Returns a line for each path that Node cannot import. */
  async function refusedOf(paths: readonly string[]): Promise<string[]> {
    const lines = paths.map(
      (path) => `await import(${JSON.stringify(path)}${path.endsWith('.json') ? ", { with: { type: 'json' } }" : ''})
        .catch((error) => refused.push(${JSON.stringify(path)} + ': ' + (error.code ?? error)));`,
    );
    write(folder, 'import.js', `const refused = [];\n${lines.join('\n')}\nconsole.log(JSON.stringify(refused));`);
    const { out, err } = await run(['--no-warnings', 'import.js'], folder);
    if (!out) throw new Error(err);
    return JSON.parse(out) as string[];
  }
});

/** Returns the modules that a module imports, with lazy ones. */
function importsOf(code: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type = '', source } = node as { type?: string; source?: { value?: string } | null };
    if (/^(Import|Export)/.test(type) && source?.value) found.push(source.value);
    for (const value of Object.values(node)) visit(value);
  };
  visit(parseAst(code));
  return found;
}
