/** A later version was made elsewhere, by another computer or in another tab: the user sees both, and decides what stays. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { zipSync } from 'fflate';
import type { ConsoleMessage, Page } from 'puppeteer-core';
import { bundles, makeFolder } from '../cli/cli.js';
import { buildSite } from '../cli/site.js';
import { chooseOwnFolder, fillOwnFolder, ownFolderTexts } from './own-folder.js';
import {
  fill,
  goTo,
  newCase,
  openStudio,
  press,
  storedDocument,
  textsUnder,
  twoCases,
  uploadTo,
  whenSaved,
  type StudioSite,
} from './studio.js';

const BASE = 'https://example.org/cases/';

interface Feed {
  items: { id: string; title: string; summary: string; _placard: { revision: number } }[];
  _placard: { sequence: number };
}

describe('a later version', () => {
  let studio: StudioSite;
  let first: Record<string, string> = {};
  before(async () => {
    await bundles();
    studio = await openStudio();
    first = textsUnder(await buildSite(BASE, await twoCases()));
  });
  after(() => studio?.[Symbol.asyncDispose]());

  // The address is fiction: no picture of the sample answers there.
  const isExpected = (message: ConsoleMessage) => !!message.location().url?.startsWith(BASE);
  const open = (use: (page: Page) => Promise<void>) => studio.open(use, { isExpected });
  const feedIn = (texts: Record<string, string>) => JSON.parse(texts['feed.json']!) as Feed;

  /** Returns the site of the next publication, which another computer has made. */
  async function publishElsewhere(change: (item: Feed['items'][number]) => void): Promise<Record<string, string>> {
    const feed = feedIn(first);
    feed._placard.sequence += 1;
    feed.items[0]!._placard.revision += 1;
    change(feed.items[0]!);
    return textsUnder(await buildSite(BASE, JSON.stringify(feed)));
  }

  async function openFolder(page: Page, texts: Record<string, string>): Promise<void> {
    await page.goto(`${studio.url}#/`);
    await page.waitForSelector('#open-folder');
    await chooseOwnFolder(page);
    await fillOwnFolder(page, texts);
    await press(page, '#open-folder');
    await page.waitForSelector('[data-view=cases]');
  }

  /** Opens the first publication, and changes the headline without publishing. */
  async function write(page: Page, title: string): Promise<void> {
    await openFolder(page, first);
    await goTo(page, 'edit/0');
    await fill(page, '/items/0/title', title);
    await whenSaved(page);
  }

  const changesOf = (page: Page) =>
    page.$$eval('.later > li', (cases) =>
      cases.map((each) => [
        (each as HTMLElement).dataset.case,
        ...[...each.querySelectorAll<HTMLElement>('[data-changed]')].map((tag) => tag.dataset.changed),
      ]),
    );

  it('is joined with the draft of this browser, also after the tab was closed', async () => {
    await open(async (page) => {
      await write(page, 'A headline from here');
      const there = await publishElsewhere((item) => (item.summary = 'A summary from there.'));
      await openFolder(page, there);
      await page.waitForSelector('[data-choice=join]');
      await whenSaved(page);
      await page.reload();
      await page.waitForSelector('[data-choice=join]');
      assert.deepEqual(await changesOf(page), [[feedIn(first).items[0]!.id, 'here', 'there']]);
      await press(page, '[data-choice=join]');
      await page.waitForSelector('.cases [data-state=changed]');
      const { items, _placard } = (await storedDocument(page)) as unknown as Feed;
      assert.deepEqual([items[0]!.title, items[0]!.summary], ['A headline from here', 'A summary from there.']);
      assert.equal(_placard.sequence, feedIn(there)._placard.sequence);
      await chooseOwnFolder(page);
      await goTo(page, 'publish');
      await press(page, '#save-folder');
      await page.waitForSelector('[data-step=upload]');
      const published = feedIn(await ownFolderTexts(page));
      assert.equal(published._placard.sequence, feedIn(there)._placard.sequence + 1);
      assert.equal(published.items[0]!._placard.revision, feedIn(there).items[0]!._placard.revision + 1);
    });
  });

  it('asks which words stay where both changed a case, and shows both cards', async () => {
    await open(async (page) => {
      await write(page, 'A headline from here');
      await openFolder(page, await publishElsewhere((item) => (item.title = 'A headline from there')));
      await page.waitForSelector('[data-both="1"]');
      for (const [section, title] of ['A headline from here', 'A headline from there'].entries())
        await page.waitForFunction(
          (index, words) => document.querySelectorAll('[data-both] placard-campaign')[index]?.shadowRoot?.textContent?.includes(words),
          {},
          section,
          title,
        );
      assert.equal(await page.$eval('[data-choice=join]', (button) => (button as HTMLButtonElement).disabled), true);
      await press(page, '[data-both] input[value=theirs]');
      await press(page, '[data-choice=join]');
      await page.waitForSelector('.cases [data-state=published]');
      assert.equal((await storedDocument(page)).items[0]!.title, 'A headline from there');
    });
  });

  it('takes the place of the draft, which stays as a copy if the user wants it', async () => {
    await open(async (page) => {
      await write(page, 'A headline from here');
      const there = await publishElsewhere((item) => (item.title = 'A headline from there'));
      const packed = join(makeFolder(), 'site.zip');
      const files = Object.entries(there).map(([path, text]) => [path, new TextEncoder().encode(text)]);
      writeFileSync(packed, zipSync(Object.fromEntries(files) as Record<string, Uint8Array>));
      await page.goto(`${studio.url}#/`);
      await page.waitForSelector('#open-file');
      await uploadTo(page, '#open-file', packed);
      await press(page, '[data-choice=copy]');
      await page.waitForSelector('.cases [data-state=published]');
      assert.equal((await storedDocument(page)).items[0]!.title, 'A headline from there');
      await page.goto(`${studio.url}#/`);
      await page.waitForSelector('.file:nth-child(2)');
      const titles = await page.$$eval('.file', (all) => all.map((file) => file.querySelector('.cases a')!.textContent));
      assert.deepEqual(titles.sort(), ['A headline from here', 'A headline from there']);
    });
  });

  it('says before that the work here is lost, and undo does not bring back what a site would refuse', async () => {
    await open(async (page) => {
      await write(page, 'A headline from here');
      await openFolder(page, await publishElsewhere((item) => (item.title = 'A headline from there')));
      await page.waitForSelector('[data-choice=newer]');
      const answers = [false, true];
      page.on('dialog', (dialog) => void (answers.shift() ? dialog.accept() : dialog.dismiss()));
      await press(page, '[data-choice=newer]');
      assert.deepEqual(answers, [true], 'the app has asked');
      assert.ok(await page.$('[data-choice=newer]'), 'the user has declined');
      await press(page, '[data-choice=newer]');
      await page.waitForSelector('.cases [data-state=published]');
      assert.equal((await storedDocument(page)).items[0]!.title, 'A headline from there');
      assert.deepEqual(await page.$$eval('.history button', (buttons) => buttons.map((button) => (button as HTMLButtonElement).disabled)), [
        true,
        true,
      ]);
    });
  });

  for (const isChangedHere of [true, false]) {
    it(`has the number of the last publication and other words: both are shown ${isChangedHere ? 'with' : 'without'} a change here`, async () => {
      await open(async (page) => {
        await openFolder(page, first);
        if (isChangedHere) {
          await goTo(page, 'edit/0');
          await fill(page, '/items/0/title', 'A headline from here');
        }
        const feed = feedIn(first);
        feed.items[0]!.summary = 'Written into feed.json by hand.';
        await fillOwnFolder(page, { ...first, 'feed.json': JSON.stringify(feed) });
        await goTo(page, 'publish');
        await press(page, '#save-folder');
        await press(page, '[data-from=edited] ~ .row [data-choice=join]');
        await page.waitForSelector(`.cases [data-state=${isChangedHere ? 'changed' : 'published'}]`);
        await goTo(page, 'publish');
        await press(page, '#save-folder');
        await page.waitForSelector('[data-step=upload]');
        const published = feedIn(await ownFolderTexts(page));
        assert.equal(published.items[0]!.summary, 'Written into feed.json by hand.');
        assert.equal(published._placard.sequence, feed._placard.sequence + (isChangedHere ? 1 : 0));
        if (isChangedHere) assert.equal(published.items[0]!.title, 'A headline from here');
      });
    });
  }

  it('that came into the folder in the meantime is not overwritten', async () => {
    await open(async (page) => {
      await write(page, 'A headline from here');
      const there = await publishElsewhere((item) => (item.summary = 'A summary from there.'));
      await fillOwnFolder(page, there);
      await goTo(page, 'publish');
      await press(page, '#save-folder');
      await press(page, '[data-choice=join]');
      await page.waitForSelector('.cases [data-state=changed]');
      assert.deepEqual(feedIn(await ownFolderTexts(page)), feedIn(there));
      const { items } = (await storedDocument(page)) as unknown as Feed;
      assert.deepEqual([items[0]!.title, items[0]!.summary], ['A headline from here', 'A summary from there.']);
    });
  });

  it('is taken at once if nothing has changed here, and an earlier one leads to the draft', async () => {
    await open(async (page) => {
      await openFolder(page, first);
      const there = await publishElsewhere((item) => (item.title = 'A headline from there'));
      for (const texts of [there, first]) {
        await openFolder(page, texts);
        await page.waitForSelector('.cases [data-state=published]');
        assert.deepEqual(await storedDocument(page), JSON.parse(there['feed.json']!));
      }
      await page.goto(`${studio.url}#/`);
      await page.waitForSelector('.file');
      assert.equal((await page.$$('.file')).length, 1);
    });
  });

  it('of another tab is joined with the work of this one', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await fill(page, '/items/0/title', 'From the first tab');
      await whenSaved(page);
      const second = await studio.browser.newPage();
      await second.goto(page.url());
      await second.waitForSelector('[data-fault=second-tab]');
      await fill(second, '/items/0/summary', 'From the second tab.');
      await whenSaved(second);
      await second.close();
      await page.bringToFront();
      await fill(page, '/items/0/title', 'From the first tab, again');
      await page.waitForSelector('[data-fault=overtaken]');
      await press(page, '[data-fault] [data-choice=join]');
      await press(page, 'main [data-choice=join]');
      await page.waitForSelector('.cases');
      const { items } = await storedDocument(page);
      assert.deepEqual([items[0]!.title, items[0]!.summary], ['From the first tab, again', 'From the second tab.']);
    });
  });
});
