/** Visits each place of the tools once, and a card in an article, and takes all measures of wcag.node.ts there. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'puppeteer-core';
import { visit } from '../../support/browser-page.js';
import { untilLive } from '../../support/composed-text.mjs';
import { goTo, openSample } from '../studio/studio.js';
import {
  CONTROLS,
  CUT_OFF,
  FOCUS,
  FORGET_KEYS,
  KEY_EFFECTS,
  LINKS,
  ONLY_COLOUR,
  TO_THE_START,
  WATCH_KEYS,
  WEAK_BORDERS,
} from './measures.js';

export const VIEWS = ['cases', 'edit/0', 'update/0', 'languages/0', 'publish'];
export const KEYS = 'abcdefghijklmnopqrstuvwxyz0123456789?/.,+-*#';

export type AnyPlace = Awaited<ReturnType<typeof measureAny>>;
type Tool = Awaited<ReturnType<typeof measureTool>>;

export interface Places {
  /** The builder, and each view of the studio, by name. */
  readonly tools: Map<string, Tool>;
  readonly card: AnyPlace;
}

export async function measurePlaces(browser: Browser, url: string): Promise<Places> {
  const tools = new Map<string, Tool>();
  const measure = async (page: Page, name: string) => void tools.set(name, await measureTool(page));
  await visit(browser, `${url}studio/`, async (page) => {
    await page.waitForSelector('[data-studio=started]');
    await measure(page, 'home');
    await openSample(page);
    for (const view of VIEWS) {
      await goTo(page, view);
      await page.$$eval('main details', (parts) => parts.forEach((part) => (part.open = true)));
      await measure(page, view);
    }
  });
  await visit(browser, `${url}builder.html`, async (page) => {
    await page.waitForSelector('#copy:enabled');
    await page.$$eval('details', (folds) => folds.forEach((fold) => (fold.open = true)));
    await measure(page, 'builder');
  });
  const card = await visit(browser, `${url}ngo-site.html`, async (page) => {
    await untilLive(page);
    return measureAny(page);
  });
  return { tools, card };
}

/** Each measure leaves the page as it was, but for the width, which the next one sets. */
async function measureTool(page: Page) {
  await resize(page, 800, 900);
  const links = (await page.evaluate(LINKS)) as Record<'header' | 'nav', string | undefined>;
  const onlyColour = await page.evaluate(ONLY_COLOUR);
  const weakBorders = { light: await bordersIn(page, 'light'), dark: await bordersIn(page, 'dark') };
  await page.emulateMediaFeatures([]);
  await resize(page, 1280, 900);
  return {
    links,
    onlyColour,
    weakBorders,
    large: await measureLarge(page),
    cutOffSpaced: await cutOffSpaced(page),
    ...(await measureAny(page)),
  };
}

async function measureAny(page: Page) {
  const upright = await measureTurned(page, 390, 844);
  const lying = await measureTurned(page, 844, 390);
  await resize(page, 800, 900);
  const keys = await measureKeys(page);
  await resize(page, 390, 700);
  return { upright, lying, keys, focus: await measureFocus(page) };
}

async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewport({ width, height });
  assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [width, height]);
}

async function measureTurned(page: Page, width: number, height: number) {
  await resize(page, width, height);
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  return { fits, controls: (await page.evaluate(CONTROLS)) as string[] };
}

async function bordersIn(page: Page, value: string): Promise<unknown> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  return page.evaluate(WEAK_BORDERS);
}

/** With text of twice the size. */
async function measureLarge(page: Page) {
  const size = () => page.$eval('main', (main) => parseFloat(getComputedStyle(main).fontSize));
  const small = await size();
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const measured = { growth: (await size()) / small, cutOff: await page.evaluate(CUT_OFF) };
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  return measured;
}

async function cutOffSpaced(page: Page): Promise<unknown> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  const found: unknown = await page.evaluate(CUT_OFF);
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
  return found;
}

async function measureKeys(page: Page) {
  await page.evaluate(WATCH_KEYS);
  const untouched = (await page.evaluate(KEY_EFFECTS)) as { focus: string };
  for (const key of KEYS) await page.keyboard.press(key as 'a');
  const after: unknown = await page.evaluate(KEY_EFFECTS);
  await page.evaluate(FORGET_KEYS);
  return { untouched, after };
}

/** Walks through the page by Tab, from its first control until the focus leaves it. */
async function measureFocus(page: Page) {
  const places = new Set<number>();
  const covered: string[] = [];
  await page.evaluate(TO_THE_START);
  for (;;) {
    await page.keyboard.press('Tab');
    const focus = (await page.evaluate(FOCUS)) as { place: number; covered?: string } | undefined;
    if (!focus) break; // after the last control, the focus leaves the page
    places.add(focus.place);
    if (focus.covered) covered.push(focus.covered);
  }
  return { places: places.size, covered };
}
