/** Builds the whole site, serves the folder as any host does, and uses it: links, the replay without a server, the tools, the search. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, ConsoleMessage } from 'puppeteer-core';
import { buildSite } from '../../../demo/site/build.js';
import { PAGES } from '../../../demo/site/contents.js';
import { openBrowser, visit } from '../../support/browser-page.js';
import { untilLive, untilText } from '../../support/composed-text.mjs';
import { serveFolder } from '../cli/server.js';

describe('built site', () => {
  let folder: string;
  let host: Awaited<ReturnType<typeof serveFolder>>;
  let browser: Browser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'placard-site-'));
    await buildSite(folder);
    host = await serveFolder(() => folder);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await host?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it('has each page and each picture of the documentation', async () => {
    for (const { name } of PAGES) {
      const page = await readFile(join(folder, 'docs', `${name}.html`), 'utf8');
      for (const [, picture] of page.matchAll(/src="(pictures\/[^"]+)"/g)) assert.ok(existsSync(join(folder, 'docs', picture!)), picture);
    }
  });

  it('replays the four days and the failure in the page itself', () =>
    visit(
      browser,
      `${host.url}index.html`,
      async (page) => {
        await untilLive(page);
        const press = (value: string) =>
          page.evaluate(
            (name) => document.querySelector('demo-control')!.shadowRoot!.querySelector<HTMLElement>(`[value="${name}"]`)!.click(),
            value,
          );
        await untilText(page, 'of 25 July 2025', 'placard-campaign');
        await page.waitForFunction(() => document.querySelector('demo-control')?.shadowRoot?.querySelector('[aria-current=step]'));
        await press('2025-07-17');
        await untilText(page, 'of 17 July 2025', 'placard-campaign');
        await press('2025-07-25');
        await untilText(page, 'of 25 July 2025', 'placard-campaign');
        await press('down');
        await page.waitForSelector('placard-campaign:state(stale)');
        await untilText(page, 'of 25 July 2025', 'placard-campaign');
      },
      { width: 1280 },
    ));

  it('has both tools', async () => {
    // The builder asks whether the sample is a built site.
    const isExpected = (message: ConsoleMessage) => message.location().url?.endsWith('/placard-site.json') ?? false;
    await visit(browser, `${host.url}builder.html`, (page) => page.waitForSelector('iframe'), { isExpected });
    await visit(browser, `${host.url}studio/`, (page) => page.waitForSelector('h1'));
  });

  it('finds a page with the search', () =>
    visit(browser, `${host.url}docs/index.html`, async (page) => {
      await page.locator('input[type=search]').fill('newsletter');
      await page.waitForSelector('.search li a[href^="newsletter.html"]');
    }));
});
