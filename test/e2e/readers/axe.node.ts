/**
 * WCAG 2.2 AA by axe: each state of the gallery in each language and both themes, and in English each look. A theme changes colours alone,
 * so that only the rules about colours run again in the dark.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { AXE, violations } from '../../support/axe.js';
import { LANGUAGES, openDemo, RIGHT_TO_LEFT, type Demo } from './demo.js';

/** Rules that concern the gallery page and not a card: it has no landmark around the stages, and shows one statement many times. */
const without = ['region', 'landmark-unique'];
const include = ['.stage'];

/** Chooses settings in the gallery, and resolves when each card is rendered in the chosen language. The slow feed has no card. */
const choose = (page: Page, settings: Record<string, string>): Promise<unknown> =>
  page.evaluate(`(async () => {
    const [form] = document.forms;
    for (const [name, value] of Object.entries(${JSON.stringify(settings)})) form.elements.namedItem(name).value = value;
    form.dispatchEvent(new Event('change'));
    const lang = form.elements.namedItem('lang').value;
    const cards = () => [...document.querySelectorAll('.stage [src]:not([src="slow.json"])')].flatMap(({ shadowRoot }) =>
      shadowRoot.querySelector('[part=card]') ?? []);
    do await new Promise(requestAnimationFrame);
    while (cards().some((card) => !card.lang.startsWith(lang) || card.ariaBusy === 'true'));
  })()`);

describe('axe', () => {
  let demo: Demo;
  /** One gallery for all tests: the cards stay loaded, and axe stays compiled. */
  let page: Page;

  before(async () => {
    demo = await openDemo();
    page = await demo.open({});
    // The control of the demo floats above a card.
    await page.evaluate(`document.querySelector('demo-control')?.remove()`);
    await page.evaluate(AXE);
  });
  after(() => demo?.close());

  async function assertAccessible({ lang = 'en', look = '' }, opened = false): Promise<void> {
    await choose(page, { theme: 'light', lang, look, dir: RIGHT_TO_LEFT.includes(lang) ? 'rtl' : '' });
    if (opened) await openSections();
    assert.deepEqual(await violations(page, { include, without }), []);
    await choose(page, { theme: 'dark' });
    assert.ok(await page.$('.stage [src][theme=dark]'));
    assert.deepEqual(await violations(page, { include, without, colours: true }), [], 'in the dark theme');
  }

  /** The sections stay open. */
  async function openSections(): Promise<void> {
    await page.evaluate(`for (const { shadowRoot } of document.querySelectorAll('.stage *'))
      for (const section of shadowRoot?.querySelectorAll('details') ?? []) section.open = true`);
    // The sanitizer of all statements is one script. The network is never idle: one of the feeds does not answer.
    await page.waitForFunction(
      `[...document.querySelectorAll('.stage *')].some(({ shadowRoot }) => shadowRoot?.querySelector('.placard-rich'))`,
    );
  }

  for (const lang of LANGUAGES) it(`finds no violations in the gallery (${lang}, light and dark)`, () => assertAccessible({ lang }));
  for (const look of ['campaign', 'plain'])
    it(`finds no violations in the look ${look} (light and dark)`, () => assertAccessible({ look }));
  for (const lang of ['en', 'ar'])
    it(`finds no violations with all sections open (${lang}, light and dark)`, () => assertAccessible({ lang }, true));
});
