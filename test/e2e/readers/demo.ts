/** The gallery, as `npm start` serves it, in a browser: what the tests of this folder read. */
import type { Page } from 'puppeteer-core';
import { start } from '../../../demo/server/server.js';
import { openBrowser, type Engine } from '../../support/browser-page.js';

export type { Engine };

export const LANGUAGES = ['en', 'fr', 'es', 'de', 'pt', 'ru', 'uk', 'kk', 'tr', 'ar', 'fa', 'zh'] as const;
export const RIGHT_TO_LEFT: readonly string[] = ['ar', 'fa'];

export interface Demo {
  readonly url: string;
  /** A tab with that page of the demo, once every card on it stands; `show` is what the gallery shows, and how. */
  open(show: Record<string, string>, width?: number): Promise<Page>;
  close(): Promise<void>;
}

export async function openDemo(engine?: Engine): Promise<Demo> {
  const browser = await openBrowser(engine); // first: a browser that is missing leaves no server behind
  const server = await start(0);
  return {
    url: server.url,
    async open(show, width = 800) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 30_000 }); // nothing waits to be scrolled to
      await page.goto(`${server.url}gallery.html?${new URLSearchParams(show).toString()}`);
      await page.evaluate(standing);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** In the page: the one that never answers stays as it is; one that keeps its snapshot has no card. */
const standing = `(async () => {
  const busy = () => [...document.querySelectorAll('.stage [src]')].some((element) => {
    const card = element.shadowRoot?.querySelector('[part=card]');
    return !element.matches('[src="slow.json"]') && (card ? card.ariaBusy === 'true' : !element.shadowRoot || !element.children.length);
  });
  while (busy()) await new Promise(requestAnimationFrame);
})()`;
