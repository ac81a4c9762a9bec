/** The way of a press officer: from an imported text to a published site, a card on a partner's page, and an update that this page shows. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import type { Partner } from '../../support/servers/partner.js';
import { untilText } from '../../support/composed-text.mjs';
import { fromDownloads, goTo, type StudioSite, press } from './studio.js';

/** Downloads the zip of the view for publishing, and returns its files. */
export async function downloadZip(studio: StudioSite, page: Page): Promise<Record<string, Uint8Array>> {
  for (const name of readdirSync(studio.downloads)) rmSync(join(studio.downloads, name)); // a download of the same name replaces it
  await page.waitForSelector('#download-zip:enabled');
  await press(page, '#download-zip');
  await page.waitForSelector('[data-step=upload], [data-publish-fault]');
  assert.equal(await page.$eval('main', (main) => main.querySelector('[data-publish-fault]')?.textContent ?? ''), '');
  return fromDownloads(studio, async () => {
    const name = readdirSync(studio.downloads).find((each) => each.endsWith('.zip'));
    if (!name) return undefined;
    try {
      return unzipSync(await readFile(join(studio.downloads, name)));
    } catch {
      return undefined; // the browser is still writing
    }
  });
}

/** Copies the files of a zip into the folder that a host serves. */
export function upload(site: string, files: Readonly<Record<string, Uint8Array>>): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), bytes);
  }
}

interface Journey {
  readonly studio: StudioSite;
  readonly partner: Partner;
  /** A tab of the studio, in which a text is being imported. */
  readonly page: Page;
  /** The folder that the publisher's host serves. */
  readonly site: string;
  /** Its address. */
  readonly base: string;
}

export async function leadToUpdate({ studio, partner, page, site, base }: Journey): Promise<void> {
  await page.waitForSelector('main[data-view=edit] .found-count');
  await goTo(page, 'publish');
  await page.type('#base', base);
  upload(site, await downloadZip(studio, page));
  await press(page, '#check-online');
  await page.waitForSelector('[data-online=current]');

  const [item] = (JSON.parse(readFileSync(join(site, 'feed.json'), 'utf8')) as { items: { id: string }[] }).items;
  const snippet = readFileSync(join(site, item!.id, 'snippets/full.html'), 'utf8');
  partner.paste(snippet.replace('data-placard-src', 'data-placard-refresh="1" data-placard-src'));
  const reader = await studio.browser.newPage();
  await reader.goto(partner.url);
  await untilText(reader, 'Three reporters refused press cards');

  await page.bringToFront();
  await goTo(page, 'update/0');
  await press(page, '[data-happening=hearing]');
  await page.type('#q-proceeding', 'Example Administrative Court');
  await page.type('#q-date', '12 October 2027');
  await press(page, '#accept');
  await page.waitForSelector('[data-done]');
  await goTo(page, 'publish');
  upload(site, await downloadZip(studio, page));
  await reader.bringToFront();
  await untilText(reader, '12 October 2027', 'placard-campaign');
  await reader.close();
}
