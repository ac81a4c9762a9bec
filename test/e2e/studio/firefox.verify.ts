/** The main path in Firefox: a new case, its card, its storage, and the zip. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firefox } from '../../support/browser-page.js';
import { fill, goTo, newCase, openStudio, storedDocument, untilCard } from './studio.js';

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
    await page.click('#download-zip');
    await page.waitForSelector('[data-step=upload]');
    assert.equal(await page.$('#save-folder'), null);
  });
});
