/**
 * The first card of a page without a snapshot: what it requests, and what it shows when a chunk of the bundle is lost. A lost chunk never
 * blanks a card, and never shows a feed that was not checked.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { buildBundles } from '../../demo/server/bundles.js';
import { openBrowser, visit } from '../support/browser-page.js';

const SNAPSHOT = '<p>The snapshot.</p>';

/** A feed with one item. */
const feed = (item: object = {}, facts: object = {}, sequence = 5) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Example feed',
    _placard: { spec: 1, sequence, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Example Union' } },
    items: [
      {
        id: 'one',
        url: 'https://union.example/one',
        title: 'Press card refused',
        content_text: 'A press card was refused.',
        language: 'en',
        ...item,
        _placard: { kind: 'case', revision: sequence, ...facts },
      },
    ],
  });

const CUSTODY = { persons: [{ id: 'a', name: 'Ilva Maren', custody: { state: 'imprisoned', since: '2026-01-02' } }] };

let body: string;
let lost: RegExp | undefined;
let html: string;
let requests: string[] = [];
const server = createServer((request, response) => {
  const path = request.url!.replace(/\?.*/, '');
  if (path !== '/favicon.ico') requests.push(path.replace(/-[\da-f]{8}(?=\.js)/, ''));
  if (lost?.test(path)) return void response.writeHead(404).end();
  const script = path.endsWith('.js');
  response.writeHead(200, { 'content-type': script ? 'text/javascript' : path === '/feed.json' ? 'application/json' : 'text/html' });
  response.end(script ? readFileSync(new URL(`../../dist${path}`, import.meta.url)) : path === '/feed.json' ? body : html);
});
let browser: Browser;

before(async () => {
  await buildBundles();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  [body, lost, requests] = [feed(), undefined, []];
});

const element = (attributes = '', children = '') => `<placard-campaign src="/feed.json" ${attributes}>${children}</placard-campaign>`;

async function open(content: string, test: (page: Page) => Promise<void>): Promise<void> {
  html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><script type="module" src="/placard.js"></script>${content}`;
  const { port } = server.address() as AddressInfo;
  await visit(browser, `http://127.0.0.1:${port}/`, test, { isExpected: () => true });
}

/** Waits until the card has the text. */
const shows = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('placard-campaign')?.shadowRoot?.querySelector('.placard-card')?.textContent.includes(wanted),
    {},
    text,
  );
const textOf = (page: Page) =>
  page.evaluate(() => document.querySelector('placard-campaign')!.shadowRoot!.querySelector('.placard-card')?.textContent ?? '');
const hasState = (page: Page, state: string) =>
  page.waitForFunction((name) => document.querySelector(`placard-campaign:state(${name})`), {}, state);
/** Waits for a request that the page sends after its first card. */
async function requested(path: string, count = 1): Promise<void> {
  while (requests.filter((one) => one === path).length < count) await once(server, 'request');
}

describe('the first card', () => {
  for (const count of [1, 100]) {
    it(`of ${count} elements needs two requests, and two more when the page is idle`, () =>
      open(element().repeat(count), async (page) => {
        await shows(page, 'Press card refused');
        await requested('/parts/folds.js');
        await requested('/parts/rest.js');
        await page.waitForNetworkIdle();
        assert.deepEqual([...requests].sort(), ['/', '/feed.json', '/parts/folds.js', '/parts/rest.js', '/placard.js']);
      }));
  }

  it('comes before the chunks', () => {
    lost = /\/parts\//;
    return open(element(), async (page) => void (await shows(page, 'Press card refused')));
  });

  it('stays without the client, and says that it is not confirmed', () => {
    lost = /\/parts\/rest/;
    return open(element(), async (page) => {
      await shows(page, 'Press card refused');
      await hasState(page, 'stale');
      assert.match(await textOf(page), /Press card refused/);
    });
  });

  it('of a pinned key is not shown without the client', () => {
    lost = /\/parts\/rest/;
    return open(element('public-key="MCowBQYDK2VwAyEA"', SNAPSHOT), async (page) => {
      await hasState(page, 'failed');
      assert.equal(await textOf(page), '');
      assert.equal(await page.$eval('placard-campaign p', (snapshot) => snapshot.checkVisibility()), true);
    });
  });

  it('of a feed that is older than the snapshot is not shown', () =>
    open(element('stamp="6"', SNAPSHOT), async (page) => {
      await hasState(page, 'failed');
      assert.equal(await textOf(page), '');
    }));

  it('loads what few feeds need', () => {
    body = feed({ title: 'Caf&eacute; closed' }, CUSTODY);
    return open(element(), async (page) => {
      await shows(page, 'Café closed');
      assert.match(await textOf(page), /In prison.*held since 2 January 2026.*Ilva Maren/);
      assert.ok(requests.includes('/parts/rare.js'));
    });
  });

  it('leaves the snapshot if the host lost what a feed needs', () => {
    [body, lost] = [feed({}, CUSTODY), /\/parts\/rare/];
    return open(element('', SNAPSHOT), async (page) => {
      await hasState(page, 'failed');
      assert.equal(await page.$eval('placard-campaign p', (snapshot) => snapshot.checkVisibility()), true);
    });
  });

  it('says that it cannot be shown if the host lost what a feed needs', () => {
    [body, lost] = [feed({}, CUSTODY), /\/parts\/rare/];
    return open(element(), async (page) => {
      await hasState(page, 'failed');
      assert.ok(await page.evaluate(() => document.querySelector('placard-campaign')!.shadowRoot!.querySelector('[part~=message]')));
    });
  });

  it('stays if the host lost what the next publication needs', () =>
    open(element('refresh="1"'), async (page) => {
      await shows(page, 'Press card refused');
      await requested('/parts/rest.js');
      [body, lost] = [feed({ title: 'Changed' }, CUSTODY, 6), /\/parts\/rare/];
      await requested('/parts/rare.js', 2); // the next poll asks again
      assert.match(await textOf(page), /Press card refused/);
      lost = undefined;
      await shows(page, 'Changed');
    }));
});
