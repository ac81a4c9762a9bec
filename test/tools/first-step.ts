/**
 * A Vite plugin for what a page with snapshots loads first: `placard-loader.js`, with the hash of `placard.js` inside, and
 * `placard.css`, which makes a snapshot look like the card. Built after the bundles, since it holds the hash of one of them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { integrityOf } from './lazy-parts.js';

/** @param shared what it is built with, as the bundles are */
export function firstStep(shared: Pick<NonNullable<InlineConfig['build']>, 'target'>): Plugin {
  return {
    name: 'first-step',
    async writeBundle({ dir = '', format }) {
      if (format !== 'iife') return; // the last of the two
      const loader = await script('src/loader.ts', {
        ...shared,
        define: { PLACARD_INTEGRITY: JSON.stringify(integrityOf(readFileSync(join(dir, 'placard.js')))) },
      });
      const style = await css('src/embed/placard.css', shared);
      writeFileSync(join(dir, 'placard-loader.js'), loader);
      writeFileSync(join(dir, 'placard.css'), style);
      const list = join(dir, 'integrity.json');
      const hashes = {
        ...(JSON.parse(readFileSync(list, 'utf8')) as object),
        'placard-loader.js': integrityOf(loader),
        'placard.css': integrityOf(style),
      };
      writeFileSync(list, `${JSON.stringify(Object.fromEntries(Object.entries(hashes).sort()), null, 2)}\n`);
    },
  };
}

type Shared = NonNullable<InlineConfig['build']> & Pick<InlineConfig, 'define'>;

async function script(entry: string, { define, ...shared }: Shared): Promise<string> {
  const output = { minify: true, comments: false as const };
  return outputOf({ define, build: { ...shared, lib: { entry, formats: ['es'] }, rolldownOptions: { output } } }, (file) =>
    file.type === 'chunk' ? file.code : undefined,
  );
}

async function css(entry: string, shared: Shared): Promise<string> {
  return outputOf({ build: { ...shared, cssMinify: 'lightningcss', rolldownOptions: { input: entry } } }, (file) =>
    file.type === 'asset' ? String(file.source) : undefined,
  );
}

async function outputOf(
  config: InlineConfig,
  pick: (file: Rollup.OutputChunk | Rollup.OutputAsset) => string | undefined,
): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ...config,
    build: { ...config.build, write: false, reportCompressedSize: false },
  });
  const [{ output }] = [built as Rollup.RollupOutput | Rollup.RollupOutput[]].flat() as [Rollup.RollupOutput];
  return output.map(pick).find((code) => code !== undefined)!;
}
