/** Opens browsers and tabs for tests. An unexpected error in a tab fails the test. */
import assert from 'node:assert/strict';
import { launch, type Browser, type ConsoleMessage, type LaunchOptions, type Page } from 'puppeteer-core';

const browsers = new URL('./browsers.mjs', import.meta.url).href; // has no types
export type Engine = () => LaunchOptions | Promise<LaunchOptions>;
const engines = (await import(browsers)) as Record<'chromium' | 'firefox', () => Promise<LaunchOptions>>;
/** The tabs of a site are one process, which has the scripts of the site compiled when the next tab opens. */
const ONE_PROCESS = ['--renderer-process-limit=1', '--process-per-site'];

export const { firefox } = engines;
export async function chromium(): Promise<LaunchOptions> {
  const options = await engines.chromium();
  return { ...options, args: [...(options.args ?? []), ...ONE_PROCESS] };
}

export const openBrowser = async (engine: Engine = chromium): Promise<Browser> => launch(await engine());

export interface Visit {
  javascript?: boolean;
  /** px */
  width?: number;
  height?: number;
  /** The device is a telephone. */
  touch?: boolean;
  /** Returns whether the test causes this error on purpose. */
  isExpected?(message: ConsoleMessage): boolean;
}

/** @throws AssertionError with each policy violation, exception and console error of the page */
export async function visit<T>(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<T>,
  { javascript = true, width = 800, height = 900, touch = false, isExpected = () => false }: Visit = {},
): Promise<T> {
  const page = await browser.newPage();
  const faults = watchFaults(page, isExpected);
  await page.setViewport({ width, height, isMobile: touch, hasTouch: touch });
  if (!javascript) await page.setJavaScriptEnabled(false); // Firefox has no such command
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

/** Returns a list that grows with each exception and console error. */
function watchFaults(page: Page, isExpected: NonNullable<Visit['isExpected']>): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error' || isExpected(message)) return;
    faults.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  return faults;
}
