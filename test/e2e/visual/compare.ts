/**
 * `npm run test:visual` compares pictures of the main states with those in baseline/; `-- --update` updates them. `npm test` does not run it,
 * because the fonts of another machine differ. .ci/run installs the software for the pictures (Chromium, fonts-noto-core, fonts-noto-cjk).
 * If a picture differs, the new picture and the difference are written beside it.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser } from 'puppeteer-core';
import { start } from '../../../demo/server/server.js';
import { openBrowser } from '../../support/browser-page.js';
import { untilWhole } from '../../support/composed-text.mjs';
import { SITUATIONS, type Situation } from './situations.js';

const folder = fileURLToPath(new URL('baseline/', import.meta.url));
const update = process.argv.includes('--update');
/** px; the rest of a card is in other pictures, and costs space. */
const HIGHEST = 1000;

async function picture(browser: Browser, url: string, { query }: Situation): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    await page.emulateTimezone('UTC');
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.setViewport({ width: 1080, height: HIGHEST + 400 });
    await page.goto(`${url}gallery.html?${String(new URLSearchParams(query))}`);
    const card = (await page.waitForSelector('.stage'))!;
    await page.waitForSelector('placard-campaign:defined');
    await page.evaluate(settled);
    await untilWhole(page); // sections load after the closed card
    await page.evaluate(alone);
    // The time of day changes in each run.
    await page.evaluate(
      `for (const each of document.querySelectorAll('.stage > *, .stage > * > *')) each.shadowRoot?.querySelectorAll('.placard-checked').forEach((line) => (line.style.visibility = 'hidden'))`,
    );
    const { width, height } = (await card.boundingBox())!;
    return Buffer.from(await card.screenshot({ clip: { x: 0, y: 0, width, height: Math.min(height, HIGHEST) } }));
  } finally {
    await page.close();
  }
}

/** Resolves when the card and its fonts are loaded. */
const settled = `(async () => {
  const card = () => document.querySelector('.stage placard-campaign').shadowRoot?.querySelector('[part~=card]:not([aria-busy]), [part=notice]');
  while (!card()) await new Promise(requestAnimationFrame);
  await document.fonts.ready;
})()`;

/** Moves the card to the corner of an empty page, because its position affects the rounding of pixels. */
const alone = `for (let each = document.querySelector('.stage'); each !== document.body; each = each.parentElement) {
  for (const other of each.parentElement.children) if (other !== each) other.style.display = 'none';
  each.parentElement.style.cssText = 'margin: 0; padding: 0; max-width: none';
}`;

/** Returns the number of different pixels, without antialiasing. Another size counts as different. */
function difference(is: PNG, should: PNG): { pixels: number; shown?: PNG } {
  if (is.width !== should.width || is.height !== should.height) return { pixels: Infinity };
  const shown = new PNG({ width: is.width, height: is.height });
  return { pixels: pixelmatch(is.data, should.data, shown.data, is.width, is.height, { threshold: 0, includeAA: false }), shown };
}

function judge({ name }: Situation, taken: Buffer): boolean {
  const file = `${folder}${name}.png`;
  if (update) {
    writeFileSync(file, taken);
    return true;
  }
  const found = existsSync(file) ? difference(PNG.sync.read(taken), PNG.sync.read(readFileSync(file))) : { pixels: Infinity };
  if (!found.pixels) return true;
  mkdirSync(`${folder}../differs`, { recursive: true });
  writeFileSync(`${folder}../differs/${name}.png`, taken);
  if (found.shown) writeFileSync(`${folder}../differs/${name}-where.png`, PNG.sync.write(found.shown));
  console.error(
    `✖ ${name}: ${found.pixels === Infinity ? 'another size, or no picture to compare with' : `${found.pixels} pixels differ`}`,
  );
  return false;
}

mkdirSync(folder, { recursive: true });
rmSync(`${folder}../differs`, { recursive: true, force: true });
const server = await start(0);
const browser = await openBrowser();
let failed = 0;
try {
  for (const situation of SITUATIONS) if (!judge(situation, await picture(browser, server.url, situation))) failed++;
} finally {
  await browser.close();
  await server.close();
}
console.log(`visual: ${SITUATIONS.length - failed} ${update ? 'taken anew' : 'as they were'}, ${failed} not`);
process.exitCode = failed ? 1 : 0;
