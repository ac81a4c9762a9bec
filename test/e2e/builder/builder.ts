/** The builder in a tab, as `npm start` serves it, and a partner's page to put into what was copied there. */
import type { Browser, ConsoleMessage, Page } from 'puppeteer-core';
import { start } from '../../../demo/server/server.js';
import { openBrowser, visit, type Visit } from '../../support/browser-page.js';
import { servePartner, type Partner } from '../../support/servers/partner.js';

export interface Builder {
  /** Of the demo, with a slash at its end. */
  readonly url: string;
  readonly browser: Browser;
  readonly partner: Partner;
  /** Opens it with choices in its address; whatever goes wrong in it fails the test. */
  open<T>(choices: Record<string, string>, use: (page: Page) => Promise<T>, visit?: Visit): Promise<T>;
  close(): Promise<void>;
}

/** It asks whether a built site is there, and shows a feed that is down; the browser tells the console of each, whoever catches it. */
const ASKED = /\/(missing\.json|placard-site\.json|snippets\/iframe\.html)$/;
const meant = (message: ConsoleMessage) => /CORS policy|net::ERR_/.test(message.text()) || ASKED.test(message.location().url ?? '');

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
    open: (choices, use, { meant: besides, ...how } = {}) =>
      visit(
        browser,
        `${demo.url}builder.html#${String(new URLSearchParams(choices))}`,
        async (page) => {
          await page.waitForSelector('[data-builder=started]');
          return use(page);
        },
        { width: 1280, ...how, meant: (message) => meant(message) || !!besides?.(message) },
      ),
    async close() {
      await browser.close();
      await demo.close();
      await partner[Symbol.asyncDispose]();
    },
  };
}

/** Resolves once the snippet of what was chosen last is there to be copied. */
export const made = (page: Page) => page.waitForSelector('#copy:enabled');
export const snippetOf = (page: Page) => page.$eval('#snippet', (field) => (field as HTMLTextAreaElement).value);
export const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

/** @returns what the clipboard holds then */
export async function copied(page: Page, button: 'copy' | 'copy-once' = 'copy'): Promise<string> {
  await made(page);
  await page.click(`#${button}`);
  await page.waitForSelector(`::-p-xpath(//*[@id="${button.replace('copy', 'copied')}"][.="Copied."])`);
  return (await page.evaluate('navigator.clipboard.readText()')) as string;
}

/** What the builder tells, by its terms. */
export const costsOf = async (page: Page): Promise<Record<string, string | undefined>> => {
  const rows = await page.$$eval('#costs dt', (terms) => terms.map((term) => [term.textContent, term.nextElementSibling!.textContent]));
  return Object.fromEntries(rows) as Record<string, string>;
};
export const countIn = (told = ''): number => Number(/^\d+(?= request)/.exec(told)?.[0]);

/** @returns how many files a partner's page asks for in all, itself left out, once it has come as far as `until` says */
export async function requestsOf({ browser, partner }: Builder, pasted: string, until: (page: Page) => Promise<unknown>): Promise<number> {
  partner.paste(pasted);
  const asked = new Set<string>();
  await visit(browser, 'about:blank', async (page) => {
    page.on('request', (request) => asked.add(request.url()));
    await Promise.all([until(page), page.goto(partner.url)]);
    await page.waitForNetworkIdle();
  });
  asked.delete(partner.url);
  return [...asked].filter((url) => !url.endsWith('/favicon.ico')).length;
}
