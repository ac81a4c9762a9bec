/** `placard studio FEED`: the browser edits a file of this machine, and no other page can. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, ConsoleMessage, Page } from 'puppeteer-core';
import { buildBundles } from '../../../demo/server/bundles.js';
import { openPreview } from '../../../src/node/cli/commands/dev.js';
import { serveStudio } from '../../../src/node/cli/commands/studio.js';
import { chromium, openBrowser, visit } from '../../support/browser-page.js';
import { fill, fromDownloads, goTo, press, sampleText, textsUnder, twoCases, uploadTo, whenSaved } from './studio.js';

describe('placard studio', () => {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serveStudio>>;
  let site: Awaited<ReturnType<typeof openPreview>>;
  let file = '';
  const downloads = mkdtempSync(join(tmpdir(), 'studio-downloads-'));
  before(async () => {
    await buildBundles();
    file = join(mkdtempSync(join(tmpdir(), 'studio-command-')), 'feed.json');
    writeFileSync(file, await sampleText());
    site = await openPreview(file, 0);
    served = await serveStudio(file, 0, { url: site.preview.url, rebuild: site.rebuild });
    browser = await openBrowser(async () => ({ ...(await chromium()), downloadBehavior: { policy: 'allow', downloadPath: downloads } }));
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

  it('saves no other feed of the browser there, whatever its name', async () => {
    const before = readFileSync(file, 'utf8');
    const other = join(mkdtempSync(join(tmpdir(), 'studio-command-')), 'feed.json');
    writeFileSync(other, await twoCases());
    await visit(browser, served.url, async (page) => {
      await page.waitForSelector('main[data-view=cases]');
      await page.evaluate(() => (location.hash = '#/'));
      await page.waitForSelector('#open-file');
      await uploadTo(page, '#open-file', other);
      await page.waitForFunction(() => document.querySelectorAll('main[data-view=cases] .cases > li').length === 2);
      await whenSaved(page);
      const address = page.url();
      for (const _ of ['opened', 'loaded again']) {
        await press(page, '#save-file');
        await untilMessage(page);
        assert.equal(readFileSync(file, 'utf8'), before);
        await page.reload();
        await page.waitForSelector('main[data-view=cases]');
        assert.equal(page.url(), address);
      }
    });
  });

  it('overwrites no change of another program, shows both versions, and saves what the user chooses', async () => {
    await visit(
      browser,
      served.url,
      async (page) => {
        await page.waitForSelector('main[data-view=cases]');
        await goTo(page, 'edit/0');
        await fill(page, '/items/0/title', 'A headline of the studio');
        await whenSaved(page);
        const feed = JSON.parse(readFileSync(file, 'utf8')) as { items: { summary: string; title: string }[] };
        feed.items[0]!.summary = 'A summary of a colleague.';
        const theirs = JSON.stringify(feed);
        writeFileSync(file, theirs);
        assert.equal(await save(page), 412);
        assert.equal(readFileSync(file, 'utf8'), theirs);
        await page.waitForSelector('.later[data-from=disk] [data-changed=there]');
        await press(page, '[data-choice=join]');
        await page.waitForSelector('.cases [data-state]');
        assert.equal(await save(page), 204);
        const [item] = (JSON.parse(readFileSync(file, 'utf8')) as typeof feed).items;
        assert.deepEqual([item!.title, item!.summary], ['A headline of the studio', 'A summary of a colleague.']);
      },
      { isExpected: isRefused },
    );
  });

  it('hands the work out as a download if it cannot read the file any more', async (test) => {
    const sound = readFileSync(file, 'utf8');
    test.after(() => writeFileSync(file, sound));
    const isSaved = (title: string) => Object.values(textsUnder(downloads)).some((saved) => saved.includes(title));
    await visit(
      browser,
      served.url,
      async (page) => {
        for (const [title, text] of [['With a file that is broken', `${sound},`], ['With a file that is gone']] as const) {
          await page.waitForSelector('main[data-view]:is([data-view=cases], [data-view=edit])');
          await goTo(page, 'edit/0');
          await fill(page, '/items/0/title', title);
          rmSync(file);
          if (text !== undefined) writeFileSync(file, text);
          await press(page, '#save-file');
          await fromDownloads({ downloads }, async () => isSaved(title) || undefined);
          assert.equal(existsSync(file) ? readFileSync(file, 'utf8') : undefined, text);
        }
      },
      { isExpected: isRefused },
    );
  });

  for (const [what, bytes] of [
    ['has a comma too many', '{"version": "https://jsonfeed.org/version/1.1", "items": [],}'],
    ['is not UTF-8', Buffer.from('{"version": "https://jsonfeed.org/version/1.1", "items": [], "title": "\u00e9"}', 'latin1')],
  ] as const)
    it(`says that the file ${what}, and leaves it as it is when a new case of its name is saved`, async () => {
      const broken = join(mkdtempSync(join(tmpdir(), 'studio-command-')), 'cases.json');
      writeFileSync(broken, bytes);
      const own = await serveStudio(broken, 0);
      try {
        await visit(
          browser,
          own.url,
          async (page) => {
            await untilMessage(page);
            await press(page, '#new-case');
            await page.waitForSelector('main[data-view=edit]');
            await press(page, '#save-file');
            await untilMessage(page);
            assert.deepEqual(readFileSync(broken), Buffer.from(bytes));
          },
          { isExpected: isRefused },
        );
      } finally {
        own.close();
      }
    });

  it('writes only for a page that names the text that it replaces', async () => {
    const { origin, searchParams } = new URL(served.url);
    const headers = { 'X-Placard-Session': searchParams.get('session')! };
    const before = readFileSync(file, 'utf8');
    const put = (etag?: string) =>
      fetch(`${origin}/session`, { method: 'PUT', body: before, headers: { ...headers, ...(etag && { 'If-Match': etag }) } });
    assert.equal((await put()).status, 428);
    assert.equal((await put('"other"')).status, 412);
    const etag = (await fetch(`${origin}/session`, { headers })).headers.get('etag')!;
    const written = await put(etag);
    assert.deepEqual([written.status, written.headers.get('etag')], [204, etag]);
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

/** Saves the file of the command, and returns the status of the answer. */
async function save(page: Page): Promise<number> {
  const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
  await press(page, '#save-file');
  return (await answered).status();
}

const untilMessage = (page: Page) => page.waitForFunction(() => document.querySelector('.live')?.textContent);

/** The browser logs each answer that is an error. */
const isRefused = (message: ConsoleMessage): boolean => !!message.location().url?.endsWith('/session');

const statusOf = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
