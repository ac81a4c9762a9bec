/** A browser as the tests use it, and a tab in which nothing may go wrong unnoticed. */
import assert from 'node:assert/strict';
import { launch, type Browser, type ConsoleMessage, type LaunchOptions, type Page } from 'puppeteer-core';

const browsers = new URL('./browsers.mjs', import.meta.url).href; // has no types
export type Engine = () => LaunchOptions | Promise<LaunchOptions>;
export const { chromium, firefox } = (await import(browsers)) as Record<'chromium' | 'firefox', Engine>;

export const openBrowser = async (engine: Engine = chromium): Promise<Browser> => launch(await engine());

export interface Visit {
  javascript?: boolean;
  /** px */
  width?: number;
  height?: number;
  /** A telephone. */
  touch?: boolean;
  /** An error in the console that belongs to what is tested. */
  meant?(message: ConsoleMessage): boolean;
}

/** @throws AssertionError with what the page's policy refused, what its scripts threw, and each error in its console */
export async function visit<T>(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<T>,
  { javascript = true, width = 800, height = 900, touch = false, meant = () => false }: Visit = {},
): Promise<T> {
  const page = await browser.newPage();
  const faults = watchFaults(page, meant);
  await page.setViewport({ width, height, isMobile: touch, hasTouch: touch });
  await page.setJavaScriptEnabled(javascript);
  await page.exposeFunction('violated', (what: string) => faults.push(`policy: ${what}`));
  await page.evaluateOnNewDocument(
    `addEventListener('securitypolicyviolation', (e) => violated(e.violatedDirective + ' ' + e.blockedURI))`,
  );
  try {
    await page.goto(url);
    await page.bringToFront();
    const result = await use(page);
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('favicon')),
      [],
    );
    return result;
  } finally {
    await page.close();
  }
}

/** The list fills as they happen. */
function watchFaults(page: Page, meant: NonNullable<Visit['meant']> = () => false): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error' || meant(message)) return;
    faults.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  return faults;
}
