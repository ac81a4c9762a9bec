/** The composer in a browser: a new case, the living card, problems at their field, and every member of the format. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { jsonSchema } from '../../../src/feed/schema/json-schema.js';
import {
  cardText,
  downloaded,
  fieldOf,
  fill,
  goTo,
  newCase,
  openSample,
  openStudio,
  sampleText,
  storedDocument,
  untilCard,
  type StudioSite,
  press,
} from './studio.js';

describe('composer', () => {
  let studio: StudioSite;
  before(async () => {
    studio = await openStudio();
  });
  after(() => studio?.[Symbol.asyncDispose]());

  it('shows the card while the user writes a new case, and stores what the user wrote', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await fill(page, '/items/0/title', 'Two reporters held in Example City');
      await untilCard(page, 'Two reporters held in Example City');
      await fill(page, '/items/0/summary', 'Police held two reporters on 1 March 2026.');
      await untilCard(page, 'Police held two reporters');
      await fill(page, '/_placard/publisher/name', 'Example Union');
      await untilCard(page, 'Example Union');
      const { items, _placard } = await storedDocument(page);
      assert.equal(items[0]!.title, 'Two reporters held in Example City');
      assert.deepEqual(_placard.publisher, { name: 'Example Union' });
    });
  });

  it('adds a second case to the same feed, which has the publisher and the contacts', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await fill(page, '/items/0/title', 'The first case');
      await storedDocument(page);
      await page.goto(studio.url);
      await page.waitForSelector('.file');
      await press(page, '#new-case');
      await page.waitForSelector('[data-path="/items/1/title"]');
      await fill(page, '/items/1/title', 'The second case');
      const { items } = await storedDocument(page);
      assert.deepEqual(
        items.map(({ title }) => title),
        ['The first case', 'The second case'],
      );
    });
  });

  it('reads a date as people write it, and shows how it was read', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await fill(page, '/items/0/_placard/dateline/date', 'by April 2025');
      const read = await page.$eval(
        '[data-path="/items/0/_placard/dateline/date"] .read',
        (element) => (element as HTMLElement).dataset.read,
      );
      assert.equal(read, 'by 2025-04');
      const { items } = await storedDocument(page);
      assert.deepEqual((items[0]!._placard as { dateline: object }).dateline, { date: { date: '2025-04', rel: 'by' } });
    });
  });

  it('shows a problem at its field, and solves it by a button', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await fill(page, '/_placard/publisher/url', 'example.org');
      const problem = '[data-path="/_placard/publisher/url"] .problems [data-code]';
      await page.waitForSelector(problem);
      await press(page, `${problem} [data-remedy]`);
      await page.waitForFunction((at) => !document.querySelector(at), {}, problem);
      assert.equal(
        await (await fieldOf(page, '/_placard/publisher/url')).evaluate((input) => (input as HTMLInputElement).value),
        'https://example.org',
      );
    });
  });

  it('begins without a fault, and shows what is missing when the user leaves a field, or wants to publish', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      const shown = () => page.$$eval('form [data-code], form .count', (problems) => problems.length);
      assert.equal(await shown(), 0);
      await (await fieldOf(page, '/items/0/title')).focus();
      await (await fieldOf(page, '/items/0/summary')).focus();
      await page.waitForSelector('[data-path="/items/0/title"] [data-code=no-title]');
      assert.equal(await page.$('[data-path="/items/0/summary"] [data-code]'), null, 'the user is still there');
      assert.equal(await page.$$eval('.all-problems li', (problems) => problems.length), 1);
      await fill(page, '/items/0/title', 'A headline');
      await page.waitForFunction(() => !document.querySelector('form [data-code=no-title]'));
      await goTo(page, 'publish');
      await page.waitForSelector('[data-to-check]');
      await goTo(page, 'edit/0');
      await page.waitForSelector('.all-problems [data-code=no-sources]');
      await page.waitForSelector('[data-path="/_placard/publisher/name"] [data-code=required]');
    });
  });

  it('clicks what is under the pointer, although a field that the user leaves gets a problem above it', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await (await fieldOf(page, '/items/0/title')).focus();
      const summary = '[data-section=status] > summary';
      const wasOpen = await page.$eval(summary, (element) => (element.parentElement as HTMLDetailsElement).open);
      await press(page, summary);
      await page.waitForFunction(
        (selector, open) => (document.querySelector(selector)!.parentElement as HTMLDetailsElement).open !== open,
        {},
        summary,
        wasOpen,
      );
      await page.waitForSelector('[data-path="/items/0/title"] [data-code=no-title]');
    });
  });

  it('adds, moves and removes the entries of a list', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      const list = '/items/0/_placard/timeline';
      for (const [index, text] of ['First', 'Second'].entries()) {
        await page.$eval(`[data-add="/items/*/_placard/timeline"]`, (button) => (button as HTMLElement).click());
        await fill(page, `${list}/${index}/text`, text);
        await fill(page, `${list}/${index}/date`, `${index + 1} March 2025`);
      }
      const texts = async () =>
        ((await storedDocument(page)).items[0]!._placard as { timeline?: { text: string }[] }).timeline?.map(({ text }) => text);
      assert.deepEqual(await texts(), ['First', 'Second']);
      const tool = (entry: number, button: number) =>
        page.$eval(`[data-path="${list}"] > ol > li:nth-child(${entry}) .tools button:nth-child(${button})`, (each) =>
          (each as HTMLElement).click(),
        );
      await tool(2, 1);
      assert.deepEqual(await texts(), ['Second', 'First']);
      await tool(1, 3);
      assert.deepEqual(await texts(), ['First']);
      await tool(1, 3);
      assert.equal(await texts(), undefined);
    });
  });

  it('undoes and redoes', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      await (await fieldOf(page, '/items/0/title')).focus();
      await page.keyboard.sendCharacter('A headline'); // one step, on a slow machine too
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
      assert.equal((await storedDocument(page)).items[0]!.title, undefined);
      await press(page, '.history button:last-child');
      assert.equal((await storedDocument(page)).items[0]!.title, 'A headline');
    });
  });

  it('writes a statement with formatting, and drops what a card never shows', async () => {
    await studio.open(async (page) => {
      await newCase(page);
      const editor = await fieldOf(page, '/items/0/content_text');
      await editor.focus();
      await page.keyboard.type('A plain paragraph.');
      assert.equal((await storedDocument(page)).items[0]!.content_text, 'A plain paragraph.');
      await page.evaluate(() => {
        const data = new DataTransfer();
        data.setData(
          'text/html',
          '<p onclick="x()">Pasted <b style="color:red">bold</b><script>alert(1)</script><img src=x onerror=alert(1)></p>',
        );
        document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      });
      const { items } = await storedDocument(page);
      assert.match(String(items[0]!.content_html), /<strong>bold<\/strong>/);
      assert.doesNotMatch(String(items[0]!.content_html), /script|onclick|onerror|style|img/);
    });
  });

  it('opens the sample and saves it unchanged with the same values', async () => {
    await studio.open(async (page) => {
      await openSample(page);
      await goTo(page, 'edit/0');
      await untilCard(page, 'Kazakhstan');
      // Opening each part of the form changes nothing.
      await page.$$eval('details', (all) => all.forEach((each) => (each.open = true)));
      await page.waitForSelector('[data-editor]');
      await press(page, '#save-file');
      const saved = await downloaded(studio, 'feed.json');
      assert.deepEqual(JSON.parse(saved), JSON.parse(await sampleText()));
    });
  });

  it('reaches each member of the format', async () => {
    const reached = await studio.open(async (page) => {
      await newCase(page);
      return new Set(await addEverything(page));
    });
    const missing = membersOf(jsonSchema() as SchemaNode).filter((pattern) => !reached.has(pattern));
    assert.deepEqual(missing, []);
  });

  it('shows the card of a case in its own language and direction', async () => {
    await studio.open(async (page) => {
      await openSample(page);
      const index = (JSON.parse(await sampleText()) as { items: { language: string }[] }).items.findIndex(
        ({ language }) => language === 'ar',
      );
      assert.ok(index > 0);
      await goTo(page, `edit/${index}`);
      await page.waitForFunction(() => document.querySelector('.preview placard-campaign')?.shadowRoot?.querySelector('[dir=rtl]'));
      assert.notEqual(await cardText(page), '');
    });
  });
});

interface SchemaNode {
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
}

/** Returns the place of each member, without the parts of a date: it is one field. */
function membersOf(node: SchemaNode, pattern = ''): string[] {
  const options = node.anyOf ?? [node];
  if (options.some(({ properties }) => properties?.rel)) return [pattern];
  return options.flatMap((each) => [
    ...(pattern &&
    pattern !== '/items' &&
    !/^\/(items\/\*)?(_placard)?$/.test(pattern) &&
    pattern !== '/items/*' &&
    pattern !== '/items/*/_placard'
      ? [pattern]
      : []),
    ...Object.entries(each.properties ?? {}).flatMap(([name, member]) => membersOf(member, `${pattern}/${name}`)),
    ...(each.items ? membersOf(each.items, `${pattern}/*`) : []),
  ]);
}

/** Clicks each button that adds a member, and then each new one, until all are clicked. Returns the places that have a field. */
const addEverything = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const added = new Set<string>();
    for (let before = -1; before < added.size;) {
      before = added.size;
      for (const button of document.querySelectorAll<HTMLElement>('[data-add]')) {
        if (added.has(button.dataset.add!)) continue;
        added.add(button.dataset.add!);
        button.click();
      }
      await new Promise(requestAnimationFrame);
    }
    return [...document.querySelectorAll<HTMLElement>('[data-pattern]')].flatMap(({ dataset }) => dataset.pattern!.split(' '));
  });
