/** Each situation's snippet, as the gallery gives it, on a page of another origin: it shows there what the gallery shows. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { launch, type Browser, type LaunchOptions } from 'puppeteer-core';
import { start } from '../demo/server.js';

const browsers = new URL('./tools/browsers.mjs', import.meta.url).href; // has no types
const { chromium } = (await import(browsers)) as { chromium(): Promise<LaunchOptions> };

/** The state in which each ends; where it says nothing, `fresh`. */
const STATES: Record<string, string> = {
  loading: 'loading',
  stale: 'stale',
  expired: 'stale',
  failed: 'failed',
  'failed-snapshot': 'failed',
  unreadable: 'failed',
  withdrawn: 'withdrawn',
};

describe('gallery', () => {
  let demo: Awaited<ReturnType<typeof start>>;
  let elsewhere: Server;
  let browser: Browser;
  let pasted = '';

  before(async () => {
    demo = await start(0);
    elsewhere = createServer((_req, res) => {
      res.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html><html lang="en"><title>Elsewhere</title>${pasted}`);
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

  it('has a snippet for each situation, with the settings said, that ends in the situation on a page of another origin', async () => {
    const page = await browser.newPage();
    await page.goto(`${demo.url}gallery.html?theme=dark&look=campaign`);
    const snippets = await page.$$eval('main > section', (sections) =>
      sections.map((section) => [section.id, section.querySelector('pre')!.textContent!] as const),
    );
    await page.close();
    assert.equal(snippets.length, 18);
    for (const [id, snippet] of snippets) {
      pasted = snippet;
      assert.match(snippet, /theme="dark"/, id);
      assert.match(snippet, /look="campaign"/, id);
      const tab = await browser.newPage();
      await tab.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
      const state = STATES[id] ?? 'fresh';
      await tab.evaluate(`(async () => {
        const element = [...document.querySelectorAll('[src]')].find(({ localName }) => localName.startsWith('placard-'));
        await customElements.whenDefined(element.localName);
        const end = performance.now() + 15000;
        while (!element.matches(':state(${state})')) {
          if (performance.now() > end) throw new Error('${id} never was ${state}');
          await new Promise(requestAnimationFrame);
        }
      })()`);
      await tab.close();
    }
  });
});
