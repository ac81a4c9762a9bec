/**
 * Runs the samples of the documentation. HTML, styles and modules run in a browser on a page of another origin. The parser reads feeds and
 * their parts. A shell runs commands in a folder with the package. A page uses the policy.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { marked, type Tokens } from 'marked';
import { parseFragment } from 'parse5';
import type { Page } from 'puppeteer-core';
import { start } from '../../demo/server/server.js';
import { CLI_FOLDER, LIBRARY_FOLDER, MODULES } from '../../src/bundler/packages.js';
import { PACKAGE } from '../../src/embed/package-name.js';
import { parseFeed } from '../../src/feed/index.js';
import { openBrowser, visit } from './browser-page.js';
import { bundles, shell } from '../e2e/cli/cli.js';
import { serveFolder } from '../e2e/cli/server.js';
import { textOf } from '../e2e/cli/site.js';
import { servePartner } from './servers/partner.js';
import { untilLive } from './composed-text.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** Returns each fenced or indented block, also inside lists and quotations. A `<pre>` in HTML has an empty language. */
export function samplesIn(markdown: string): Tokens.Code[] {
  const found: Tokens.Code[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'code') found.push(token as Tokens.Code);
    if (token.type === 'html' && /<pre\b/.test(token.raw)) found.push({ type: 'code', raw: token.raw, text: token.raw, lang: '' });
  });
  return found;
}

export interface Samples {
  readonly url: string;
  /** @param folder contains the files from earlier samples of the page */
  run(sample: Tokens.Code, folder: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the hosts of the documentation. https://example.org/ serves the example of the format and the files of dist/. */
export async function openSamples(): Promise<Samples> {
  const demo = await start(0);
  await bundles(); // "placard build" copies them
  const browser = await openBrowser();
  const partner = await servePartner();
  const [{ text: feed }] = samplesIn(readFileSync(join(root, 'demo/docs/format.md'), 'utf8')).filter(({ lang }) => lang === 'json') as [
    Tokens.Code,
  ];
  const publisher = await serveFolder(() => join(root, 'dist'), { '/feed.json': feed });
  let published = '';
  const cases = await serveFolder(() => published);

  const HOSTS: [named: string | RegExp, real: () => string][] = [
    ['http://127.0.0.1:5173/', () => demo.url],
    [/https:\/\/placard\.example(\/|\b)/g, () => demo.url],
    [/https:\/\/HOST-OF-THE-[A-Z]+/g, () => demo.url],
    ['https://example.org/', () => publisher.url],
    ['https://cases.example.org/', () => cases.url],
    // The name contains a hash of the files, so each version has another one.
    ['VERSION-HASH', () => bundlesIn(published)],
    [
      'sha384-HASH',
      () => (JSON.parse(built('assets', bundlesIn(published), 'integrity.json')) as Record<string, string>)['placard-host.js']!,
    ],
  ];
  const built = (...path: string[]) => readFileSync(join(published, ...path), 'utf8');
  const bundlesIn = (site: string) => (site ? readdirSync(join(site, 'assets'))[0]! : '');
  const withRealHosts = (text: string) => HOSTS.reduce((result, [named, real]) => result.replaceAll(named, real), text);

  const script = `<script type="module" src="${publisher.url}placard.js"></script>`;
  const show = (html: string, policy = '', use: (page: Page) => Promise<unknown> = untilLive) => {
    partner.paste(html, policy);
    // Hosts with this suffix never exist.
    return visit(browser, partner.url, use, {
      keepsTab: true,
      isExpected: (message) => new URL(message.location().url ?? demo.url).hostname.endsWith('.invalid'),
    });
  };

  /** The HTML of the sample before. */
  let previousHtml = '';

  const RUN: Record<string, (text: string, folder: string) => unknown> = {
    async html(text) {
      const html = withRealHosts(text);
      if (html.includes('<iframe')) {
        assert.equal(html.trim(), built('press-cards/snippets/iframe.html').trim(), 'differs from the snippet of the build');
        return show(html, '', framed);
      }
      // The snippet of an administrator shows no card without the snippet of an author.
      if (!/<(?!\/|link |script )/.test(html)) return show(previousHtml + html);
      previousHtml = html;
      // A sample without a script expects that the page has one.
      const hasCard = /<placard-|data-placard-src/.test(html); // a newsletter has plain HTML alone
      await show(html.includes('<script') ? html : html + script, '', hasCard ? untilLive : async () => {});
      const words = textOf(parseFragment(html))
        .trim()
        .split(/\s*\n\s*/);
      await visit(
        browser,
        partner.url,
        async (page) => {
          const text = await page.$eval('body', (body) => body.innerText);
          for (const line of words) assert.ok(text.includes(line), `missing without a script: ${line}`);
        },
        { javascript: false, keepsTab: true },
      );
    },
    // Astro writes unknown tags and an inline script as they are.
    astro: (text) => RUN.html!(text, ''),
    tsx: (text) => assertIsExample('Case.tsx', text),
    vue: (text) => assertIsExample('Case.vue', text),
    svelte: (text) => assertIsExample('Case.svelte', text),
    // The output of a command, or a drawing. The generators run the commands.
    text: () => {},
    async css(text) {
      const card = `<placard-campaign src="${publisher.url}feed.json"></placard-campaign>${script}`;
      const plain = await show(card, '', computedStyles);
      assert.notEqual(await show(`<style>${text}</style>${card}`, '', computedStyles), plain, 'the sample does not change the card');
    },
    async js(text) {
      const code = (await bundleSample(text)).replaceAll('</script', '<\\/script');
      await show(`<placard-campaign src="${publisher.url}feed.json"></placard-campaign><script type="module">${code}</script>`);
    },
    csp: (text) =>
      show(
        withRealHosts(
          '<placard-campaign src="https://placard.example/feed.json"></placard-campaign><script type="module" src="https://placard.example/dist/placard.js"></script>',
        ),
        withRealHosts(text.includes('default-src') ? text : `default-src 'none'; ${text}`),
      ),
    json(text, folder) {
      assert.deepEqual(parseFeed(text, 'https://example.org/feed.json').issues, []);
      writeFileSync(join(folder, 'feed.json'), text);
    },
    'json case': (text) => assertReadable({ kind: 'case', revision: 1, cases: [JSON.parse(text)] }),
    'json extension': (text) => assertReadable(JSON.parse(text) as object),
    // Compares with the file of "placard build". cli/nginx.verify.ts checks that a host sends the headers.
    headers(text, folder) {
      const written = readFileSync(join(folder, 'public/_headers'), 'utf8');
      for (const line of text.trim().split('\n')) assert.ok(written.includes(`  ${line}\n`), line);
    },
    async sh(text, folder) {
      if (text.startsWith('npm ')) return checkRepositoryCommands(text);
      const script = text.replaceAll('https://cases.example.org/', cases.url);
      const { code, err, out } = await shell(script, folder);
      assert.equal(code, 0, `${text}\n${out}${err}`);
      if (script.includes(cases.url)) published = join(folder, 'public');
    },
  };

  return {
    url: demo.url,
    async run({ lang = '', text }, folder) {
      assert.ok(RUN[lang], `no runner for samples of the kind "${lang}":\n${text}`);
      await RUN[lang](text, folder);
    },
    async close() {
      await browser.close();
      await demo.close();
      for (const each of [partner, publisher, cases]) await each[Symbol.asyncDispose]();
    },
  };
}

async function framed(page: Page): Promise<void> {
  const frame = await page.waitForFrame((each) => each.url().endsWith('/frame.html'));
  await untilLive(frame);
  await page.waitForFunction(
    (height) => document.querySelector('iframe')!.height === String(height),
    {},
    await frame.evaluate('Math.ceil(document.body.getBoundingClientRect().height)'),
  );
}

/** Returns the styles of all elements of the card, as one text. */
async function computedStyles(page: Page): Promise<unknown> {
  await untilLive(page);
  return page.evaluate(`[...document.querySelector('placard-campaign').shadowRoot.querySelectorAll('*')]
    .map((each) => { const { color, backgroundColor, borderColor, font, padding } = getComputedStyle(each); return [color, backgroundColor, borderColor, font, padding]; }).join()`);
}

/** Bundles code with the exports of the package, from the source. An import without an export fails. */
async function bundleSample(contents: string) {
  const alias = Object.entries(MODULES).map(([path, module]) => [path.replace('.', PACKAGE), join(root, `src/${module}.ts`)]);
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    alias: Object.fromEntries(alias) as Record<string, string>,
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    tsconfig: join(root, 'tsconfig.json'),
  });
  return outputFiles[0]!.text;
}

function assertReadable(extension: object): void {
  const items = [{ id: 'a', title: 'T', _placard: extension }];
  const head = { spec: 1, sequence: 1, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Example Union' } };
  const feed = parseFeed(
    { version: 'https://jsonfeed.org/version/1.1', title: 'T', _placard: head, items },
    'https://example.org/feed.json',
  );
  assert.ok(feed.item('a')?._placard);
  assert.deepEqual(feed.issues, []);
}

/** The checker of each framework checks the files of demo/examples, in demo/examples/check.mjs. */
function assertIsExample(name: string, text: string): void {
  assert.equal(text.trim(), readFileSync(join(root, 'demo/examples', name), 'utf8').trim());
}

/** Installs both packages from a clone. packages.verify.ts runs it. */
export const INSTALL = `npm install --global --install-links ./${LIBRARY_FOLDER} ./${CLI_FOLDER}`;

/** Checks commands of this repository, and does not run them again: the tests run inside such a command. */
async function checkRepositoryCommands(text: string): Promise<void> {
  for (const command of text.replaceAll(/#.*$/gm, '').split(/&&|\n/)) {
    const [, script] = /^npm (?:run )?(?!ci$)(\S+)$/.exec(command.trim()) ?? [];
    if (script) assert.ok(scripts[script], `package.json has no script "${script}"`);
    else assert.ok(['npm ci', INSTALL].includes(command.trim()), command);
  }
  const { code, err } = await (installed ??= shell('npm ci --dry-run --offline', root));
  assert.equal(code, 0, err);
}

/** The same for each sample: npm takes seconds. */
let installed: ReturnType<typeof shell> | undefined;
