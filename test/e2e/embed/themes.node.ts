/** A snapshot with placard.css looks the same inside the content styles of common WordPress themes as in a page without a theme. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { buildBundles } from '../../../demo/server/bundles.js';
import { snapshotOf } from '../../../src/embed/snapshot.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { openBrowser, visit } from '../../support/browser-page.js';
import { serve, type Server } from '../cli/server.js';

/** The known rules of the default themes for the content of a post. A theme sets font and colour of its page, which a card inherits. */
const THEMES: Record<string, string> = {
  'Twenty Twenty-One': `
    *, *::before, *::after { box-sizing: inherit; }
    .entry-content > * { max-width: 610px; margin: 25px auto; }
    .entry-content p { line-height: 1.7; margin: 0 0 1.5em; }
    .entry-content h2, .entry-content h3 { font-size: 2.25rem; font-weight: 300; letter-spacing: 0.02em; line-height: 1.3; margin: 30px 0; }
    .entry-content a { color: #28303d; text-decoration: underline dotted 1px; box-shadow: inset 0 -1px #28303d; }
    .entry-content strong { font-weight: bolder; letter-spacing: 0.05em; }
    .entry-content figure { margin: 1em 40px; } .entry-content img { height: auto; max-width: 100%; border-radius: 6px; }
    .entry-content figcaption { font-size: 1rem; margin: 10px auto 20px; text-align: center; }
    .entry-content ul, .entry-content ol { padding-left: 50px; list-style: square; } .entry-content li { margin-bottom: 8px; }
    .entry-content small { font-size: 60%; } .entry-content summary { padding: 20px; font-size: 2em; }`,
  'Twenty Twenty-Four': `
    :where(.is-layout-flow) > * { margin-block: 0; } .is-layout-flow > * + * { margin-block-start: 1.2rem; }
    .entry-content :where(p, dd, dt) { margin-block: 1.2rem; line-height: 1.55; }
    .entry-content h2 { font-family: Cardo, serif; font-size: clamp(1.39rem, 3vw, 1.85rem); font-weight: 400; letter-spacing: -0.1em; }
    .entry-content a:where(:not(.wp-element-button)) { color: #111; text-decoration: none; border-bottom: 2px solid; }
    .entry-content figure { margin: 0 0 1em; } .entry-content img { height: auto; border: 4px solid; border-radius: 20px; max-width: 100%; }
    .entry-content dl { margin: 1em 0; } .entry-content dt { font-weight: 700; } .entry-content dd { margin-inline-start: 40px; }
    .entry-content button { padding: 1em 2em; border-radius: 2em; } .entry-content time { font-style: italic; font-size: 0.8em; }`,
  Classic: `
    .entry-content p { margin: 0 0 1.5em; font-size: 1.2em; } .entry-content h2 { clear: both; font-size: 1.5em; letter-spacing: 1px; margin: 0 0 1em; text-transform: uppercase; }
    .entry-content a { color: royalblue; text-decoration: none; box-shadow: 0 1px 0 currentColor; transition: box-shadow 0.1s; } .entry-content a:hover { color: navy; }
    .entry-content strong { font-weight: bolder; color: maroon; } .entry-content small { font-size: 75%; display: inline; }
    .entry-content figure { margin: 1em 40px; padding: 8px; border: 1px solid; } .entry-content img { height: auto; border-radius: 3px; max-width: 98%; }
    .entry-content ol, .entry-content ul { margin: 0 0 1.5em 3em; padding: 0 0 0 1em; } .entry-content dt { font-weight: bold; } .entry-content dd { margin: 0 1.5em 1.5em; }
    .entry-content span { line-height: 2; } .entry-content div { margin-bottom: 1em; } .entry-content p::after { content: ' '; display: block; height: 4px; }`,
};

/** A page that has both schemes. */
THEMES['dark scheme'] = ':root { color-scheme: light dark; }';

const FONT = 'body { margin: 0; font: 16px/1.6 serif; color: #222; } .entry-content { width: 600px; }';
const dist = (name: string) => readFileSync(new URL(`../../../dist/${name}`, import.meta.url));

/** Runs in the page. Returns the box and the text style of each element of the card, relative to the card. */
const MEASURE = `(() => {
  const card = document.querySelector('.placard-card');
  const { top, left } = card.getBoundingClientRect();
  // An element with display: contents has no box, so it has no place.
  const boxes = [card, ...card.querySelectorAll('*')].filter((element) => element.getClientRects().length);
  return boxes.map((element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const of = (names) => names.map((name) => name + ': ' + style[name]).join('; ');
    const place = [box.left - left, box.top - top, box.width, box.height].map((px) => Math.round(px * 10) / 10).join(' ');
    const text = of(['fontSize', 'fontWeight', 'lineHeight', 'letterSpacing', 'textTransform', 'color', 'boxShadow', 'borderRadius', 'rowGap', 'columnGap']);
    return element.localName + '.' + element.className + ' | ' + place + ' | ' + text;
  });
})()`;

describe('a snapshot with placard.css in the content of a WordPress theme', () => {
  let browser: Browser;
  let server: Server;
  let snapshots: Record<string, string>;

  before(async () => {
    await buildBundles();
    const feed = parseFeed(
      readFileSync(new URL('../../../demo/feeds/case.json', import.meta.url), 'utf8'),
      'https://example.org/feed.json',
    );
    snapshots = {
      closed: (await snapshotOf(feed))!,
      filled: (await snapshotOf(feed, { filled: true }))!,
      chosen: (await snapshotOf(feed, { theme: 'light', look: 'campaign', level: 4 }))!,
    };
    server = await serve((request, response) => {
      const url = new URL(request.url!, 'http://127.0.0.1');
      if (url.pathname === '/placard.css') return void response.writeHead(200, { 'content-type': 'text/css' }).end(dist('placard.css'));
      if (url.pathname !== '/') return void response.writeHead(204).end();
      const theme = THEMES[url.searchParams.get('theme') ?? ''] ?? '';
      // A theme's own style sheet often comes after those of the content.
      const styles = `<link rel="stylesheet" href="/placard.css"><style>${FONT}${theme}</style>`;
      const content = snapshots[url.searchParams.get('form')!]!.replaceAll('<details ', '<details open ').replace(
        / src="[^"]*"/,
        ' src="/p.svg"',
      );
      const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Post</title>${styles}<div class="entry-content is-layout-flow"><div>${content}</div></div>`;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });

  const measure = (form: string, theme: string) =>
    visit(browser, `${server.url}?${String(new URLSearchParams({ form, theme }))}`, (page) => page.evaluate(MEASURE) as Promise<string[]>, {
      isExpected: () => true, // the picture is missing
      keepsTab: true,
    });

  for (const form of ['closed', 'filled'])
    for (const theme of Object.keys(THEMES))
      it(`has the same places, sizes, weights and gaps, ${form}, in ${theme}`, async () => {
        const plain = await measure(form, '');
        const themed = await measure(form, theme);
        assert.ok(plain.length > 30);
        assert.deepEqual(
          themed.filter((line, index) => line !== plain[index]),
          [],
        );
      });

  it('has its theme, look and heading level without a script, although the reader prefers dark', async () => {
    const read = async (form: string, theme = 'dark scheme') => {
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(false);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await page.goto(`${server.url}?${String(new URLSearchParams({ form, theme }))}`);
      const found = await page.evaluate(
        `[getComputedStyle(document.querySelector('.placard-card')), document.querySelector('.placard-headline')]
          .map((each) => each.localName ?? [each.backgroundColor, each.borderBlockStartWidth]).flat()`,
      );
      await page.close();
      return found;
    };
    assert.deepEqual(await read('chosen'), ['rgb(255, 255, 255)', '12px', 'h4']);
    assert.deepEqual(await read('closed'), ['rgb(25, 27, 30)', '6px', 'h2']);
    assert.deepEqual(await read('closed', 'Classic'), ['rgb(255, 255, 255)', '6px', 'h2']); // the page is white for every reader
  });
});
