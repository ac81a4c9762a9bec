/**
 * WCAG 2.2 AA by axe: each state of the gallery in each language and both themes, and in English each look. A theme changes colours alone,
 * so that a page is loaded once, and the rules about colours run again in the dark.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { LANGUAGES, openDemo, RIGHT_TO_LEFT, type Demo } from './demo.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Rules that concern the gallery page and not a card: it has no landmark around the stages, and shows one statement many times. */
const PAGE_RULES = ['region', 'landmark-unique'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose result depends on colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

async function violations(page: Page, rules: readonly string[]): Promise<string[]> {
  const { violations: found } = (await page.evaluate(
    `axe.run('.stage', { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'], rules: ${JSON.stringify(Object.fromEntries(PAGE_RULES.map((rule) => [rule, { enabled: false }])))} })`,
  )) as AxeResults;
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${JSON.stringify(target)} ${html.slice(0, 120)}`));
}

describe('axe', () => {
  let demo: Demo;
  /** One tab for all pages: the browser keeps the compiled scripts of a tab. */
  let tab: Page | undefined;

  before(async () => (demo = await openDemo()));
  after(() => demo?.close());

  async function assertAccessible(show: Record<string, string>, opened = false): Promise<void> {
    const page = (tab = await demo.open(show, 800, tab));
    if (opened) {
      await page.evaluate(`for (const { shadowRoot } of document.querySelectorAll('.stage *'))
        for (const section of shadowRoot?.querySelectorAll('details') ?? []) section.open = true`);
      // The sanitizer of all statements is one script. The network is never idle: one of the feeds does not answer.
      await page.waitForFunction(
        `[...document.querySelectorAll('.stage *')].some(({ shadowRoot }) => shadowRoot?.querySelector('.placard-rich'))`,
      );
    }
    // The control of the demo floats above a card.
    await page.evaluate(`document.querySelector('demo-control')?.remove()`);
    await page.evaluate(axe);
    assert.deepEqual(await violations(page, TAGS), []);
    await page.evaluate(`(async () => {
      const theme = document.forms[0].elements.namedItem('theme');
      theme.value = 'dark';
      theme.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise(requestAnimationFrame);
    })()`);
    assert.ok(await page.$('.stage [src][theme=dark]'));
    assert.deepEqual(await violations(page, COLOUR_RULES), [], 'in the dark theme');
  }

  for (const lang of LANGUAGES)
    it(`finds no violations in the gallery (${lang}, light and dark)`, () =>
      assertAccessible({ theme: 'light', lang, ...(RIGHT_TO_LEFT.includes(lang) && { dir: 'rtl' }) }));
  for (const lang of ['en', 'ar'])
    it(`finds no violations with all sections open (${lang}, light and dark)`, () =>
      assertAccessible({ theme: 'light', lang, ...(lang === 'ar' && { dir: 'rtl' }) }, true));
  for (const look of ['campaign', 'plain'])
    it(`finds no violations in the look ${look} (light and dark)`, () => assertAccessible({ theme: 'light', look }));
});
