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
import { chooseOwnFolder, fillDisk, fillOwnFolder, holdWrites, ownFolderTexts } from './own-folder.js';
import {
  downloaded,
  fieldOf,
  fill,
  goTo,
  newCase,
  openSample,
  openStudio,
  storedDocument,
  textsUnder,
  uploadTo,
  type StudioSite,
  press,
} from './studio.js';
import { RELEASE } from './press-release.js';

interface PublishedFeed {
  items: { title: string; date_published: string }[];
  _placard: { sequence: number; generated_at: string };
}

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
        await press(page, '[data-happening=other]');
        await page.type('#q-date', '1 September 2025');
        await page.type('#q-sentence', 'The federation writes to the ministry again.');
        await press(page, '#accept');
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
      await press(page, '#save-folder');
      await page.waitForSelector('[data-publish-fault]');
      await fillOwnFolder(page, {});
      await press(page, '#save-folder');
      await page.waitForSelector('[data-step=upload]');
      const written = await ownFolderTexts(page);
      const files = await download(page);
      assert.deepEqual(Object.keys(written).sort(), Object.keys(files).sort());
      for (const path of ['feed.json', 'index.html', 'placard-site.json'])
        assert.equal(written[path], new TextDecoder().decode(files[path]), path);
    });
  });

  it('keeps drafts in the file of the user, and out of the site', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'studio-drafts-')), 'cases.json');
    const head = { spec: 1, sequence: 1, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Example Union' } };
    const facts = { kind: 'case', revision: 1 };
    const items = [
      { id: 'one', title: 'A published case', date_published: '2026-03-02T10:00:00Z', _placard: facts },
      { id: 'two', title: 'A case in preparation', _placard: { ...facts, draft: true } },
      { id: 'three', title: 'A case of the year 2999', _placard: { ...facts, publish_at: '2999-01-01T00:00:00Z' } },
    ];
    writeFileSync(file, JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Example Union', _placard: head, items }));
    // The address is fiction: no earlier site answers.
    const isExpected = (message: ConsoleMessage) => !!message.location().url?.startsWith('https://example.org/cases/');
    const use = async (page: Page) => {
      await uploadTo(page, '#open-file', file);
      await page.waitForSelector('.cases li');
      const states = await page.$$eval('.cases [data-state]', (tags) => tags.map((tag) => (tag as HTMLElement).dataset.state));
      assert.deepEqual(states, ['published', 'draft', 'draft']);
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      const files = await download(page);
      const published = JSON.parse(new TextDecoder().decode(files['feed.json'])) as { items: { id: string }[] };
      const ids = (all: { id?: unknown }[]) => all.map(({ id }) => id);
      assert.deepEqual(ids(published.items), ['one']);
      assert.deepEqual(
        Object.keys(files).filter((path) => /^(two|three)\b/.test(path)),
        [],
      );
      assert.deepEqual(ids((await storedDocument(page)).items), ['one', 'two', 'three']);
    };
    await studio.open(use, { isExpected });
  });

  it('says that a full disk takes no folder, keeps the case unpublished, and offers the zip', async () => {
    // The fault of the disk is in the console, too.
    const isExpected = (message: ConsoleMessage) => message.text().includes('QuotaExceededError');
    const use = async (page: Page) => {
      await chooseOwnFolder(page);
      await fillOwnFolder(page, {});
      await newCase(page);
      await fill(page, '/items/0/title', 'A case for a full disk');
      await fill(page, '/_placard/publisher/name', 'Example Union');
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      await fillDisk(page);
      await press(page, '#save-folder');
      await page.waitForSelector('[data-publish-fault]');
      assert.equal(await page.$('[data-step=upload]'), null);
      await goTo(page, 'cases');
      await page.waitForSelector('[data-state=unpublished]');
      await goTo(page, 'publish');
      assert.ok((await download(page))['feed.json']);
    };
    await studio.open(use, { isExpected });
  });

  it('publishes an earlier text again after undo, under the next number', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await fill(page, '/items/0/title', 'A case');
      await fill(page, '/_placard/publisher/name', 'Example Union');
      await fill(page, '/items/0/summary', 'Right.');
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      const feedOf = (files: Record<string, Uint8Array>) =>
        JSON.parse(new TextDecoder().decode(files['feed.json'])) as { items: { summary: string }[]; _placard: { sequence: number } };
      await download(page);
      await goTo(page, 'edit/0');
      await (await fieldOf(page, '/items/0/summary')).focus();
      await page.keyboard.press('End');
      await page.keyboard.sendCharacter(' Wrong.'); // one step of undo
      await goTo(page, 'publish');
      const second = feedOf(await download(page));
      await press(page, '.history button');
      await page.waitForSelector('#download-zip:enabled');
      const third = feedOf(await download(page));
      assert.deepEqual(
        [second, third].map(({ items }) => items[0]!.summary),
        ['Right. Wrong.', 'Right.'],
      );
      assert.equal(third._placard.sequence, second._placard.sequence + 1);
    });
  });

  describe('while its files are written', () => {
    /** Begins to write a published case into a folder. */
    async function beginToWrite(page: Page): Promise<() => Promise<void>> {
      await chooseOwnFolder(page);
      await fillOwnFolder(page, {});
      await newCase(page);
      await fill(page, '/items/0/title', 'A case in a folder');
      await fill(page, '/_placard/publisher/name', 'Example Union');
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      const release = await holdWrites(page);
      await press(page, '#save-folder');
      await page.waitForSelector('[data-writing]');
      return release;
    }

    it('keeps what the user writes, as a change since this publication', async () => {
      await studio.open(async (page) => {
        const release = await beginToWrite(page);
        await goTo(page, 'edit/0');
        await fill(page, '/items/0/title', 'Written in the meantime');
        await goTo(page, 'publish');
        await release();
        await page.waitForSelector('[data-step=upload]');
        const { items, _placard } = await storedDocument(page);
        const published = JSON.parse((await ownFolderTexts(page))['feed.json']!) as PublishedFeed;
        assert.deepEqual([items[0]!.title, published.items[0]!.title], ['Written in the meantime', 'A case in a folder']);
        assert.deepEqual([_placard.sequence, _placard.generated_at], [published._placard.sequence, published._placard.generated_at]);
        assert.equal(items[0]!.date_published, published.items[0]!.date_published);
        await goTo(page, 'cases');
        await page.waitForSelector('[data-state=changed]');
      });
    });

    it('changes no other file that the user opens', async () => {
      await studio.open(async (page) => {
        const release = await beginToWrite(page);
        const address = page.url();
        await page.evaluate(() => (location.hash = '#/'));
        await page.waitForSelector('#open-file');
        await openSample(page);
        const sample = await storedDocument(page);
        await release();
        // The message of the end. A new view begins without one.
        await page.waitForFunction(() => document.querySelector('.live')!.textContent !== '');
        assert.deepEqual(await storedDocument(page), sample);
        await page.evaluate((hash) => (location.hash = hash), new URL(address).hash);
        await page.waitForSelector('#base');
        await page.waitForSelector('[data-step=check]');
        await goTo(page, 'cases');
        await page.waitForSelector('[data-state=published]');
      });
    });
  });

  it('hands out the feed alone, as the next publication', async () => {
    await studio.open(async (page) => {
      await openSample(page);
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      await press(page, '#save-feed');
      const feed = JSON.parse(await downloaded(studio, 'feed.json')) as { feed_url: string; _placard: { sequence: number } };
      assert.deepEqual([feed.feed_url, feed._placard.sequence], ['https://example.org/cases/feed.json', 5]);
    });
  });

  it('publishes nothing while an address is missing, or readers would lose a part, and leads to the field', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await goTo(page, 'publish');
      assert.equal(await page.$eval('#download-zip', (button) => (button as HTMLButtonElement).disabled), true);
      await page.type('#base', 'https://example.org/cases/');
      await page.waitForSelector('[data-errors]'); // the publisher has no name
      assert.equal(await page.$eval('#download-zip', (button) => (button as HTMLButtonElement).disabled), true);
      await press(page, '[data-code=required] a');
      await page.waitForFunction(() => document.activeElement!.closest('[data-path="/_placard/publisher/name"]'));
    });
  });
});
