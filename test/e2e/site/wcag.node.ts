/**
 * Criteria of WCAG 2.2 that axe does not measure: the words of the interface, and the views of the studio. The conformance report names
 * this file.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { start } from '../../../demo/server/server.js';
import { en as card } from '../../../src/locales/en.js';
import { en as studio } from '../../../src/studio/words/en.js';
import { openBrowser, visit } from '../../support/browser-page.js';
import { goTo, openSample } from '../studio/studio.js';

const VIEWS = ['cases', 'edit/0', 'update/0', 'languages/0', 'publish'];

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

  async function eachView(page: Page, use: (page: Page, name: string) => Promise<unknown>): Promise<void> {
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
});

/** Returns each text of a table of words. A sentence with parts is read as its source. */
function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words)];
  return words && typeof words === 'object' ? Object.values(words).flatMap(sentencesOf) : [];
}
