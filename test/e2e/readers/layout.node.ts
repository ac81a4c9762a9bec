/** Settings of readers: 400 % zoom, text spacing, forced colours, reduced motion. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openDemo, type Demo } from './demo.js';

/** Runs in the page. Returns the elements that are outside the window or cut off. */
const CLIPPED = `(() => {
  const wide = document.documentElement.clientWidth;
  const faults = document.documentElement.scrollWidth > wide ? ['the page scrolls sideways'] : [];
  for (const element of document.querySelectorAll('.stage [src]'))
    for (const each of element.shadowRoot?.querySelectorAll('*') ?? []) {
      if (each.closest('svg, .placard-hidden') || !each.checkVisibility()) continue;
      const box = each.getBoundingClientRect();
      if (box.left < -1 || box.right > wide + 1) faults.push(each.className + ' is outside the window');
      const { overflowX, overflowY } = getComputedStyle(each);
      if (overflowY !== 'visible' && overflowY !== 'auto' && each.scrollHeight > each.clientHeight + 1) faults.push(each.className + ' is cut off');
    }
  return faults;
})()`;

/** WCAG 2.2, 1.4.12. */
const SPACING = `.stage * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } .stage p { margin-block-end: 2em !important }`;

describe('settings of a reader', () => {
  let demo: Demo;

  before(async () => (demo = await openDemo()));
  after(() => demo?.close());

  for (const [lang, dir] of Object.entries({ en: 'ltr', ru: 'ltr', ar: 'rtl' }))
    it(`fits the gallery in ${lang} into 320 px without horizontal scrolling, also with wider text spacing`, async () => {
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

  it('sets each date in the font of its line, and keeps an e-mail address in one line at 320 px', async () => {
    const page = await demo.open({ show: 'letter', fold: 'none' }, 320);
    const [fonts, addresses] = (await page.evaluate(`(() => {
      document.querySelector('.stage').style.fontFamily = 'serif'; // small lines have a font of their own
      const all = (selector) => [...document.querySelector('placard-campaign').shadowRoot.querySelectorAll(selector)];
      const font = (element) => getComputedStyle(element).fontFamily;
      return [
        all('time').map((time) => [time.textContent, font(time) === font(time.parentElement)]),
        all('.placard-channels a[href^="mailto:"]').map((link) => [link.textContent, link.getClientRects().length]),
      ];
    })()`)) as [[string, boolean][], [string, number][]];
    assert.ok(fonts.length > 3);
    assert.deepEqual(
      fonts.filter(([, same]) => !same),
      [],
    );
    assert.deepEqual(addresses, [
      ['press@example.org', 1],
      ['minister@example.org', 1],
      ['court@example.org', 1],
    ]);
    await page.close();
  });

  it('begins the number of a contact at the right in a card from right to left', async () => {
    const page = await demo.open({ show: 'letter', fold: 'none', lang: 'ar', dir: 'rtl' }, 390);
    const [name, number] = (await page.evaluate(`(() => {
      const words = document.createRange();
      const lines = document.querySelector('placard-campaign').shadowRoot.querySelectorAll('.placard-contact > :is(.placard-name, .placard-phone)');
      return [...lines].map((line) => (words.selectNodeContents(line), words.getBoundingClientRect().right));
    })()`)) as number[];
    assert.ok(Math.abs(name! - number!) < 1, `${name} and ${number} px`);
    await page.close();
  });

  it('keeps the timeline nodes, the stamp and the focus ring in forced colours, and stops motion if the reader asks for it', async () => {
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
      const node = (selector) => getComputedStyle(root.querySelector(selector), '::before').borderTopColor === ink;
      const frame = getComputedStyle(root.querySelector('.placard-stamp'));
      return [[node('.placard-timeline > .placard-day'), node('.placard-timeline > .placard-latest'), frame.borderTopStyle, frame.outlineStyle], document.getAnimations().length];
    })()`)) as [unknown[], number];
    assert.deepEqual(colours, [true, true, 'solid', 'solid']);
    assert.equal(moving, 0);
    await page.close();
  });
});
