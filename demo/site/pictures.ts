/**
 * Takes the pictures of the documentation from the product of today. `node --import tsx demo/site/pictures.ts` renews the ones in the
 * repository, which `npm start` shows; `npm run build:site` takes its own.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { openBrowser } from '../../test/support/browser-page.js';
import { untilLive } from '../../test/support/composed-text.mjs';
import { start } from '../server/server.js';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly ready: (page: Page) => Promise<unknown>;
  /** The part of the page; without it, the part that is in view. */
  readonly part?: string;
}

const PICTURES: readonly Picture[] = [
  {
    name: 'card',
    path: 'gallery.html?show=fresh&width=700',
    width: 1000,
    height: 1400,
    ready: (page) => untilLive(page),
    part: 'placard-campaign',
  },
  { name: 'builder', path: 'builder.html', width: 1280, height: 800, ready: (page) => page.waitForSelector('iframe') },
  { name: 'studio', path: 'studio/', width: 1280, height: 800, ready: openSample },
];

/** Opens the sample case in the studio. */
async function openSample(page: Page): Promise<void> {
  const [chooser] = await Promise.all([page.waitForFileChooser(), page.locator('::-p-text(Open a feed)').click()]);
  await chooser.accept([fileURLToPath(new URL('../feeds/example-trial.json', import.meta.url))]);
  await page.locator('::-p-text(three reporters on trial)').click();
  await page.waitForSelector('placard-campaign:state(fresh), .placard-snapshot, placard-campaign');
}

/** @param folder gets one WebP file for each picture */
export async function takePictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const server = await start(0);
  const browser = await openBrowser();
  try {
    await server.built;
    for (const picture of PICTURES) await takePicture(browser, server.url, folder, picture);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function takePicture(
  browser: Browser,
  url: string,
  folder: string,
  { name, path, width, height, ready, part }: Picture,
): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.goto(url + path);
  await ready(page);
  await page.waitForNetworkIdle({ concurrency: 1 });
  const seen = part ? (await page.$(part))! : page;
  await seen.screenshot({ path: join(folder, `${name}.webp`), type: 'webp', quality: 80 });
  await page.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await takePictures(fileURLToPath(new URL('../docs/pictures', import.meta.url)));
