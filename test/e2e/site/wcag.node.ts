/**
 * Criteria of WCAG 2.2 that axe does not measure: for the builder, each view of the studio, and a card in an article. The conformance
 * report names this file.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { start } from '../../../demo/server/server.js';
import { en as card } from '../../../src/locales/en.js';
import { en as studio } from '../../../src/studio/words/en.js';
import { openBrowser, visit } from '../../support/browser-page.js';
import { untilLive } from '../../support/composed-text.mjs';
import { fieldOf, fill, goTo, newCase, openSample, uploadTo, whenSaved } from '../studio/studio.js';
import { ONLY_COLOUR, PICTURES } from './measures.js';
import { KEYS, measurePlaces, VIEWS, type AnyPlace, type Places } from './places.js';

const NOT_A_KEY = fileURLToPath(new URL('../../../package.json', import.meta.url));

describe('WCAG 2.2, beyond axe', () => {
  let server: Awaited<ReturnType<typeof start>>;
  let browser: Browser;
  let places: Places;

  before(async () => {
    server = await start(0);
    await server.built;
    browser = await openBrowser();
    places = await measurePlaces(browser, server.url);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const everywhere = (): [string, AnyPlace][] => [...places.tools, ['card', places.card]];

  it('1.3.3: no sentence of the interface refers to a place, a shape or a colour', () => {
    const sensory =
      /\b(on the (left|right)|to the (left|right)|at the (top|bottom)|round|square|(red|green|blue|amber|grey) (button|field|line|mark))\b/i;
    const found = [...sentencesOf(card), ...sentencesOf(studio)].filter((sentence) => sensory.test(sentence));
    assert.deepEqual(found, []);
  });

  it('1.3.4: both orientations have the same controls, without horizontal scrolling', () => {
    for (const [name, { upright, lying }] of everywhere()) {
      assert.ok(upright.controls.length > 0 && upright.fits, name);
      assert.deepEqual(lying.controls, upright.controls, name);
      assert.ok(lying.fits, name);
    }
  });

  it('1.4.1: colour alone marks no link in a sentence, and no faulty field', async () => {
    for (const [name, { onlyColour }] of places.tools) assert.deepEqual(onlyColour, [], name);
    await visit(browser, `${server.url}studio/`, async (page) => {
      await page.waitForSelector('[data-studio=started]');
      await newCase(page);
      await fill(page, '/_placard/publisher/url', 'no address');
      await page.waitForSelector('[aria-invalid=true]');
      assert.deepEqual(await page.evaluate(ONLY_COLOUR), []);
    });
  });

  it('1.4.4: text of twice the size is not cut off', () => {
    for (const [name, { large }] of places.tools) {
      assert.ok(large.growth >= 1.8, `${name}: the text grows`);
      assert.deepEqual(large.cutOff, [], name);
    }
  });

  it('1.4.5: the card draws nothing but its lines and signs, and shows no picture but those of the feed', () =>
    visit(browser, `${server.url}ngo-site.html`, async (page) => {
      await untilLive(page);
      const pictures = (await page.evaluate(PICTURES)) as string[];
      assert.ok(pictures.length > 0);
      const feed = await (await fetch(`${server.url}feed.json`)).text();
      for (const picture of pictures) assert.ok(feed.includes(picture.split('/').at(-1)!), picture);
    }));

  it('1.4.11: the fields differ from what is behind them by a contrast of 3 to 1', () => {
    for (const [name, { weakBorders }] of places.tools) assert.deepEqual(weakBorders, { light: [], dark: [] }, name);
  });

  it('1.4.12: wider spacing cuts off no text', () => {
    for (const [name, { cutOffSpaced }] of places.tools) assert.deepEqual(cutOffSpaced, [], name);
  });

  it('2.1.4: no single letter, digit or sign does anything outside a field', () => {
    for (const [name, { keys }] of everywhere()) {
      assert.equal(keys.untouched.focus, 'BODY', name);
      assert.deepEqual(keys.after, { ...keys.untouched, pressed: [...KEYS], handled: [] }, name);
    }
  });

  it('2.4.11: nothing covers the focus completely on a telephone', () => {
    for (const [name, { focus }] of everywhere()) {
      assert.ok(focus.places > 2, `${name}: Tab moves the focus`);
      assert.deepEqual(focus.covered, [], name);
    }
  });

  it('3.2.3, 3.2.4: the links of the bar and of the places have the same order and names in each view', () => {
    const views = VIEWS.slice(1); // without a case there are fewer places
    const first = places.tools.get(views[0]!)!.links;
    assert.ok(first.header && first.nav);
    for (const view of views) assert.deepEqual(places.tools.get(view)!.links, first, view);
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
