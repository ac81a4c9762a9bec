/** What a publication makes public for good: names, which are asked about once, and signatures by a key that the browser does not keep. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { verifyFeed } from '../../../src/feed/signature/verify-feed.js';
import { generateKey } from '../../../src/node/signing/signing-keys.js';
import { downloaded, fieldOf, fill, goTo, openStudio, storedDocument, uploadTo, type StudioSite, press } from './studio.js';

const BASE = 'https://example.org/cases/';

/** Fiction: two persons, and a list with one of their names. */
const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Example Union',
  items: [
    {
      id: 'one',
      title: 'Two reporters held',
      _placard: {
        kind: 'case',
        revision: 1,
        incident: { affected: { description: 'Reporters', names: ['Ada Example', 'Bo Example'] } },
        persons: [
          { id: 'a', name: 'Ada Example', role: 'reporter' },
          { id: 'c', name: 'Cy Example', role: 'driver' },
        ],
      },
    },
  ],
};

describe('names and keys', () => {
  let studio: StudioSite;
  let folder = '';
  before(async () => {
    studio = await openStudio();
    folder = mkdtempSync(join(tmpdir(), 'studio-keys-'));
  });
  after(() => studio?.[Symbol.asyncDispose]());

  async function openAndPublish(page: Page, feed: object): Promise<void> {
    const file = join(folder, 'feed.json');
    writeFileSync(file, JSON.stringify(feed));
    await uploadTo(page, '#open-file', file);
    await page.waitForSelector('main[data-view=cases]');
    await goTo(page, 'publish');
    await page.type('#base', BASE);
  }

  const head = { spec: 1, sequence: 1, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Example Union' } };

  const dated = FEED.items.map((item) => ({ ...item, date_published: '2026-03-02T10:00:00Z' }));
  const published = { ...FEED, items: dated, _placard: head };

  it('asks about each new name once, and publishes nothing before each has an answer', async () => {
    await studio.open(async (page) => {
      // A plain JSON Feed counts as unpublished.
      await openAndPublish(page, FEED);
      await goTo(page, 'edit/0');
      await fill(page, '/_placard/publisher/name', 'Example Union');
      await goTo(page, 'publish');
      await page.waitForSelector('[data-open-names="3"]');
      await page.waitForSelector('.all-good');
      const answer = (name: string, value: string) => press(page, `[data-name="${name}"] [data-answer=${value}]`);
      await answer('Ada Example', 'pseudonym');
      await page.waitForSelector('[data-open-names="2"]');
      await answer('Bo Example', 'withheld');
      await page.waitForSelector('[data-open-names="1"]');
      assert.equal(await page.$('#download-zip:enabled'), null);
      await answer('Cy Example', 'withheld');
      await page.waitForFunction(() => !document.querySelector('[data-open-names]'));
      await page.waitForSelector('#download-zip:enabled');
      const { persons, incident } = (await storedDocument(page)).items[0]!._placard as {
        persons: object[];
        incident: { affected: { names: string[] } };
      };
      assert.deepEqual(persons, [
        { id: 'a', name: 'Ada Example', role: 'reporter', named: 'pseudonym' },
        { id: 'c', role: 'driver', named: 'withheld' },
      ]);
      assert.deepEqual(incident.affected.names, ['Ada Example']);
    });
  });

  it('does not ask about a name that is public already', async () => {
    await studio.open(async (page) => {
      await openAndPublish(page, published);
      await page.waitForSelector('#download-zip:enabled');
      assert.equal(await page.$('[data-open-names]'), null);
    });
  });

  it('asks about the names of a draft when it is published', async () => {
    const draft = { ...FEED.items[0]!, _placard: { ...FEED.items[0]!._placard, draft: true } };
    const other = { id: 'two', title: 'Two offices searched', _placard: { kind: 'case', revision: 1 } };
    await studio.open(async (page) => {
      await openAndPublish(page, { ...FEED, items: [draft, other], _placard: head });
      await page.waitForSelector('#download-zip:enabled');
      assert.equal(await page.$('[data-open-names], [data-names]'), null);
      await goTo(page, 'edit/0');
      await (await fieldOf(page, '/items/0/_placard/draft')).evaluate((box) => (box as HTMLInputElement).click());
      await goTo(page, 'publish');
      await page.waitForSelector('[data-open-names="3"]');
    });
  });

  it('signs one publication with a key file, and asks for it again the next time', async () => {
    const { jwk, publicKey } = generateKey();
    const [key, none] = ['key.jwk', 'none.jwk'].map((name) => join(folder, name)) as [string, string];
    writeFileSync(key, jwk);
    writeFileSync(none, '{}');
    await studio.open(async (page) => {
      await openAndPublish(page, published);
      await press(page, '.signing summary');
      await uploadTo(page, '#key-file', none);
      await page.waitForSelector('[data-no-key]');
      await uploadTo(page, '#key-file', key);
      await page.waitForSelector(`[data-signer="${publicKey}"]`);
      await press(page, '#save-feed');
      const document = JSON.parse(await downloaded(studio, 'feed.json')) as Record<string, unknown>;
      await verifyFeed(document, [publicKey]);
      await page.waitForSelector('[data-was-signed]');
      assert.equal(await page.$('[data-signer]'), null);
      const [, secret] = /"d": "([^"]+)"/.exec(jwk)!;
      assert.ok(!JSON.stringify(await storedDocument(page)).includes(secret!));
    });
  });
});
