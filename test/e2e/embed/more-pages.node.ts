/** Further pages on which a card has to live: hidden places, old libraries, wrapped functions of the browser, styles for every section. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { untilText } from '../../support/composed-text.mjs';
import { feed, HostSite, page, SNAPSHOT } from './host-site.js';

const NEWS = 'The case has changed';
const EMBED = `<div data-placard-src="/feed.json" data-placard-stamp="7" data-placard-refresh="1">${SNAPSHOT}</div>`;
const TAG = `<placard-campaign src="/feed.json" stamp="7" refresh="1">${SNAPSHOT}</placard-campaign>`;
const LOADER = '<script type="module" src="/placard-loader.js"></script>';
const CLASSIC = '<script src="/placard.iife.js"></script>';
const MODULE = '<script type="module" src="/placard.js"></script>';

interface Situation {
  readonly body: string;
  readonly head?: string;
  /** Script that the reader's or the page's action runs, before the news is seen. */
  readonly act?: string;
}

const SITUATIONS: Record<string, Situation> = {
  'a closed section that the reader opens': {
    body: `<details><summary>More</summary>${EMBED}</details>${LOADER}`,
    act: `document.querySelector('details').open = true`,
  },
  'a tab that is hidden at first': {
    body: `<div id="tab" style="display: none">${EMBED}</div>${LOADER}`,
    act: `document.querySelector('#tab').style.display = ''`,
  },
  'a place far below that the browser does not lay out': {
    body: `<div style="height: 9000px"></div><div style="content-visibility: auto">${EMBED}</div>${LOADER}`,
    act: `scrollTo(0, 9000)`,
  },
  'a drawing (foreignObject)': {
    body: `<svg width="700" height="1200"><foreignObject width="700" height="1200">${EMBED}</foreignObject></svg>${LOADER}`,
  },
  'an editor (contenteditable)': { body: `<div contenteditable>${EMBED}</div>${CLASSIC}` },
  'an inert part of the page': { body: `<div inert>${EMBED}</div>${LOADER}` },
  'a shadow root of the page': {
    body: `<main></main><script>document.querySelector('main').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(TAG)}</script>${MODULE}`,
  },
  'an old library that changes how lists become JSON': {
    head: `<script>Array.prototype.toJSON = function () { return '[' + this.map(JSON.stringify).join(', ') + ']' }; String.prototype.toJSON = function () { return this.toString() }; Function.prototype.bind = function (self, ...first) { const call = this; return (...rest) => call.apply(self, [...first, ...rest]) }</script>`,
    body: EMBED + LOADER,
  },
  'functions of the browser that a monitor wraps': {
    head: `<script>
      const { fetch: plain } = window;
      window.fetch = async (...args) => { const answer = await plain(...args); return new Response(await answer.text(), answer) };
      const { setTimeout: wait } = window;
      window.setTimeout = (call, ...rest) => wait(() => call(), ...rest);
      const Observer = MutationObserver;
      window.MutationObserver = class extends Observer { constructor(call) { super((...args) => call(...args)) } };
    </script>`,
    body: EMBED + LOADER,
  },
  'a style for every section, list, button and link': {
    head: `<style>
      section { min-height: 100vh; padding: 20vh 0; display: grid; place-items: center }
      ul, ol { columns: 3; list-style: square inside }
      a { pointer-events: none; display: block; text-transform: uppercase; font-size: 0 }
      button, select { all: unset; display: none }
      * { transition: all 3s; animation-duration: 9s; writing-mode: vertical-rl }
    </style>`,
    body: EMBED + LOADER,
  },
  'a scaled and a zoomed place': { body: `<div style="zoom: 1.5"><div style="transform: scale(0.8)">${EMBED}</div></div>${LOADER}` },
  'two scripts of the library': { body: EMBED + CLASSIC + MODULE + LOADER },
  'a card that the page moves again and again': {
    body: `<main></main><aside></aside>${EMBED}${CLASSIC}`,
    act: `(async () => {
      const div = document.querySelector('[data-placard-src]');
      for (let turn = 0; turn < 6; turn++) {
        document.querySelector(turn % 2 ? 'main' : 'aside').append(div);
        await new Promise(requestAnimationFrame);
      }
    })()`,
  },
};

const site = new HostSite();

/** Returns the faults of the cards on a page: their number, their size, and the link to call. */
const FAULTS = `(() => {
  const roots = (parent) => [...parent.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? roots(each.shadowRoot) : [])]);
  const cards = roots(document).filter(({ localName }) => localName === 'placard-campaign');
  if (cards.length !== 1) return [cards.length + ' cards'];
  const [card] = cards;
  card.scrollIntoView();
  const { width, height } = card.getBoundingClientRect();
  const faults = [];
  if (width < 250) faults.push('width ' + width);
  if (height < 60 || height > 1500) faults.push('height ' + height);
  const call = card.shadowRoot.querySelector('a[href^="tel:"]');
  if (!call) return [...faults, 'no link to call'];
  const box = call.getBoundingClientRect();
  if (box.height < 10 || getComputedStyle(call).visibility !== 'visible') faults.push('link ' + box.height);
  if (!card.closest('[inert]')) {
    const hit = card.shadowRoot.elementFromPoint(box.left + box.width / 2, box.top + Math.min(20, box.height / 2));
    if (!call.contains(hit)) faults.push('the link cannot be pressed: ' + hit?.localName);
  }
  return faults;
})()`;

async function open(url: string, use: (tab: Page) => Promise<void>): Promise<void> {
  const tab = await site.browser.newPage();
  try {
    await tab.setViewport({ width: 800, height: 900 });
    await tab.goto(url);
    await tab.bringToFront();
    await use(tab);
  } finally {
    await tab.close();
  }
}

describe('a card', () => {
  for (const [place, { body, head, act }] of Object.entries(SITUATIONS)) {
    it(`lives in ${place}`, async () => {
      site.files['/'] = page(body, head);
      await open(`${site.origin}/`, async (tab) => {
        if (act) await tab.evaluate(act);
        await untilText(tab, NEWS);
        assert.deepEqual(await tab.evaluate(FAULTS), []);
      });
    });
  }

  it('keeps the size of its snapshot on a page with a style for every section', async () => {
    const heights: number[] = [];
    for (const style of ['', 'section { min-height: 100vh; margin: 5em 0; padding: 20vh 3em }']) {
      site.files['/'] = page(
        `<div data-placard-src="/feed.json" data-placard-stamp="8">${SNAPSHOT.replaceAll('div', 'section')}</div>`,
        `<style>${style}</style>`,
      );
      await open(`${site.origin}/`, async (tab) => {
        const box = await tab.evaluate(`document.querySelector('.placard-snapshot').getBoundingClientRect().toJSON()`);
        const { top, height } = box as { top: number; height: number };
        heights.push(top + height);
      });
    }
    assert.equal(heights[1], heights[0]);
  });

  it('asks for news again after the reader comes back to its page', async () => {
    site.files['/'] = page(EMBED + LOADER);
    site.files['/other'] = page('<p>Other page</p>');
    await open(`${site.origin}/`, async (tab) => {
      await untilText(tab, NEWS);
      await tab.goto(`${site.origin}/other`);
      site.files['/feed.json'] = feed(9, 'The case has changed again');
      await tab.goBack();
      await untilText(tab, 'The case has changed again');
      assert.deepEqual(await tab.evaluate(FAULTS), []);
    });
  });
});
