/** Opens browsers and tabs for tests. An unexpected error in a tab fails the test. */
import assert from 'node:assert/strict';
import { launch, type Browser, type ConsoleMessage, type HTTPRequest, type LaunchOptions, type Page } from 'puppeteer-core';

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
  /** The visit changes no setting of its tab but the width and the options here, so that the next such visit can use it. A new tab takes longer than a page. */
  keepsTab?: boolean;
  /** Returns whether the test causes this error on purpose. */
  isExpected?(message: ConsoleMessage): boolean;
}

/** @throws AssertionError with each policy violation, exception and console error of the page */
export async function visit<T>(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<T>,
  { javascript = true, width = 800, height = 900, touch = false, keepsTab = false, isExpected = () => false }: Visit = {},
): Promise<T> {
  const tab = (keepsTab && keptTabs(browser).pop()) || (await openTab(browser));
  const { page } = tab;
  tab.faults = [];
  tab.isExpected = isExpected;
  let isClean = false;
  try {
    await page.setViewport({ width, height, isMobile: touch, hasTouch: touch });
    if (page.isJavaScriptEnabled() !== javascript) await page.setJavaScriptEnabled(javascript); // Firefox has no such command
    await page.goto(url);
    await page.bringToFront();
    const result = await use(page);
    assert.deepEqual(
      tab.faults.filter((fault) => !fault.includes('favicon')),
      [],
    );
    // Ends what the page does. The next address may differ in its hash alone, which loads nothing.
    if (keepsTab) await page.goto('about:blank');
    isClean = keepsTab;
    return result;
  } finally {
    if (isClean) keptTabs(browser).push(tab);
    else await page.close();
  }
}

/** Holds each request with such an address. @returns resolves with the first one, which `continue` sends */
export async function holdRequests(page: Page, address: RegExp): Promise<() => Promise<HTTPRequest>> {
  await page.setRequestInterception(true);
  const first = new Promise<HTTPRequest>((resolve) =>
    page.on('request', (request) => (address.test(request.url()) ? resolve(request) : void request.continue())),
  );
  return () => first;
}

/** A tab, and the exceptions, console errors and policy violations of its visit. */
interface Tab {
  readonly page: Page;
  faults: string[];
  isExpected: NonNullable<Visit['isExpected']>;
}

async function openTab(browser: Browser): Promise<Tab> {
  const page = await browser.newPage();
  const tab: Tab = { page, faults: [], isExpected: () => false };
  page.on('pageerror', (error) => tab.faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error' || tab.isExpected(message)) return;
    tab.faults.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  await page.exposeFunction('violated', (what: string) => tab.faults.push(`policy: ${what}`));
  await page.evaluateOnNewDocument(
    `addEventListener('securitypolicyviolation', (e) => violated(e.violatedDirective + ' ' + e.blockedURI))`,
  );
  return tab;
}

/** The tabs of each browser that no visit uses. */
const kept = new WeakMap<Browser, Tab[]>();

function keptTabs(browser: Browser): Tab[] {
  const tabs = kept.get(browser) ?? [];
  kept.set(browser, tabs);
  return tabs;
}
