/** From a pasted press release to a published site and a live card on another site, and the update that an open page shows. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { ConsoleMessage, Page } from 'puppeteer-core';
import { bundles, placard } from '../cli/cli.js';
import { serveFolder, type Server } from '../cli/server.js';
import { servePartner, type Partner } from '../../support/servers/partner.js';
import { downloadZip, leadToUpdate } from './journey.js';
import { chooseOwnFolder, fillOwnFolder, ownFolderTexts } from './own-folder.js';
import { downloaded, fill, goTo, newCase, openSample, openStudio, storedDocument, textsUnder, type StudioSite } from './studio.js';
import { RELEASE } from './press-release.js';

describe('publish', () => {
  let studio: StudioSite;
  let host: Server;
  let partner: Partner;
  let site = '';
  before(async () => {
    await bundles();
    studio = await openStudio();
    site = mkdtempSync(join(tmpdir(), 'studio-site-'));
    host = await serveFolder(() => site);
    partner = await servePartner();
  });
  after(async () => {
    await studio?.[Symbol.asyncDispose]();
    await host?.[Symbol.asyncDispose]();
    await partner?.[Symbol.asyncDispose]();
  });

  const download = (page: Page) => downloadZip(studio, page);

  it('leads from a pasted press release to a live card on another site, and an update reaches the open page', async () => {
    await studio.open(
      async (page) => {
        const requests: string[] = [];
        page.on('request', (request) => requests.push(request.url()));
        await page.evaluate((text) => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          document
            .querySelector('#paste')!
            .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }, RELEASE);
        await leadToUpdate({ studio, partner, page, site, base: host.url });
        // Each request is for a file of the app, or for a file of the publication, by the button that checks the address.
        const others = requests.filter((url) => !url.startsWith(studio.url) && !/^(blob|data):/.test(url));
        assert.deepEqual(
          others.filter((url) => !url.startsWith(host.url) || !existsSync(join(site, url.slice(host.url.length)))),
          [],
        );
        assert.equal(others.filter((url) => url === `${host.url}feed.json`).length, 1);
      },
      { hash: '#/import' },
    );
  });

  it('makes the same files as the command line, with and without an earlier site', async () => {
    // The address is fiction: no earlier site answers, and no picture.
    const isExpected = (message: ConsoleMessage) => !!message.location().url?.startsWith('https://example.org/cases/');
    const use = async (page: Page) => {
      await openSample(page);
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      const work = mkdtempSync(join(tmpdir(), 'studio-same-'));
      for (const round of [1, 2]) {
        const files = await download(page);
        // The record of a site has hashes of the source, which the site's own feed completes.
        writeFileSync(join(work, 'feed.json'), `${JSON.stringify(await storedDocument(page), null, 2)}\n`);
        const built = await placard([
          'build',
          join(work, 'feed.json'),
          '--out',
          join(work, 'public'),
          '--base-url',
          'https://example.org/cases/',
        ]);
        assert.equal(built.code, 0, built.err);
        assert.deepEqual(
          Object.keys(textsUnder(join(work, 'public'))).filter((name) => !files[name]),
          [],
          `round ${round}`,
        );
        for (const [path, bytes] of Object.entries(files))
          assert.ok(Buffer.from(bytes).equals(readFileSync(join(work, 'public', path))), path);
        if (round === 2) break;
        await goTo(page, 'update/0');
        await page.click('[data-happening=other]');
        await page.type('#q-date', '1 September 2025');
        await page.type('#q-sentence', 'The federation writes to the ministry again.');
        await page.click('#accept:enabled');
        await page.waitForSelector('[data-done]');
        await goTo(page, 'publish');
      }
    };
    await studio.open(use, { isExpected });
  });

  it('writes the same files into a folder, and refuses a folder with other files', async () => {
    await studio.open(async (page) => {
      await chooseOwnFolder(page);
      await newCase(page);
      await fill(page, '/items/0/title', 'A case in a folder');
      await fill(page, '/_placard/publisher/name', 'Example Union');
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      await fillOwnFolder(page, { 'thesis.txt': 'Not a site.' });
      await page.click('#save-folder:enabled');
      await page.waitForSelector('[data-publish-fault]');
      await fillOwnFolder(page, {});
      await page.click('#save-folder');
      await page.waitForSelector('[data-step=upload]');
      const written = await ownFolderTexts(page);
      const files = await download(page);
      assert.deepEqual(Object.keys(written).sort(), Object.keys(files).sort());
      for (const path of ['feed.json', 'index.html', 'placard-site.json'])
        assert.equal(written[path], new TextDecoder().decode(files[path]), path);
    });
  });

  it('hands out the feed alone, as the next publication', async () => {
    await studio.open(async (page) => {
      await openSample(page);
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      await page.click('#save-feed:enabled');
      const feed = JSON.parse(await downloaded(studio, 'feed.json')) as { feed_url: string; _placard: { sequence: number } };
      assert.deepEqual([feed.feed_url, feed._placard.sequence], ['https://example.org/cases/feed.json', 5]);
    });
  });

  it('publishes nothing while an address is missing, or readers would lose a part', async () => {
    await studio.open(async (page) => {
      await page.click('#new-case');
      await page.waitForSelector('[data-view=edit]');
      await goTo(page, 'publish');
      assert.equal(await page.$eval('#download-zip', (button) => (button as HTMLButtonElement).disabled), true);
      await page.type('#base', 'https://example.org/cases/');
      await page.waitForSelector('[data-errors]'); // the publisher has no name
      assert.equal(await page.$eval('#download-zip', (button) => (button as HTMLButtonElement).disabled), true);
    });
  });
});
