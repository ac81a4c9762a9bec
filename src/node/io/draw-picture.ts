/// <reference types="node" />
/** Draws pages as pictures with the Chromium of this machine. The pages have no script, and load nothing. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { PICTURE_SIZE, type DrawPicture } from '../../publish/picture.js';

/** In the folders of PATH. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe', 'msedge.exe'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

export interface Drawing {
  readonly draw: DrawPicture;
  close(): Promise<void>;
}

/** Returns undefined if this machine has no Chromium, or if it does not start. The variable CHROME_PATH names another binary. */
export async function openDrawing(): Promise<Drawing | undefined> {
  const executablePath = process.env.CHROME_PATH ?? findChromium();
  if (!executablePath || !isExecutable(executablePath)) return undefined;
  const { launch } = await import('puppeteer-core');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium has no sandbox for root
  const browser = await launch({ executablePath, args }).catch(() => undefined);
  return browser && { draw: (html) => draw(browser, html), close: () => browser.close() };
}

async function draw(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setJavaScriptEnabled(false);
    await page.setViewport(PICTURE_SIZE);
    await page.setContent(html);
    return await page.screenshot({ type: 'png', captureBeyondViewport: false });
  } finally {
    await page.close();
  }
}

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
