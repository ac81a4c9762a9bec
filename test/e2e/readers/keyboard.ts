/** Keyboard tests for one engine: order, details, visible focus, and focus after an update. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { openDemo, type Demo, type Engine } from './demo.js';

/** Runs in the page. Returns the focused element in the card, and whether its focus is visible. */
const FOCUS = `(() => {
  const root = document.querySelector('placard-campaign').shadowRoot;
  const { activeElement } = root;
  if (!activeElement) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
  const box = activeElement.getBoundingClientRect();
  const all = [...root.querySelectorAll('a[href], button, summary')];
  return { index: all.indexOf(activeElement), of: all.length, name: activeElement.localName, seen: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3, box: box.width * box.height };
})()`;

interface Focus {
  readonly index: number;
  readonly of: number;
  readonly name: string;
  readonly seen: boolean;
  readonly box: number;
}

const focus = (page: Page) => page.evaluate(FOCUS) as Promise<Focus | undefined>;

async function tabTo(page: Page, found: (focus: Focus) => boolean): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed++) {
    const now = await focus(page);
    if (now && found(now)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('200 presses of Tab did not reach it');
}

export function walkByKeyboard(name: string, engine: Engine): void {
  describe(`keyboard in ${name}`, () => {
    let demo: Demo;

    before(async () => (demo = await openDemo(engine)));
    after(() => demo?.close());

    it('reaches each link, button and summary of an open card in document order, with visible focus', async () => {
      const page = await demo.open({ show: 'fresh', theme: 'light', fold: 'none' });
      await tabTo(page, ({ index }) => index === 0);
      const walked: Focus[] = [];
      for (let now = await focus(page); now; now = await focus(page)) {
        walked.push(now);
        await page.keyboard.press('Tab');
      }
      assert.deepEqual(
        walked.map(({ index }) => index),
        Array.from({ length: walked[0]!.of }, (_, index) => index),
      );
      assert.deepEqual(
        walked.filter(({ seen, box }) => !seen || !box),
        [],
      );
      await page.close();
    });

    it('opens a section, and follows an action', async () => {
      const page = await demo.open({ show: 'fresh', theme: 'light' });
      await page.evaluate(`addEventListener('placard-action', (event) => {
        event.preventDefault();
        globalThis.followed = [...(globalThis.followed ?? []), event.action.type];
      })`);
      const actions = (await page.evaluate(
        `[...document.querySelector('placard-campaign').shadowRoot.querySelectorAll('a[href], button, summary')].flatMap((each, index) => each.matches('[part~=action]') ? [index] : [])`,
      )) as number[];
      assert.ok(actions.length > 1);
      for (const action of actions) {
        await tabTo(page, ({ index }) => index === action);
        await page.keyboard.press('Enter');
      }
      assert.equal(await page.evaluate('globalThis.followed.length'), actions.length);
      await tabTo(page, (now) => now.name === 'summary');
      await page.keyboard.press(' ');
      assert.equal(await page.evaluate(`document.querySelector('placard-campaign').shadowRoot.querySelector('details').open`), true);
      await page.close();
    });

    it('does not move the focus after an update', async () => {
      const page = await demo.open({ show: 'fresh', theme: 'light' });
      await tabTo(page, (now) => now.name === 'summary');
      await page.evaluate(`(async () => {
        const root = document.querySelector('placard-campaign').shadowRoot;
        const before = root.querySelectorAll('.placard-timeline > li').length;
        await fetch('control', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ step: '2025-07-17' }) });
        while (root.querySelectorAll('.placard-timeline > li').length === before) await new Promise(requestAnimationFrame);
      })()`);
      const now = await focus(page);
      assert.deepEqual([now?.name, now?.seen], ['summary', true]);
      await page.close();
    });
  });
}
