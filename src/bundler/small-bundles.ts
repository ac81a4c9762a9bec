/**
 * A Vite plugin for the small files beside the bundles:
 *
 * - `placard-loader.js`, which contains the hash of `placard.js`, so this plugin runs after the bundles.
 * - `placard.css`, which gives a snapshot the look of the card.
 * - `placard-frame.js` and `placard-host.js`, for the page in a frame and the page around it.
 * - `placard-copy.js`, for the page for partners.
 * - `placard-page.css`, for the pages of `placard build`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { integrityOf } from './build-chunk.js';
import { cardCss } from './snapshot-css.js';

/**
 * @param shared options, as for the bundles
 * @param banner the first line of each script
 */
export function smallBundles(shared: Pick<NonNullable<InlineConfig['build']>, 'target'>, banner: string): Plugin {
  return {
    name: 'small-bundles',
    async writeBundle({ dir = '', format }) {
      if (format !== 'iife') return; // the second format; the files are built once
      const define = { PLACARD_INTEGRITY: JSON.stringify(integrityOf(readFileSync(join(dir, 'placard.js')), 'sha256')) };
      const files = {
        'placard-loader.js': await script('src/embed/runtime/loader.ts', 'es', banner, { ...shared, define }),
        'placard-frame.js': await script('src/embed/runtime/frame.ts', 'iife', banner, shared),
        'placard-host.js': await script('src/embed/runtime/host.ts', 'iife', banner, shared),
        'placard-copy.js': await script('src/embed/runtime/copy.ts', 'es', banner, shared),
        'placard.css': await css('src/embed/placard.css', shared),
        'placard-page.css': await css('src/embed/placard-page.css', shared),
      };
      for (const [name, code] of Object.entries(files)) writeFileSync(join(dir, name), code);
      const list = join(dir, 'integrity.json');
      const hashes = {
        ...(JSON.parse(readFileSync(list, 'utf8')) as object),
        ...Object.fromEntries(Object.entries(files).map(([name, code]) => [name, integrityOf(code)])),
      };
      writeFileSync(list, `${JSON.stringify(Object.fromEntries(Object.entries(hashes).sort()), null, 2)}\n`);
    },
  };
}

type Shared = NonNullable<InlineConfig['build']> & Pick<InlineConfig, 'define'>;

async function script(entry: string, format: 'es' | 'iife', postBanner: string, { define, ...shared }: Shared): Promise<string> {
  const output = { minify: true, comments: false as const, postBanner };
  return outputOf(
    { define, build: { ...shared, lib: { entry, formats: [format], name: 'placard' }, rolldownOptions: { output } } },
    (file) => (file.type === 'chunk' ? file.code : undefined),
  );
}

/** By esbuild: Lightning CSS would rewrite `light-dark()`, which src/card/styles/colours.ts guards by `@supports`. */
async function css(entry: string, shared: Shared): Promise<string> {
  return outputOf({ plugins: [cardCss()], build: { ...shared, cssMinify: 'esbuild', rolldownOptions: { input: entry } } }, (file) =>
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
