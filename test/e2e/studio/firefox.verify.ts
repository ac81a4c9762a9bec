/** The main paths in Firefox: a new case, its card, its storage, and the zip; a site that is opened and goes on. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { firefox } from '../../support/browser-page.js';
import { bundles, makeFolder } from '../cli/cli.js';
import { buildSite } from '../cli/site.js';
import { fill, goTo, newCase, openStudio, storedDocument, textsUnder, untilCard, uploadTo, press } from './studio.js';

describe('studio in Firefox', () => {
  it('leads from a new case to the files of a site', async () => {
    await using studio = await openStudio(firefox);
    // Firefox has no switch for scripts, which `visit` uses.
    const page = await studio.browser.newPage();
    await page.goto(studio.url);
    await page.waitForSelector('[data-studio=started]');
    await newCase(page);
    await fill(page, '/items/0/title', 'Written in Firefox');
    await fill(page, '/_placard/publisher/name', 'Example Union');
    await untilCard(page, 'Written in Firefox');
    assert.equal((await storedDocument(page)).items[0]!.title, 'Written in Firefox');
    await goTo(page, 'publish');
    await page.type('#base', 'https://example.org/cases/');
    await page.waitForSelector('#download-zip:enabled');
    await press(page, '#download-zip');
    await page.waitForSelector('[data-step=upload]');
    assert.equal(await page.$('#save-folder'), null);
  });

  it('opens the folder and the zip of a site, and makes the next publication', async () => {
    await bundles();
    const base = 'https://example.org/cases/';
    const site = await buildSite(base);
    const zip = join(makeFolder(), 'site.zip');
    const files = Object.entries(textsUnder(site)).map(([path, text]) => [path, new TextEncoder().encode(text)]);
    writeFileSync(zip, zipSync(Object.fromEntries(files) as Record<string, Uint8Array>));
    await using studio = await openStudio(firefox);
    for (const open of [(page: Page) => chooseFolder(page, textsUnder(site)), (page: Page) => uploadTo(page, '#open-file', zip)]) {
      const page = await studio.browser.newPage();
      await page.goto(studio.url);
      await page.waitForSelector('[data-studio=started]');
      await open(page);
      await page.waitForSelector('[data-view=cases] [data-state=published]');
      await goTo(page, 'edit/0');
      await fill(page, '/items/0/title', 'Changed in Firefox');
      await goTo(page, 'publish');
      await page.waitForSelector('#download-zip:enabled');
      assert.equal(await page.$eval('#base', (input) => (input as HTMLInputElement).value), base);
      await press(page, '#download-zip');
      await page.waitForSelector('[data-step=upload]');
      await page.close();
    }
  });
});

/** Gives the input for a folder what the dialog of the browser gives it: its files, each with its path. A test cannot answer the dialog. */
async function chooseFolder(page: Page, texts: Record<string, string>): Promise<void> {
  await page.evaluate((all) => {
    const input = document.querySelector<HTMLInputElement>('#open-folder')!;
    if (!input.webkitdirectory) throw new Error('The input is not for a folder.');
    const files = Object.entries(all).map(([path, text]) => {
      const file = new File([text], path.split('/').at(-1)!);
      return Object.defineProperty(file, 'webkitRelativePath', { value: `public/${path}` });
    });
    Object.defineProperty(input, 'files', { value: files });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, texts);
}
