/** `placard studio FEED`: the browser edits a file of this machine, and no other page can. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { buildBundles } from '../../../demo/server/bundles.js';
import { openPreview } from '../../../src/node/cli/commands/dev.js';
import { serveStudio } from '../../../src/node/cli/commands/studio.js';
import { openBrowser, visit } from '../../support/browser-page.js';
import { fill, goTo, sampleText, press } from './studio.js';

describe('placard studio', () => {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serveStudio>>;
  let site: Awaited<ReturnType<typeof openPreview>>;
  let file = '';
  before(async () => {
    await buildBundles();
    file = join(mkdtempSync(join(tmpdir(), 'studio-command-')), 'feed.json');
    writeFileSync(file, await sampleText());
    site = await openPreview(file, 0);
    served = await serveStudio(file, 0, { url: site.preview.url, rebuild: site.rebuild });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    served?.close();
    await site?.close();
  });

  it('opens the file, saves it, and reloads the preview of its site', async () => {
    await visit(browser, served.url, async (page) => {
      await page.waitForSelector('main[data-view=cases]');
      const preview = await browser.newPage();
      const address = await page.$eval('[data-preview]', (link) => (link as HTMLAnchorElement).href);
      const listens = preview.waitForResponse((response) => response.url().endsWith('/-/events'));
      await Promise.all([listens, preview.goto(address)]);
      await preview.waitForSelector('iframe[title*="Kazakhstan"]');
      await page.bringToFront();
      await goTo(page, 'edit/0');
      await fill(page, '/items/0/title', 'A new headline');
      const written = page.waitForResponse((response) => response.request().method() === 'PUT');
      await press(page, '#save-file');
      assert.equal((await written).status(), 204);
      assert.equal((JSON.parse(readFileSync(file, 'utf8')) as { items: { title: string }[] }).items[0]!.title, 'A new headline');
      await preview.bringToFront();
      await preview.waitForSelector('iframe[title*="A new headline"]');
      await preview.close();
    });
  });

  it('refuses another host name, another origin, a missing token, and files outside of the app', async () => {
    const { origin, searchParams } = new URL(served.url);
    const token = { 'x-placard-session': searchParams.get('session')! };
    const host = new URL(origin).host;
    assert.equal(await statusOf(`${origin}/session`, { host, ...token }), 200);
    assert.equal(await statusOf(`${origin}/session`, { host }), 403);
    assert.equal(await statusOf(`${origin}/session`, { host, 'x-placard-session': 'f'.repeat(32) }), 403);
    assert.equal(await statusOf(`${origin}/session`, { host: 'rebound.example', ...token }), 403);
    assert.equal(await statusOf(`${origin}/session`, { host, origin: 'https://evil.example', ...token }), 403);
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/session.json'])
      assert.equal(await statusOf(origin + path, { host }), 404);
  });
});

const statusOf = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
