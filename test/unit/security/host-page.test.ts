/** Pages of other people's: whatever they did to their style sheets and built-ins, the card reads as it does on a plain page, and leaves nothing behind. */
import { expect } from '@open-wc/testing';
import { FEED_URL, wholeFeed } from '../feed/feed-fixtures.js';
import { part } from '../elements/helpers.js';
import { bundled, Site } from '../../support/servers/site.js';

/** Omits pictures: their hosts do not respond, and engines report that at different times, which changes the height. */
const FEED = JSON.stringify({ ...wholeFeed(), feed_url: FEED_URL }).replaceAll(/"https:[^"]*\.jpg"/g, 'null');
const TAGS = ['campaign', 'incident', 'status', 'action', 'statement', 'list'];
const BODY = TAGS.map((tag) => `<placard-${tag} src="feed.json" refresh="0" theme="light"><p>Snapshot.</p></placard-${tag}>`).join('\n');
const WORDS =
  'phone email url title summary label text reason what contact hours credit caption grounds description outcome place affected actor next content_text content_html image feed_url home_page_url about speaker role organisation forum challenges compliance superseded_by publisher retraction date_modified pgp onion subject'.split(
    ' ',
  );
const LOADS = {
  'the module': '<script type="module" src="placard.js"></script>',
  'the classic script': '<script src="placard.iife.js" defer></script>',
};

/** What a section has until its part is loaded: a link to the full text, or the text. */
const UNLOADED = '.placard-inside > .placard-more, .placard-inside > p.placard-text:only-child';

describe('a page of somebody else’s', () => {
  bundled();
  const sites: Site[] = [];
  beforeEach(() => localStorage.clear()); // the sites' origin is this one, and others of its tests keep copies
  afterEach(() => sites.splice(0).forEach((site) => site.close()));

  const card = (page: Site, tag: string) => page.element(`placard-${tag}`).shadowRoot && part(page.element(`placard-${tag}`), 'card');
  const rich = (page: Site) => page.element('placard-statement').shadowRoot?.querySelector('.placard-rich');

  async function opened(head: string, files: Record<string, string> = {}, body = BODY): Promise<Site> {
    const page = await Site.open({ head, body, files: { 'feed.json': FEED, ...files } });
    sites.push(page);
    await page.until(() => TAGS.every((tag) => isWhole(page, tag)) && rich(page));
    return page;
  }

  const isWhole = (page: Site, tag: string) => card(page, tag)?.ariaBusy === null && !card(page, tag)!.querySelector(UNLOADED);
  /** The time of the last check can be another minute in the second page. */
  const told = (page: Site) =>
    TAGS.map((tag) =>
      card(page, tag)!
        .textContent.replace(/\s+/g, ' ')
        .replace(/(Last checked )\d\d:\d\d/, '$1'),
    );

  for (const [what, load] of Object.entries(LOADS)) {
    it(`that resets every element has the same card, by ${what}`, async () => {
      const plain = await opened(load);
      const reset = await opened(`<link rel="stylesheet" href="reset.css">${load}`, {
        'reset.css': '* { all: revert !important; box-sizing: content-box !important; float: none !important; margin: 0 !important }',
      });
      plain.document.body.style.margin = '0';
      for (const tag of TAGS) {
        const [one, other] = [plain, reset].map((page) => card(page, tag)!.getBoundingClientRect()) as [DOMRect, DOMRect];
        expect([other.width, Math.round(other.height)], tag).to.deep.equal([one.width, Math.round(one.height)]);
        expect(reset.element(`placard-${tag}`).querySelector('p')!.getBoundingClientRect().height, 'the snapshot is put away').to.equal(0);
      }
      expect(told(reset)).to.deep.equal(told(plain));
    });

    it(`that shouts, spaces and turns its text around keeps it out of the card, by ${what}`, async () => {
      const plain = await opened(load);
      const loud = await opened(`<link rel="stylesheet" href="loud.css">${load}`, {
        'loud.css': `* { text-transform: uppercase !important; letter-spacing: 9px !important; direction: rtl !important;
          text-shadow: 0 0 9px red !important; line-height: 0.2 !important; white-space: nowrap !important; word-spacing: 3em !important;
          text-indent: 9em !important; text-align: right !important; font-style: italic !important; font-variant: small-caps !important; word-break: break-all !important; visibility: visible !important;
          writing-mode: vertical-rl !important }
          .placard-card, .placard-phone, [part] { display: none !important }`,
      });
      for (const tag of TAGS) {
        const styles = [plain, loud].map((page) => page.window.getComputedStyle(card(page, tag)!)) as [
          CSSStyleDeclaration,
          CSSStyleDeclaration,
        ];
        for (const name of [
          'textTransform',
          'letterSpacing',
          'direction',
          'textShadow',
          'lineHeight',
          'whiteSpace',
          'wordSpacing',
          'textIndent',
          'textAlign',
          'fontVariant',
          'wordBreak',
          'fontStyle',
          'display',
          'writingMode',
        ] as const)
          expect(styles[1][name], `${tag}: ${name}`).to.equal(styles[0][name]);
      }
    });

    it(`with built-ins that were added to says the same, by ${what}`, async () => {
      const plain = await opened(load);
      const patched = await opened(`<script src="library.js"></script>${load}`, {
        'library.js': `
          for (const [prototype, names] of [
            [Array.prototype, ['each', 'first', 'last', 'flatten', 'clone', 'remove', 'contains', 'toJSON', 'text', 'id']],
            [Object.prototype, ['extend', 'clone', 'each', 'watch', 'kind', 'status', 'phone', 'title', 'summary', 'url', 'label', 'next', 'outcome', 'language', 'names', 'toJSON']],
            [String.prototype, ['escapeHTML', 'stripTags', 'toArray', 'toJSON']],
            [Function.prototype, ['extend', 'wrap']],
            [Element.prototype, ['hide', 'show', 'update', 'data', 'item', 'src', 'look', 'theme']],
          ]) for (const name of names) prototype[name] = function added() { return this; };`,
      });
      expect(told(patched)).to.deep.equal(told(plain));
      expect(patched.window.faults).to.deep.equal([]);
    });

    it(`whose prototypes were polluted puts no word into the card, by ${what}`, async () => {
      // Names that could mislead a reader, without those that a platform interface reads as an option.
      const members = JSON.stringify(WORDS);
      // What the publisher did not say; the least feed, and one without our extension.
      const least = {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Union',
        items: [{ id: 'one', title: 'Refused', content_text: 'x' }],
      };
      const said = {
        spec: 1,
        sequence: 1,
        generated_at: '2025-07-25T09:07:00Z',
        publisher: { name: 'Union' },
        contacts: [{ id: 'press', role: 'press', email: 'press@union.example' }],
      };
      const item = {
        ...least.items[0],
        _placard: {
          kind: 'case',
          revision: 1,
          incident: { what: 'Refused.' },
          cases: [{ id: 'suit', forum: 'Court', status: 'pending', as_of: '2025' }],
          actions: [{ id: 'call', type: 'contact', contact: 'press' }],
        },
      };
      for (const feed of [least, { ...least, _placard: said, items: [item] }]) {
        const files = { 'feed.json': JSON.stringify(feed) };
        const shown = async (head: string) => {
          const page = await Site.open({
            head,
            body: BODY,
            files: {
              ...files,
              'pollute.js': `for (const name of ${members}) Object.prototype[name] = name === 'phone' ? '+32 2 666 66 66' : /url$/.test(name) ? 'https://evil.example/' : 'Evil.';`,
            },
          });
          sites.push(page);
          await page.until(() => TAGS.every((tag) => isWhole(page, tag)));
          return [
            told(page),
            TAGS.map((tag) => card(page, tag)!.innerHTML)
              .join()
              .match(/href="[^"]*"/g),
          ];
        };
        const [plain, polluted] = [await shown(load), await shown(`<script src="pollute.js"></script>${load}`)];
        expect(polluted).to.deep.equal(plain);
      }
    });

    it(`shows the same card with globals and elements that have names of Placard or the platform, by ${what}`, async () => {
      const plain = await opened(load);
      const named = await opened(
        `<script src="names.js"></script>${load}`,
        {
          'names.js': `var placard = 1, Placard = {}, PlacardElement = null, lit = 'x', html = 2, css = 3, feed = 4, item = 5, define = { amd: {} },
            module = { exports: {} }, exports = {}, require = null, process = { env: {} }, global = 0, litHtmlVersions = 'x', reactiveElementVersions = {},
            litElementVersions = 1, DOMPurify = () => 0, litHtmlPolyfillSupport = () => { throw 1 }, reactiveElementPolyfillSupport = () => { throw 2 },
            __zod_globalConfig = { jitless: null }, z = 0;`,
        },
        `<form id="trustedTypes" name="placard-campaign"><input name="createPolicy"></form><a id="placard-feed" name="DOMPurify"></a><i id="ShadyCSS"></i><img name="currentScript">${BODY}`,
      );
      expect(told(named)).to.deep.equal(told(plain));
      expect(named.window.faults).to.deep.equal([]);
      expect(named.window.Reflect.get(named.window, 'placard')).to.equal(1);
    });

    it(`with Lit of its own keeps it, by ${what}`, async () => {
      const lit = await (await fetch('/node_modules/lit-html/lit-html.js')).text();
      const page = await Site.open({
        policy: `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html dompurify 'allow-duplicates'`,
        head: `<script type="module" src="own.js"></script>${load}`,
        body: `<div id="own"></div>${BODY}`,
        files: {
          'feed.json': FEED,
          'lit.js': lit,
          'own.js': `import { html, render } from './lit.js'; render(html\`<p class=\${'x'}>Own \${'words'}.</p>\`, document.querySelector('#own'));`,
        },
      });
      sites.push(page);
      await page.until(() => TAGS.every((tag) => card(page, tag)) && rich(page));
      expect(page.element('#own p.x').textContent).to.equal('Own words.');
      expect([...page.window.reports.filter((report) => !report.startsWith('img-src')), ...page.window.faults]).to.deep.equal([]);
    });

    it(`adds no global, cookie, storage or element outside of the tags to the page, by ${what}`, async () => {
      const names = `var before = new Set([...Reflect.ownKeys(window), ...Reflect.ownKeys(Symbol)]);`;
      const page = await opened(`<script src="names.js"></script>${load}`, { 'names.js': names });
      const before = page.window.Reflect.get(page.window, 'before') as unknown as Set<PropertyKey>;
      const added = [...Reflect.ownKeys(page.window), ...Reflect.ownKeys(page.window.Symbol)].filter(
        (name) => !before.has(name) && !/^\d+$/.test(String(name)),
      );
      expect(added).to.deep.equal([]);
      expect(page.document.cookie).to.equal('');
      expect(
        [...Array(page.window.localStorage.length).keys()]
          .map((index) => page.window.localStorage.key(index)!)
          .filter((key) => key.startsWith('placard:')),
      ).to.deep.equal([]);
      const others = () =>
        [...page.document.querySelectorAll('body > *, head > *')].filter((each) => !/^(placard-|script$|title$)/.test(each.localName));
      expect(others()).to.deep.equal([]);
      for (const element of page.document.querySelectorAll(TAGS.map((tag) => `placard-${tag}`).join())) element.remove();
      expect(others()).to.deep.equal([]);
    });
  }
});
