/**
 * Criteria of WCAG 2.2 that axe does not measure: for the builder, each view of the studio, and a card in an article. The conformance
 * report names this file.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { start } from '../../../demo/server/server.js';
import { en as card } from '../../../src/locales/en.js';
import { en as studio } from '../../../src/studio/words/en.js';
import { openBrowser, visit, type Visit } from '../../support/browser-page.js';
import { untilLive } from '../../support/composed-text.mjs';
import { fieldOf, fill, goTo, newCase, openSample, uploadTo, whenSaved } from '../studio/studio.js';
import { CONTROLS, CUT_OFF, FOCUS, KEY_EFFECTS, ONLY_COLOUR, PICTURES, WATCH_KEYS, WEAK_BORDERS } from './measures.js';

const VIEWS = ['cases', 'edit/0', 'update/0', 'languages/0', 'publish'];
const NOT_A_KEY = fileURLToPath(new URL('../../../package.json', import.meta.url));
const KEYS = 'abcdefghijklmnopqrstuvwxyz0123456789?/.,+-*#';

describe('WCAG 2.2, beyond axe', () => {
  let server: Awaited<ReturnType<typeof start>>;
  let browser: Browser;

  before(async () => {
    server = await start(0);
    await server.built;
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  type Use = (page: Page, name: string) => Promise<unknown>;

  async function eachPage(use: Use, options?: Visit): Promise<void> {
    await eachTool(use, options);
    await visit(
      browser,
      `${server.url}ngo-site.html`,
      async (page) => {
        await untilLive(page);
        await use(page, 'card');
      },
      options,
    );
  }

  async function eachTool(use: Use, options?: Visit): Promise<void> {
    await visit(browser, `${server.url}studio/`, (page) => eachView(page, use), options);
    await visit(
      browser,
      `${server.url}builder.html`,
      async (page) => {
        await page.waitForSelector('#copy:enabled');
        await page.$$eval('details', (folds) => folds.forEach((fold) => (fold.open = true)));
        await use(page, 'builder');
      },
      options,
    );
  }

  async function eachView(page: Page, use: Use): Promise<void> {
    await page.waitForSelector('[data-studio=started]');
    await use(page, 'home');
    await openSample(page);
    for (const view of VIEWS) {
      await goTo(page, view);
      await page.$$eval('main details', (parts) => parts.forEach((part) => (part.open = true)));
      await use(page, view);
    }
  }

  it('1.3.3: no sentence of the interface refers to a place, a shape or a colour', () => {
    const sensory =
      /\b(on the (left|right)|to the (left|right)|at the (top|bottom)|round|square|(red|green|blue|amber|grey) (button|field|line|mark))\b/i;
    const found = [...sentencesOf(card), ...sentencesOf(studio)].filter((sentence) => sensory.test(sentence));
    assert.deepEqual(found, []);
  });

  it('1.3.4: both orientations have the same controls, without horizontal scrolling', () =>
    eachPage(async (page, name) => {
      const controls = () => page.evaluate(CONTROLS) as Promise<string[]>;
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      await page.setViewport({ width: 390, height: 844 });
      const upright = await controls();
      assert.ok(upright.length > 0 && (await fits()), name);
      await page.setViewport({ width: 844, height: 390 });
      assert.deepEqual(await controls(), upright, name);
      assert.ok(await fits(), name);
    }));

  it('1.4.1: colour alone marks no link in a sentence, and no faulty field', async () => {
    await eachTool(async (page, name) => assert.deepEqual(await page.evaluate(ONLY_COLOUR), [], name));
    await visit(browser, `${server.url}studio/`, async (page) => {
      await page.waitForSelector('[data-studio=started]');
      await newCase(page);
      await fill(page, '/_placard/publisher/url', 'no address');
      await page.waitForSelector('[aria-invalid=true]');
      assert.deepEqual(await page.evaluate(ONLY_COLOUR), []);
    });
  });

  it('1.4.4: text of twice the size is not cut off', () =>
    eachTool(
      async (page, name) => {
        const size = () => page.$eval('main', (main) => parseFloat(getComputedStyle(main).fontSize));
        const small = await size();
        await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
        assert.ok((await size()) >= 1.8 * small, `${name}: the text grows`);
        assert.deepEqual(await page.evaluate(CUT_OFF), [], name);
        await page.evaluate(() => (document.documentElement.style.fontSize = ''));
      },
      { width: 1280 },
    ));

  it('1.4.5: the card draws nothing but its lines and signs, and shows no picture but those of the feed', () =>
    visit(browser, `${server.url}ngo-site.html`, async (page) => {
      await untilLive(page);
      const pictures = (await page.evaluate(PICTURES)) as string[];
      assert.ok(pictures.length > 0);
      const feed = await (await fetch(`${server.url}feed.json`)).text();
      for (const picture of pictures) assert.ok(feed.includes(picture.split('/').at(-1)!), picture);
    }));

  it('1.4.11: the fields differ from what is behind them by a contrast of 3 to 1', () =>
    eachTool(async (page, name) => {
      for (const value of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        assert.deepEqual(await page.evaluate(WEAK_BORDERS), [], `${name}, ${value}`);
      }
    }));

  it('1.4.12: wider spacing cuts off no text', () =>
    eachTool(
      async (page, name) => {
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
          );
          document.adoptedStyleSheets = [sheet];
        });
        assert.deepEqual(await page.evaluate(CUT_OFF), [], name);
      },
      { width: 1280 },
    ));

  it('2.1.4: no single letter, digit or sign does anything outside a field', () =>
    eachPage(async (page, name) => {
      await page.evaluate(WATCH_KEYS);
      const untouched = (await page.evaluate(KEY_EFFECTS)) as { focus: string };
      assert.equal(untouched.focus, 'BODY');
      for (const key of KEYS) await page.keyboard.press(key as 'a');
      assert.deepEqual(await page.evaluate(KEY_EFFECTS), { ...untouched, pressed: [...KEYS], handled: [] }, name);
    }));

  it('2.4.11: nothing covers the focus completely on a telephone', () =>
    eachPage(
      async (page, name) => {
        const places = new Set<number>();
        const covered: string[] = [];
        await page.evaluate(() => {
          (document.activeElement as HTMLElement).blur();
          scrollTo(0, 0);
        });
        for (;;) {
          await page.keyboard.press('Tab');
          const focus = (await page.evaluate(FOCUS)) as { place: number; covered?: string } | undefined;
          if (!focus) break; // after the last control, the focus leaves the page
          places.add(focus.place);
          if (focus.covered) covered.push(focus.covered);
        }
        assert.ok(places.size > 2, `${name}: Tab moves the focus`);
        assert.deepEqual(covered, [], name);
      },
      { width: 390, height: 700 },
    ));

  it('3.2.3, 3.2.4: the links of the bar and of the places have the same order and names in each view', async () => {
    const seen = new Map<string, string>();
    await visit(browser, `${server.url}studio/`, (page) =>
      eachView(page, async (_page, view) => {
        if (view === 'home' || view === 'cases') return; // without a case there are fewer places
        for (const part of ['header', 'nav']) {
          const links = await page.$eval(part, (element) =>
            [...element.querySelectorAll('a, button')].map((each) => each.textContent.trim()).join('|'),
          );
          assert.equal(seen.get(part) ?? links, links, view);
          seen.set(part, links);
        }
      }),
    );
    assert.ok(seen.get('nav'));
  });

  it('3.3.7: a second case does not ask again for the organisation and the address', () =>
    visit(browser, `${server.url}studio/`, async (page) => {
      const valueOf = async (path: string) => (await fieldOf(page, path)).evaluate((field) => (field as HTMLInputElement).value);
      await page.waitForSelector('[data-studio=started]');
      await openSample(page);
      await goTo(page, 'publish');
      await page.type('#base', 'https://example.org/cases/');
      await page.click('#save-feed:enabled');
      await page.waitForSelector('[data-step=check]');
      await whenSaved(page);
      await page.click('.brand');
      await page.waitForSelector('main[data-view=home]');
      await newCase(page);
      assert.equal(await valueOf('/_placard/publisher/name'), 'International Federation of Journalists');
      await goTo(page, 'publish');
      assert.equal(await page.$eval('#base', (field) => (field as HTMLInputElement).value), 'https://example.org/cases/');
    }));

  it('4.1.3: the result of an action is a status, and a failed one is an alert', () =>
    visit(browser, `${server.url}studio/`, async (page) => {
      await page.waitForSelector('[data-studio=started]');
      await openSample(page);
      assert.equal(await page.$eval('.live[role=status]', ({ textContent }) => textContent), '');
      await page.click('#save-file');
      await page.waitForFunction(() => document.querySelector('.live[role=status]')!.textContent !== '');
      await goTo(page, 'publish');
      await page.$eval('details.signing', (fold) => ((fold as HTMLDetailsElement).open = true));
      await uploadTo(page, '#key-file', NOT_A_KEY);
      await page.waitForSelector('[data-no-key][role=alert]');
    }));
});

/** Returns each text of a table of words. A sentence with parts is read as its source. */
function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words)];
  return words && typeof words === 'object' ? Object.values(words).flatMap(sentencesOf) : [];
}
