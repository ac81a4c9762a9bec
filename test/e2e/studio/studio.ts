/** Opens the studio in a browser, from a server of static files, and counts every request. */
import { readFile, watch } from 'node:fs/promises';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import sirv from 'sirv';
import { buildBundles } from '../../../demo/server/bundles.js';
import { chromium, visit, type Engine, type Visit } from '../../support/browser-page.js';
import { serve, type Server } from '../cli/server.js';

const SAMPLE = fileURLToPath(new URL('../../../demo/feed.json', import.meta.url));
export const sampleText = () => readFile(SAMPLE, 'utf8');

/** Returns the sample with its first two cases: a browser needs seconds to write the files of the whole site into a folder. */
export async function twoCases(): Promise<string> {
  const { items, ...head } = JSON.parse(await sampleText()) as { items: unknown[] };
  return JSON.stringify({ ...head, items: items.slice(0, 2) });
}

export interface StudioSite extends AsyncDisposable {
  readonly url: string;
  readonly browser: Browser;
  /** The folder to which the browser downloads. */
  readonly downloads: string;
  /** The profile of the browser, with its storage. */
  readonly profile: string;
  /** Opens the studio in a tab. An unexpected error on the page fails the test. */
  open<T>(use: (page: Page) => Promise<T>, options?: Visit & { hash?: string }): Promise<T>;
}

export async function openStudio(engine: Engine = chromium): Promise<StudioSite> {
  await buildBundles();
  const server = await serveStudio();
  const profile = mkdtempSync(join(tmpdir(), 'studio-profile-'));
  const downloads = mkdtempSync(join(tmpdir(), 'studio-downloads-'));
  // Firefox does not know the option; its test reads no download.
  const downloadBehavior = engine === chromium ? { policy: 'allow' as const, downloadPath: downloads } : undefined;
  const browser = await launch({ ...(await engine()), userDataDir: profile, downloadBehavior });
  return {
    url: server.url,
    browser,
    downloads,
    profile,
    open: (use, { hash = '', ...options } = {}) =>
      visit(
        browser,
        `${server.url}files.json`,
        async (page) => {
          await forgetCases(page);
          await page.goto(server.url + hash);
          await page.waitForSelector('[data-studio=started]');
          return use(page);
        },
        { width: 1280, ...options },
      ),
    async [Symbol.asyncDispose]() {
      await browser.close().catch(() => {});
      await server[Symbol.asyncDispose]();
      for (const folder of [profile, downloads]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Each test begins without the cases of the one before. The page must not be the studio, which holds the database open. */
const forgetCases = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        // A tab that is closing may still hold the database: the request succeeds after that.
        const request = indexedDB.deleteDatabase('placard-studio');
        request.addEventListener('success', () => resolve());
        request.addEventListener('error', () => reject(new Error('the cases remain')));
      }),
  );

/** The studio with the headers of a strict host. The page has its own policy. */
const serveStudio = (): Promise<Server> =>
  serve((req, res) => {
    res.setHeader('X-Content-Type-Options', 'nosniff');
    sirv(fileURLToPath(new URL('../../../dist-studio', import.meta.url)), { dev: true, etag: true })(
      req,
      res,
      () => void res.writeHead(404).end(),
    );
  });

/** Clicks an element when it is enabled and no longer moves: a check of the feed or a script that loads can move it. */
export const press = (page: Page, selector: string): Promise<void> => page.locator(selector).click();

export const whenSaved = (page: Page) => page.waitForSelector('[data-saving=saved]');

/** Begins a case, and resolves when its form is there. */
export async function newCase(page: Page): Promise<void> {
  await press(page, '#new-case');
  await page.waitForSelector('[data-view=edit] [data-section=headline]');
}

export async function uploadTo(page: Page, selector: string, file: string): Promise<void> {
  await ((await page.$(selector)) as ElementHandle<HTMLInputElement>).uploadFile(file);
}

export async function openSample(page: Page): Promise<void> {
  await uploadTo(page, '#open-file', SAMPLE);
  await page.waitForSelector('[data-view=cases]');
}

/** Returns the address of a view of the open file. */
const viewOf = async (page: Page, view: string): Promise<string> => {
  const [, file] = (await page.evaluate(() => location.hash)).split('/');
  return `#/${file}/${view}`;
};

export async function goTo(page: Page, view: string): Promise<void> {
  const hash = await viewOf(page, view);
  await page.evaluate((to) => (location.hash = to), hash);
  await page.waitForSelector(`main[data-view=${view.split('/')[0]}]`);
}

/** Opens the section of a field, and returns its control. */
export async function fieldOf(page: Page, path: string) {
  await page.evaluate((pointer) => {
    const field = document.querySelector(`[data-path="${pointer}"]`);
    for (let each = field?.parentElement; each; each = each.parentElement) if (each instanceof HTMLDetailsElement) each.open = true;
  }, path);
  const control = await page.waitForSelector(
    `[data-path="${path}"]:is(input, textarea, select), [data-path="${path}"] :is(input, textarea, select, [contenteditable=true])`,
  );
  return control!;
}

/** Replaces the value of a field, as a user pastes a text: after each typed letter, the card renders again. */
export async function fill(page: Page, path: string, text: string): Promise<void> {
  const control = await fieldOf(page, path);
  await control.evaluate((element, value) => {
    (element as HTMLElement).focus();
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select();
    document.execCommand('insertText', false, value); // puppeteer sends no text to Firefox but letter by letter
  }, text);
}

/** Returns the document in the browser's storage: of the file that the address names, or of the newest one. */
export async function storedDocument(
  page: Page,
): Promise<{ items: Record<string, unknown>[]; _placard: Record<string, unknown>; [name: string]: unknown }> {
  await whenSaved(page);
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('placard-studio');
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise<{ id: string; savedAt: number; document: never }[]>((resolve) => {
      const request = database.transaction('files').objectStore('files').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    const named = all.find(({ id }) => id === location.hash.split('/')[1]);
    return (named ?? all.toSorted((a, b) => b.savedAt - a.savedAt)[0]!).document;
  });
}

/** Returns the sentences of a card on the page. */
export const cardText = (page: Page, selector = '.preview placard-campaign'): Promise<string> =>
  page.evaluate((at) => document.querySelector(at)?.shadowRoot?.textContent ?? '', selector);

export const untilCard = (page: Page, text: string, selector = '.preview placard-campaign') =>
  page.waitForFunction((at, words) => document.querySelector(at)?.shadowRoot?.textContent?.includes(words), {}, selector, text);

/** Longest wait for a download, as long as the browser's other waits, in ms. */
const DOWNLOAD_MS = 30_000;

/**
 * Resolves with the first result of `read`, which runs again after each change of the downloads.
 * @throws AbortError after that time
 */
export async function fromDownloads<T>({ downloads }: Pick<StudioSite, 'downloads'>, read: () => Promise<T | undefined>): Promise<T> {
  const end = new AbortController();
  const changes = watch(downloads, { signal: AbortSignal.any([end.signal, AbortSignal.timeout(DOWNLOAD_MS)]) })[Symbol.asyncIterator]();
  try {
    for (;;) {
      const change = changes.next(); // before the read, so that no change is missed
      change.catch(() => {});
      const result = await read();
      if (result !== undefined) return result;
      await change;
    }
  } finally {
    end.abort();
  }
}

/** Resolves with the text of a download that passes the test. The browser writes a download in several steps. */
export const downloaded = (
  studio: Pick<StudioSite, 'downloads'>,
  name: string,
  isComplete = (text: string) => text.endsWith('\n'),
): Promise<string> =>
  fromDownloads(studio, async () => {
    const text = await readFile(join(studio.downloads, name), 'utf8').catch(() => '');
    return isComplete(text) && text.endsWith('\n') ? text : undefined;
  });

/** Chromium writes a download under another name, and renames it when it is complete. */
const isPartial = (name: string) => name.endsWith('.crdownload');

/** Returns the texts of a folder by their path in it. */
export function textsUnder(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !isPartial(entry.name));
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
