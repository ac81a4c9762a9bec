/** Every sample of the documentation, run: HTML on a page of another origin, JSON by the feed's reader, commands by the command line, a policy by a page under it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { marked, type Tokens } from 'marked';
import { launch, type Browser, type LaunchOptions } from 'puppeteer-core';
import { GUIDES, guide } from '../demo/docs.js';
import { start } from '../demo/server.js';
import { parseFeed } from '../src/feed/index.js';
import { bundles, makeFolder, placard } from './cli/cli.js';
import { untilText } from './tools/deep-text.mjs';

const browsers = new URL('./tools/browsers.mjs', import.meta.url).href; // has no types
const { chromium } = (await import(browsers)) as { chromium(): Promise<LaunchOptions> };

const HEAD = {
  spec: 1,
  sequence: 1,
  generated_at: '2026-03-02T10:00:00Z',
  publisher: { name: 'Example Union' },
};

describe('documentation', () => {
  let demo: Awaited<ReturnType<typeof start>>;
  let elsewhere: Server;
  let browser: Browser;
  let body = '';
  let policy = '';

  before(async () => {
    demo = await start(0);
    await bundles(); // which "placard build" hands on
    elsewhere = createServer((_req, res) => {
      if (policy) res.setHeader('Content-Security-Policy', policy);
      res.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html><html lang="en"><title>Elsewhere</title>${body}`);
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    browser = await launch(await chromium());
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
    elsewhere?.close();
    elsewhere?.closeAllConnections();
  });

  const here = (text: string) =>
    text.replaceAll('https://placard.example/', demo.url).replaceAll('https://placard.example', demo.url.slice(0, -1));

  async function shows(html: string, text: string, under = ''): Promise<void> {
    [body, policy] = [here(html), here(under)];
    const page = await browser.newPage();
    try {
      await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
      await untilText(page, text);
    } finally {
      await page.close();
    }
  }

  const itemOf = (extension: object) =>
    parseFeed(
      { version: 'https://jsonfeed.org/version/1.1', title: 'T', _placard: HEAD, items: [{ id: 'a', title: 'T', _placard: extension }] },
      'https://example.org/feed.json',
    );

  /** Each kind of sample has its way to be run; a kind without one fails. */
  const RUN: Record<string, (text: string) => unknown> = {
    html: (text) => shows(text, 'Last checked'),
    csp: (text) =>
      shows(
        '<placard-campaign src="https://placard.example/feed.json"></placard-campaign><script type="module" src="https://placard.example/dist/placard.js"></script>',
        'Last checked',
        `default-src 'none'; ${text.trim()}`,
      ),
    json: (text) => assert.deepEqual(parseFeed(text, 'https://example.org/feed.json').issues, []),
    'json case': (text) => clean(itemOf({ kind: 'case', revision: 1, cases: [JSON.parse(text)] })),
    'json extension': (text) => clean(itemOf(JSON.parse(text) as object)),
    headers: async (text) => {
      const { headers } = await fetch(`${demo.url}feed.json`);
      for (const line of text.trim().split('\n').slice(0, 3)) {
        const [name, value] = line.split(': ');
        assert.ok(headers.get(name!)!.startsWith(value!), line);
      }
    },
    sh: async (text) => {
      const folder = makeFolder();
      for (const line of text.trim().split('\n')) {
        const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
        assert.equal(words.shift(), 'placard');
        const { code, err, out } = await placard(words, { cwd: folder });
        assert.equal(code, 0, `${line}\n${out}${err}`);
      }
    },
  };

  function clean(feed: ReturnType<typeof parseFeed>): void {
    assert.ok(feed.item('a')?._placard);
    assert.deepEqual(feed.issues, []);
  }

  for (const name of ['partners', 'publishers', 'recipes']) {
    it(`has no sample in /docs/${name}.html that does not work as written`, async () => {
      const samples = marked.lexer(await guide(name)).filter((token): token is Tokens.Code => token.type === 'code');
      assert.ok(samples.length);
      for (const { lang = '', text } of samples) {
        assert.ok(RUN[lang], `nothing runs a sample of the kind "${lang}"`);
        await RUN[lang](text);
      }
    });
  }

  for (const name of Object.keys(GUIDES)) {
    it(`serves /docs/${name}.html, with links that lead somewhere, never wider than a telephone`, async () => {
      const page = await browser.newPage();
      try {
        await page.setViewport({ width: 320, height: 700 });
        await page.goto(`${demo.url}docs/${name}.html`);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
        const links = await page.$$eval('a', (all) => all.map(({ href }) => href));
        for (const link of links.filter((each) => each.startsWith(demo.url))) assert.equal((await fetch(link)).status, 200, link);
      } finally {
        await page.close();
      }
    });
  }

  it('names every member of the format', async () => {
    const reference = await guide('format');
    for (const member of ['sequence', 'retraction', 'date_status', 'compliance']) assert.ok(reference.includes(`\`${member}\``));
  });
});
