/** The builder by keyboard, and by touch on a small telephone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { untilLive } from '../../support/composed-text.mjs';
import { openBuilder, openFolds, previewIn, whenReady, snippetOf, type Builder } from './builder.js';

/** Runs in the page. Returns the focused element and whether its focus is visible. Does not look inside frames. */
const FOCUS = `(() => {
  const active = document.activeElement;
  if (!active || active === document.body) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(active);
  const box = active.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 30), Math.min(innerHeight, box.bottom) / 2 + Math.max(0, box.top) / 2);
  return {
    name: active.id || active.value || active.textContent.trim().slice(0, 30),
    frame: active.localName === 'iframe',
    seen: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3,
    uncovered: !!top && (active.contains(top) || top.contains(active)),
  };
})()`;

interface Focus {
  readonly name: string;
  readonly frame: boolean;
  readonly seen: boolean;
  readonly uncovered: boolean;
}

/** Runs in the page. Returns the interactive elements in document order, with only the selected radio button of each group. */
const CONTROLS = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, pre, iframe')]
  .filter((each) => !each.disabled && each.checkVisibility({ visibilityProperty: true }) && !each.closest('[inert]'))
  .filter((each) => each.type !== 'radio' || each.checked)
  .map((each) => each.id || each.value || each.textContent.trim().slice(0, 30))`;

const focus = (page: Page) => page.evaluate(FOCUS) as Promise<Focus | undefined>;

/** Presses Tab and returns each focused element once, until `found` returns true or the focus leaves the page. */
async function tab(page: Page, found: (name: string) => boolean = () => false): Promise<Focus[]> {
  const visited: Focus[] = [];
  for (let pressed = 0; pressed < 400; pressed++) {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    if (!now) return visited;
    if (now.name !== visited.at(-1)?.name) visited.push(now);
    if (found(now.name)) return visited;
  }
  return assert.fail('400 presses of Tab did not reach it');
}

const tabTo = async (page: Page, name: string) => {
  await tab(page, (each) => each === name);
  assert.equal((await focus(page))?.name, name);
};

describe('builder by keyboard', () => {
  let builder: Builder;

  before(async () => (builder = await openBuilder()));
  after(() => builder?.close());

  it('leads from an address to a copied snippet', async () => {
    await builder.open({}, async (page) => {
      await tabTo(page, 'src');
      await page.keyboard.sendCharacter(`${builder.url}feed.json`); // the field selects its sample
      await whenReady(page);
      assert.equal((await focus(page))?.name, 'src', 'loading does not move the focus');
      await tabTo(page, 'item');
      await page.keyboard.type('Kazakhstan refuses');
      await tabTo(page, 'full');
      await tabTo(page, 'iframe, React, Vue, Svelte');
      await page.keyboard.press('Enter');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      for (const format of ['wordpress', 'html', 'live']) {
        await page.keyboard.press('ArrowDown');
        assert.equal((await focus(page))?.name, format);
      }
      await tabTo(page, 'Options: colour, language, par');
      await page.keyboard.press('Enter');
      await tabTo(page, 'lang');
      await page.keyboard.type('Fr');
      await tabTo(page, 'look');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'theme');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'Updates and security');
      await page.keyboard.press('Enter');
      await tabTo(page, 'refresh');
      await page.keyboard.type('300');
      await whenReady(page);
      await tabTo(page, 'copy');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('#copied[role=status]')!.textContent !== '');
      const copied = (await page.evaluate('navigator.clipboard.readText()')) as string;
      assert.match(
        copied,
        /^<div data-placard-src="[^"]+" data-placard-item="kz-accreditation-2025" data-placard-lang="fr" data-placard-look="campaign" data-placard-theme="light" data-placard-refresh="300"[^>]*>/,
      );
      assert.equal(copied, await snippetOf(page));
    });
  });

  it('reaches each control in document order with visible focus, and leaves each preview', async () => {
    for (const width of [320, 1280])
      await builder.open(
        { src: `${builder.url}feed.json`, item: 'kz-adilbekov-2024', accent: '#00639c', format: 'live' },
        async (page) => {
          await openFolds(page);
          await whenReady(page);
          await untilLive(await previewIn(page, 'live'));
          const controls = (await page.evaluate(CONTROLS)) as string[];
          const visited = await tab(page);
          assert.deepEqual(
            visited.map(({ name }) => name),
            controls,
          );
          assert.deepEqual(
            visited.filter(({ seen, uncovered, frame }) => (!frame && !seen) || !uncovered),
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

/** Runs in the page. Returns the controls that are too small, covered, or outside the screen. The label of a radio button is part of its target. */
const MISSED = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((each) => !each.disabled && each.checkVisibility({ visibilityProperty: true }) && !each.closest('[inert]'))
  .flatMap((each) => {
    const target = each.closest('label') ?? each;
    target.scrollIntoView({ block: 'center' });
    const box = target.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const name = each.id || each.value || each.textContent;
    return [
      ...(box.width < 24 || box.height < 24 ? [name + ' is ' + box.width + ' × ' + box.height] : []),
      ...(top && target.contains(top) ? [] : [name + ' is covered by ' + top?.localName]),
      ...(box.left < 0 || box.right > innerWidth ? [name + ' is outside the screen'] : []),
    ];
  })`;

describe('builder on a telephone of 320 × 568', () => {
  let builder: Builder;

  before(async () => (builder = await openBuilder()));
  after(() => builder?.close());

  it('leads from the options to the preview, and keeps the address', async () => {
    await builder.open(
      { src: `${builder.url}feed.json`, lang: 'en' },
      async (page) => {
        await whenReady(page);
        const address = page.url();
        await page.tap('#options > summary');
        await page.$eval('#lang', (field) => field.scrollIntoView());
        assert.equal(await page.$eval('#previews', (views) => views.getBoundingClientRect().top < innerHeight), false);
        await page.tap('#to-preview button');
        await page.waitForFunction(() => Math.abs(document.querySelector('#previews')!.getBoundingClientRect().top) < 10);
        assert.equal(await page.evaluate('document.activeElement.id'), 'previews-title');
        assert.equal(page.url(), address);
      },
      { width: 320, height: 568, touch: true },
    );
  });

  it('creates a snippet by touch, with no control too small, covered or outside the screen', async () => {
    await builder.open(
      {},
      async (page) => {
        await whenReady(page); // the sample is there at once
        await page.tap('#options > summary');
        await page.select('#item', 'kz-adilbekov-2024'); // opens the list of the operating system
        await page.tap('[name=names][value=no]');
        await page.tap('[name=format][value=html]');
        await page.tap('[name=width][value="700"]');
        await whenReady(page);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
        assert.deepEqual(await page.evaluate(MISSED), []);
        await page.tap('#copy');
        await page.waitForFunction(() => document.querySelector('#copied')!.textContent !== '');
      },
      { width: 320, height: 568, touch: true },
    );
  });
});
