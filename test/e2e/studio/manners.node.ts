/** The manners of the studio: keyboard alone, no accessibility fault, a small telephone, no foreign request, and work without a network. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { AXE, violations } from '../../support/axe.js';
import { holdRequests, visit } from '../../support/browser-page.js';
import { fill, goTo, newCase, openSample, openStudio, storedDocument, untilCard, whenSaved, type StudioSite, press } from './studio.js';

const VIEWS = ['cases', 'edit/0', 'update/0', 'languages/0', 'publish'];

/** The card has tests of its own, on pages of every kind. */
const exclude = ['placard-campaign'];

describe('manners of the studio', () => {
  let studio: StudioSite;
  before(async () => {
    studio = await openStudio();
  });
  after(() => studio?.[Symbol.asyncDispose]());

  /** Shows each view, with the parts of the form open. */
  async function eachView(page: Page, use: (view: string) => Promise<void>): Promise<void> {
    await use('home');
    await page.goto(`${studio.url}#/import`);
    await page.waitForSelector('#paste');
    await use('import');
    await page.goto(`${studio.url}#/`);
    await page.waitForSelector('#new-case');
    await newCase(page);
    await use('new case');
    await page.goto(`${studio.url}#/`);
    await page.waitForSelector('#open-file');
    await openSample(page);
    for (const view of VIEWS) {
      await goTo(page, view);
      await page.$$eval('main details.section', (parts) => parts.forEach((part) => ((part as HTMLDetailsElement).open = true)));
      if (view === 'update/0') await press(page, '[data-happening=ruling]');
      await use(view);
    }
    await page.type('#base', 'https://example.org/cases/');
    await press(page, '#save-feed');
    await page.waitForSelector('[data-step=check]');
    await use('published');
  }

  for (const language of ['en', 'ar'])
    it(`has no accessibility fault in ${language}, light and dark`, async () => {
      await studio.open(async (page) => {
        await page.evaluate((tag) => localStorage.setItem('placard-studio-language', tag), language);
        await page.reload();
        await page.waitForSelector('[data-studio=started]');
        await eachView(page, async (view) => {
          await page.evaluate(AXE);
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
          assert.deepEqual(await violations(page, { exclude }), [], view);
          // The colours alone are different.
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
          assert.deepEqual(await violations(page, { exclude, colours: true }), [], `${view} in the dark`);
        });
        await page.evaluate(() => localStorage.clear());
      });
    });

  it('fits a screen of 360 px, and of 320 px, which a window of 1280 px has at 400 %', async () => {
    const narrow = (width: number) => ({ width, height: 740 });
    await studio.open(
      (page) =>
        eachView(page, async (view) => {
          for (const width of [360, 320]) {
            await page.setViewport(narrow(width));
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${view} at ${width} px`);
          }
        }),
      narrow(360),
    );
  });

  it('leads through a case by keyboard alone', async () => {
    await studio.open(async (page) => {
      const tabTo = async (selector: string) => {
        for (let pressed = 0; pressed < 300; pressed++) {
          await page.keyboard.press('Tab');
          if (await page.evaluate((wanted) => document.activeElement!.matches(wanted), selector)) return;
        }
        assert.fail(`Tab does not reach ${selector}`);
      };
      await tabTo('#new-case');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-view=edit]');
      await page.waitForFunction(() => document.activeElement!.matches('[data-path="/items/0/title"] textarea'));
      assert.equal(await page.$('[data-path="/items/0/title"] .problems'), null, 'the headline has no problem yet');
      await page.keyboard.type('Written by keyboard');
      await tabTo('[data-path="/items/0/summary"] textarea');
      await page.keyboard.type('All of it.');
      await tabTo('[data-section=timeline] > summary');
      await page.keyboard.press('Enter');
      await tabTo('[data-section=timeline] [data-add="/items/*/_placard/timeline"]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-path="/items/0/_placard/timeline/0"]');
      await tabTo('[data-path="/items/0/_placard/timeline/0/date"] input');
      await page.keyboard.type('March 2026');
      await tabTo('[data-path="/items/0/_placard/timeline/0/text"] textarea');
      await page.keyboard.type('It begins.');
      await tabTo('[data-section=publisher] > summary');
      await page.keyboard.press('Enter');
      await tabTo('[data-path="/_placard/publisher/name"] input');
      await page.keyboard.type('Example Union');
      await untilCard(page, 'Written by keyboard');
      const { items } = await storedDocument(page);
      assert.deepEqual((items[0]!._placard as { timeline: object[] }).timeline, [
        { id: 'timeline-1', date: '2026-03', text: 'It begins.' },
      ]);
      await page.evaluate(() => document.querySelector<HTMLElement>('.brand')!.focus());
      await tabTo('[data-place=publish]');
      await page.keyboard.press('Enter');
      await tabTo('#base');
      await page.keyboard.type('https://example.org/cases/');
      await page.waitForSelector('#download-zip:enabled');
      await tabTo('#download-zip');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-step=upload]');
      await tabTo('[data-place=cases], [data-step=check] #check-online');
    });
  });

  it('adds, moves and removes rows by keyboard, and the focus stays with them', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      const list = '/items/0/_placard/timeline';
      const focusOn = (selector: string) =>
        page.$eval(selector, (element) => {
          for (let each = element.parentElement; each; each = each.parentElement) if (each instanceof HTMLDetailsElement) each.open = true;
          (element as HTMLElement).focus();
        });
      const isAt = (path: string) =>
        page.waitForFunction((at) => document.activeElement!.closest('[data-path]')?.getAttribute('data-path')?.startsWith(at), {}, path);
      for (const [index, text] of ['First', 'Second', 'Third'].entries()) {
        await focusOn('[data-add="/items/*/_placard/timeline"]');
        await page.keyboard.press('Enter');
        await isAt(`${list}/${index}`);
        await fill(page, `${list}/${index}/text`, text);
      }
      const texts = async () =>
        ((await storedDocument(page)).items[0]!._placard as { timeline?: { text: string }[] }).timeline?.map(({ text }) => text);
      const tool = async (entry: number, button: number) => {
        await focusOn(`[data-path="${list}"] > ol > li:nth-child(${entry}) .tools button:nth-child(${button})`);
        await page.keyboard.press('Enter');
      };
      await tool(3, 1);
      await isAt(`${list}/1`);
      assert.deepEqual(await texts(), ['First', 'Third', 'Second']);
      await tool(1, 2);
      await isAt(`${list}/1`);
      assert.deepEqual(await texts(), ['Third', 'First', 'Second']);
      await tool(2, 3);
      await isAt(list);
      assert.deepEqual(await texts(), ['Third', 'Second']);
    });
  });

  it('keeps a message until the user closes it, or goes to another view', async () => {
    await studio.open(async (page) => {
      await openSample(page);
      const message = () => page.$eval('.live', (live) => live.textContent);
      for (const end of ['.message button', '[data-place=publish]']) {
        await press(page, '#save-file');
        await page.waitForFunction(() => document.querySelector('.live')!.textContent !== '');
        await press(page, end);
        await page.waitForFunction(() => document.querySelector('.live')!.textContent === '');
        assert.equal(await page.$('.message button'), null);
        assert.equal(await message(), '');
      }
    });
  });

  it('leads to a builder that asks for an address, because no sample is beside it', async () => {
    await visit(studio.browser, `${studio.url}builder.html`, async (page) => {
      await page.waitForSelector('[data-builder=started]');
      await page.waitForSelector('#feed-status[data-state=""]');
      assert.equal(await page.$eval('#src', (field) => (field as HTMLInputElement).value), '');
      assert.equal(await page.$eval('#sample', (button) => (button as HTMLElement).hidden), true);
    });
  });

  it('shows its first screen before its large views are loaded, and a chosen view when it is', async () => {
    const context = await studio.browser.createBrowserContext(); // has no files of an earlier visit
    const page = await context.newPage();
    const held = await holdRequests(page, /\/large-views-/);
    await page.goto(studio.url, { waitUntil: 'domcontentloaded' });
    const request = await held();
    await press(page, '#import');
    await request.continue();
    await page.waitForSelector('#paste');
    await context.close();
  });

  it('asks no other host for anything, and works without a network after the first visit', async () => {
    await studio.open(async (page) => {
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(studio.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
      });
      await newCase(page);
      await fill(page, '/items/0/title', 'A case without a network');
      await fill(page, '/_placard/publisher/name', 'Example Union');
      await whenSaved(page);
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await page.setOfflineMode(true);
      await page.reload();
      await page.waitForSelector('[data-studio=started]');
      await untilCard(page, 'A case without a network');
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      await press(page, '#download-zip');
      await page.waitForSelector('[data-step=upload]');
      await page.setOfflineMode(false);
      assert.deepEqual(foreign, []);
    });
  });
});
