/** The builder without a mouse: by real keys, and by a finger on a small telephone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { untilText } from '../../support/composed-text.mjs';
import { made, openBuilder, snippetOf, type Builder } from './builder.js';

/** In the page: where the focus is, and how it shows. Of a frame that holds it, only that. */
const FOCUS = `(() => {
  const active = document.activeElement;
  if (!active || active === document.body) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(active);
  const box = active.getBoundingClientRect();
  const over = document.elementFromPoint(box.left + Math.min(box.width / 2, 30), Math.min(innerHeight, box.bottom) / 2 + Math.max(0, box.top) / 2);
  return {
    name: active.id || active.value || active.textContent.trim().slice(0, 30),
    frame: active.localName === 'iframe',
    seen: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3,
    uncovered: !!over && (active.contains(over) || over.contains(active)),
  };
})()`;

interface Focus {
  readonly name: string;
  readonly frame: boolean;
  readonly seen: boolean;
  readonly uncovered: boolean;
}

/** In the page: what can be worked, in the order of the text; of a group of radio buttons the one that is chosen. */
const CONTROLS = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, pre, iframe')]
  .filter((each) => !each.disabled && each.checkVisibility({ visibilityProperty: true }) && !each.closest('[inert]'))
  .filter((each) => each.type !== 'radio' || each.checked)
  .map((each) => each.id || each.value || each.textContent.trim().slice(0, 30))`;

const focus = (page: Page) => page.evaluate(FOCUS) as Promise<Focus | undefined>;

/** @returns where the focus came by, one entry each, until `found` or until nothing on the page has it */
async function tab(page: Page, found: (name: string) => boolean = () => false): Promise<Focus[]> {
  const walked: Focus[] = [];
  for (let pressed = 0; pressed < 400; pressed++) {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    if (!now) return walked;
    if (now.name !== walked.at(-1)?.name) walked.push(now);
    if (found(now.name)) return walked;
  }
  return assert.fail('400 tabs did not lead there');
}

const tabTo = async (page: Page, name: string) => {
  await tab(page, (each) => each === name);
  assert.equal((await focus(page))?.name, name);
};

describe('the builder, by keyboard', () => {
  let builder: Builder;

  before(async () => (builder = await openBuilder()));
  after(() => builder?.close());

  it('goes from an address to a copied snippet', async () => {
    await builder.open({}, async (page) => {
      await tabTo(page, 'src');
      await page.keyboard.type(`${builder.url}feed.json`);
      await made(page);
      assert.equal((await focus(page))?.name, 'src', 'what comes in takes nothing from under one’s fingers');
      await tabTo(page, 'item');
      await page.keyboard.type('Kazakhstan refuses');
      await tabTo(page, 'lang');
      await page.keyboard.type('Fr');
      await tabTo(page, 'look');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'theme');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, '4 How it keeps up');
      await page.keyboard.press('Enter');
      await tabTo(page, 'refresh');
      await page.keyboard.type('300');
      await tabTo(page, 'full');
      await page.keyboard.press('ArrowDown');
      assert.equal((await focus(page))?.name, 'live');
      await page.keyboard.press('Space');
      await made(page);
      await tabTo(page, 'copy');
      await page.keyboard.press('Enter');
      await untilText(page, 'Copied.', '#copied[role=status]');
      const taken = (await page.evaluate('navigator.clipboard.readText()')) as string;
      assert.match(
        taken,
        /^<placard-campaign src="[^"]+" item="kz-accreditation-2025" lang="fr" look="campaign" theme="light" refresh="300">/,
      );
      assert.equal(taken, await snippetOf(page));
    });
  });

  it('reaches everything in the order in which it stands, each seen and uncovered, and is never caught in a preview', async () => {
    for (const width of [320, 1280])
      await builder.open(
        { src: `${builder.url}feed.json`, item: 'kz-adilbekov-2024', accent: '#00639c', take: 'live' },
        async (page) => {
          await made(page);
          await untilText((await (await page.$('#live'))!.contentFrame()) as unknown as Page, 'Last checked');
          const controls = (await page.evaluate(CONTROLS)) as string[];
          const walked = await tab(page);
          assert.deepEqual(
            walked.map(({ name }) => name),
            controls,
          );
          assert.deepEqual(
            walked.filter(({ seen, uncovered, frame }) => (!frame && !seen) || !uncovered),
            [],
          );
          await page.keyboard.down('Shift');
          const back = await tab(page, (name) => name === controls[0]);
          await page.keyboard.up('Shift');
          assert.deepEqual(
            back.map(({ name }) => name),
            controls.toReversed(),
          );
        },
        { width },
      );
  });
});

/** In the page: what a finger would miss, or hit something else instead of. A radio button is hit by its label too. */
const MISSED = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((each) => !each.disabled && each.checkVisibility({ visibilityProperty: true }) && !each.closest('[inert]'))
  .flatMap((each) => {
    const target = each.closest('label') ?? each;
    target.scrollIntoView({ block: 'center' });
    const box = target.getBoundingClientRect();
    const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const name = each.id || each.value || each.textContent;
    return [
      ...(box.width < 24 || box.height < 24 ? [name + ' is ' + box.width + ' × ' + box.height] : []),
      ...(over && target.contains(over) ? [] : [name + ' is covered by ' + over?.localName]),
      ...(box.left < 0 || box.right > innerWidth ? [name + ' sticks out'] : []),
    ];
  })`;

describe('the builder, on a telephone of 320 × 568', () => {
  let builder: Builder;

  before(async () => (builder = await openBuilder()));
  after(() => builder?.close());

  it('leads from any choice to what it looks like, without a word of the address lost', async () => {
    await builder.open(
      { src: `${builder.url}feed.json`, lang: 'en' },
      async (page) => {
        await made(page);
        const address = page.url();
        await page.$eval('#lang', (field) => field.scrollIntoView());
        assert.equal(await page.$eval('#views', (views) => views.getBoundingClientRect().top < innerHeight), false);
        await page.tap('#see button');
        await page.waitForFunction(() => Math.abs(document.querySelector('#views')!.getBoundingClientRect().top) < 10);
        assert.equal(await page.evaluate('document.activeElement.id'), 'views-title');
        assert.equal(page.url(), address);
      },
      { width: 320, height: 568, touch: true },
    );
  });

  it('gives a snippet to a finger, with nothing too small, covered, or beside the screen', async () => {
    await builder.open(
      {},
      async (page) => {
        await page.tap('#sample');
        await made(page);
        await page.tap('summary');
        await page.select('#item', 'kz-adilbekov-2024'); // the system's own list
        await page.tap('[name=names][value=no]');
        await page.tap('[name=take][value=html]');
        await page.tap('[name=width][value="700"]');
        await made(page);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
        assert.deepEqual(await page.evaluate(MISSED), []);
        await page.tap('#copy');
        await untilText(page, 'Copied.', '#copied');
      },
      { width: 320, height: 568, touch: true },
    );
  });
});
