// The two bundles for a <script> tag, with Lit and zod inside: dist/placard.js (module, the languages in dist/parts/)
// and dist/placard.iife.js (classic, one file). The ES modules of the package come from tsc, not from here.
import { defineConfig } from 'vite';
import { minifyTemplates } from './test/tools/minify-templates.js';

const licences = 'placard.licenses.md';
const shared = {
  minify: true, // Vite's ES library output keeps its white space without this
  comments: { legal: false, annotation: false, jsdoc: false },
  postBanner: `/*! Placard, MIT. Holds Lit (BSD-3-Clause) and zod (MIT): ${licences} */`,
};

export default defineConfig({
  publicDir: false,
  plugins: [minifyTemplates()],
  build: {
    target: ['chrome111', 'firefox115', 'safari16.4'],
    lib: { entry: 'src/define.ts' },
    license: { fileName: licences },
    reportCompressedSize: false,
    rolldownOptions: {
      output: [
        { ...shared, format: 'es', entryFileNames: 'placard.js', chunkFileNames: 'parts/[name]-[hash].js' },
        { ...shared, format: 'iife', name: 'placard', entryFileNames: 'placard.iife.js', codeSplitting: false, strict: true },
      ],
    },
  },
});
