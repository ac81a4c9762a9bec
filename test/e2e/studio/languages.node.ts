/** A translation beside its original: only words, and a mark where the original has changed since. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fill, goTo, newCase, openSample, openStudio, storedDocument, untilCard, uploadTo, type StudioSite, press } from './studio.js';

describe('languages', () => {
  let studio: StudioSite;
  before(async () => {
    studio = await openStudio();
  });
  after(() => studio?.[Symbol.asyncDispose]());

  it('adds a translation of the words, and marks what the original has changed', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await fill(page, '/items/0/title', 'Two offices searched');
      await fill(page, '/items/0/summary', 'Police searched two offices.');
      await goTo(page, 'languages/0');
      await page.select('#add-language', 'ar');
      await page.waitForSelector('[data-unit="/title"][data-state=missing]');
      assert.equal(await page.$eval('[data-unit="/title"] textarea', (field) => (field as HTMLTextAreaElement).dir), 'rtl');
      await page.type('[data-unit="/title"] textarea', 'تفتيش مكتبين');
      await page.waitForSelector('[data-unit="/title"][data-state=current]');
      await untilCard(page, 'تفتيش مكتبين', '.preview-side placard-campaign');
      const { items } = await storedDocument(page);
      const [original, translation] = items as { id: string; title: string; language: string; _placard: { translations: object[] } }[];
      assert.deepEqual([translation!.title, translation!.language], ['تفتيش مكتبين', 'ar']);
      assert.deepEqual(translation!._placard.translations, [{ language: 'en', item_id: original!.id, kind: 'original', of_revision: 1 }]);

      await goTo(page, 'edit/0');
      await fill(page, '/items/0/title', 'Three offices searched');
      await goTo(page, 'languages/0');
      await page.waitForSelector('[data-unit="/title"][data-state=outdated]');
      await press(page, '[data-unit="/title"] .found button');
      await page.waitForSelector('[data-unit="/title"][data-state=current]');
    });
  });

  it('shows the translations of an opened feed, entry by entry and paragraph by paragraph', async () => {
    await studio.open(async (page) => {
      await openSample(page);
      await goTo(page, 'languages/0');
      await page.waitForSelector('[data-variant$="-fr"]');
      await press(page, '[data-variant$="-fr"]');
      await page.waitForSelector('[data-unit="/statement/0"][data-state=current]');
      const before = await storedDocument(page);
      await page.type('[data-unit="/title"] textarea', '!');
      const after = await storedDocument(page);
      const french = after.items.findIndex(({ id }) => String(id).endsWith('-fr'));
      assert.equal(after.items[french]!.title, `${String(before.items[french]!.title)}!`);
      assert.deepEqual(
        after.items.filter((_, index) => index !== french),
        before.items.filter((_, index) => index !== french),
      );
    });
  });

  it('keeps links, emphasis and lists of the statement', async () => {
    const statement =
      '<p>Read <a href="https://example.org/a">the <em>whole</em> report</a>.</p><p>Plain words.</p><ul><li>One</li><li>Two</li></ul>';
    const translated = '<p>Lisez <a href="https://example.org/a">tout <em>le</em> rapport</a>.</p>';
    const links = [{ language: 'en', item_id: 'one', kind: 'original', of_revision: 1 }];
    const items = [
      { id: 'one', language: 'en', title: 'A report', content_html: statement },
      { id: 'one-fr', language: 'fr', content_html: translated, _placard: { kind: 'statement', revision: 1, translations: links } },
    ];
    const file = join(mkdtempSync(join(tmpdir(), 'studio-languages-')), 'feed.json');
    writeFileSync(file, JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Example Union', items }));
    await studio.open(async (page) => {
      await uploadTo(page, '#open-file', file);
      await page.waitForSelector('main[data-view=cases]');
      await goTo(page, 'languages/0');
      await page.waitForSelector('[data-unit="/statement/0"] .original a em');
      await page.focus('[data-unit="/statement/0"] [data-editor]');
      await page.keyboard.press('End');
      await page.keyboard.type('!');
      await page.type('[data-unit="/statement/1"] textarea', 'Mots simples.');
      await page.focus('[data-unit="/statement/2"] [data-editor]');
      await press(page, '[data-unit="/statement/2"] [data-command=bulletList]');
      await page.waitForFunction(() => document.activeElement!.matches('[data-unit="/statement/2"] [data-editor]'));
      await page.keyboard.type('Un');
      const french = (await storedDocument(page)).items[1]!;
      assert.equal(
        french.content_html,
        '<p>Lisez <a href="https://example.org/a">tout <em>le</em> rapport</a>.!</p><p>Mots simples.</p><ul><li><p>Un</p></li></ul>',
      );
    });
  });
});
