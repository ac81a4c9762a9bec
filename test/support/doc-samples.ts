/**
 * Runs what the documentation shows: HTML, style and modules in a real browser on a page of another origin, feeds and their parts by the
 * feed's reader, commands by a shell in a folder that has the package, a policy by a page under it.
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
import { untilText } from './composed-text.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** Every fenced or indented block, wherever it stands; what is written as HTML counts as of no kind. */
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
  /** @param folder holds what the samples before it on the same page have left there */
  run(sample: Tokens.Code, folder: string): Promise<void>;
  close(): Promise<void>;
}

/** The hosts that the documentation names, as they would be: https://example.org/ has the README's feed, and the files of dist/. */
export async function openSamples(): Promise<Samples> {
  const demo = await start(0);
  await bundles(); // which "placard build" hands on
  const browser = await openBrowser();
  const partner = await servePartner();
  const [{ text: feed }] = samplesIn(readFileSync(join(root, 'README.md'), 'utf8')).filter(({ lang }) => lang === 'json') as [Tokens.Code];
  const publisher = await serveFolder(() => join(root, 'dist'), { '/feed.json': feed });
  let published = '';
  const cases = await serveFolder(() => published);

  const HOSTS: [named: string | RegExp, real: () => string][] = [
    ['http://127.0.0.1:5173/', () => demo.url],
    [/https:\/\/placard\.example(\/|\b)/g, () => demo.url],
    [/https:\/\/HOST-OF-THE-[A-Z]+/g, () => demo.url],
    ['https://example.org/', () => publisher.url],
    ['https://cases.example.org/', () => cases.url],
    // Named after what the files hold: another version, another name.
    ['VERSION-HASH', () => bundlesIn(published)],
    [
      'sha384-HASH',
      () => (JSON.parse(built('assets', bundlesIn(published), 'integrity.json')) as Record<string, string>)['placard-host.js']!,
    ],
  ];
  const built = (...path: string[]) => readFileSync(join(published, ...path), 'utf8');
  const bundlesIn = (site: string) => (site ? readdirSync(join(site, 'assets'))[0]! : '');
  const here = (text: string) => HOSTS.reduce((said, [named, real]) => said.replaceAll(named, real), text);

  const script = `<script type="module" src="${publisher.url}placard.js"></script>`;
  const shows = (html: string, policy = '', use: (page: Page) => Promise<unknown> = live) => {
    partner.paste(html, policy);
    // No host of that name ever answers.
    return visit(browser, partner.url, use, {
      isExpected: (message) => new URL(message.location().url ?? demo.url).hostname.endsWith('.invalid'),
    });
  };

  /** What the sample before pasted. */
  let pasted = '';

  const RUN: Record<string, (text: string, folder: string) => unknown> = {
    async html(text) {
      const html = here(text);
      if (html.includes('<iframe')) {
        assert.equal(html.trim(), built('press-cards/snippets/iframe.html').trim(), 'as the build writes it');
        return shows(html, '', framed);
      }
      // What an administrator installs shows nothing by itself.
      if (!/<(?!\/|link |script )/.test(html)) return shows(pasted + html);
      pasted = html;
      // What the page has already: an administrator, or the sample above, installed it.
      await shows(html.includes('<script') ? html : html + script);
      const words = textOf(parseFragment(html))
        .trim()
        .split(/\s*\n\s*/);
      await visit(
        browser,
        partner.url,
        async (page) => {
          const shown = await page.$eval('body', (body) => body.innerText);
          for (const line of words) assert.ok(shown.includes(line), `without a script: ${line}`);
        },
        { javascript: false },
      );
    },
    async css(text) {
      const card = `<placard-campaign src="${publisher.url}feed.json"></placard-campaign>${script}`;
      const plain = await shows(card, '', drawn);
      assert.notEqual(await shows(`<style>${text}</style>${card}`, '', drawn), plain, 'it changes nothing that is seen');
    },
    async js(text) {
      const code = (await bundled(text)).replaceAll('</script', '<\\/script');
      await shows(`<placard-campaign src="${publisher.url}feed.json"></placard-campaign><script type="module">${code}</script>`);
    },
    csp: (text) =>
      shows(
        here(
          '<placard-campaign src="https://placard.example/feed.json"></placard-campaign><script type="module" src="https://placard.example/dist/placard.js"></script>',
        ),
        here(text.includes('default-src') ? text : `default-src 'none'; ${text}`),
      ),
    json(text, folder) {
      assert.deepEqual(parseFeed(text, 'https://example.org/feed.json').issues, []);
      writeFileSync(join(folder, 'feed.json'), text);
    },
    'json case': (text) => readable({ kind: 'case', revision: 1, cases: [JSON.parse(text)] }),
    'json extension': (text) => readable(JSON.parse(text) as object),
    // What "placard build" wrote there; that a host sends it, cli/nginx.verify.ts asks.
    headers(text, folder) {
      const written = readFileSync(join(folder, 'public/_headers'), 'utf8');
      for (const line of text.trim().split('\n')) assert.ok(written.includes(`  ${line}\n`), line);
    },
    async sh(text, folder) {
      if (text.startsWith('npm ')) return repository(text);
      const script = text.replaceAll('https://cases.example.org/', cases.url);
      const { code, err, out } = await shell(script, folder);
      assert.equal(code, 0, `${text}\n${out}${err}`);
      if (script.includes(cases.url)) published = join(folder, 'public');
    },
  };

  return {
    url: demo.url,
    async run({ lang = '', text }, folder) {
      assert.ok(RUN[lang], `nothing runs a sample of the kind "${lang}":\n${text}`);
      await RUN[lang](text, folder);
    },
    async close() {
      await browser.close();
      await demo.close();
      for (const each of [partner, publisher, cases]) await each[Symbol.asyncDispose]();
    },
  };
}

const live = (page: Page) => untilText(page, 'Last checked');

async function framed(page: Page): Promise<void> {
  const frame = await page.waitForFrame((each) => each.url().endsWith('/frame.html'));
  await untilText(frame as unknown as Page, 'Last checked');
  await page.waitForFunction(
    (height) => document.querySelector('iframe')!.height === String(height),
    {},
    await frame.evaluate('Math.ceil(document.body.getBoundingClientRect().height)'),
  );
}

/** How the card looks, as one text. */
async function drawn(page: Page): Promise<unknown> {
  await live(page);
  return page.evaluate(`[...document.querySelector('placard-campaign').shadowRoot.querySelectorAll('*')]
    .map((each) => { const { color, backgroundColor, borderColor, font, padding } = getComputedStyle(each); return [color, backgroundColor, borderColor, font, padding]; }).join()`);
}

/** With the package as its `exports` say, from the source. An import of what is not exported fails. */
async function bundled(contents: string) {
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

function readable(extension: object): void {
  const items = [{ id: 'a', title: 'T', _placard: extension }];
  const head = { spec: 1, sequence: 1, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Example Union' } };
  const feed = parseFeed(
    { version: 'https://jsonfeed.org/version/1.1', title: 'T', _placard: head, items },
    'https://example.org/feed.json',
  );
  assert.ok(feed.item('a')?._placard);
  assert.deepEqual(feed.issues, []);
}

/** Installs both packages from a clone: packages.verify.ts runs it. */
export const INSTALL = `npm install --global --install-links ./${LIBRARY_FOLDER} ./${CLI_FOLDER}`;

/** Commands of this repository: what runs here already is not started a second time. */
async function repository(text: string): Promise<void> {
  for (const command of text.replaceAll(/#.*$/gm, '').split(/&&|\n/)) {
    const [, script] = /^npm (?:run )?(?!ci$)(\S+)$/.exec(command.trim()) ?? [];
    if (script) assert.ok(scripts[script], `package.json has no script "${script}"`);
    else assert.ok(['npm ci', INSTALL].includes(command.trim()), command);
  }
  const { code, err } = await shell('npm ci --dry-run --offline', root);
  assert.equal(code, 0, err);
}
