/** The thirty-second update: a few answers, the difference for readers, and the numbers of the publication. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { goTo, openSample, openStudio, storedDocument, untilCard, type StudioSite, press } from './studio.js';

describe('update', () => {
  let studio: StudioSite;
  before(async () => {
    studio = await openStudio();
  });
  after(() => studio?.[Symbol.asyncDispose]());

  it('sets a hearing by one answer, shows both cards, and sets revision and sequence', async () => {
    await studio.open(async (page) => {
      await openSample(page);
      await goTo(page, 'update/0');
      await press(page, '[data-happening=hearing]');
      await page.waitForFunction(() => document.activeElement!.matches('.questions :is(input, select, textarea)'));
      assert.equal(await page.$eval('#accept', (button) => (button as HTMLButtonElement).disabled), true);
      await page.type('#q-date', '12 October 2027');
      await page.waitForSelector('[data-change=added]');
      await untilCard(page, '12 October 2027', '.before-after section:last-child placard-campaign');
      await untilCard(page, 'No hearing date', '.before-after section:first-child placard-campaign');
      await press(page, '#accept');
      await page.waitForSelector('[data-done]');
      const { items, _placard } = await storedDocument(page);
      assert.equal(_placard.sequence, 5);
      const extension = items[0]!._placard as { revision: number; change: string; cases: { next: object }[] };
      assert.deepEqual([extension.revision, extension.change], [5, 'update']);
      assert.deepEqual(extension.cases[0]!.next, { type: 'hearing', date_status: 'scheduled', date: '2027-10-12' });
    });
  });

  it('says that no text has the wrong words, and corrects those that one has', async () => {
    await studio.open(async (page) => {
      await openSample(page);
      await goTo(page, 'update/0');
      await press(page, '[data-happening=correction]');
      await page.type('#q-right', 'right words');
      await page.type('#q-sentence', 'We were wrong.');
      await page.type('#q-wrong', 'nonsense words');
      const described = '#q-wrong[aria-invalid=true][aria-describedby=q-wrong-note] + #q-wrong-note:not(:empty)';
      await page.waitForSelector(described);
      assert.equal(await page.$eval('#accept', (button) => (button as HTMLButtonElement).disabled), true);
      const { items } = await storedDocument(page);
      await page.$eval('#q-wrong', (field) => (field as HTMLInputElement).select());
      await page.type('#q-wrong', String(items[0]!.title));
      await page.waitForSelector('#accept:enabled');
      assert.equal(await page.$(described), null);
      await press(page, '#accept');
      await page.waitForSelector('[data-done]');
      assert.equal((await storedDocument(page)).items[0]!.title, 'right words');
    });
  });

  it('takes a statement back, and shows the withdrawn card', async () => {
    await studio.open(async (page) => {
      await openSample(page);
      await goTo(page, 'update/0');
      await press(page, '[data-happening=withdrawal]');
      await page.type('#q-reason', 'The source has withdrawn its account.');
      await untilCard(page, 'The source has withdrawn its account.', '.before-after section:last-child placard-campaign');
      await press(page, '#accept');
      await page.waitForSelector('[data-done]');
      const { items } = await storedDocument(page);
      assert.equal((items[0]!._placard as { change: string }).change, 'retraction');
    });
  });
});
