/** The gallery: each situation by its address, in each look, theme, direction and width; and its snippet on a page of another origin. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, ConsoleMessage } from 'puppeteer-core';
import { start } from '../../demo/server/server.js';
import { openBrowser, visit } from '../support/browser-page.js';
import { servePartner, type Partner } from '../support/servers/partner.js';

const SAMPLE = 'Kazakhstan refuses accreditation to sixteen Radio Azattyq journalists';

/** What is read there, and the state in which it ends, where that is not `fresh`. */
const SITUATIONS: Record<string, { text: string; state?: string }> = {
  fresh: { text: SAMPLE },
  loading: { text: 'Loading the statement', state: 'loading' },
  stale: { text: SAMPLE, state: 'stale' },
  failed: { text: 'This statement cannot be shown at the moment.', state: 'failed' },
  'failed-snapshot': { text: SAMPLE, state: 'failed' },
  empty: { text: 'Nothing has been published here yet.' },
  'unknown-item': { text: 'This statement is not among those that are published here.' },
  unreadable: { text: 'This statement cannot be shown at the moment.', state: 'failed' },
  withdrawn: { text: 'Withdrawn on', state: 'withdrawn' },
  corrected: { text: 'Example: hearing over nine press cards is put off' },
  expired: { text: 'Example: reporter held at the border', state: 'stale' },
  closed: { text: 'Example: printing house and newspaper settle' },
  decided: { text: 'Example: court orders the ministry to return two of three press cards' },
  plain: { text: 'Example: a statement from an ordinary feed' },
  'no-picture': { text: SAMPLE },
  long: { text: 'Example: the ministry for the administration of permits' },
  arabic: { text: 'مثال: الوزارة ترفض تجديد بطاقات أربعة صحفيين' },
  many: { text: 'Campaigns' },
};
const LOOKS = ['editorial', 'campaign', 'plain'];
const THEMES = ['light', 'dark'];
const DIRECTIONS = ['ltr', 'rtl'];
/** px; the last as wide as the window lets it. */
const WIDTHS = ['280', '320', '768', ''];

/** In the page: resolves, once the text is there, with whatever is wrong with it in the widths. */
const FAULTS = (text: string) => `(async () => {
  const stage = document.querySelector('.stage');
  const element = stage.querySelector('[src]');
  const root = () => element.shadowRoot?.querySelector('[part~=card], [part~=notice]');
  const said = () => (root()?.textContent ?? '') + element.textContent;
  const end = performance.now() + 15000;
  while (!element.shadowRoot || !said().replace(/\\s+/g, ' ').includes(${JSON.stringify(text)})) {
    if (performance.now() > end) return ['never said it, but ' + said()];
    await new Promise(requestAnimationFrame);
  }
  const faults = [];
  const width = document.forms[0].elements.namedItem('width');
  for (const px of ${JSON.stringify(WIDTHS)}) {
    width.value = px;
    if (width.value !== px) { width.add(new Option(px)); width.value = px; }
    width.dispatchEvent(new Event('change', { bubbles: true }));
    if ((new URLSearchParams(location.search).get('width') ?? '') !== px) faults.push('the address does not say ' + px);
    const box = stage.getBoundingClientRect();
    if (px && Math.round(box.width) !== Number(px)) faults.push('the stage is ' + box.width + ' wide, not ' + px);
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways at ' + px);
    for (const each of [element, ...element.shadowRoot.querySelectorAll('*'), ...element.querySelectorAll('*')]) {
      if (each.closest('svg, .hidden') || !each.checkVisibility()) continue;
      const { left, right } = each.getBoundingClientRect();
      if (left < box.left - 1 || right > box.right + 1) faults.push(each.localName + '.' + each.className + ' sticks out at ' + px);
    }
  }
  for (const each of [root() ?? element, element]) {
    const [least, words] = contrast.faintest(each);
    if (least < 4.5) faults.push(least.toFixed(2) + ' to 1: ' + words);
  }
  return faults;
})()`;

/** Said of what the situation is about. */
const isExpected = (message: ConsoleMessage) => /\/(missing|stale)\.json/.test(`${message.text()} ${message.location().url}`);

describe('gallery', () => {
  let demo: Awaited<ReturnType<typeof start>>;
  let browser: Browser;
  let partner: Partner;

  before(async () => {
    demo = await start(0);
    browser = await openBrowser();
    partner = await servePartner();
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
    await partner?.[Symbol.asyncDispose]();
  });

  it('shows each situation in each look, theme, direction and width: its words, within its width, to be read on their ground', async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('../unit/elements/lowest-contrast.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'contrast',
    });
    await visit(
      browser,
      `${demo.url}gallery.html?show=loading`,
      async (page) => {
        await page.evaluateOnNewDocument(`${outputFiles[0]!.text}; globalThis.contrast = contrast`);
        const wrong: string[] = [];
        for (const [show, { text }] of Object.entries(SITUATIONS))
          for (const look of LOOKS)
            for (const theme of THEMES)
              for (const dir of DIRECTIONS) {
                const query = String(new URLSearchParams({ show, look, theme, dir, width: WIDTHS[0]! }));
                await page.goto(`${demo.url}gallery.html?${query}`, { waitUntil: 'domcontentloaded' });
                for (const fault of (await page.evaluate(FAULTS(text))) as string[]) wrong.push(`${query}: ${fault}`);
              }
        assert.deepEqual(wrong, []);
      },
      { width: 1280, isExpected },
    );
  });

  it('has a snippet for each, with the settings said, that ends in the situation on a page of another origin', async () => {
    const snippets = await visit(
      browser,
      `${demo.url}gallery.html?theme=dark&look=campaign`,
      (page) =>
        page.$$eval('main > section', (sections) =>
          sections.map((section) => [section.id, section.querySelector('pre')!.textContent!] as const),
        ),
      { isExpected },
    );
    assert.deepEqual(
      snippets.map(([id]) => id),
      Object.keys(SITUATIONS),
    );
    for (const [id, snippet] of snippets) {
      assert.match(snippet, /theme="dark"/, id);
      assert.match(snippet, /look="campaign"/, id);
      const { state = 'fresh' } = SITUATIONS[id]!;
      partner.paste(snippet);
      await visit(
        browser,
        partner.url,
        (page) =>
          page.evaluate(`(async () => {
            const element = [...document.querySelectorAll('[src]')].find(({ localName }) => localName.startsWith('placard-'));
            await customElements.whenDefined(element.localName);
            const end = performance.now() + 15000;
            while (!element.matches(':state(${state})')) {
              if (performance.now() > end) throw new Error('${id} never was ${state}');
              await new Promise(requestAnimationFrame);
            }
          })()`),
        { isExpected },
      );
    }
  });
});
