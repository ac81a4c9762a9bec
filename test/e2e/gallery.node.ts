/** The gallery: each state in each look, theme, direction and width, and its code on a page of another origin. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, ConsoleMessage } from 'puppeteer-core';
import { start } from '../../demo/server/server.js';
import { openBrowser, visit } from '../support/browser-page.js';
import { servePartner, type Partner } from '../support/servers/partner.js';

const SAMPLE = 'Kazakhstan refuses accreditation to sixteen Radio Azattyq journalists';

interface Situation {
  /** A text of the feed on the card. */
  readonly text?: string;
  /** The part that shows the message of the interface. */
  readonly part?: 'skeleton' | 'message';
  /** The final state, if it is not `fresh`. */
  readonly state?: string;
}

const SITUATIONS: Record<string, Situation> = {
  fresh: { text: SAMPLE },
  loading: { part: 'skeleton', state: 'loading' },
  stale: { text: SAMPLE, state: 'stale' },
  failed: { part: 'message', state: 'failed' },
  'failed-snapshot': { text: SAMPLE, state: 'failed' },
  empty: { part: 'message' },
  'unknown-item': { part: 'message' },
  unreadable: { part: 'message', state: 'failed' },
  withdrawn: { text: 'Example: editor reported missing', state: 'withdrawn' },
  corrected: { text: 'Example: hearing over nine press cards is put off' },
  expired: { text: 'Example: reporter held at the border', state: 'stale' },
  closed: { text: 'Example: printing house and newspaper settle' },
  decided: { text: 'Example: court orders the ministry to return two of three press cards' },
  won: { text: 'Example: court returns a camera' },
  lost: { text: 'Prison for journalist Daniyar Adilbekov' },
  appeal: { text: 'Example: editor convicted, appeal filed' },
  plain: { text: 'Example: a statement from an ordinary feed' },
  'no-picture': { text: SAMPLE },
  long: { text: 'Example: the ministry for the administration of permits' },
  arabic: { text: 'مثال: الوزارة ترفض تجديد بطاقات أربعة صحفيين' },
  trial: { text: 'Example: three reporters on trial, one released' },
  letter: { text: 'Example: write for a reporter before 10 May 2027' },
  disappearance: { text: 'Example: a radio presenter has been missing since 2023' },
  blocked: { text: 'Example: four news sites blocked before the vote' },
  labour: { text: 'Example: seven editors dismissed after a strike' },
  opinion: { text: 'Example: UN experts find the detention of a blogger arbitrary' },
  extradition: { text: 'Example: court allows an extradition, five days to appeal' },
  fund: { text: 'Example: a fund pays the defence of four photographers' },
  joint: { text: 'Example: nineteen organisations ask for the return of seized cameras' },
  release: { text: 'Example: reporter released after 491 days' },
  many: { text: 'Example: suit over a press card is pending' },
};
const LOOKS = ['editorial', 'campaign', 'plain'];
const THEMES = ['light', 'dark'];
const DIRECTIONS = ['ltr', 'rtl'];
/** px; the empty one is the width of the window. */
const WIDTHS = ['280', '320', '768', ''];

/**
 * Runs in the page. Waits for the text and the part, then returns the faults: of contrast in each look and theme, of room in each look,
 * direction and width. Without `changesAddress`, the address stays: the browser needs longer for a new address than for a new look.
 */
const FAULTS = ({ text = '', part }: Situation, changesAddress: boolean) => `(async () => {
  if (!${changesAddress}) history.replaceState = () => {};
  const stage = document.querySelector('.stage');
  const element = stage.querySelector('[src]');
  const root = () => element.shadowRoot?.querySelector('[part~=card], [part~=notice]');
  const shownText = () => ((root()?.textContent ?? '') + element.textContent).replace(/\\s+/g, ' ');
  const isReady = () =>
    !!element.shadowRoot && (${!part} || !!element.shadowRoot.querySelector("[part~=${part}]")) && shownText().includes(${JSON.stringify(text)});
  const end = performance.now() + 15000;
  while (!isReady()) {
    if (performance.now() > end) return ['is not ready, but shows: ' + shownText()];
    await new Promise(requestAnimationFrame);
  }
  const faults = [];
  const choose = (name, value) => {
    const control = document.forms[0].elements.namedItem(name);
    control.value = value;
    if (control.value !== value) { control.add(new Option(value)); control.value = value; }
    control.dispatchEvent(new Event('change', { bubbles: true }));
    if (${changesAddress} && (new URLSearchParams(location.search).get(name) ?? '') !== value) faults.push('the address does not contain ' + value);
  };
  for (const look of ${JSON.stringify(LOOKS)}) {
    choose('look', look);
    for (const theme of ${JSON.stringify(THEMES)}) {
      choose('theme', theme);
      await element.updateComplete;
      if (!isReady()) faults.push(look + ' ' + theme + ' shows: ' + shownText());
      for (const each of [root() ?? element, element]) {
        const [ratio, words] = contrast.faintest(each);
        if (ratio < 4.5) faults.push([look, theme, ratio.toFixed(2), 'to 1:', words].join(' '));
      }
    }
    for (const dir of ${JSON.stringify(DIRECTIONS)}) {
      choose('dir', dir);
      await element.updateComplete;
      const found = (fault) => faults.push([look, dir, fault].join(' '));
      for (const px of ${JSON.stringify(WIDTHS)}) {
        choose('width', px);
        const box = stage.getBoundingClientRect();
        if (px && Math.round(box.width) !== Number(px)) found('the stage is ' + box.width + ' px wide, not ' + px);
        if (document.documentElement.scrollWidth > innerWidth) found('the page scrolls horizontally at ' + px);
        for (const each of [element, ...element.shadowRoot.querySelectorAll('*'), ...element.querySelectorAll('*')]) {
          if (each.closest('svg, .placard-hidden') || !each.checkVisibility()) continue;
          const { left, right } = each.getBoundingClientRect();
          if (left < box.left - 1 || right > box.right + 1) found(each.localName + '.' + each.className + ' is outside the stage at ' + px);
        }
      }
    }
  }
  return faults;
})()`;

/** These feeds fail on purpose. */
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

  it('shows each state in each look: enough contrast in each theme, no overflow in each direction and width', async () => {
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
        const faults: string[] = [];
        for (const [show, situation] of Object.entries(SITUATIONS)) {
          await page.goto(`${demo.url}gallery.html?show=${show}`, { waitUntil: 'domcontentloaded' });
          for (const fault of (await page.evaluate(FAULTS(situation, show === 'fresh'))) as string[]) faults.push(`${show}: ${fault}`);
        }
        assert.deepEqual(faults, []);
      },
      { width: 1280, isExpected },
    );
  });

  it('has code for each state, with the settings, that reaches the state on a page of another origin', async () => {
    const snippets = await visit(
      browser,
      `${demo.url}gallery.html?theme=dark`,
      async (page) => {
        await page.select('select[name=look]', 'campaign');
        return page.$$eval('main > section', (sections) =>
          sections.map((section) => [section.id, section.querySelector('pre')!.textContent!] as const),
        );
      },
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
              if (performance.now() > end) throw new Error('${id} is not ${state}');
              await new Promise(requestAnimationFrame);
            }
          })()`),
        { isExpected, keepsTab: true },
      );
    }
  });
});
