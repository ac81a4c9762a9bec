/** Dependencies are bundled as they are published: the bundler parses each of their modules as it is in its package, behind one import at most. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { build, type Rollup } from 'vite';

interface Bundled {
  /** The source that the bundler parsed, by path. */
  modules: Map<string, string>;
  assets: Map<string, string>;
}

/** On a machine that is set up for development: what is published must not depend on that. */
async function bundled(): Promise<Bundled> {
  process.env.NODE_ENV = 'development';
  const modules = new Map<string, string>();
  const spy = {
    name: 'spy',
    moduleParsed({ id, code }: Rollup.ModuleInfo) {
      if (/\/node_modules\//.test(id)) modules.set(id, code ?? '');
    },
  };
  // The files that hold a hash of placard.js need it on the disk, and nothing is written here.
  const { default: config } = (await import('../../../vite.config.js')) as { default: { plugins: { name: string }[]; build: object } };
  const plugins = config.plugins.filter(({ name }) => name !== 'small-bundles');
  const outputs = (await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    plugins: [...plugins, spy],
    build: { ...config.build, write: false },
  })) as Rollup.RollupOutput[];
  const assets = outputs[0]!.output.flatMap((file) => (file.type === 'asset' ? [[file.fileName, String(file.source)] as const] : []));
  return { modules, assets: new Map(assets) };
}

describe('dependencies in the bundles', () => {
  let bundle: Bundled;
  before(async () => (bundle = await bundled()));

  it('are Lit alone, each module with the text of its package', () => {
    const packages = new Set([...bundle.modules.keys()].map((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)![1]));
    assert.deepEqual([...packages].sort(), ['@lit/reactive-element', 'lit', 'lit-element', 'lit-html']);
    for (const [id, code] of bundle.modules) {
      assert.doesNotMatch(id, /\/development\//);
      const published = readFileSync(id, 'utf8');
      assert.ok(code.endsWith(published), id);
      assert.match(code.slice(0, -published.length), /^(import \{[\w, ]+\} from "[^"]+private-globals\.ts";)?$/, id);
    }
  });

  it('are DOMPurify in the part of the statement, its lists of foreign attributes included', () => {
    const [, part = ''] = [...bundle.assets].find(([name]) => /^parts\/statement-\w+\.js$/.test(name)) ?? [];
    for (const name of ['accent-height', 'columnalign', 'xlink:href']) assert.ok(part.includes(name), name);
  });

  it('names the same licences in the other chunks', () => {
    const licences = [...bundle.assets.keys()].filter((name) => name.includes('licenses'));
    assert.deepEqual(licences.sort(), ['parts/statement.licenses.md', 'placard.licenses.md']);
  });
});
