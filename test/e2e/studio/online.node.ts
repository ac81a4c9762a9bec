/** What is online is checked from the browser: whether it is the last publication, and whether the host lets partners' pages read it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { ConsoleMessage, Page } from 'puppeteer-core';
import sirv from 'sirv';
import { serve, type Server } from '../cli/server.js';
import { downloadZip, upload } from './journey.js';
import { fill, goTo, newCase, openStudio, storedDocument, type StudioSite, press } from './studio.js';

describe('the check of what is online', () => {
  let studio: StudioSite;
  let host: Server;
  let site = '';
  /** Changes each response of the host. */
  let spoil: (path: string, response: ServerResponse) => void;
  before(async () => {
    studio = await openStudio();
    site = mkdtempSync(join(tmpdir(), 'studio-online-'));
    host = await serve((req, res) => {
      const good = {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': 'ETag, Retry-After, Date, Age',
        'Cache-Control': 'max-age=60',
      };
      for (const [name, value] of Object.entries(good)) res.setHeader(name, value);
      spoil(req.url!, res);
      if (res.writableEnded) return;
      const setHeaders = (response: ServerResponse) => void spoil(req.url!, response);
      sirv(site, { dev: true, etag: true, setHeaders })(req, res, () => void res.writeHead(404).end());
    });
  });
  beforeEach(() => {
    spoil = () => {};
  });
  after(async () => {
    await studio?.[Symbol.asyncDispose]();
    await host?.[Symbol.asyncDispose]();
    rmSync(site, { recursive: true, force: true });
  });

  // The browser logs each response that the host refuses on purpose.
  const isExpected = (message: ConsoleMessage) => /CORS|ERR_|Failed to load/.test(message.text());

  /** Publishes a case, and uploads it. */
  const publish = (use: (page: Page) => Promise<void>) =>
    studio.open(
      async (page) => {
        await newCase(page);
        await fill(page, '/items/0/title', 'A case that is online');
        await fill(page, '/_placard/publisher/name', 'Example Union');
        await goTo(page, 'publish');
        await page.type('#base', host.url);
        upload(site, await downloadZip(studio, page));
        await use(page);
      },
      { isExpected },
    );

  /** Presses the button, and returns the state and the codes of the problems. */
  async function check(page: Page): Promise<{ state: string; codes: string[] }> {
    await press(page, '#check-online');
    await page.waitForSelector('[data-online]:not([data-online=checking])');
    const state = await page.$eval('[data-online]', (element) => element.getAttribute('data-online')!);
    const codes = await page.$$eval('[data-step=check] [data-code]', (all) => all.map((each) => each.getAttribute('data-code')!));
    return { state, codes };
  }

  const feedPath = () => join(site, 'feed.json');

  it('says that the publication is online, also after the tab was closed', async () => {
    await publish(async (page) => {
      assert.deepEqual(await check(page), { state: 'current', codes: [] });
      await page.reload();
      await page.waitForSelector('#check-online');
      assert.deepEqual(await check(page), { state: 'current', codes: [] });
    });
  });

  it('distinguishes an older, a newer, a changed and a foreign file', async () => {
    await publish(async (page) => {
      const own = JSON.parse(readFileSync(feedPath(), 'utf8')) as { title?: string; _placard: { sequence: number } };
      const put = (sequence: number, title?: string) =>
        writeFileSync(feedPath(), JSON.stringify({ ...own, title, _placard: { ...own._placard, sequence } }));
      const { sequence } = own._placard;
      put(sequence - 1);
      assert.equal((await check(page)).state, 'old');
      put(sequence + 1);
      assert.equal((await check(page)).state, 'newer');
      put(sequence, 'Other words');
      assert.equal((await check(page)).state, 'changed');
      writeFileSync(feedPath(), '<!doctype html><title>Parked</title>');
      const { state, codes } = await check(page);
      assert.deepEqual([state, codes.includes('feed-unreadable')], ['other', true]);
      rmSync(feedPath());
      assert.equal((await check(page)).state, 'missing');
    });
  });

  it('opens a newer publication that is online', async () => {
    await publish(async (page) => {
      const online = JSON.parse(readFileSync(feedPath(), 'utf8')) as { items: { title: string }[]; _placard: { sequence: number } };
      online._placard.sequence += 1;
      online.items[0]!.title = 'Published from another place';
      writeFileSync(feedPath(), JSON.stringify(online));
      assert.equal((await check(page)).state, 'newer');
      await press(page, '[data-open-newer]');
      await page.waitForSelector('.cases [data-state=published]');
      const { items, _placard } = await storedDocument(page);
      assert.deepEqual([items[0]!.title, _placard.sequence], ['Published from another place', online._placard.sequence]);
    });
  });

  it('finds files that the upload has left out, and a script that browsers do not run', async () => {
    await publish(async (page) => {
      const { items } = JSON.parse(readFileSync(feedPath(), 'utf8')) as { items: { id: string }[] };
      rmSync(join(site, items[0]!.id, 'feed.json'));
      spoil = (path, res) => {
        if (path.endsWith('.js')) res.setHeader('Content-Type', 'text/plain');
      };
      assert.deepEqual(await check(page), { state: 'current', codes: ['file-differs', 'script-content-type'] });
    });
  });

  it('finds the headers that partners’ pages need', async () => {
    await publish(async (page) => {
      spoil = (_path, res) => {
        res.removeHeader('Access-Control-Expose-Headers');
        res.setHeader('Cache-Control', 'max-age=86400');
      };
      assert.deepEqual(await check(page), { state: 'current', codes: ['headers-not-exposed', 'cached-too-long'] });
    });
  });

  it('distinguishes a host without CORS from an address without a host, and compares what the user pastes', async () => {
    await publish(async (page) => {
      spoil = (_path, res) => res.removeHeader('Access-Control-Allow-Origin');
      assert.deepEqual(await check(page), { state: 'hidden', codes: ['cors-feed'] });
      const paste = async (text: string) => {
        await page.$eval(
          '#seen',
          (field, words) => {
            (field as HTMLTextAreaElement).value = words;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          },
          text,
        );
        await page.waitForSelector('[data-pasted]');
        return page.$eval('[data-pasted]', (element) => element.getAttribute('data-pasted'));
      };
      assert.equal(await paste(readFileSync(feedPath(), 'utf8')), 'current');
      assert.equal(await paste('Not found'), 'other');
      spoil = (_path, res) => void res.destroy();
      assert.deepEqual(await check(page), { state: 'absent', codes: [] });
    });
  });
});
