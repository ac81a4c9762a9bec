// The two bundles for a <script> tag, with Lit inside: dist/placard.js (module) and dist/placard.iife.js (classic); what both load
// lazily is in dist/parts/, and every hash in dist/integrity.json. The ES modules of the package come from tsc, not from here.
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { COMPILE_HINT } from './src/bundler/compile-hint.js';
import { compileValidators } from './src/bundler/compile-validators.js';
import { escapeWideLetters } from './src/bundler/escape-wide-letters.js';
import { isolateLit } from './src/bundler/isolate-lit.js';
import { lazyChunks } from './src/bundler/lazy-chunks.js';
import { minifyTemplates } from './src/bundler/minify-templates.js';
import { leaveOutRareModules } from './src/bundler/rare-modules.js';
import { smallBundles } from './src/bundler/small-bundles.js';

const target = ['chrome111', 'firefox115', 'safari16.4'];
const licences = 'placard.licenses.md';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const shared = {
  minify: true,
  comments: false,
  postBanner: `${banner(`. Holds Lit (BSD-3-Clause): ${licences}`)}\n${COMPILE_HINT}`,
} as const;

/** The top of each script. `placard doctor` reads the version there. */
function banner(more = ''): string {
  return `/*! Placard ${version}, MIT${more} */`;
}

export default defineConfig({
  publicDir: false,
  resolve: { conditions: ['module', 'browser', 'production'] }, // not Lit's development build, whatever NODE_ENV says
  plugins: [
    compileValidators(),
    leaveOutRareModules(),
    minifyTemplates(),
    lazyChunks('src/define.ts', { target }),
    isolateLit(),
    escapeWideLetters(),
    smallBundles({ target }, banner()),
  ],
  build: {
    target,
    lib: { entry: 'src/define.ts' },
    license: { fileName: licences },
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false }, // pages of them, before what `npm start` has to say
      output: [
        { ...shared, format: 'es', entryFileNames: 'placard.js' },
        { ...shared, format: 'iife', name: 'placard', entryFileNames: 'placard.iife.js', strict: true },
      ],
    },
  },
});
