/**
 * Puts the components of the builder into an empty React, Vue and Svelte application. Vite builds each one with the framework's plugin, and
 * a browser mounts it. Needs the packages of demo/examples and the built package.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { build as Build, Plugin } from 'vite';
import { LIBRARY_FOLDER } from '../../../src/bundler/packages.js';
import { PACKAGE } from '../../../src/embed/package-name.js';
import { visit } from '../../support/browser-page.js';
import { write } from '../cli/cli.js';
import { serveFolder } from '../cli/server.js';
import { untilText } from '../../support/composed-text.mjs';
import { copySnippet, openBuilder, type Builder } from './builder.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const examples = join(root, 'demo/examples');
const from = async <T>(name: string) => (await import(pathToFileURL(createRequire(join(examples, '_.js')).resolve(name)).href)) as T;
const { build } = await from<{ build: typeof Build }>('vite');

/** Each plugin has the options that the instructions of the builder ask for. */
const FRAMEWORKS: Record<string, { file: string; main: string; plugins(): Promise<Plugin[]> }> = {
  react: {
    file: 'Placard.jsx',
    main: `import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; import { Placard } from './Placard.jsx';
createRoot(document.querySelector('main')).render(createElement(Placard));`,
    plugins: () => Promise.resolve([]),
  },
  vue: {
    file: 'Placard.vue',
    main: `import { createApp } from 'vue'; import Placard from './Placard.vue'; createApp(Placard).mount('main');`,
    async plugins() {
      const { default: vue } = await from<{ default(options: object): Plugin }>('@vitejs/plugin-vue');
      return [vue({ template: { compilerOptions: { isCustomElement: (tag: string) => tag.startsWith('placard-') } } })];
    },
  },
  svelte: {
    file: 'Placard.svelte',
    main: `import { mount } from 'svelte'; import Placard from './Placard.svelte'; mount(Placard, { target: document.querySelector('main') });`,
    async plugins() {
      const { svelte } = await from<{ svelte(options: object): Plugin[] }>('@sveltejs/vite-plugin-svelte');
      return svelte({ configFile: false });
    },
  },
};

describe('component of the builder', () => {
  let builder: Builder;
  const work = mkdtempSync(join(examples, '.check-')); // so that Node resolves the frameworks

  before(async () => {
    builder = await openBuilder();
    const installed = join(work, 'node_modules', PACKAGE);
    mkdirSync(dirname(installed), { recursive: true });
    symlinkSync(join(root, LIBRARY_FOLDER), installed, 'dir');
  });
  after(async () => {
    rmSync(work, { recursive: true });
    await builder?.close();
  });

  for (const [name, { file, main, plugins }] of Object.entries(FRAMEWORKS))
    it(`shows the live card and the snapshot in ${name}`, async () => {
      const options = { src: `${builder.url}feed.json`, item: 'kz-accreditation-2025', lang: 'fr', look: 'campaign', format: name };
      const snippet = await builder.open(options, copySnippet);
      const folder = join(work, name);
      mkdirSync(folder);
      write(folder, file, snippet);
      write(folder, 'main.js', main);
      write(
        folder,
        'index.html',
        '<!doctype html><html lang="en"><title>Application</title><main></main><script type="module" src="./main.js"></script>',
      );
      await build({
        root: folder,
        base: './',
        configFile: false,
        logLevel: 'warn',
        plugins: await plugins(),
        oxc: { jsx: { runtime: 'automatic' } },
      });
      await using app = await serveFolder(() => join(folder, 'dist'));
      await visit(builder.browser, app.url, async (page) => {
        await untilText(page, 'Dernière vérification', 'placard-campaign');
        await untilText(page, 'Le Kazakhstan refuse l’accréditation à seize journalistes de Radio Azattyq', 'placard-campaign');
        // Frameworks set properties instead of attributes.
        const properties = (await page.evaluate(
          `(({ look, item, textContent }) => [look, item, textContent])(document.querySelector('placard-campaign'))`,
        )) as string[];
        assert.deepEqual(properties.slice(0, 2), ['campaign', 'kz-accreditation-2025']);
        assert.match(properties[2]!, /\+32 2 235 22 16/, 'the snapshot is inside the tag');
      });
    });
});
