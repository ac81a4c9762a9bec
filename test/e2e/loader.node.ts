/** The first step of a page with snapshots: nothing more is loaded while nothing is new, and all that is needed once something is. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { buildBundles } from '../../demo/server/bundles.js';
import { openBrowser } from '../support/browser-page.js';
import { untilText } from '../support/composed-text.mjs';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html dompurify 'allow-duplicates'";
const SNAPSHOT = '<div class="placard-snapshot" lang="en"><p class="placard-headline"><strong>Snapshot of the case</strong></p></div>';

/** In the page: whether nobody sees it, the first timer that is set, and the end of one that nobody sees. */
const WATCHED = `
  let away = false, tellEnd, tellPlan;
  const ended = new Promise((resolve) => (tellEnd = resolve));
  const planned = new Promise((resolve) => (tellPlan = resolve));
  Object.defineProperties(document, { hidden: { get: () => away }, visibilityState: { get: () => (away ? 'hidden' : 'visible') } });
  const wait = setTimeout;
  globalThis.setTimeout = (run, ms, ...rest) => {
    tellPlan(ms);
    return wait(() => (run(...rest), away && tellEnd()), ms);
  };`;

const dist = (path: string) => readFileSync(new URL(`../../dist/${path}`, import.meta.url));

function feed(sequence: number, title: string, head: object = {}): string {
  const publisher = { name: 'Example Union' };
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Example',
    _placard: { spec: 1, sequence, generated_at: '2026-03-02T10:00:00Z', publisher, ...head },
    items: [{ id: 'one', title, date_published: '2026-03-02', _placard: { kind: 'case', revision: sequence } }],
  });
}

describe('placard-loader.js', () => {
  let browser: Browser;
  let origin: string;
  let feedNow: string | undefined;
  let tamper = false;
  let requests: string[];
  let markup: string;
  /** Paths for which the host was told where the reader is. */
  let told: string[];

  const server = createServer((req: IncomingMessage, res: ServerResponse) => {
    const path = req.url!;
    if (path !== '/favicon.ico') requests.push(path);
    if (path !== '/favicon.ico' && req.headers.referer) told.push(path);
    if (path === '/') {
      const head = '<!doctype html><meta charset="utf-8"><title>Page</title><link rel="stylesheet" href="/placard.css">';
      res.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY });
      res.end(`${head}${markup}<script type="module" src="/placard-loader.js"></script>`);
    } else if (path === '/feed.json') {
      res.writeHead(feedNow ? 200 : 503, { 'content-type': 'application/feed+json' }).end(feedNow);
    } else if (path === '/favicon.ico') {
      res.writeHead(204).end();
    } else {
      const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
      res.writeHead(200, { 'content-type': type }).end(`${dist(path.slice(1))}${tamper && path === '/placard.js' ? ' ' : ''}`);
    }
  });

  before(async () => {
    await buildBundles();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server.close();
    server.closeAllConnections();
  });
  beforeEach(() => {
    requests = [];
    told = [];
    tamper = false;
    feedNow = feed(7, 'The case as it stands');
    markup = `<placard-campaign src="/feed.json" stamp="7" refresh="1">${SNAPSHOT}</placard-campaign>`;
  });

  async function visit(use: (page: Page) => Promise<unknown>): Promise<void> {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.exposeFunction('violated', (what: string) => faults.push(what));
    await page.evaluateOnNewDocument(`addEventListener('securitypolicyviolation', (e) => violated(e.violatedDirective))`);
    await page.evaluateOnNewDocument(WATCHED);
    try {
      await page.goto(`${origin}/`);
      await use(page);
      assert.deepEqual(faults, []);
    } finally {
      await page.close();
    }
  }

  /** Resolves once the feed was asked for so many times. */
  const looks = async (count: number) => {
    while (requests.filter((path) => path === '/feed.json').length < count) await once(server, 'request');
  };

  it('weighs no more than one packet, and its style sheet no more than a kilobyte', async () => {
    const { brotliCompressSync } = await import('node:zlib');
    assert.ok(brotliCompressSync(dist('placard-loader.js')).length <= 1400);
    assert.ok(brotliCompressSync(dist('placard.css')).length <= 1024);
  });

  for (const [epoch, stamp] of [
    [0, '7'],
    [1, '1.7'],
  ]) {
    it(`loads nothing else while the feed is at ${stamp}, and keeps looking`, async () => {
      feedNow = feed(7, 'The case as it stands', { epoch });
      markup = markup.replace('stamp="7"', `stamp="${stamp}"`);
      await visit(async (page) => {
        await page.bringToFront();
        await looks(3);
        assert.equal(await page.evaluate(`customElements.get('placard-campaign') === undefined`), true);
        assert.deepEqual([...new Set(requests)].sort(), ['/', '/feed.json', '/placard-loader.js', '/placard.css']);
        assert.match(await untilText(page, 'Snapshot of the case'), /Snapshot of the case/);
      });
    });
  }

  it('tells no host, by what it asks for itself, where its reader is', async () => {
    feedNow = feed(8, 'The case has moved');
    markup = markup.replace('refresh', 'lang="fr" refresh');
    await visit(async (page) => {
      await untilText(page, 'The case has moved');
      assert.ok(requests.some((path) => path.startsWith('/parts/fr-')));
      // What the page's own tags ask for has the policy of these tags: the snippets' are in snippets.ts.
      assert.deepEqual(
        told.filter((path) => path !== '/placard.css' && path !== '/placard-loader.js'),
        [],
      );
    });
  });

  const news: [string, () => void][] = [
    ['another sequence', () => (feedNow = feed(8, 'The case has moved'))],
    ['a feed past its date', () => (feedNow = feed(7, 'The case has moved', { valid_until: '2026-03-03T00:00:00Z' }))],
    [
      'a missing snapshot',
      () => ((feedNow = feed(7, 'The case has moved')), (markup = '<placard-campaign src="/feed.json" stamp="7"></placard-campaign>')),
    ],
    [
      'a snapshot that a filter took out',
      () => (
        (feedNow = feed(7, 'The case has moved')),
        (markup = '<placard-campaign src="/feed.json" stamp="7">\n<p></p>\n</placard-campaign>')
      ),
    ],
    [
      'news, beside a tag whose address is none',
      () => (
        (feedNow = feed(8, 'The case has moved')),
        (markup = `<placard-campaign src="https://[" stamp="7"><p>Another snapshot</p></placard-campaign>${markup}`)
      ),
    ],
    ['the same sequence of another epoch', () => (feedNow = feed(7, 'The case has moved', { epoch: 1 }))],
    [
      'a snapshot past its date',
      () => {
        feedNow = feed(8, 'The case has moved');
        markup = markup.replace('lang="en"', 'lang="en" data-valid-until="2026-03-03T00:00:00Z"');
      },
    ],
    [
      'a marked div',
      () => {
        feedNow = feed(8, 'The case has moved');
        markup = `<div data-placard-src="/feed.json" data-placard-stamp="7">${SNAPSHOT}</div>`;
      },
    ],
  ];
  for (const [what, arrange] of news) {
    it(`brings the card for ${what}, asking for the feed once`, async () => {
      arrange();
      await visit(async (page) => {
        await untilText(page, 'The case has moved');
        assert.equal(requests.filter((path) => path === '/feed.json').length, 1);
        assert.equal(requests.filter((path) => path === '/placard.js').length, 1);
      });
    });
  }

  it('keeps looking after the interval ended while nobody saw the page, though it is seen again at once', async () => {
    await visit(async (page) => {
      await page.bringToFront();
      await looks(1);
      await page.evaluate('away = true; ended');
      await page.evaluate(`away = false; document.dispatchEvent(new Event('visibilitychange'))`);
      await looks(2);
    });
  });

  for (const [refresh, seconds] of Object.entries({ 9999999: 900, '-1': 60, soon: 60, '': 60, '0.001': 60 })) {
    it(`looks again after ${seconds} s where the page asks for "${refresh}"`, async () => {
      markup = markup.replace('refresh="1"', `refresh="${refresh}"`);
      await visit(async (page) => {
        await page.bringToFront();
        assert.equal(await page.evaluate('planned'), seconds * 1000);
      });
    });
  }

  it('brings the card when the feed fails, and the snapshot stays', async () => {
    feedNow = undefined;
    await visit(async (page) => {
      await page.waitForSelector('placard-campaign:defined');
      assert.match(await untilText(page, 'Snapshot of the case'), /Snapshot of the case/);
    });
  });

  it('never runs a changed placard.js', async () => {
    tamper = true;
    feedNow = feed(8, 'The case has moved');
    const page = await browser.newPage();
    const refused = new Promise<string>((resolve) => page.once('console', (message) => resolve(message.text())));
    await page.goto(`${origin}/`);
    assert.match(await refused, /integrity/);
    assert.equal(await page.evaluate(`customElements.get('placard-campaign') === undefined`), true);
    assert.match(await untilText(page, 'Snapshot of the case'), /Snapshot of the case/);
    await page.close();
  });
});
