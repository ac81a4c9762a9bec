/** Layout shift: no shift with a snapshot, little without one, and an update moves only the content below the card. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { buildBundles } from '../../demo/server/bundles.js';
import { snapshotOf } from '../../src/embed/snapshot.js';
import { parseFeed } from '../../src/feed/parse-feed.js';
import { openBrowser } from '../support/browser-page.js';
import { untilInShadow, untilText } from '../support/composed-text.mjs';

const dist = (path: string) => readFileSync(new URL(`../../dist/${path}`, import.meta.url));
/** The sample without its picture file, which must not cause a shift. */
const sample = JSON.parse(readFileSync(new URL('../../demo/feeds/case.json', import.meta.url), 'utf8')) as {
  _placard: { sequence: number };
  items: [{ title: string; _placard: { revision: number } }];
};
const HEADLINE = sample.items[0].title;
const { sequence } = sample._placard;

function feedOf(number: number, title = HEADLINE): string {
  const [item] = sample.items;
  const { revision } = item._placard;
  return JSON.stringify({
    ...sample,
    _placard: { ...sample._placard, sequence: number },
    items: [{ ...item, title, _placard: { ...item._placard, revision: revision + number - sequence } }],
  });
}

const SNAPSHOT = (await snapshotOf(parseFeed(sample, 'https://example.org/feed.json')))!;
const PROSE = `<p>${'The article goes on around the card. '.repeat(9)}</p>`;
const SCRIPT = '<script type="module" src="placard.js"></script>';
const LOADER = '<script type="module" src="placard-loader.js"></script>';

interface Shift {
  value: number;
  /** The top edges of the moved elements, before the shift. */
  tops: number[];
}

/** Runs in the page. Records every shift. */
const OBSERVER = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) shifts.push({ value, tops: sources.map(({ previousRect }) => previousRect.top) });
  }).observe({ type: 'layout-shift', buffered: true });`;

describe('layout shift', () => {
  let browser: Browser;
  let origin: string;
  let feed: string;
  let page: string;

  const server = createServer((req, res) => {
    const path = req.url!.slice(1);
    if (path === '') {
      const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="stylesheet" href="placard.css">';
      res.writeHead(200, { 'content-type': 'text/html' }).end(`${head}${PROSE}${page}${PROSE}${PROSE}`);
    } else if (path === 'feed.json') {
      res.writeHead(200, { 'content-type': 'application/feed+json' }).end(feed);
    } else if (/^(placard|parts\/)[-\w]*\.(js|css)$/.test(path)) {
      res.writeHead(200, { 'content-type': path.endsWith('.css') ? 'text/css' : 'text/javascript' }).end(dist(path));
    } else {
      res.writeHead(404).end();
    }
  });

  before(async () => {
    await buildBundles();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server.close();
    server.closeAllConnections();
  });
  beforeEach(() => {
    feed = feedOf(sequence);
  });

  const shiftsOf = (tab: Page) =>
    tab.evaluate(`new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(shifts))))`) as Promise<Shift[]>;
  const sum = (shifts: Shift[]) => shifts.reduce((total, { value }) => total + value, 0);

  async function visit<T>(width: number, use: (tab: Page) => Promise<T>): Promise<T> {
    const tab = await browser.newPage();
    try {
      await tab.setViewport({ width, height: 900 });
      await tab.evaluateOnNewDocument(OBSERVER);
      await tab.goto(origin);
      return await use(tab);
    } finally {
      await tab.close();
    }
  }

  for (const width of [280, 412, 1280]) {
    for (const [form, script] of [
      ['the loader', LOADER],
      ['the whole script', SCRIPT],
    ] as const) {
      it(`is 0 with a snapshot and ${form} at ${width} px`, async () => {
        page = `<placard-campaign src="feed.json" stamp="${sequence}">${SNAPSHOT}</placard-campaign>${script}`;
        const shifts = await visit(width, async (tab) => {
          await tab.waitForResponse((response) => response.url().endsWith('feed.json')).catch(() => undefined);
          return shiftsOf(tab);
        });
        assert.deepEqual(shifts, []);
      });
    }

    for (const tag of ['placard-campaign', 'placard-incident', 'placard-status']) {
      it(`is at most 0.05 with <${tag}> and no snapshot at ${width} px`, async () => {
        page = `<${tag} src="feed.json"></${tag}>${SCRIPT}`;
        const shifts = await visit(width, async (tab) => {
          await untilInShadow(tab, '.placard-card:not([aria-busy])', tag);
          return shiftsOf(tab);
        });
        assert.ok(sum(shifts) <= 0.05, JSON.stringify(shifts));
      });
    }
  }

  it('affects only the content below the card after an update', async () => {
    page = `<p>Above</p><placard-status src="feed.json" refresh="1"></placard-status><p>Below</p>${SCRIPT}`;
    await visit(1280, async (tab) => {
      await untilText(tab, HEADLINE, 'placard-status');
      await tab.evaluate('shifts.length = 0');
      const top = await tab.$eval('placard-status', (element) => element.getBoundingClientRect().top);
      feed = feedOf(sequence + 1, `${HEADLINE}, ${'and this is news that takes more room than was there before '.repeat(6)}`);
      await untilText(tab, 'takes more room', 'placard-status');
      for (const { tops } of await shiftsOf(tab)) for (const each of tops) assert.ok(each > top, `${each} is above ${top}`);
    });
  });
});
