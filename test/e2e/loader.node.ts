/** The loader of a page with snapshots: it loads nothing while the feed is unchanged, and the full script after a change. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { buildBundles } from '../../demo/server/bundles.js';
import { openBrowser } from '../support/browser-page.js';
import { untilText } from '../support/composed-text.mjs';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html dompurify 'allow-duplicates'";
const SNAPSHOT = '<div class="placard-snapshot" lang="en"><p class="placard-headline"><strong>Snapshot of the case</strong></p></div>';

/** Runs in the page. Controls its visibility, and exposes the first timer and the end of a timer in a hidden page. */
const VISIBILITY = `
  let away = false, resolveEnd, resolvePlan;
  const ended = new Promise((resolve) => (resolveEnd = resolve));
  const planned = new Promise((resolve) => (resolvePlan = resolve));
  Object.defineProperties(document, { hidden: { get: () => away }, visibilityState: { get: () => (away ? 'hidden' : 'visible') } });
  const wait = setTimeout;
  globalThis.setTimeout = (run, ms, ...rest) => {
    resolvePlan(ms);
    return wait(() => (run(...rest), away && resolveEnd()), ms);
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
  let currentFeed: string | undefined;
  let tamper = false;
  let requests: string[];
  let markup: string;
  /** The paths of requests with a referrer. */
  let referrerPaths: string[];

  let server: Server;

  const answer: RequestListener = (req, res) => {
    const path = req.url!;
    if (path !== '/favicon.ico') requests.push(path);
    if (path !== '/favicon.ico' && req.headers.referer) referrerPaths.push(path);
    if (path === '/') {
      const head = '<!doctype html><meta charset="utf-8"><title>Page</title><link rel="stylesheet" href="/placard.css">';
      res.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY });
      res.end(`${head}${markup}<script type="module" src="/placard-loader.js"></script>`);
    } else if (path === '/feed.json') {
      res.writeHead(currentFeed ? 200 : 503, { 'content-type': 'application/feed+json' }).end(currentFeed);
    } else if (path === '/favicon.ico') {
      res.writeHead(204).end();
    } else {
      const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
      res.writeHead(200, { 'content-type': type }).end(`${dist(path.slice(1))}${tamper && path === '/placard.js' ? ' ' : ''}`);
    }
  };
  const closeServer = () => {
    server?.close();
    server?.closeAllConnections();
  };

  before(async () => {
    await buildBundles();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    closeServer();
  });
  beforeEach(async () => {
    closeServer(); // a late request of an earlier test's page never reaches the next server
    server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    requests = [];
    referrerPaths = [];
    tamper = false;
    currentFeed = feed(7, 'The case today');
    markup = `<placard-campaign src="/feed.json" stamp="7" refresh="1">${SNAPSHOT}</placard-campaign>`;
  });

  /** @param script runs before the scripts of the page */
  async function visit(use: (page: Page) => Promise<unknown>, script = ''): Promise<void> {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.exposeFunction('violated', (what: string) => faults.push(what));
    await page.evaluateOnNewDocument(`addEventListener('securitypolicyviolation', (e) => violated(e.violatedDirective))`);
    await page.evaluateOnNewDocument(VISIBILITY + script);
    try {
      await page.goto(`${origin}/`);
      await use(page);
      assert.deepEqual(faults, []);
    } finally {
      await page.close();
    }
  }

  /** Resolves after `count` requests for the feed. */
  const untilFetches = async (count: number) => {
    while (requests.filter((path) => path === '/feed.json').length < count) await once(server, 'request');
  };

  it('is at most one packet, and its style sheet, which has all rules of the card, at most 5.7 KiB', async () => {
    const { brotliCompressSync } = await import('node:zlib');
    assert.ok(brotliCompressSync(dist('placard-loader.js')).length <= 1400);
    // 200 B of it are the sections with persons, letters and papers; 200 B are room between the parts, the band of a campaign, and paper.
    assert.ok(brotliCompressSync(dist('placard.css')).length <= 5780);
  });

  for (const [epoch, stamp] of [
    [0, '7'],
    [1, '1.7'],
  ]) {
    it(`loads no other file while the feed has the stamp ${stamp}, and fetches it again`, async () => {
      currentFeed = feed(7, 'The case today', { epoch });
      markup = markup.replace('stamp="7"', `stamp="${stamp}"`);
      await visit(async (page) => {
        await page.bringToFront();
        await untilFetches(3);
        assert.equal(await page.evaluate(`customElements.get('placard-campaign') === undefined`), true);
        assert.deepEqual([...new Set(requests)].sort(), ['/', '/feed.json', '/placard-loader.js', '/placard.css']);
        assert.match(await untilText(page, 'Snapshot of the case'), /Snapshot of the case/);
      });
    });
  }

  it('loads no other file for snapshots that the browser does not lay out yet', async () => {
    markup = markup.repeat(40);
    await visit(async (page) => {
      assert.equal(await page.evaluate(`[...document.querySelectorAll('.placard-snapshot')].at(-1).innerText`), '');
      await untilFetches(3);
      assert.deepEqual([...new Set(requests)].sort(), ['/', '/feed.json', '/placard-loader.js', '/placard.css']);
    });
  });

  it('sends no referrer with its own requests', async () => {
    currentFeed = feed(8, 'The case has changed');
    markup = markup.replace('refresh', 'lang="fr" refresh');
    await visit(async (page) => {
      await untilText(page, 'The case has changed');
      assert.ok(requests.some((path) => path.startsWith('/parts/fr-')));
      // The requests of the page's own tags have the referrer policy of those tags. See snippets.ts.
      assert.deepEqual(
        referrerPaths.filter((path) => path !== '/placard.css' && path !== '/placard-loader.js'),
        [],
      );
    });
  });

  const news: [string, () => void][] = [
    ['another sequence', () => (currentFeed = feed(8, 'The case has changed'))],
    ['a feed past its date', () => (currentFeed = feed(7, 'The case has changed', { valid_until: '2026-03-03T00:00:00Z' }))],
    [
      'a missing snapshot',
      () => (
        (currentFeed = feed(7, 'The case has changed')),
        (markup = '<placard-campaign src="/feed.json" stamp="7"></placard-campaign>')
      ),
    ],
    [
      'a snapshot that a filter took out',
      () => (
        (currentFeed = feed(7, 'The case has changed')),
        (markup = '<placard-campaign src="/feed.json" stamp="7">\n<p></p>\n</placard-campaign>')
      ),
    ],
    [
      'news, beside a tag with an invalid address',
      () => (
        (currentFeed = feed(8, 'The case has changed')),
        (markup = `<placard-campaign src="https://[" stamp="7"><p>Another snapshot</p></placard-campaign>${markup}`)
      ),
    ],
    ['the same sequence of another epoch', () => (currentFeed = feed(7, 'The case has changed', { epoch: 1 }))],
    [
      'a snapshot past its date',
      () => {
        currentFeed = feed(8, 'The case has changed');
        markup = markup.replace('lang="en"', 'lang="en" data-valid-until="2026-03-03T00:00:00Z"');
      },
    ],
    [
      'a marked div',
      () => {
        currentFeed = feed(8, 'The case has changed');
        markup = `<div data-placard-src="/feed.json" data-placard-stamp="7">${SNAPSHOT}</div>`;
      },
    ],
  ];
  for (const [what, arrange] of news) {
    it(`loads the card for ${what}, with one request for the feed`, async () => {
      arrange();
      await visit(async (page) => {
        await untilText(page, 'The case has changed');
        assert.equal(requests.filter((path) => path === '/feed.json').length, 1);
        assert.equal(requests.filter((path) => path === '/placard.js').length, 1);
      });
    });
  }

  it('checks the feed of a page that is never idle', async () => {
    currentFeed = feed(8, 'The case has changed');
    // As in Chromium under load: only a request with a timeout is answered.
    const neverIdle = 'globalThis.requestIdleCallback = (run, options) => options?.timeout && setTimeout(run)';
    await visit((page) => untilText(page, 'The case has changed'), neverIdle);
  });

  it('fetches again if the interval ends while the page is hidden, and the page is visible again at once', async () => {
    await visit(async (page) => {
      await page.bringToFront();
      await untilFetches(1);
      await page.evaluate('away = true; ended');
      await page.evaluate(`away = false; document.dispatchEvent(new Event('visibilitychange'))`);
      await untilFetches(2);
    });
  });

  for (const [refresh, seconds] of Object.entries({ 9999999: 900, '-1': 60, soon: 60, '': 60, '0.001': 60 })) {
    it(`fetches again after ${seconds} s with refresh "${refresh}"`, async () => {
      markup = markup.replace('refresh="1"', `refresh="${refresh}"`);
      await visit(async (page) => {
        await page.bringToFront();
        assert.equal(await page.evaluate('planned'), seconds * 1000);
      });
    });
  }

  it('loads the card if the feed fails, and the snapshot stays', async () => {
    currentFeed = undefined;
    await visit(async (page) => {
      await page.waitForSelector('placard-campaign:defined');
      assert.match(await untilText(page, 'Snapshot of the case'), /Snapshot of the case/);
    });
  });

  it('never runs a changed placard.js', async () => {
    tamper = true;
    currentFeed = feed(8, 'The case has changed');
    const page = await browser.newPage();
    const refused = new Promise<string>((resolve) => page.once('console', (message) => resolve(message.text())));
    await page.goto(`${origin}/`);
    assert.match(await refused, /integrity/);
    assert.equal(await page.evaluate(`customElements.get('placard-campaign') === undefined`), true);
    assert.match(await untilText(page, 'Snapshot of the case'), /Snapshot of the case/);
    await page.close();
  });
});
