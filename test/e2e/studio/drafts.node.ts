/** Drafts in the browser's storage: a killed browser, two tabs, a full disk, and a browser that forbids storage. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import { chromium } from '../../support/browser-page.js';
import { downloaded, fill, newCase, openStudio, storedDocument, whenSaved, type StudioSite, press } from './studio.js';

describe('drafts', () => {
  let studio: StudioSite;
  before(async () => {
    studio = await openStudio();
  });
  after(() => studio?.[Symbol.asyncDispose]());

  it('keeps every word when the browser is killed in the middle of a sentence', async () => {
    const own = await openStudio();
    const page = await own.browser.newPage();
    await page.goto(own.url);
    await page.waitForSelector('[data-studio=started]');
    await newCase(page);
    await fill(page, '/items/0/title', 'Two reporters are hel');
    await whenSaved(page);
    const address = page.url();
    const ended = new Promise((resolve) => own.browser.process()!.once('exit', resolve));
    own.browser.process()!.kill('SIGKILL');
    await ended;
    const again = await launch({ ...(await chromium()), userDataDir: own.profile });
    const reopened = await again.newPage();
    await reopened.goto(address);
    const title = await reopened.waitForSelector('[data-path="/items/0/title"] textarea');
    assert.equal(await title!.evaluate((field) => (field as HTMLTextAreaElement).value), 'Two reporters are hel');
    await again.close();
    await own[Symbol.asyncDispose]();
  });

  it('says in a second tab that the case is open, and overwrites the work of neither', async () => {
    await studio.open(async (first) => {
      await newCase(first);
      await fill(first, '/items/0/title', 'From the first tab');
      await whenSaved(first);
      const second = await studio.browser.newPage();
      await second.goto(first.url());
      await second.waitForSelector('[data-fault=second-tab]');
      await fill(second, '/items/0/title', 'From the second tab');
      await whenSaved(second);
      await first.bringToFront();
      await fill(first, '/items/0/summary', 'More from the first tab.');
      await first.waitForSelector('[data-fault=overtaken]');
      assert.equal(await storedTitle(first), 'From the second tab');
      const before = first.url();
      await press(first, '[data-choice=copy]');
      await first.waitForFunction((address) => location.href !== address, {}, before);
      const { items } = await storedDocument(first);
      assert.deepEqual([items[0]!.title, items[0]!.summary], ['From the first tab', 'More from the first tab.']);
      await second.reload();
      const title = await second.waitForSelector('[data-path="/items/0/title"] textarea');
      assert.equal(await title!.evaluate((field) => (field as HTMLTextAreaElement).value), 'From the second tab');
      await second.close();
    });
  });

  for (const [fault, name] of [
    ['full', 'QuotaExceededError'],
    ['forbidden', 'InvalidStateError'],
  ] as const) {
    it(`says that the storage is ${fault}, and hands the work out as a file`, async () => {
      await studio.open(async (page) => {
        await page.evaluate((error) => {
          IDBObjectStore.prototype.put = () => {
            throw new DOMException('', error);
          };
        }, name);
        await newCase(page);
        await fill(page, '/items/0/title', `Work in a ${fault} browser`);
        await page.waitForSelector(`[data-fault=${fault}]`);
        await press(page, '[data-fault] button');
        const saved = JSON.parse(await downloaded(studio, 'cases.json', (text) => text.includes(fault))) as { items: { title: string }[] };
        assert.equal(saved.items[0]!.title, `Work in a ${fault} browser`);
      });
    });
  }

  it('works in a browser without a database', async () => {
    const page = await studio.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('', 'SecurityError');
      };
    });
    await page.goto(studio.url);
    await page.waitForSelector('[data-studio=started]');
    await newCase(page);
    await page.waitForSelector('[data-fault=forbidden]');
    await page.close();
  });

  it('forgets everything by one button', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await whenSaved(page);
      await page.goto(studio.url);
      page.on('dialog', (dialog) => void dialog.accept());
      await press(page, '#forget');
      await page.waitForFunction(() => !document.querySelector('.file'));
      const left = await page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name === 'placard-studio').length);
      assert.equal(left, 0);
    });
  });
});

const storedTitle = async (page: Parameters<typeof storedDocument>[0]): Promise<unknown> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('placard-studio');
      request.onsuccess = () => resolve(request.result);
    });
    const id = location.hash.split('/')[1]!;
    const file = await new Promise<{ document: { items: { title: string }[] } }>((resolve) => {
      const request = database.transaction('files').objectStore('files').get(id);
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return file.document.items[0]!.title;
  });
