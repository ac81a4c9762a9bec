/** Opens the builder in a browser, as `npm start` serves it, and a partner's page to paste its snippets into. */
import type { Browser, ConsoleMessage, Page } from 'puppeteer-core';
import { start } from '../../../demo/server/server.js';
import { openBrowser, visit, type Visit } from '../../support/browser-page.js';
import { servePartner, type Partner } from '../../support/servers/partner.js';

export interface Builder {
  /** The address of the demo, with a slash at its end. */
  readonly url: string;
  readonly browser: Browser;
  readonly partner: Partner;
  /** Opens the builder with options in its address. An unexpected error on the page fails the test. */
  open<T>(options: Record<string, string>, use: (page: Page) => Promise<T>, visit?: Visit): Promise<T>;
  close(): Promise<void>;
}

/** The builder looks for a built site, and shows an offline feed. The browser logs both, even if the code handles the error. */
const EXPECTED_FAILURES = /\/(missing\.json|placard-site\.json|snippets\/iframe\.html)$/;
const isExpected = (message: ConsoleMessage) =>
  /CORS policy|net::ERR_/.test(message.text()) || EXPECTED_FAILURES.test(message.location().url ?? '');

export async function openBuilder(): Promise<Builder> {
  const demo = await start(0);
  const browser = await openBrowser();
  const partner = await servePartner();
  await browser
    .defaultBrowserContext()
    .overridePermissions(new URL(demo.url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  return {
    url: demo.url,
    browser,
    partner,
    open: (options, use, { isExpected: isAlsoExpected, ...rest } = {}) =>
      visit(
        browser,
        `${demo.url}builder.html#${String(new URLSearchParams(options))}`,
        async (page) => {
          await page.waitForSelector('[data-builder=started]');
          return use(page);
        },
        { width: 1280, keepsTab: true, ...rest, isExpected: (message) => isExpected(message) || !!isAlsoExpected?.(message) },
      ),
    async close() {
      await browser.close();
      await demo.close();
      await partner[Symbol.asyncDispose]();
    },
  };
}

/** Opens the options and the other formats, as a user does by a click on each. */
export const openFolds = (page: Page) =>
  page.$$eval('details.more', (folds) => folds.forEach((fold) => ((fold as HTMLDetailsElement).open = true)));

/** Chooses where the snippet will be pasted. The code at the edge of the screen covers a choice until the user scrolls. */
export async function chooseFormat(page: Page, format: string): Promise<void> {
  await openFolds(page);
  const choice = `[name=format][value=${format}]`;
  await page.$eval(choice, (radio) => radio.scrollIntoView({ block: 'center' }));
  await page.locator(choice).click(); // waits until the page no longer moves
}

/** Replaces the address of the feed, as a user pastes it: letter by letter, a slow machine would ask for a part of it. */
export async function pasteAddress(page: Page, address: string): Promise<void> {
  await page.$eval('#src', (field) => {
    (field as HTMLInputElement).focus();
    (field as HTMLInputElement).select();
  });
  await page.keyboard.sendCharacter(address);
}

/** Resolves when the snippet matches the latest options, and the user can copy it. */
export const whenReady = (page: Page) => page.waitForSelector('#copy:enabled');
export const snippetOf = (page: Page) => page.$eval('#snippet', (field) => (field as HTMLTextAreaElement).value);
export const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
export const isVisible = (page: Page, selector: string) => page.$eval(selector, (element) => element.checkVisibility());
/** Chooses a preview, and returns its frame when it shows the latest snippet. */
export async function previewIn(page: Page, id: 'live' | 'initial' | 'offline'): Promise<Page> {
  await page.$eval(`[name=state][value=${id}]`, (radio) => (radio as HTMLInputElement).click());
  await page.waitForSelector(`#stage[aria-busy=false][data-shown=${id}]`);
  return (await (await page.$(`#${id}`))!.contentFrame())! as unknown as Page;
}

/** Returns the codes of the problems in a list. */
export const codesOf = (page: Page, list: '#problems' | '#publisher-notes') =>
  page.$$eval(`${list} li`, (entries) => entries.map((entry) => (entry as HTMLElement).dataset.code));
/** Resolves when the status of the feed is `state`. */
export const untilStatus = (page: Page, state: 'ok' | 'partial' | 'failed') => page.waitForSelector(`#feed-status[data-state=${state}]`);

/** Clicks a copy button, and returns the text in the clipboard. */
export async function copySnippet(page: Page, button: 'copy' | 'copy-admin' = 'copy'): Promise<string> {
  await whenReady(page);
  await page.locator(`#${button}`).click();
  await page.waitForFunction((id) => document.getElementById(id)!.textContent !== '', {}, button.replace('copy', 'copied'));
  return (await page.evaluate('navigator.clipboard.readText()')) as string;
}

type CostName = 'snippet' | 'bundle' | 'initial' | 'update';

/** Returns the costs that the builder shows, by their name. */
export const costsOf = async (page: Page): Promise<Partial<Record<CostName, string>>> => {
  const rows = await page.$$eval('#costs dd', (values) => values.map((value) => [value.dataset.cost!, value.textContent]));
  return Object.fromEntries(rows) as Partial<Record<CostName, string>>;
};
export const requestsIn = (cost = ''): number => Number(/^\d+(?= request)/.exec(cost)?.[0]);

/** Returns the number of files that a partner's page requests until `until` resolves, without the page itself. */
export async function countRequests(
  { browser, partner }: Builder,
  snippet: string,
  until: (page: Page) => Promise<unknown>,
): Promise<number> {
  partner.paste(snippet);
  const requested = new Set<string>();
  await visit(browser, 'about:blank', async (page) => {
    page.on('request', (request) => requested.add(request.url()));
    await Promise.all([until(page), page.goto(partner.url)]);
    await page.waitForNetworkIdle();
  });
  requested.delete(partner.url);
  return [...requested].filter((url) => !url.endsWith('/favicon.ico')).length;
}
