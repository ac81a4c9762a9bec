/** Printing: at most three pages, everything open, addresses written out, no controls. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { buildBundles } from '../../../demo/server/bundles.js';
import { snapshotOf } from '../../../src/embed/snapshot.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { holdRequests } from '../../support/browser-page.js';
import { openDemo, type Demo } from './demo.js';

/** Matches each page object of the PDF's page tree. */
const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length;

/** Runs in the page. */
const printed = `(() => {
  const root = document.querySelector('placard-campaign').shadowRoot;
  const shown = (selector) => [...root.querySelectorAll(selector)].filter((each) => each.getBoundingClientRect().height > 0);
  const link = root.querySelector('.placard-sources a');
  return {
    statement: shown('.placard-text p').length,
    address: getComputedStyle(link, '::after').content,
    href: link.href,
    pressed: shown('button, input').map((each) => each.className),
    asOf: shown('.placard-as-of').length,
    ink: getComputedStyle(root.querySelector('[part=card]')).color,
    grounds: [...new Set(shown('.placard-card, .placard-act, .placard-status, .placard-primary a').map((each) => getComputedStyle(each).backgroundColor))],
  };
})()`;

describe('print', () => {
  let demo: Demo;

  before(async () => {
    await buildBundles();
    demo = await openDemo();
  });
  after(() => demo?.close());

  for (const lang of ['en', 'ar'])
    it(`needs at most three pages in ${lang}`, async () => {
      const page = await demo.open({ show: 'fresh', lang, dir: lang === 'ar' ? 'rtl' : 'ltr', theme: 'dark' });
      const pdf = await page.pdf({ format: 'A4', margin: { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' } });
      assert.ok(pagesOf(pdf)! <= 3, `${pagesOf(pdf)} pages`);
      await page.close();
    });

  it('shows folded content and full addresses, and hides controls', async () => {
    const page = await demo.open({ show: 'fresh', theme: 'dark' });
    await page.emulateMediaType('print');
    const card = (await page.evaluate(printed)) as Record<string, unknown> & { address: string; href: string; grounds: string[] };
    assert.ok(Number(card.statement) > 3);
    assert.ok(card.address.includes(card.href));
    assert.deepEqual([card.pressed, card.asOf, card.ink], [[], 1, 'rgb(0, 0, 0)']);
    for (const ground of card.grounds) assert.match(ground, /rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)|srgb 1 1 1/);
    await page.close();
  });

  it('has the text of the statement before its section is loaded, on paper only', async () => {
    const page = await demo.open({ show: 'fresh' });
    await holdRequests(page, /\/parts\/folds/); // it never comes
    await page.reload({ waitUntil: 'domcontentloaded' });
    await page.waitForFunction(() => document.querySelector('placard-campaign')?.shadowRoot?.querySelector('.placard-fold'));
    const lengths = `[...document.querySelector('placard-campaign').shadowRoot.querySelectorAll('.placard-folds p')]
      .map((each) => each.getBoundingClientRect().height && each.textContent.length)`;
    const onScreen = (await page.evaluate(lengths)) as number[];
    await page.emulateMediaType('print');
    const onPaper = (await page.evaluate(lengths)) as number[];
    assert.ok(Math.max(...onScreen) < 100, String(onScreen));
    assert.ok(Math.max(...onPaper) > 1_000, String(onPaper));
    await page.close();
  });

  it('gives the address of the full text once for a copy that has no sections', async () => {
    const page = await demo.open({ show: 'empty' });
    const feed = parseFeed(
      readFileSync(new URL('../../../demo/feeds/case.json', import.meta.url), 'utf8'),
      'https://example.org/feed.json',
    );
    const style = readFileSync(new URL('../../../dist/placard.css', import.meta.url), 'utf8');
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${await snapshotOf(feed)}`);
    const links = (): Promise<string[]> =>
      page.$$eval('.placard-fold > a', (all) =>
        all.filter((link) => link.checkVisibility()).map((link) => getComputedStyle(link, '::after').content),
      );
    assert.ok((await links()).length > 1);
    await page.emulateMediaType('print');
    const printed = await links();
    assert.equal(printed.length, 1);
    assert.match(printed[0]!, /https:\/\/example\.org\//);
    await page.close();
  });
});
