/**
 * Updates the snapshots in the pages of the demo, as a partner would paste them. `node --import tsx demo/server/snapshots.ts` writes the
 * pages. test/e2e/demo.node.ts fails if a snapshot is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { snapshotOf, type SnapshotOptions } from '../../src/embed/snapshot.js';
import { parseFeed, type Feed } from '../../src/feed/parse-feed.js';
import { openBrowser } from '../../test/support/browser-page.js';
import { start } from './server.js';

export const PAGES = ['index.html', 'ngo-site.html', 'newsroom-article.html', 'landing-page.html'];
const root = fileURLToPath(new URL('../..', import.meta.url));
interface CardOptions extends SnapshotOptions {
  readonly src: string;
}

/** Matches a tag that shows a card and contains only a snapshot. */
const TAG = /^( *)(<placard-(?!feed)[a-z]+[^>]*>)[^]*?(<\/placard-(?!feed)[a-z]+>)/gm;

/** Returns the source of a page as it is, and as it should be. */
export async function withSnapshots(browser: Browser, url: string, name: string): Promise<{ is: string; should: string }> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 800, height: 9000 }); // px; high enough that each card is in the viewport
    await page.goto(`${url}${name}`);
    const cards = (await page.evaluate(`(async () => {
      const elements = [...document.querySelectorAll('placard-campaign, placard-incident, placard-status, placard-action, placard-statement, placard-list')];
      const loaded = (element) => element.shadowRoot?.querySelector('[part=card]:not([aria-busy])');
      while (!elements.every(loaded)) await new Promise(requestAnimationFrame);
      return elements.map((element) => {
        const { src, item, original } = element.settings;
        return { kind: element.localName.replace('placard-', ''), src, item, original, language: loaded(element).lang };
      });
    })()`)) as CardOptions[];
    const snapshots = await Promise.all(cards.map(({ src, ...options }) => feedAt(src).then((feed) => snapshotOf(feed, options))));
    const is = await readFile(`${root}demo/${name}`, 'utf8');
    const should = is.replace(TAG, (_whole, indent: string, open: string, close: string) => {
      const lines = snapshots.shift()!.replaceAll(`="${url}`, '="').split('\n');
      return [indent + open, ...lines.map((line) => `${indent}  ${line}`), indent + close].join('\n');
    });
    return { is, should };
  } finally {
    await page.close();
  }
}

async function feedAt(url: string): Promise<Feed> {
  return parseFeed(await (await fetch(url)).text(), url);
}

async function main(): Promise<void> {
  const server = await start(0);
  const browser = await openBrowser();
  try {
    for (const name of PAGES) await writeFile(`${root}demo/${name}`, (await withSnapshots(browser, server.url, name)).should);
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
