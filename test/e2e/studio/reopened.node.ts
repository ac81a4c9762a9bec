/** A file that the studio has saved is opened again: a draft stays a draft, and the same document is not stored twice. */
import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { makeFolder } from '../cli/cli.js';
import { RELEASE } from './press-release.js';
import { downloaded, fill, goTo, newCase, openStudio, press, twoCases, untilCard, uploadTo, whenSaved, type StudioSite } from './studio.js';

interface Feed {
  title?: string;
  items: { date_published?: string; _placard: { revision: number; change: string } }[];
  _placard: { sequence: number };
}

describe('a saved file that is opened again', () => {
  let studio: StudioSite;
  const folder = makeFolder();
  before(async () => {
    studio = await openStudio();
  });
  after(() => studio?.[Symbol.asyncDispose]());

  /** Saves the open file, and returns the download. */
  async function saved(page: Page, button: string, name: string): Promise<string> {
    for (const each of readdirSync(studio.downloads)) rmSync(join(studio.downloads, each));
    await press(page, button);
    return downloaded(studio, name);
  }

  async function openFile(page: Page, name: string, text: string): Promise<void> {
    const file = join(folder, name);
    writeFileSync(file, text);
    await page.goto(`${studio.url}#/`);
    await page.waitForSelector('#open-file');
    await uploadTo(page, '#open-file', file);
    await page.waitForSelector('main[data-view=cases] .cases li');
    await whenSaved(page);
  }

  const states = (page: Page) => page.$$eval('.cases [data-state]', (tags) => tags.map((tag) => (tag as HTMLElement).dataset.state));

  it('is a draft until it is published, and its first publication has the first numbers', async () => {
    const text = await studio.open(async (page) => {
      await newCase(page);
      await fill(page, '/items/0/title', 'A case that nobody has published');
      await fill(page, '/_placard/publisher/name', 'Example Union');
      await whenSaved(page);
      return saved(page, '#save-file', 'cases.json');
    });
    await studio.open(async (page) => {
      await openFile(page, 'cases.json', text);
      assert.deepEqual(await states(page), ['unpublished']);
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      await page.waitForSelector('#save-feed:enabled');
      const { items, _placard } = JSON.parse(await saved(page, '#save-feed', 'feed.json')) as Feed;
      assert.equal(_placard.sequence, 1);
      assert.deepEqual([items[0]!._placard.revision, items[0]!._placard.change], [1, 'new']);
    });
  });

  it('shows a new case as unpublished, beside the published ones', async () => {
    const feed = JSON.parse(await twoCases()) as Feed;
    delete feed.items[1]!.date_published;
    Object.assign(feed.items[1]!._placard, { revision: 1, change: 'new' });
    feed.title = 'Two cases';
    await studio.open(async (page) => {
      await openFile(page, 'feed.json', JSON.stringify(feed));
      assert.deepEqual(await states(page), ['published', 'unpublished']);
    });
  });

  for (const [kind, name] of [
    ['feed', 'own.json'],
    ['plain JSON Feed', 'plain.json'],
  ] as const)
    it(`is one entry of the browser, as a ${kind} that is opened twice`, async () => {
      const { _placard, ...plain } = JSON.parse(await twoCases()) as Feed;
      await studio.open(async (page) => {
        const text = JSON.stringify(kind === 'feed' ? { ...plain, _placard } : plain);
        await openFile(page, name, text);
        const address = page.url();
        await openFile(page, name, text);
        assert.equal(page.url(), address);
        await openFile(page, name, JSON.stringify({ ...plain, title: 'Another feed', _placard }));
        assert.notEqual(page.url(), address);
      });
    });

  it('says what a file does not keep, and asks about it in the browser that has imported the text', async () => {
    await studio.open(
      async (page) => {
        await page.type('#paste', RELEASE);
        await press(page, '#use-text');
        await page.waitForSelector('main[data-view=edit] .found-count');
        await untilCard(page, 'Three reporters');
        const count = await page.$eval('.found-count', (note) => note.textContent!.match(/\d+/)![0]);
        await whenSaved(page);
        const text = await saved(page, '#save-file', 'cases.json');
        await page.waitForFunction((number) => document.querySelector('.live')!.textContent!.includes(number), {}, count);
        await openFile(page, 'cases.json', text);
        await goTo(page, 'edit/0');
        await page.waitForSelector('.found-count');
        assert.equal(await page.$eval('.found-count', (note) => note.textContent!.match(/\d+/)![0]), count);
      },
      { hash: '#/import' },
    );
  });
});
