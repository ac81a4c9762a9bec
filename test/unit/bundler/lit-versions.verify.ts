/** The bundles build and work with the oldest and the newest Lit that the library's manifest allows. Both come from the registry. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { build, type InlineConfig } from 'vite';
import { ROOT, libraryManifest } from '../../../src/bundler/packages.js';
import { openBrowser, visit } from '../../support/browser-page.js';
import { makeFolder, read, readJson } from '../../e2e/cli/cli.js';
import { serve } from '../../e2e/cli/server.js';
import { install } from '../../e2e/packages/install.js';
import { untilInShadow, untilText } from '../../support/composed-text.mjs';

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
}

const { lit: range = '' } = (libraryManifest() as Manifest).dependencies;
const oldest = (versions: string) => versions.replace('^', '');

const POLICY = `default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html dompurify 'allow-duplicates'`;
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><script src="/before.js"></script>
<script type="module" src="/placard.js"></script><placard-campaign src="/feed.json" heading-level="3" refresh="1"><p>The snapshot.</p></placard-campaign>`;
const BEFORE = 'var before = new Set([...Reflect.ownKeys(window), ...Reflect.ownKeys(Symbol)]);';
const ADDED = `[...Reflect.ownKeys(window), ...Reflect.ownKeys(Symbol)].filter((name) => !before.has(name)).map(String)`;

/** @param text of the summary */
const feedOf = (sequence: number, text: string): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    _placard: { spec: 1, sequence, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Example Union' } },
    items: [
      {
        id: 'one',
        title: 'Three press cards withdrawn',
        summary: text,
        content_html: '<h2>Heading</h2><p>The <em>full</em> text.</p>',
        _placard: { kind: 'case', revision: sequence, cases: [{ id: 'suit', forum: 'Court', status: 'pending', as_of: '2026' }] },
      },
    ],
  });

/** @returns a folder with Lit and the packages below it, as old as they may be or as new as there are */
async function installed(which: 'oldest' | 'newest'): Promise<string> {
  if (which === 'newest') return install(`lit@${range}`);
  const { dependencies } = readJson<Manifest>(await install(`lit@${oldest(range)}`), 'node_modules/lit/package.json');
  return install(`lit@${oldest(range)}`, ...Object.entries(dependencies).map(([name, each]) => `${name}@${oldest(each)}`));
}

/** @returns the folder of the bundles */
async function builtWith(folder: string): Promise<string> {
  const { default: config } = (await import('../../../vite.config.js')) as { default: InlineConfig };
  const outDir = makeFolder();
  const alias = [{ find: /^(lit|lit-html|lit-element|@lit\/reactive-element)(?=\/|$)/, replacement: `${join(folder, 'node_modules')}/$1` }];
  await build({
    ...config,
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    resolve: { ...config.resolve, alias },
    build: { ...config.build, outDir, emptyOutDir: true },
  });
  return outDir;
}

describe('the bundles', () => {
  let browser: Browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser?.close());

  for (const which of ['oldest', 'newest'] as const)
    it(`work with the ${which} Lit`, async (test) => {
      const folder = await installed(which);
      const { version } = readJson<Manifest>(folder, 'node_modules/lit/package.json');
      test.diagnostic(`lit ${version}`);
      if (which === 'oldest') assert.equal(version, oldest(range));
      const bundles = await builtWith(folder);
      assert.match(
        read(bundles, 'placard.licenses.md'),
        new RegExp(`^## lit-html - ${readJson<Manifest>(folder, 'node_modules/lit-html/package.json').version} `, 'm'),
      );
      let feed = feedOf(1, 'The first summary.');
      await using server = await serve((request, response) => {
        const path = request.url!;
        const own: Record<string, [type: string, body: string]> = {
          '/': ['text/html', PAGE],
          '/before.js': ['text/javascript', BEFORE],
          '/feed.json': ['application/feed+json', feed],
        };
        if (path === '/favicon.ico') return void response.writeHead(404).end();
        const [type, body] = own[path] ?? ['text/javascript', readFileSync(join(bundles, path), 'utf8')];
        response.setHeader('Content-Security-Policy', path === '/' ? POLICY : '');
        response.writeHead(200, { 'content-type': type }).end(body);
      });
      await visit(browser, server.url, async (page) => {
        await untilText(page, 'The first summary.', 'placard-campaign');
        assert.equal(await page.evaluate(`document.querySelector('placard-campaign').headingLevel`), 3);
        assert.deepEqual(await page.evaluate(ADDED), []);
        await page.evaluate(`document.querySelector('placard-campaign').shadowRoot.querySelector('details[part~=statement]').open = true`);
        await untilInShadow(page, '.placard-rich em');
        feed = feedOf(2, 'The second summary.');
        await untilText(page, 'The second summary.', 'placard-campaign');
        assert.deepEqual(await page.evaluate(ADDED), []);
      });
    });
});
