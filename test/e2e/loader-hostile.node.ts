/** A page with snapshots, hostile feeds, and an author's markup that has the names of platform members. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { buildBundles } from '../../demo/server/bundles.js';
import { openBrowser } from '../support/browser-page.js';
import { untilText } from '../support/composed-text.mjs';

const SNAPSHOT = '<p>Snapshot of the case</p>';
const dist = (path: string) => readFileSync(new URL(`../../dist/${path}`, import.meta.url));
const MEGABYTE = 1024 * 1024;

function feed(title: string, { sequence = 8, facts = {}, filling = 0 } = {}): Buffer {
  return Buffer.from(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Example',
      _placard: { spec: 1, sequence, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Example Union' } },
      filling: ' '.repeat(filling),
      items: [{ id: 'one', title, date_published: '2026-03-02', _placard: { kind: 'case', revision: sequence, ...facts } }],
    }),
  );
}

const WITHDRAWN = feed('The case', { facts: { change: 'retraction', retraction: { at: '2026-03-05', reason: 'It was wrong.' } } });

let browser: Browser;
let origin: string;
let body: Buffer;
let encoding: string | undefined;
let markup: string;
let script: string;
let requests: string[];

let server: Server;

const answer: RequestListener = (req, res) => {
  const path = req.url!;
  requests.push(path);
  if (path === '/') {
    res.writeHead(200, { 'content-type': 'text/html' });
    res.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>${markup}<script ${script}></script>`);
  } else if (path === '/feed.json') {
    res.writeHead(200, { 'content-type': 'application/feed+json', ...(encoding && { 'content-encoding': encoding }) }).end(body);
  } else if (/^\/(parts\/)?[\w.-]+\.js$/.test(path)) {
    res.writeHead(200, { 'content-type': 'text/javascript' }).end(dist(path.slice(1)));
  } else {
    res.writeHead(404).end();
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
  encoding = undefined;
  body = WITHDRAWN;
  script = 'type="module" src="/placard-loader.js"';
  markup = `<placard-campaign src="/feed.json" stamp="7" refresh="0">${SNAPSHOT}</placard-campaign>`;
});

async function visit(use: (page: Page) => Promise<unknown>): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(`
      var told = new Promise((resolve) => addEventListener('placard-error', ({ error }) => resolve(error.code)));
      var broken = new Promise((resolve) => {
        for (const fault of ['error', 'unhandledrejection']) addEventListener(fault, () => resolve());
      });`);
    await page.goto(`${origin}/`);
    await page.bringToFront();
    await use(page);
  } finally {
    await page.close();
  }
}

describe('the loader and the full script reject the same feed', () => {
  const changedFeed = (filling: number) => feed('The case has changed', { filling });
  const rejected: [what: string, code: string, arrange: () => void][] = [
    ['a feed of five megabytes', 'too-large', () => (body = changedFeed(5 * MEGABYTE))],
    [
      'a hundred megabytes from a hundred kilobytes',
      'too-large',
      () => ((body = gzipSync(changedFeed(100 * MEGABYTE))), (encoding = 'gzip')),
    ],
    ['bytes that are not UTF-8', 'not-json', () => (body = Buffer.from(feed('The case has changed \u00e9').toString(), 'latin1'))],
    ['a feed that ends within a character', 'not-json', () => (body = Buffer.concat([changedFeed(0), Buffer.from([0xe2, 0x82])]))],
    ['an older publication than the snapshot', 'rollback', () => (body = feed('The case before', { sequence: 6 }))],
  ];
  for (const [what, code, arrange] of rejected)
    it(`${what}: ${code}`, async () => {
      arrange();
      await visit(async (page) => {
        assert.equal(await page.evaluate('told'), code);
        assert.match(await untilText(page, 'Snapshot of the case'), /Snapshot of the case/);
        // The loader does not pass on a rejected feed: the full script sends its own request, and one to the HTTP cache.
        if (code !== 'rollback') assert.ok(requests.filter((path) => path === '/feed.json').length > 1);
      });
    });
});

/** Members of the document and of a form that our scripts read. */
const DOCUMENT =
  'scripts querySelector querySelectorAll head body hidden visibilityState readyState addEventListener removeEventListener baseURI documentElement activeElement children parentNode';
const FORM =
  'attributes getAttribute hasAttribute setAttribute querySelector querySelectorAll childNodes children firstChild replaceWith append isConnected textContent prefetched parentNode parentElement assignedSlot localName nodeType ownerDocument closest matches remove before after lang dir id className';
const images = DOCUMENT.split(' ').map((name) => `<img name="${name}">`);
const fields = FORM.split(' ').map((name) => `<input name="${name}" value="/feed.json">`);
const marked = (tag: string, content = SNAPSHOT) =>
  `<${tag} data-placard-src="/feed.json" data-placard-stamp="7" data-placard-refresh="0">${content}</${tag}>`;

describe('markup with the names of platform members', () => {
  for (const [what, load] of Object.entries({
    'the loader': 'type="module" src="/placard-loader.js"',
    'the module': 'type="module" src="/placard.js"',
    'the classic script': 'src="/placard.iife.js"',
  })) {
    const withdrawn = (page: Page, count: number) =>
      page.waitForFunction(
        `[...Document.prototype.querySelectorAll.call(document, 'placard-campaign, placard-statement')].filter((element) =>
          element.shadowRoot?.querySelector('.placard-mark-withdrawn')).length === ${count}`,
      );

    it(`hides no part of the document from ${what}`, async () => {
      script = load;
      markup = `${images.join('')}${marked('div')}`;
      await visit((page) => withdrawn(page, 1));
    });

    it(`hides no part of a marked form, its siblings or its children from ${what}`, async () => {
      script = load;
      markup = `${marked('form', `${fields.join('')}${SNAPSHOT}`)}${marked('div')}<form>${fields.join('')}${marked('div')}</form>`;
      await visit((page) => withdrawn(page, 3));
    });

    it(`leaves no empty box by ${what}, even if Lit cannot read a member that it needs`, async () => {
      script = load;
      body = feed('The case', { sequence: 8 });
      for (const name of ['createComment', 'createElement', 'createTreeWalker', 'importNode', 'createTextNode']) {
        markup = `<img name="${name}">${marked('div')}<placard-campaign src="/feed.json" refresh="0">${SNAPSHOT}</placard-campaign>`;
        requests = [];
        await visit(async (page) => {
          await page.evaluate('broken');
          await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
          const heights = await page.evaluate(
            `[...Document.prototype.querySelectorAll.call(document, 'placard-campaign, [data-placard-src]')].map((element) => element.getBoundingClientRect().height > 0)`,
          );
          // The element in the div too, unless Lit itself does not start.
          assert.deepEqual(heights, name === 'createTreeWalker' ? [true, true] : [true, true, true], name);
        });
      }
    });

    it(`does not prevent ${what} from loading a lazy chunk`, async () => {
      script = load;
      body = feed('The case', { sequence: 8 });
      markup = `${images.join('')}<div lang="fr">${marked('div')}</div>`;
      await visit(async (page) => {
        await page.waitForFunction(
          `Document.prototype.querySelector.call(document, 'placard-campaign')?.shadowRoot?.querySelector('.placard-card[lang=fr]')`,
        );
        assert.ok(requests.some((path) => path.startsWith('/parts/fr-')));
      });
    });
  }
});
