/** The demo as `npm start` serves it, in Chromium: pages have no errors, and a card follows its feed without a reload. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { start } from '../../demo/server/server.js';
import { HOST_PAGES } from '../../demo/server/host-pages.js';
import { snapshotOf, type SnapshotOptions } from '../../src/embed/snapshot.js';
import { parseFeed } from '../../src/feed/parse-feed.js';
import { holdRequests, openBrowser } from '../support/browser-page.js';
import { untilLive, untilText } from '../support/composed-text.mjs';

const { items } = JSON.parse(readFileSync(new URL('../../demo/feed.json', import.meta.url), 'utf8')) as { items: { title: string }[] };
const headline = items[0]!.title;

/** These addresses of the gallery fail on purpose. */
const EXPECTED_FAILURES = /\/(missing|stale)\.json/;

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

  /** Opens a page of the demo, calls `use`, and returns all faults of the page. */
  async function visit(path: string, use: (page: Page) => Promise<unknown>): Promise<string[]> {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED_FAILURES.test(message.location().url ?? '')) faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${String(error)}`));
    page.on('requestfailed', (request) => {
      if (!EXPECTED_FAILURES.test(request.url())) faults.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !EXPECTED_FAILURES.test(response.url())) faults.push(`${response.status()}: ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) faults.push(`third host: ${request.url()}`);
    });
    await page.exposeFunction('violated', (what: string) => faults.push(`policy: ${what}`));
    await page.evaluateOnNewDocument(
      `addEventListener('securitypolicyviolation', (e) => violated(e.violatedDirective + ' ' + e.blockedURI))`,
    );
    try {
      await page.setViewport({ width: 1280, height: 9000 }); // px; high enough that each card is in the viewport
      await page.goto(server.url + path);
      await use(page);
      await page.waitForNetworkIdle({ idleTime: 300, concurrency: 1 }); // one request of the gallery never ends
    } finally {
      page.removeAllListeners('requestfailed'); // closing the page aborts requests
      await page.close();
    }
    return faults;
  }

  for (const path of ['', 'ngo-site.html', 'newsroom-article.html', 'landing-page.html', 'gallery.html']) {
    it(`shows /${path} with a live card and no errors`, async () => {
      const faults = await visit(path, async (page) => {
        await untilLive(page);
        await untilText(page, headline);
      });
      assert.deepEqual(faults, []);
    });
  }

  for (const path of ['ngo-site.html', 'newsroom-article.html']) {
    it(`updates the card on /${path} without a reload, forwards and backwards`, async () => {
      const faults = await visit(path, async (page) => {
        await untilText(page, 'of 25 July 2025', 'placard-status');
        await page.evaluate('globalThis.loadedOnce = true');
        await post({ step: '2025-07-17' });
        await untilText(page, 'of 17 July 2025', 'placard-status');
        await post({ step: '2025-07-25' });
        await untilText(page, 'of 25 July 2025', 'placard-status');
        assert.equal(await page.evaluate('globalThis.loadedOnce'), true);
      });
      assert.deepEqual(faults, []);
    });
  }

  it('shows one state of the gallery with the settings in its address', async () => {
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

  it('shows no button without a name while its control waits for the server', async () => {
    const page = await browser.newPage();
    const held = await holdRequests(page, /\/control$/);
    await page.goto(server.url, { waitUntil: 'domcontentloaded' });
    const request = await held();
    const names = () =>
      page.$eval('demo-control', ({ shadowRoot }) =>
        [...shadowRoot!.querySelectorAll('button')]
          .filter((button) => button.checkVisibility({ visibilityProperty: true }))
          .map((button) => button.textContent),
      );
    assert.deepEqual(
      (await names()).filter((name) => !name),
      [],
    );
    await request.continue();
    await page.waitForFunction(() => document.querySelector('demo-control')!.shadowRoot!.querySelector('[aria-current]'));
    assert.ok((await names()).includes('Offline'));
    await page.close();
  });

  it('serves the newsroom page with a policy that forbids inline code and styles', async () => {
    const policy = (await fetch(`${server.url}newsroom-article.html`)).headers.get('content-security-policy') ?? '';
    for (const part of ["script-src 'self';", "style-src 'self';", "require-trusted-types-for 'script'"]) assert.ok(policy.includes(part));
    const violations = await visit('newsroom-article.html', (page) => page.evaluate(`document.body.setAttribute('style', 'color: red')`));
    assert.match(violations.join(), /policy: style-src-attr inline/); // so the test reports a violation
  });

  it('answers conditional requests, and takes the feed offline and online', async () => {
    const feed = `${server.url}feed.json`;
    const { headers } = await fetch(feed);
    assert.equal(headers.get('content-type'), 'application/feed+json; charset=utf-8');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    const conditional = { 'if-none-match': headers.get('etag')! };
    assert.equal((await fetch(feed, { headers: conditional })).status, 304);
    await post({ fault: 'down' });
    assert.equal((await fetch(feed)).status, 503);
    await post({ fault: 'none' });
    assert.equal((await fetch(feed, { headers: conditional })).status, 304);
  });

  it('accepts commands only from its own pages', async () => {
    assert.equal((await post({ fault: 'down' }, { origin: 'https://elsewhere.example' })).status, 403);
    assert.equal((await post({ fault: 'down' }, { 'content-type': 'text/plain' })).status, 403);
    assert.equal((await post({ step: '2025-07-16' })).status, 400);
    assert.equal((await fetch(`${server.url}feed.json`)).status, 200);
  });

  for (const name of HOST_PAGES)
    it(`has in ${name} the snapshot of each card that the page shows`, async () => {
      const served = await (await fetch(`${server.url}${name}.html`)).text();
      const pasted = [...served.matchAll(/<placard-(?!feed)[a-z]+[^>]*>([^]*?)<\/placard-(?!feed)/g)].map(([, inner]) =>
        lineByLine(inner!),
      );
      const cards = await shownCards(`${server.url}${name}.html`);
      const expected = await Promise.all(
        cards.map(async ({ src, ...options }) => {
          const snapshot = await snapshotOf(parseFeed(await (await fetch(src)).text(), src), options);
          return lineByLine(snapshot!.replaceAll(`="${server.url}`, '="'));
        }),
      );
      assert.ok(cards.length > 0);
      assert.deepEqual(pasted, expected);
    });

  /** Returns the options of each card on a page, from the live elements. */
  async function shownCards(url: string): Promise<(SnapshotOptions & { src: string })[]> {
    const page = await browser.newPage();
    try {
      await page.setViewport({ width: 800, height: 9000 }); // px; high enough that each card is in the viewport
      await page.goto(url);
      return (await page.evaluate(`(async () => {
        const tags = 'placard-campaign, placard-incident, placard-status, placard-action, placard-statement, placard-list';
        const elements = [...document.querySelectorAll(tags)];
        const loaded = (element) => element.shadowRoot?.querySelector('[part=card]:not([aria-busy])');
        while (!elements.every(loaded)) await new Promise(requestAnimationFrame);
        return elements.map((element) => {
          const { src, item, original } = element.settings;
          const kind = element.localName.replace('placard-', '');
          return { kind, src, item, original, level: element.headingLevel, language: loaded(element).lang };
        });
      })()`)) as (SnapshotOptions & { src: string })[];
    } finally {
      await page.close();
    }
  }
});

/** Returns the lines of a snapshot without the indentation of the page. */
const lineByLine = (html: string): string[] => html.trim().split(/\s*\n\s*/);
