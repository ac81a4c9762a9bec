/** WCAG 2.2 AA by axe: every situation of the gallery in each language and both themes, and in English every look. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { LANGUAGES, openDemo, RIGHT_TO_LEFT, type Demo } from './demo.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Of the page, not of a card: it has no landmark of its own around the stages, and one statement stands on it many times. */
const NOT_OURS = ['region', 'landmark-unique'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = (await page.evaluate(
    `axe.run('.stage', { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'], rules: ${JSON.stringify(Object.fromEntries(NOT_OURS.map((rule) => [rule, { enabled: false }])))} })`,
  )) as AxeResults;
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${JSON.stringify(target)} ${html.slice(0, 120)}`));
}

describe('axe', () => {
  let demo: Demo;

  before(async () => (demo = await openDemo()));
  after(() => demo?.close());

  async function sound(show: Record<string, string>): Promise<void> {
    const page = await demo.open(show);
    try {
      // The demo's own control floats over whichever card is at the window's edge.
      await page.evaluate(`document.querySelector('demo-control')?.remove()`);
      await page.evaluate(axe);
      assert.deepEqual(await violations(page), []);
    } finally {
      await page.close();
    }
  }

  for (const theme of ['light', 'dark']) {
    for (const lang of LANGUAGES)
      it(`has nothing against the gallery in ${lang}, ${theme}`, () =>
        sound({ theme, lang, ...(RIGHT_TO_LEFT.includes(lang) && { dir: 'rtl' }) }));
    for (const look of ['campaign', 'plain']) it(`has nothing against the look ${look}, ${theme}`, () => sound({ theme, look }));
  }
});
