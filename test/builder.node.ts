/** The builder in a real browser: from a feed's address to a snippet that works on a page of another origin, under the policy that was stated. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { transform } from 'esbuild';
import { launch, type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { start } from '../demo/server.js';
import { untilText } from './tools/deep-text.mjs';

const browsers = new URL('./tools/browsers.mjs', import.meta.url).href; // has no types
const { chromium } = (await import(browsers)) as { chromium(): Promise<LaunchOptions> };
const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What the builder asks for to find out, and to show a feed that is down. */
const MEANT = /\/(missing\.json|frame\.html)$/;

describe('builder', () => {
  let demo: Awaited<ReturnType<typeof start>>;
  let elsewhere: Server;
  let partner: string;
  let pasted = '';
  let policy = '';
  let browser: Browser;

  /** A partner's page, and feeds that are wrong in many ways. */
  const answers: Record<string, { type?: string; body: () => string; shared?: boolean; status?: number }> = {
    '/': { type: 'text/html; charset=utf-8', body: () => `<!doctype html><html lang="en"><title>Elsewhere</title>${pasted}` },
    '/closed.json': { body: () => '{}', shared: false },
    '/page.json': { body: () => '<!doctype html><p>Not found' },
    '/broken.json': { body: () => '{ "version": "https://jsonfeed.org/version/1.1", }' },
    '/other.json': { body: () => '{ "version": 1 }' },
    '/gone.json': { body: () => '', status: 404 },
    '/ill.json': { body: () => '', status: 503 },
    '/date.json': {
      body: () =>
        JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items: [{ id: 'a', title: 'T', url: 'javascript:0' }] }),
    },
  };

  before(async () => {
    demo = await start(0);
    elsewhere = createServer((req, res) => {
      const answer = answers[req.url!];
      if (!answer) return void res.writeHead(404).end();
      if (answer.shared !== false) res.setHeader('Access-Control-Allow-Origin', '*');
      if (req.url === '/' && policy) res.setHeader('Content-Security-Policy', policy);
      res.writeHead(answer.status ?? 200, { 'Content-Type': answer.type ?? 'application/feed+json' }).end(answer.body());
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    partner = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    browser = await launch(await chromium());
    await browser
      .defaultBrowserContext()
      .overridePermissions(new URL(demo.url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
    elsewhere?.close();
    elsewhere?.closeAllConnections();
  });

  const publish = (step: string) =>
    fetch(`${demo.url}control`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(demo.url).origin },
      body: JSON.stringify({ step }),
    });

  /** Opens the builder with choices in its address; whatever goes wrong in it fails the test. */
  async function builder(choices: Record<string, string>, use: (page: Page) => Promise<unknown>): Promise<void> {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      // The browser says it of what is asked for across origins, whoever catches it.
      if (/CORS policy|net::ERR_/.test(message.text())) return;
      if (message.type() === 'error' && !MEANT.test(message.location().url ?? '') && !message.location().url?.startsWith(partner))
        faults.push(message.text());
    });
    await page.exposeFunction('violated', (what: string) => faults.push(`policy: ${what}`));
    await page.evaluateOnNewDocument(
      `addEventListener('securitypolicyviolation', (e) => violated(e.violatedDirective + ' ' + e.blockedURI))`,
    );
    try {
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`${demo.url}builder.html#${String(new URLSearchParams(choices))}`);
      await page.waitForSelector('[data-builder=started]');
      await use(page);
      assert.deepEqual(faults, []);
    } finally {
      await page.close();
    }
  }

  const made = (page: Page) => page.waitForSelector('#copy:enabled');
  const snippetOf = (page: Page) => page.$eval('#snippet', (field) => (field as HTMLTextAreaElement).value);
  const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

  it('makes of a pasted address a snippet that works elsewhere, live and without JavaScript, under the stated policy', async () => {
    await builder({}, async (page) => {
      await page.bringToFront();
      await page.type('#src', `${demo.url}feed.json`);
      await made(page);
      await page.select('#lang', 'en');
      await page.select('#theme', 'dark');
      await made(page);
      await page.click('#copy');
      assert.equal(await untilText(page, 'Copied.', '#copied'), 'Copied.');
      pasted = (await page.evaluate('navigator.clipboard.readText()')) as string;
      policy = `default-src 'none'; require-trusted-types-for 'script'; ${await textOf(page, '#policy')}`.replaceAll('\n', ' ');
    });
    assert.match(pasted, /<placard-campaign [^>]*lang="en"[^>]*theme="dark"[^>]*stamp="\d+"/);
    assert.match(
      pasted,
      /<script type="module" src="[^"]+placard-loader\.js" integrity="sha384-[^"]+" crossorigin="anonymous"><\/script>$/,
    );

    const bare = await browser.newPage();
    await bare.setJavaScriptEnabled(false);
    await bare.goto(partner);
    // Not innerText: of what no frame has drawn yet, content-visibility has none.
    const snapshot = await textOf(bare, 'placard-campaign');
    assert.match(snapshot, /No hearing date has been set\.[^]*\+32 2 235 22 16/);
    await bare.close();

    await publish('2025-07-17'); // news, so that the loader brings the card
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.exposeFunction('violated', (what: string) => faults.push(what));
    await page.evaluateOnNewDocument(
      `addEventListener('securitypolicyviolation', (e) => violated(e.violatedDirective + ' ' + e.blockedURI))`,
    );
    await page.goto(partner);
    await untilText(page, 'As of 17 July 2025', 'placard-campaign');
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('favicon')),
      [],
    );
    await page.close();
    await publish('2025-07-25');
  });

  const WRONG: [file: string, what: RegExp][] = [
    ['closed.json', /does not allow other sites to read the feed \(CORS\)[^]*Access-Control-Allow-Origin/],
    ['page.json', /This is a web page, and no feed/],
    ['broken.json', /This is no JSON[^]*Take out the comma[^]*line 1/],
    ['other.json', /"items" is missing/],
    ['gone.json', /nothing at this address/],
    ['ill.json', /fault of its own \(503\)/],
    ['date.json', /"url" says "javascript:0", and an address that begins with "javascript:" is never put on a page/],
  ];
  for (const [file, what] of WRONG) {
    it(`says in plain words what is wrong with ${file}`, async () => {
      await builder({ src: partner + file }, async (page) => assert.match(await textOf(page, '#problems'), what));
    });
  }

  it('says so where nobody answers, where an address is none, and where the feed lacks the item', async () => {
    await builder({ src: 'http://127.0.0.1:9/feed.json' }, async (page) => assert.match(await textOf(page, '#problems'), /Nobody answers/));
    await builder({ src: 'example.org/feed.json' }, async (page) =>
      assert.match(await textOf(page, '#problems'), /Did you mean https:\/\/example\.org\/feed\.json/),
    );
    await builder({ src: `${demo.url}feed.json`, item: 'nowhere' }, async (page) => {
      await untilText(page, 'The feed has no item “nowhere”', '#verdict');
      assert.equal(await snippetOf(page), '');
    });
  });

  it('keeps every choice in its address', async () => {
    const choices = {
      item: 'kz-adilbekov-2024',
      tag: 'placard-status',
      look: 'campaign',
      'heading-level': '4',
      refresh: '300',
      take: 'live',
    };
    await builder({ src: `${demo.url}feed.json`, ...choices }, async (page) => {
      await made(page);
      const { item, tag, look, refresh } = choices;
      const snippet = await snippetOf(page);
      assert.ok(
        snippet.startsWith(`<${tag} src="${demo.url}feed.json" item="${item}" look="${look}" heading-level="4" refresh="${refresh}">`),
        snippet,
      );
      await page.select('#look', 'plain');
      await made(page);
      const said = new URLSearchParams(new URL((await page.evaluate('location.href')) as string).hash.slice(1));
      assert.deepEqual(Object.fromEntries(said), { src: `${demo.url}feed.json`, ...choices, look: 'plain' });
    });
  });

  it('tells whom a snapshot names for good, and makes one without', async () => {
    const NAME = 'Daniyar Adilbekov';
    const facts = (snippet: string) => snippet.split('\n').filter((line) => line.includes('placard-facts') && line.includes(NAME));
    await builder({ src: `${demo.url}feed.json`, item: 'kz-adilbekov-2024' }, async (page) => {
      await made(page);
      assert.match(await textOf(page, '#naming ul'), new RegExp(NAME));
      assert.equal(facts(await snippetOf(page)).length, 1);
      await page.click('[name=names][value=no]');
      await made(page);
      assert.deepEqual(facts(await snippetOf(page)), []);
      assert.match(await textOf(page, '#left'), new RegExp(NAME)); // its headline does, and the builder rewrites nobody's words
    });
  });

  it('shows the snippet live, without JavaScript, and with the feed down', async () => {
    await builder({ src: `${demo.url}feed.json`, accent: '#00639c' }, async (page) => {
      await made(page);
      const frame = async (id: string) => (await (await page.waitForSelector(`#${id}`))!.contentFrame())!;
      await untilText((await frame('live')) as unknown as Page, 'Last checked', 'placard-campaign');
      for (const id of ['bare', 'down'])
        await untilText((await frame(id)) as unknown as Page, 'No hearing date has been set.', 'placard-campaign');
      const rule = `getComputedStyle(document.querySelector('placard-campaign')).getPropertyValue('--placard-accent').trim()`;
      assert.equal(await (await frame('live')).evaluate(rule), '#00639c');
    });
  });

  it('tells the bytes as they are served, and counts the requests', async () => {
    const { brotliCompressSync } = await import('node:zlib');
    const weight = brotliCompressSync(readFileSync(new URL('../dist/placard.js', import.meta.url))).length.toLocaleString('en');
    await builder({ src: `${demo.url}feed.json` }, async (page) => {
      await made(page);
      assert.match(await textOf(page, '#costs'), new RegExp(`3 requests[^]*1 request more: ${weight} bytes`));
      await page.click('[value=html]');
      await made(page);
      assert.match(await textOf(page, '#costs'), /0 requests/);
    });
  });

  it('writes components that compile', async () => {
    for (const [take, loader] of [
      ['react', 'jsx'],
      ['vue', 'js'],
      ['svelte', 'js'],
    ] as const) {
      await builder({ src: `${demo.url}feed.json`, take }, async (page) => {
        await made(page);
        const snippet = await snippetOf(page);
        const code = take === 'react' ? snippet : /<script[^>]*>([^]*?)<\/script>/.exec(snippet)![1]!;
        assert.match((await transform(code, { loader })).code, /No hearing date has been set/);
      });
    }
  });

  for (const width of [320, 1280]) {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible at ${width} px in ${scheme}, and never wider than the window`, async () => {
        await builder({ src: `${demo.url}feed.json`, item: 'kz-adilbekov-2024' }, async (page) => {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.setViewport({ width, height: 800 });
          await made(page);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
          await page.evaluate(axe);
          const found = (await page.evaluate(
            `axe.run({ iframes: false }).then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target + ' ' + n.failureSummary)))`,
          )) as string[];
          assert.deepEqual(found, []);
        });
      });
    }
  }
});
