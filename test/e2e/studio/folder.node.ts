/** A published site is opened from the user's computer, and the work goes on there: a folder, a zip, and what is dropped on the page. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { zipSync } from 'fflate';
import type { ConsoleMessage, Page } from 'puppeteer-core';
import { bundles, makeFolder, placard } from '../cli/cli.js';
import { buildSite } from '../cli/site.js';
import { downloadZip } from './journey.js';
import { chooseOwnFolder, fillOwnFolder, ownFolderTexts } from './own-folder.js';
import { RELEASE } from './press-release.js';
import { fill, goTo, openStudio, storedDocument, textsUnder, twoCases, uploadTo, whenSaved, type StudioSite, press } from './studio.js';

const BASE = 'https://example.org/cases/';

describe('folder', () => {
  let studio: StudioSite;
  let site = '';
  before(async () => {
    await bundles();
    studio = await openStudio();
    site = await buildSite(BASE, await twoCases());
  });
  after(() => studio?.[Symbol.asyncDispose]());

  // The address is fiction: no picture of the sample answers there.
  const isExpected = (message: ConsoleMessage) => !!message.location().url?.startsWith(BASE);
  const open = (use: (page: Page) => Promise<void>) => studio.open(use, { isExpected });

  const begin = async (page: Page) => {
    await page.goto(`${studio.url}#/`);
    await page.waitForSelector('#open-folder');
  };

  async function hear(page: Page, sentence: string): Promise<void> {
    await goTo(page, 'update/0');
    await press(page, '[data-happening=other]');
    await page.type('#q-date', '1 September 2025');
    await page.type('#q-sentence', sentence);
    await press(page, '#accept');
    await page.waitForSelector('[data-done]');
  }

  it('opens a folder that the command line has built, and writes the next publication there, as the command line does', async () => {
    await open(async (page) => {
      await chooseOwnFolder(page);
      await fillOwnFolder(page, textsUnder(site));
      await press(page, '#open-folder');
      await page.waitForSelector('[data-view=cases]');
      assert.deepEqual(await storedDocument(page), JSON.parse(readFileSync(join(site, 'feed.json'), 'utf8')));
      await hear(page, 'The federation writes to the ministry again.');
      await goTo(page, 'publish');
      assert.equal(await page.$eval('#base', (input) => (input as HTMLInputElement).value), BASE);
      await press(page, '#save-folder');
      await page.waitForSelector('[data-step=upload]');
      const written = await ownFolderTexts(page);

      const [source, out] = [join(makeFolder(), 'feed.json'), await buildSite(BASE, await twoCases())];
      writeFileSync(source, `${JSON.stringify(await storedDocument(page), null, 2)}\n`);
      const built = await placard(['build', source, '--out', out, '--base-url', BASE]);
      assert.equal(built.code, 0, built.err);
      const expected = textsUnder(out);
      assert.deepEqual(Object.keys(written).sort(), Object.keys(expected).sort());
      for (const [path, text] of Object.entries(expected)) assert.ok(written[path] === text, path);

      // The next time, the folder is known.
      await hear(page, 'The ministry has not answered.');
      await whenSaved(page);
      await page.reload();
      await page.waitForSelector('[data-studio=started]');
      await goTo(page, 'publish');
      await press(page, '#save-folder');
      await page.waitForSelector('[data-step=upload]');
      assert.match((await ownFolderTexts(page))['feed.json']!, /The ministry has not answered/);
    });
  });

  it('goes on with the draft of this browser if it follows the publication in the folder or the zip', async () => {
    await open(async (page) => {
      await chooseOwnFolder(page);
      await fillOwnFolder(page, textsUnder(site));
      await press(page, '#open-folder');
      await page.waitForSelector('[data-view=cases]');
      await goTo(page, 'publish');
      const zip = join(makeFolder(), 'saved.zip');
      writeFileSync(zip, zipSync(await downloadZip(studio, page)));
      await goTo(page, 'edit/0');
      await fill(page, '/items/0/title', 'A headline that is not published');
      await whenSaved(page);
      await begin(page);
      await uploadTo(page, '#open-file', zip);
      await page.waitForSelector('[data-view=cases] [data-state=changed]');
      await begin(page);
      await page.waitForSelector('.file');
      assert.equal((await page.$$('.file')).length, 1);
    });
  });

  it('opens a zip of the folder itself in another browser, with the address and the earlier files of the site', async () => {
    const packed = join(makeFolder(), 'cases.zip');
    const files = Object.entries(textsUnder(site)).map(([path, text]) => [`public/${path}`, new TextEncoder().encode(text)]);
    writeFileSync(packed, zipSync(Object.fromEntries(files) as Record<string, Uint8Array>));
    await open(async (page) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await uploadTo(page, '#open-file', packed);
      await page.waitForSelector('[data-view=cases] [data-state=published]');
      await hear(page, 'The federation writes to the ministry again.');
      await goTo(page, 'publish');
      await downloadZip(studio, page);
      assert.deepEqual(
        requests.filter((url) => url.startsWith(BASE) && url.endsWith('.json')),
        [],
        'no file of the earlier site is fetched',
      );
    });
  });

  it('reports a folder and a zip without a feed, and a broken zip', async () => {
    const [empty, broken] = ['empty.zip', 'broken.zip'].map((name) => join(makeFolder(), name)) as [string, string];
    writeFileSync(empty, zipSync({ 'thesis.txt': new Uint8Array(3) }));
    writeFileSync(broken, 'PK, and then nothing');
    await open(async (page) => {
      await chooseOwnFolder(page);
      await fillOwnFolder(page, { 'thesis.txt': 'Not a site.' });
      const untilRefused = async (name: string) => {
        await page.waitForFunction((words) => document.querySelector('.live')!.textContent!.includes(words), {}, name);
        assert.equal(await page.$('[data-view=cases]'), null);
      };
      await press(page, '#open-folder');
      await untilRefused('feed.json');
      for (const file of [empty, broken]) {
        await uploadTo(page, '#open-file', file);
        await untilRefused(basename(file, '.zip'));
      }
    });
  });

  describe('dropped on the page', () => {
    /** Drops real files: the browser gets them as from the desktop. */
    async function drop(page: Page, path: string): Promise<void> {
      const client = await page.createCDPSession();
      const data = { items: [], files: [path], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await client.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
      await client.detach();
    }

    it('opens the folder of a site', async () => {
      await open(async (page) => {
        await drop(page, site);
        await page.waitForSelector('[data-view=cases] [data-state=published]');
        await goTo(page, 'publish');
        assert.equal(await page.$eval('#base', (input) => (input as HTMLInputElement).value), BASE);
      });
    });

    it('opens a feed, and imports a text', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'studio-drop-'));
      const [feed, release] = [join(site, 'feed.json'), join(folder, 'release.txt')];
      writeFileSync(release, RELEASE);
      await open(async (page) => {
        await drop(page, feed);
        await page.waitForSelector('[data-view=cases] [data-state=published]');
        await drop(page, release);
        await page.waitForSelector('main[data-view=edit] .found-count');
        assert.match(String((await storedDocument(page)).items.at(-1)!.title), /^Exampleland/);
      });
      rmSync(folder, { recursive: true });
    });
  });
});
