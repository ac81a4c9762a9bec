/** The demo as `npm start` serves it, in a real Chromium: every page runs clean, and an embed follows its feed without a reload. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { start } from '../../demo/server/server.js';
import { PAGES, withSnapshots } from '../../demo/server/snapshots.js';
import { openBrowser } from '../support/browser-page.js';
import { untilText } from '../support/composed-text.mjs';

const { items } = JSON.parse(readFileSync(new URL('../../demo/feed.json', import.meta.url), 'utf8')) as { items: { title: string }[] };
const headline = items[0]!.title;

/** The gallery shows failures: these addresses fail on purpose. */
const MEANT = /\/(missing|stale)\.json/;

describe('demo', () => {
  let server: Awaited<ReturnType<typeof start>>;
  let browser: Browser;

  before(async () => {
    server = await start(0);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const post = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${server.url}control`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(server.url).origin, ...headers },
      body: JSON.stringify(body),
    });

  /** Opens a page of the demo, hands it over, and says everything that went wrong on it. */
  async function visit(path: string, use: (page: Page) => Promise<unknown>): Promise<string[]> {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !MEANT.test(message.location().url ?? '')) faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${String(error)}`));
    page.on('requestfailed', (request) => {
      if (!MEANT.test(request.url())) faults.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !MEANT.test(response.url())) faults.push(`${response.status()}: ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) faults.push(`third host: ${request.url()}`);
    });
    await page.exposeFunction('violated', (what: string) => faults.push(`policy: ${what}`));
    await page.evaluateOnNewDocument(
      `addEventListener('securitypolicyviolation', (e) => violated(e.violatedDirective + ' ' + e.blockedURI))`,
    );
    try {
      await page.setViewport({ width: 1280, height: 9000 }); // nothing waits to be scrolled to
      await page.goto(server.url + path);
      await use(page);
      await page.waitForNetworkIdle({ idleTime: 300, concurrency: 1 }); // the gallery has one request that never ends
    } finally {
      page.removeAllListeners('requestfailed'); // what leaving cuts off is no fault
      await page.close();
    }
    return faults;
  }

  for (const path of ['', 'ngo-site.html', 'newsroom-article.html', 'landing-page.html', 'gallery.html']) {
    it(`shows /${path} without a fault`, async () => {
      const faults = await visit(path, async (page) => {
        assert.ok((await untilText(page, 'Last checked')).includes(headline)); // which only a live card says
      });
      assert.deepEqual(faults, []);
    });
  }

  for (const path of ['ngo-site.html', 'newsroom-article.html']) {
    it(`follows the feed on /${path} without a reload, back and forth`, async () => {
      const faults = await visit(path, async (page) => {
        await untilText(page, 'As of 25 July 2025', 'placard-status');
        await page.evaluate('globalThis.loadedOnce = true');
        await post({ step: '2025-07-17' });
        await untilText(page, 'As of 17 July 2025', 'placard-status');
        await post({ step: '2025-07-25' });
        await untilText(page, 'As of 25 July 2025', 'placard-status');
        assert.equal(await page.evaluate('globalThis.loadedOnce'), true);
      });
      assert.deepEqual(faults, []);
    });
  }

  it('shows one situation of the gallery alone, with the settings of its address', async () => {
    const faults = await visit('gallery.html?show=withdrawn&theme=dark&look=plain&width=320&dir=rtl', async (page) => {
      const shown = await page.$$eval('.stage > *', (cards) =>
        cards.map((card) => [
          card.closest('section')?.id,
          card.getAttribute('theme'),
          card.getAttribute('look'),
          card.clientWidth <= 320,
          getComputedStyle(card).direction,
        ]),
      );
      assert.deepEqual(shown, [['withdrawn', 'dark', 'plain', true, 'rtl']]);
    });
    assert.deepEqual(faults, []);
  });

  it('serves the newsroom under a policy that forbids inline code and style', async () => {
    const policy = (await fetch(`${server.url}newsroom-article.html`)).headers.get('content-security-policy') ?? '';
    for (const part of ["script-src 'self';", "style-src 'self';", "require-trusted-types-for 'script'"]) assert.ok(policy.includes(part));
    const broken = await visit('newsroom-article.html', (page) => page.evaluate(`document.body.setAttribute('style', 'color: red')`));
    assert.match(broken.join(), /policy: style-src-attr inline/); // and a breach would be noticed
  });

  it('answers conditional requests, and takes the feed down and up', async () => {
    const feed = `${server.url}feed.json`;
    const { headers } = await fetch(feed);
    assert.equal(headers.get('content-type'), 'application/feed+json; charset=utf-8');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    const held = { 'if-none-match': headers.get('etag')! };
    assert.equal((await fetch(feed, { headers: held })).status, 304);
    await post({ fault: 'down' });
    assert.equal((await fetch(feed)).status, 503);
    await post({ fault: 'none' });
    assert.equal((await fetch(feed, { headers: held })).status, 304);
  });

  it('takes orders from its own pages alone', async () => {
    assert.equal((await post({ fault: 'down' }, { origin: 'https://elsewhere.example' })).status, 403);
    assert.equal((await post({ fault: 'down' }, { 'content-type': 'text/plain' })).status, 403);
    assert.equal((await post({ step: '2025-07-16' })).status, 400);
    assert.equal((await fetch(`${server.url}feed.json`)).status, 200);
  });

  for (const name of PAGES) {
    it(`holds in ${name} the snapshots that its cards would make now`, async () => {
      const { is, should } = await withSnapshots(browser, server.url, name);
      assert.equal(is, should, 'run node --import tsx demo/server/snapshots.ts');
      assert.match(is, /class="placard-snapshot"/);
    });
  }
});
