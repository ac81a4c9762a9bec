/** Heights of the closed card, as a snapshot with placard.css and as the live card: the goals of the design, and no difference of a pixel. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildBundles } from '../../demo/server/bundles.js';
import { snapshotOf } from '../../src/embed/snapshot.js';
import { parseFeed } from '../../src/feed/parse-feed.js';
import { openBrowser, visit, type Engine } from '../support/browser-page.js';

/** px: what the closed card of the sample must keep at each width of its column. */
const GOALS = [
  { width: 320, height: 940, stampTop: 200, actionBottom: 664 },
  { width: 390, height: 844, stampTop: 200, actionBottom: 600 },
  { width: 700, height: 640, stampTop: 200, actionBottom: 500 },
  { width: 1100, height: 560, stampTop: 340, actionBottom: 400 },
];

const SAMPLE = { src: 'feed.json', item: 'kz-accreditation-2025' };
/** A snapshot shows these too. */
const SITUATIONS: Record<string, Case> = {
  sample: SAMPLE,
  'decided for those affected': { src: 'feeds/example-many.json', item: 'example-02' },
  'decided against those affected': { src: 'feeds/example-many.json', item: 'example-08' },
  settled: { src: 'feeds/example-closed.json', item: 'example-closed' },
  withdrawn: { src: 'feeds/example-withdrawn.json', item: 'example-withdrawn' },
  'a trial of several': { src: 'feeds/example-trial.json', item: 'example-trial' },
  'a letter with an end': { src: 'feeds/example-appeal.json', item: 'example-appeal' },
  'a person in custody who was released': { src: 'feeds/example-release.json', item: 'example-release' },
  'a disappearance': { src: 'feeds/example-disappearance.json', item: 'example-disappearance' },
  'a fund with its progress': { src: 'feeds/example-fund.json', item: 'example-fund' },
  'a joint statement': { src: 'feeds/example-joint.json', item: 'example-joint' },
  'an extradition with a deadline': { src: 'feeds/example-extradition.json', item: 'example-extradition' },
};
/** Its note is news of the live card. */
const STALE: Case = { src: 'feeds/example-expired.json', item: 'example-expired' };
const SMALLEST: Case = { src: 'smallest.json', item: 'one' };
const SMALLEST_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Example Union',
  items: [{ id: 'one', title: 'Three press cards withdrawn', content_text: 'The ministry withdrew the press cards of three reporters.' }],
});

interface Case {
  readonly src: string;
  readonly item: string;
}

interface Measured {
  readonly height: number;
  /** px below the top of the card; undefined if the card does not have it. */
  readonly stampTop?: number;
  readonly actionBottom?: number;
}

/** By the width of the column in px. */
type Measures = ReadonlyMap<number, Measured>;

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/feed+json',
  '.svg': 'image/svg+xml',
};

/** Runs in the page. Waits for the card of each column, and returns its measures, in the order of the columns. */
const MEASURE = `(async () => {
  const cardIn = (column) => {
    const snapshot = column.querySelector(':scope > .placard-snapshot');
    const root = column.querySelector('placard-campaign')?.shadowRoot;
    return snapshot ? snapshot.querySelector('.placard-card') : root?.querySelector('[part~=card]:not([aria-busy])');
  };
  const columns = [...document.querySelectorAll('main')];
  const end = performance.now() + 15000;
  // A snapshot whose content the engine still skips has the height that placard.css estimates.
  const isRendered = (card) => card?.children.length && card.firstElementChild.checkVisibility({ contentVisibilityAuto: true });
  while (!columns.every((column) => isRendered(cardIn(column)))) {
    if (performance.now() > end) throw new Error('There is no card.');
    await new Promise(requestAnimationFrame);
  }
  await document.fonts.ready;
  return columns.map((column) => {
    const card = cardIn(column);
    const { top } = card.getBoundingClientRect();
    const box = (selector) => card.querySelector(selector)?.getBoundingClientRect();
    return {
      height: column.getBoundingClientRect().height,
      stampTop: box('.placard-stamp') && box('.placard-stamp').top - top,
      actionBottom: box('.placard-primary') && box('.placard-primary').bottom - top,
    };
  });
})()`;

/** An engine that opens a page, and returns the value of an expression for a promise in it. */
interface Measurer {
  evaluate(url: string, expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Returns an engine of puppeteer. An error of the page fails the test. */
export const withPuppeteer = (engine: Engine) => async (): Promise<Measurer> => {
  const browser = await openBrowser(engine);
  return {
    evaluate: (url, expression) => visit(browser, url, (page) => page.evaluate(expression), { width: 1200, height: 1500, keepsTab: true }),
    close: () => browser.close(),
  };
};

export function measureHeights(name: string, open: () => Promise<Measurer>): void {
  describe(`height of the closed card in ${name}`, () => {
    let browser: Measurer;
    let origin: string;
    let html = '';

    const server = createServer((req, res) => {
      const path = req.url!.slice(1);
      const type = TYPES[extname(path)];
      if (path === '') res.setHeader('content-type', 'text/html').end(html);
      else if (path === 'smallest.json') res.setHeader('content-type', TYPES['.json']!).end(SMALLEST_FEED);
      else if (type) res.setHeader('content-type', type).end(read(path));
      else res.writeHead(404).end();
    });

    const read = (path: string) =>
      readFileSync(new URL(`../../${/^(placard[-\w]*\.(js|css)$|parts\/)/.test(path) ? 'dist' : 'demo'}/${path}`, import.meta.url));

    before(async () => {
      browser = await open(); // first, so that a missing browser leaves no server open
      await buildBundles();
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    });
    after(async () => {
      await browser?.close();
      server.close();
      server.closeAllConnections();
    });

    /** By their content. Each page is opened once, by the first test that needs it. */
    const pages = new Map<string, Promise<Measures>>();

    async function measured(content: string, width: number): Promise<Measured> {
      if (!pages.has(content)) pages.set(content, measuredInColumns(content));
      return (await pages.get(content)!).get(width)!;
    }

    /** Opens a page with the content in a column of each width. All columns begin at the top, so that all are in the viewport. */
    async function measuredInColumns(content: string): Promise<Measures> {
      const font = 'font: 16px/1.5 system-ui, "Noto Sans", sans-serif';
      const columns = GOALS.map(
        ({ width }) => `<main style="position: absolute; top: 0; width: ${width}px; display: flow-root">${content}</main>`,
      );
      html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="stylesheet" href="placard.css">
        <script type="module" src="placard.js"></script><body style='margin: 0; ${font}'>${columns.join('')}`;
      const found = (await browser.evaluate(origin, MEASURE)) as Measured[];
      return new Map(GOALS.map(({ width }, index) => [width, found[index]!]));
    }

    const live = ({ src, item }: Case, width: number) =>
      measured(`<placard-campaign src="${src}" item="${item}" refresh="0" style="display: block"></placard-campaign>`, width);

    async function snapshot({ src, item }: Case, width: number): Promise<Measured> {
      return measured((await snapshotOf(parseFeed(read(src).toString(), origin + src), { item }))!, width);
    }

    for (const { width, ...goal } of GOALS) {
      it(`keeps to the goals of the design at ${width} px, as a snapshot and as the live card`, async () => {
        for (const is of [await snapshot(SAMPLE, width), await live(SAMPLE, width)])
          for (const measure of ['height', 'stampTop', 'actionBottom'] as const)
            assert.ok(is[measure]! <= goal[measure], `${measure}: ${is[measure]} px, not ${goal[measure]}`);
      });

      for (const [situation, each] of Object.entries(SITUATIONS))
        it(`is the same as a snapshot and as the live card at ${width} px (${situation})`, async () => {
          assert.deepEqual(await snapshot(each, width), await live(each, width));
        });

      it(`is at most the goal of the sample at ${width} px for a stale card and for the smallest feed`, async () => {
        for (const each of [STALE, SMALLEST]) {
          const { height } = await live(each, width);
          assert.ok(height <= goal.height, `${each.src}: ${height} px`);
        }
      });
    }
  });
}
