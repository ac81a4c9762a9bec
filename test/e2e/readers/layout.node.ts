/** What readers change: 400 % zoom, their own text spacing, forced colours, less motion. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openDemo, type Demo } from './demo.js';

/** In the page: what sticks out of the window, or is cut off by a box of its own. */
const CLIPPED = `(() => {
  const wide = document.documentElement.clientWidth;
  const faults = document.documentElement.scrollWidth > wide ? ['the page scrolls sideways'] : [];
  for (const element of document.querySelectorAll('.stage [src]'))
    for (const each of element.shadowRoot?.querySelectorAll('*') ?? []) {
      if (each.closest('svg, .hidden') || !each.checkVisibility()) continue;
      const box = each.getBoundingClientRect();
      if (box.left < -1 || box.right > wide + 1) faults.push(each.className + ' sticks out');
      const { overflowX, overflowY } = getComputedStyle(each);
      if (overflowY !== 'visible' && overflowY !== 'auto' && each.scrollHeight > each.clientHeight + 1) faults.push(each.className + ' is cut');
    }
  return faults;
})()`;

/** WCAG 2.2, 1.4.12. */
const SPACING = `.stage * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } .stage p { margin-block-end: 2em !important }`;

describe('a reader’s settings', () => {
  let demo: Demo;

  before(async () => (demo = await openDemo()));
  after(() => demo?.close());

  for (const [lang, dir] of Object.entries({ en: 'ltr', ru: 'ltr', ar: 'rtl' }))
    it(`1280 px at 400 %: the gallery in ${lang} takes 320 px without a sideways scroll, nor with wider spacing`, async () => {
      const page = await demo.open({ theme: 'light', lang, dir }, 320);
      assert.deepEqual(await page.evaluate(CLIPPED), []);
      await page.evaluate(`(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(${JSON.stringify(SPACING.replaceAll('.stage ', ''))});
        for (const element of document.querySelectorAll('.stage [src]')) element.shadowRoot?.adoptedStyleSheets.push(sheet);
      })()`);
      assert.deepEqual(await page.evaluate(CLIPPED), []);
      await page.close();
    });

  it('forced colours and less motion: the nodes, the stamp and the ring stay, nothing moves', async () => {
    const page = await demo.open({ show: 'fresh' });
    const cdp = await page.createCDPSession();
    const features = [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ];
    await cdp.send('Emulation.setEmulatedMedia', { features });
    const [colours, moving] = (await page.evaluate(`(() => {
      const root = document.querySelector('placard-campaign').shadowRoot;
      const ink = getComputedStyle(root.querySelector('[part=card]')).color;
      const node = (selector) => getComputedStyle(root.querySelector(selector), '::after').color === ink;
      const frame = getComputedStyle(root.querySelector('.stamp'));
      return [[node('.timeline > .day'), node('.timeline > .latest'), frame.borderTopStyle, frame.outlineStyle], document.getAnimations().length];
    })()`)) as [unknown[], number];
    assert.deepEqual(colours, [true, true, 'solid', 'solid']);
    assert.equal(moving, 0);
    await page.close();
  });
});
