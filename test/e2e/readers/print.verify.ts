/** A printed card has each of its words, at each place where a sheet can end: a box that may not break can lose words there. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { buildBundles } from '../../../demo/server/bundles.js';
import { snapshotOf } from '../../../src/embed/snapshot.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { chromium, firefox, type Engine } from '../../support/browser-page.js';
import { openDemo, type Demo } from './demo.js';

/** px of an empty box above the card: at 96 px an inch, a sheet of A4 is 1,123 px high. */
const OFFSETS = Array.from({ length: 12 }, (_, index) => index * 95);

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** Long words may break, and letters with marks may be written as others. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/(?<![\p{L}\p{M}])\p{L}{3,16}(?![\p{L}\p{M}])/gu) ?? [];

/** Parts of a card that the screen shows too, if its sections are open. */
const PARTS = ['headline', 'status', 'summary', 'timeline', 'facts', 'quote', 'text', 'background', 'sources', 'provenance'].map(
  (name) => `.placard-${name}`,
);

/** Runs in the page. Opens the sections, and returns the texts of the card. */
const TEXTS = `(() => {
  const root = document.querySelector('.placard-snapshot') ?? document.querySelector('.stage > *').shadowRoot;
  for (const section of root.querySelectorAll('details')) section.open = true;
  const all = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (all.nextNode()) if (all.currentNode.parentElement.closest('${PARTS.join()}')) texts.push(all.currentNode.data);
  return texts.join(' ');
})()`;

/** Returns the words of the card that are missing on paper. */
async function lostWords(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', right: '12mm', bottom: '12mm', left: '12mm' } });
  const printed = wordsOf(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }));
  const shown = wordsOf((await page.evaluate(TEXTS)) as string);
  assert.ok(shown.length > 200, `${shown.length} words`);
  const counts = new Map<string, number>();
  for (const word of printed) counts.set(word, (counts.get(word) ?? 0) + 1);
  return shown.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

/** The engine, and what it prints: states of the gallery with their language, and the feeds of filled copies. */
const RUNS: Record<string, { engine: Engine; cards: [show: string, lang: string][]; copies: string[] }> = {
  Chromium: {
    engine: chromium,
    cards: [
      ['fresh', 'en'],
      ['fresh', 'ru'],
      ['long', 'en'],
    ],
    copies: ['case', 'example-long'],
  },
  Firefox: { engine: firefox, cards: [['fresh', 'en']], copies: ['case'] },
};
for (const [name, { engine, cards, copies }] of Object.entries(RUNS))
  describe(`print in ${name}`, () => {
    let demo: Demo;

    before(async () => {
      await buildBundles();
      demo = await openDemo(engine);
    });
    after(() => demo?.close());

    async function assertWhole(page: Page): Promise<void> {
      await page.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<div id="offset"></div>'));
      const lost: Record<number, string[]> = {};
      for (const offset of OFFSETS) {
        await page.$eval('#offset', (box, height) => ((box as HTMLElement).style.height = `${height}px`), offset);
        const words = await lostWords(page);
        if (words.length) lost[offset] = words;
      }
      assert.deepEqual(lost, {});
      await page.close();
    }

    for (const [show, lang] of cards)
      it(`loses no word of the card "${show}" in ${lang}`, async () => assertWhole(await demo.open({ show, lang })));

    for (const feed of copies)
      it(`loses no word of the filled copy of ${feed}.json`, async () => {
        const copy = await snapshotOf(parseFeed(read(`demo/feeds/${feed}.json`), 'https://example.org/feed.json'), { filled: true });
        const page = await demo.open({ show: 'empty' });
        await page.setContent(`<!doctype html><meta charset="utf-8"><style>${read('dist/placard.css')}</style>${copy}`);
        await assertWhole(page);
      });
  });
