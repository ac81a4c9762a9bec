/** What the README promises: its snippet and its feed work as they stand. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { launch, type LaunchOptions } from 'puppeteer-core';
import { start } from '../demo/server.js';
import { parseFeed, selectItem } from '../src/feed/index.js';
import { untilText } from './tools/deep-text.mjs';

const browsers = new URL('./tools/browsers.mjs', import.meta.url).href; // has no types
const { chromium } = (await import(browsers)) as { chromium(): Promise<LaunchOptions> };

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const sample = (language: string) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)![1]!;

describe('README', () => {
  it('has a snippet that works as pasted, on a page of another origin, and without a script', async () => {
    const demo = await start(0);
    const snippet = sample('html').replaceAll('http://127.0.0.1:5173/', demo.url);
    const page = createServer((_req, res) =>
      res.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html><title>Elsewhere</title>${snippet}`),
    );
    page.listen(0, '127.0.0.1');
    await once(page, 'listening');
    const address = `http://127.0.0.1:${(page.address() as AddressInfo).port}/`;
    const browser = await chromium().then((options) => launch(options));
    try {
      const tab = await browser.newPage();
      await tab.goto(address);
      await untilText(tab, 'No hearing date has been set.', 'placard-campaign');
      const bare = await browser.newPage();
      await bare.setJavaScriptEnabled(false);
      await bare.goto(address);
      assert.match(await bare.$eval('placard-campaign', (element) => (element as HTMLElement).innerText), /\+32 2 235 22 16/);
    } finally {
      await browser.close();
      await demo.close();
      page.close();
      page.closeAllConnections();
    }
  });

  it('has a feed without a fault', () => {
    const feed = parseFeed(sample('json'), 'https://example.org/feed.json');
    const item = selectItem(feed)!;
    assert.deepEqual(feed.issues, []);
    assert.equal(item._placard!.cases![0]!.status, 'pending');
  });

  it('names every attribute of the elements, and no other', async () => {
    const { PlacardCampaign } = await import('../src/elements/campaign.js');
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name!);
    const attributes = rows.filter((name) => !/placard-/.test(name) && name !== 'lang');
    assert.deepEqual(attributes.sort(), PlacardCampaign.observedAttributes.filter((name) => name !== 'lang').sort());
  });
});
