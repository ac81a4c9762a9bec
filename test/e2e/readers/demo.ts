/** Opens the gallery in a browser, as `npm start` serves it, for the tests of this folder. */
import type { Page } from 'puppeteer-core';
import { start } from '../../../demo/server/server.js';
import { openBrowser, type Engine } from '../../support/browser-page.js';
import { untilWhole } from '../../support/composed-text.mjs';

export type { Engine };

export const LANGUAGES = ['en', 'fr', 'es', 'de', 'pt', 'ru', 'uk', 'kk', 'tr', 'ar', 'fa', 'zh'] as const;
export const RIGHT_TO_LEFT: readonly string[] = ['ar', 'fa'];

export interface Demo {
  readonly url: string;
  /** Opens a page of the demo, and resolves when each card has rendered. `show` has the settings of the gallery, and `tab` can be a used one. */
  open(show: Record<string, string>, width?: number, tab?: Page): Promise<Page>;
  close(): Promise<void>;
}

export async function openDemo(engine?: Engine): Promise<Demo> {
  const browser = await openBrowser(engine); // first, so that a missing browser leaves no server open
  const server = await start(0);
  return {
    url: server.url,
    async open(show, width = 800, tab) {
      const page = tab ?? (await browser.newPage());
      await page.setViewport({ width, height: 30_000 }); // px; high enough that each card is in the viewport
      await page.goto(`${server.url}gallery.html?${new URLSearchParams(show).toString()}`);
      await page.evaluate(standing);
      await untilWhole(page);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Runs in the page. Ignores the feed that never answers. An element that keeps its snapshot has no card. */
const standing = `(async () => {
  const busy = () => [...document.querySelectorAll('.stage [src]')].some((element) => {
    const card = element.shadowRoot?.querySelector('[part=card]');
    return !element.matches('[src="slow.json"]') && (card ? card.ariaBusy === 'true' : !element.shadowRoot || !element.children.length);
  });
  while (busy()) await new Promise(requestAnimationFrame);
})()`;
