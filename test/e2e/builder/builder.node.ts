/** The builder in a browser: loads a feed, and creates a snippet that works on a page of another origin under the shown policy. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import type { ConsoleMessage, ElementHandle, Page } from 'puppeteer-core';
import { AXE, violations } from '../../support/axe.js';
import { visit } from '../../support/browser-page.js';
import { serve, type Server } from '../cli/server.js';
import { untilLive, untilText } from '../../support/composed-text.mjs';
import {
  codesOf,
  copySnippet,
  costsOf,
  countRequests,
  isVisible,
  openBuilder,
  chooseFormat,
  openFolds,
  pasteAddress,
  previewIn,
  requestsIn,
  snippetOf,
  textOf,
  untilStatus,
  whenReady,
  type Builder,
} from './builder.js';

/** Responses with a feed that is invalid, missing or not shared by CORS. */
const RESPONSES: Record<string, { body?: string; cors?: boolean; status?: number }> = {
  '/closed.json': { body: '{}', cors: false },
  '/page.json': { body: '<!doctype html><p>Not found' },
  '/broken.json': { body: '{ "version": "https://jsonfeed.org/version/1.1", }' },
  '/other.json': { body: '{ "version": 1 }' },
  '/gone.json': { status: 404 },
  '/ill.json': { status: 503 },
  '/date.json': {
    body: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [{ id: 'a', title: 'T', url: 'javascript:0' }],
    }),
  },
};

const ITEM = { id: 'one', url: 'https://example.org/one', title: 'Two offices searched', language: 'en' };
const HEAD = {
  spec: 1,
  sequence: 1,
  generated_at: '2026-03-02T10:00:00Z',
  publisher: { name: 'Example Union', url: 'https://example.org/' },
};

describe('builder', () => {
  let builder: Builder;
  let publisher: Server;
  let demo = '';
  /** The paths that the builder requested from the publisher. */
  let requested: string[] = [];

  before(async () => {
    builder = await openBuilder();
    demo = builder.url;
    publisher = await serve((req, res) => {
      requested.push(req.url!);
      const { body = '', cors = true, status = 200 } = RESPONSES[req.url!] ?? { status: 404 };
      if (cors) res.setHeader('Access-Control-Allow-Origin', '*');
      res.writeHead(status, { 'Content-Type': 'application/feed+json' }).end(body);
    });
  });
  after(async () => {
    await builder?.close();
    await publisher?.[Symbol.asyncDispose]();
  });

  const publish = (step: string) =>
    fetch(`${demo}control`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(demo).origin },
      body: JSON.stringify({ step }),
    });

  it('creates a snippet that works on another site, live and without JavaScript, under the shown policy', async () => {
    const [snippet, policy] = await builder.open({}, async (page) => {
      await pasteAddress(page, `${demo}feed.json`);
      await whenReady(page);
      await page.select('#lang', 'en');
      await page.select('#theme', 'dark');
      return [await copySnippet(page), await textOf(page, '#policy')] as const;
    });
    assert.match(
      snippet,
      /<div data-placard-src="[^"]+"[^>]*data-placard-lang="en"[^>]*data-placard-theme="dark"[^>]*data-placard-stamp="\d+"[^]*class="placard-card placard-dark"/,
    );
    assert.match(
      snippet,
      /<script type="module" src="[^"]+placard-loader\.js" integrity="sha384-[^"]+" crossorigin="anonymous" referrerpolicy="no-referrer"><\/script>$/,
    );
    const { browser, partner } = builder;
    partner.paste(snippet, `default-src 'none'; require-trusted-types-for 'script'; ${policy}`);
    // Not innerText: content-visibility leaves it empty before the first frame.
    const snapshot = await visit(browser, partner.url, (page) => textOf(page, '[data-placard-src]'), { javascript: false, keepsTab: true });
    assert.match(snapshot, /No hearing date has been set\.[^]*\+32 2 235 22 16/);
    await publish('2025-07-17'); // the feed changes, so the loader loads the card
    await visit(browser, partner.url, (page) => untilText(page, 'of 17 July 2025', 'placard-campaign'));
    await publish('2025-07-25');
  });

  it('creates one snippet for authors and one for their administrator, which show a styled snapshot and then the live card', async () => {
    const choices = { src: `${demo}feed.json`, item: 'kz-accreditation-2025', lang: 'en', format: 'wordpress' };
    const [author, administrator, policy] = await builder.open(
      choices,
      async (page) => [await copySnippet(page), await copySnippet(page, 'copy-admin'), await textOf(page, '#policy')] as const,
    );
    assert.match(
      author,
      /^<div data-placard-src="[^"]+"[^>]* data-placard-stamp="[\d.]+" class="placard-content">\n<section class="placard-snapshot"[^]*<\/div>$/,
    );
    assert.match(
      administrator,
      /^<link [^>]*placard\.css" integrity="sha384-[^>]*crossorigin="anonymous" referrerpolicy="no-referrer" \/>\n<script [^>]*placard-loader\.js" /,
    );
    const { browser, partner } = builder;
    partner.paste(author + administrator, `default-src 'none'; require-trusted-types-for 'script'; ${policy}`);
    await visit(browser, partner.url, async (page) => {
      await page.waitForNetworkIdle();
      const border = `getComputedStyle(document.querySelector('[data-placard-src] > .placard-snapshot > .placard-card')).borderBlockStartWidth`;
      assert.equal(await page.evaluate(border), '6px');
    });
    await publish('2025-07-17');
    await visit(browser, partner.url, async (page) => {
      await page.waitForSelector('placard-campaign'); // replaces the div
      await untilText(page, 'of 17 July 2025', 'placard-campaign');
    });
    await publish('2025-07-25');
    await builder.open({ ...choices, format: 'live' }, async (page) => {
      await whenReady(page);
      assert.equal(await isVisible(page, '#admin'), false);
    });
  });

  for (const [file, code] of [
    ['closed.json', 'network'],
    ['page.json', 'html'],
    ['broken.json', 'not-json'],
    ['other.json', 'required'],
    ['gone.json', 'http-status'],
    ['ill.json', 'http-status'],
    ['date.json', 'bad-url'],
  ] as const) {
    it(`reports ${code} for ${file}`, async () => {
      await builder.open({ src: publisher.url + file }, async (page) => assert.ok((await codesOf(page, '#problems')).includes(code)), {
        isExpected: (message) => !!message.location().url?.startsWith(publisher.url),
      });
    });
  }

  it('folds the notes for the publisher, and shows the problems for the partner', async () => {
    await builder.open({ src: `${demo}feed.json` }, async (page) => {
      await whenReady(page);
      assert.deepEqual(await codesOf(page, '#problems'), []);
      await untilStatus(page, 'ok');
      assert.ok((await codesOf(page, '#publisher-notes')).length > 0);
      assert.equal(await isVisible(page, '#publisher-notes summary'), true);
      assert.equal(await isVisible(page, '#publisher-notes li'), false);
    });
    await builder.open({ src: `${demo}feeds/example-expired.json` }, async (page) => {
      await whenReady(page);
      assert.deepEqual(await codesOf(page, '#problems'), ['expired']);
      assert.equal(await isVisible(page, '#problems li'), true);
    });
  });

  it('looks for a built site once, and only beside a feed that placard build may have made', async () => {
    const requestsFor = async (body: object) => {
      RESPONSES['/feed.json'] = {
        body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items: [ITEM], ...body }),
      };
      requested = [];
      const isExpected = (message: ConsoleMessage) => !!message.location().url?.startsWith(publisher.url);
      await builder.open({ src: `${publisher.url}feed.json` }, (page) => whenReady(page), { isExpected });
      return requested.filter((path) => path.endsWith('placard-site.json'));
    };
    assert.deepEqual(await requestsFor({}), []);
    assert.deepEqual(await requestsFor({ _placard: HEAD }), ['/placard-site.json']);
  });

  it('reports a host that does not answer, an invalid address, and an item that the feed does not have', async () => {
    await builder.open({ src: 'http://127.0.0.1:9/feed.json' }, async (page) =>
      assert.deepEqual(await codesOf(page, '#problems'), ['network']),
    );
    await builder.open({ src: 'example.org/feed.json' }, async (page) => {
      assert.deepEqual(await codesOf(page, '#problems'), ['no-address']);
      assert.ok((await textOf(page, '#problems')).includes('https://example.org/feed.json'));
    });
    await builder.open({ src: `${demo}feed.json`, item: 'nowhere' }, async (page) => {
      await untilStatus(page, 'failed');
      assert.ok((await textOf(page, '#feed-status')).includes('“nowhere”'));
      assert.equal(await snippetOf(page), '');
    });
  });

  it('mentions missing pages only beside the formats that need them', async () => {
    await builder.open({}, async (page) => assert.equal(await isVisible(page, '#no-pages'), false));
  });

  it('checks a file, and creates a live snippet only after the user enters its address', async () => {
    await builder.open({}, async (page) => {
      const untilNeedsAddress = () => page.waitForSelector('#to-address:not([hidden])');
      const input = (await page.$('#file')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(fileURLToPath(new URL('../../../demo/feeds/example-decided.json', import.meta.url)));
      await untilStatus(page, 'ok');
      await untilNeedsAddress();
      assert.equal(await textOf(page, '#open-file strong'), 'example-decided.json');
      assert.equal(await snippetOf(page), '');
      assert.equal(await page.$eval('#copy', (button) => (button as HTMLButtonElement).disabled), true);
      await untilText(await previewIn(page, 'live'), 'court orders the ministry to return');

      await chooseFormat(page, 'html'); // fetches no feed
      await whenReady(page);
      assert.match(await snippetOf(page), /^<section class="placard-snapshot"/);
      await chooseFormat(page, 'full');
      await untilNeedsAddress();

      await page.locator('#to-address').click();
      await page.keyboard.sendCharacter('example.org/feed.json');
      await page.waitForSelector('#problems [data-code=no-address]');
      await pasteAddress(page, `${demo}feeds/example-decided.json`);
      await whenReady(page);
      assert.match(await snippetOf(page), new RegExp(`src="${demo}feeds/example-decided.json"`));
      await untilText(page, `${demo}feeds/example-decided.json`, '#open-file');

      await page.locator('#close-file').click();
      await page.waitForFunction(() => (document.querySelector('#open-file') as HTMLElement).hidden);
      await whenReady(page);
      assert.equal(await page.evaluate('document.activeElement.id'), 'src');
    });
  });

  it('keeps each option in its address', async () => {
    const choices = {
      item: 'kz-adilbekov-2024',
      tag: 'placard-status',
      look: 'campaign',
      'heading-level': '4',
      refresh: '300',
      format: 'live',
    };
    await builder.open({ src: `${demo}feed.json`, ...choices }, async (page) => {
      await whenReady(page);
      const { item, tag, look, refresh } = choices;
      const snippet = await snippetOf(page);
      for (const [name, value] of Object.entries({ src: `${demo}feed.json`, item, look, 'heading-level': '4', refresh, tag })) {
        assert.ok(snippet.split('\n')[0]!.includes(` data-placard-${name}="${value}"`), snippet);
      }
      await page.select('#look', 'plain');
      await whenReady(page);
      const params = new URLSearchParams(new URL((await page.evaluate('location.href')) as string).hash.slice(1));
      assert.deepEqual(Object.fromEntries(params), { src: `${demo}feed.json`, ...choices, look: 'plain' });
    });
  });

  it('puts the id of the newest item into the snippet, and warns if the snippet follows the newest item instead', async () => {
    const itemInAddress = async (page: Page) =>
      new URLSearchParams(new URL((await page.evaluate('location.href')) as string).hash.slice(1)).get('item');
    await builder.open({ src: `${demo}feed.json` }, async (page) => {
      await whenReady(page);
      assert.match(await snippetOf(page), /<div data-placard-src="[^"]+" data-placard-item="kz-accreditation-2025"/);
      assert.equal(await itemInAddress(page), 'kz-accreditation-2025');
      assert.equal(await textOf(page, '#item-note'), '');
      assert.equal(await page.$$eval('#item option[value=""]', (options) => options.length), 1);
      // The user did not choose it, so another feed selects its own newest item.
      await pasteAddress(page, `${demo}feeds/example-decided.json`);
      await page.waitForFunction(() => (document.querySelector('#item') as HTMLSelectElement).value === 'example-decided');
      await whenReady(page);
      assert.match(await snippetOf(page), /example-decided\.json" data-placard-item="example-decided"/);
    });
    await builder.open({ src: `${demo}feed.json`, item: '' }, async (page) => {
      await whenReady(page);
      assert.doesNotMatch(await snippetOf(page), /data-placard-item=/);
      assert.equal(await itemInAddress(page), '');
      assert.notEqual(await textOf(page, '#item-note'), '');
    });
  });

  it('lists the names in the snapshot, and removes the list of names but not the names inside sentences', async () => {
    const NAME = 'Daniyar Adilbekov';
    const factRows = (snippet: string) => snippet.split('\n').filter((line) => line.includes('<dd>') && line.includes(NAME));
    // An item without a page of its own has its sections in the snapshot.
    const facts = { kind: 'case', revision: 1, incident: { affected: { description: 'Journalist', names: [NAME] } } };
    const item = { id: 'one', title: `${NAME} is in prison`, language: 'en', _placard: facts };
    const listing = { version: 'https://jsonfeed.org/version/1.1', title: 'T', _placard: HEAD, items: [item] };
    RESPONSES['/listed.json'] = { body: JSON.stringify(listing) };
    await builder.open({ src: `${publisher.url}listed.json`, item: 'one' }, async (page) => {
      await whenReady(page);
      assert.match(await textOf(page, '#names ul'), new RegExp(NAME));
      assert.equal(factRows(await snippetOf(page)).length, 1);
      await page.locator('[name=names][value=no]').click();
      await whenReady(page);
      assert.deepEqual(factRows(await snippetOf(page)), []);
      assert.match(await textOf(page, '#remaining-names'), new RegExp(NAME)); // in the headline
    });
  });

  it('finds names in sentences if any item of the feed lists them', async () => {
    const [written, listed] = ['E.\u00a0Moreno & Sons', 'E. Moreno & Sons'];
    const facts = { kind: 'case', revision: 1, incident: { affected: { description: 'Staff', names: [listed, 'F. Grant'] } } };
    const items = [
      { ...ITEM, summary: `At ${written} and at the house of G. Ray.` },
      { ...ITEM, id: 'two', _placard: facts },
    ];
    RESPONSES['/names.json'] = { body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', _placard: HEAD, items }) };
    await builder.open({ src: `${publisher.url}names.json`, item: 'one' }, async (page) => {
      await whenReady(page);
      assert.deepEqual(await page.$$eval('#names li', (entries) => entries.map((each) => each.textContent)), [listed]);
    });
  });

  it('previews each format without JavaScript, live, and with the publisher offline', async () => {
    await builder.open({ src: `${demo}feed.json`, accent: '#00639c' }, async (page) => {
      await whenReady(page);
      const shownFrames = () => page.$$eval('#stage section:not([hidden]) iframe', (frames) => frames.map(({ id }) => id));
      const borderOf = async (id: 'initial' | 'offline') =>
        (await (await previewIn(page, id)).evaluate(`getComputedStyle(document.querySelector('.placard-card')).borderTopWidth`)) as string;

      assert.deepEqual(await shownFrames(), ['live', 'initial', 'offline']);
      await untilLive(await previewIn(page, 'live'));
      for (const id of ['initial', 'offline'] as const) await untilText(await previewIn(page, id), 'No hearing date has been set.', 'body');
      assert.notEqual(await borderOf('initial'), '0px', 'the style sheet is loaded');
      assert.equal(await borderOf('offline'), '0px', 'the style sheet is offline too');
      const rule = `getComputedStyle(document.querySelector('placard-campaign')).getPropertyValue('--placard-accent').trim()`;
      assert.equal(await (await previewIn(page, 'live')).evaluate(rule), '#00639c');

      await chooseFormat(page, 'live');
      await whenReady(page);
      assert.deepEqual(await shownFrames(), ['live', 'initial', 'offline']);
      assert.equal(await borderOf('initial'), '0px', 'this format has no style sheet');
      await chooseFormat(page, 'html');
      await whenReady(page);
      assert.deepEqual(await shownFrames(), ['initial']);
      await chooseFormat(page, 'react');
      await whenReady(page);
      assert.deepEqual(await shownFrames(), ['live', 'initial', 'offline']);
      // The application has the script, so the card renders without a feed.
      await (await previewIn(page, 'offline')).waitForSelector('placard-campaign:defined');
      await untilText(await previewIn(page, 'offline'), 'No hearing date has been set.', 'placard-campaign');
    });
  });

  it('accepts only a colour as accent, marks other text as invalid, and updates the swatch', async () => {
    const pick = (page: Page, value: string) =>
      page.$eval(
        '#swatch',
        (swatch, colour) => {
          (swatch as HTMLInputElement).value = colour;
          swatch.dispatchEvent(new Event('input', { bubbles: true }));
        },
        value,
      );
    const valueOf = (page: Page, selector: string) => page.$eval(selector, (field) => (field as HTMLInputElement).value);
    const invalid = '}body{display:none';
    await builder.open({ src: `${demo}feed.json`, accent: invalid }, async (page) => {
      await whenReady(page);
      const accentState = async () => [await valueOf(page, '#swatch'), await textOf(page, '#style'), await textOf(page, '#accent-note')];
      assert.deepEqual((await accentState()).slice(0, 2), ['#b3261e', '']);
      assert.equal(await page.$eval('#accent', (field) => field.getAttribute('aria-invalid')), 'true');
      assert.notEqual(await textOf(page, '#accent-note'), '');
      assert.equal(await isVisible(page, '#style-section'), false);
      const live = await previewIn(page, 'live');
      assert.equal(await live.evaluate('getComputedStyle(document.body).display'), 'block');

      await openFolds(page);
      await page.$eval('#accent', (field) => ((field as HTMLInputElement).value = ''));
      await page.type('#accent', '#06C');
      await whenReady(page);
      assert.deepEqual(await accentState(), ['#0066cc', ':root { --placard-accent: #0066cc; }', '']);
      await pick(page, '#ffee00');
      await whenReady(page);
      assert.equal(await valueOf(page, '#accent'), '#ffee00');
      assert.match((await accentState()).join(' '), /^#ffee00 :root \{ --placard-accent: #ffee00; \} .*\b1\.2 to 1\b/);
      await page.$eval('#accent', (field) => (field as HTMLInputElement).select());
      await page.keyboard.type('nonsense');
      await whenReady(page);
      assert.deepEqual((await accentState()).slice(0, 2), ['#b3261e', '']);
    });
  });

  it('shows the number and the size of the requests that a browser makes, on the first load and when the case changes', async () => {
    const { brotliCompressSync } = await import('node:zlib');
    const bytes = (number: number) => `${number.toLocaleString('en')} bytes`;
    const packed = (name: string) => brotliCompressSync(readFileSync(new URL(`../../../dist/${name}`, import.meta.url))).length;
    const [script, loader, style] = ['placard.js', 'placard-loader.js', 'placard.css'].map(packed) as [number, number, number];
    const feed = `the feed, ${bytes(Buffer.byteLength(await (await fetch(`${demo}feed.json`)).text()))} before compression`;
    const common = { src: `${demo}feed.json`, item: 'kz-accreditation-2025' };
    const outputFor = (options: object) =>
      builder.open({ ...common, ...options }, async (page) => ({ snippet: await copySnippet(page), costs: await costsOf(page) }));

    // The order of the two depends on the machine, and the network rests between them.
    const untilLoaded =
      (...names: RegExp[]) =>
      (page: Page) =>
        Promise.all(names.map((name) => page.waitForResponse((response) => name.test(response.url()))));
    const [theFeed, picture, inFrench] = [/feed\.json$/, /picture\.svg$/, /\bfr\b[^/]*\.js$/];
    const parts = ['folds', 'rest'].map((name) => new RegExp(`${name}-[\\da-f]+\\.js$`));

    const full = await outputFor({ lang: 'en' });
    assert.equal(await countRequests(builder, full.snippet, untilLoaded(theFeed, picture)), requestsIn(full.costs.initial));
    assert.ok(full.costs.initial!.includes(`${bytes(loader + style)} after Brotli`) && full.costs.initial!.includes(feed));

    const chunks = readdirSync(new URL('../../../dist/parts/', import.meta.url)).filter((name) => /^(folds|rest)-/.test(name));
    const all = ['placard.js', ...chunks.map((name) => `parts/${name}`)].reduce((sum, name) => sum + packed(name), 0);
    assert.ok(full.costs.update!.includes(`${bytes(all)} after Brotli`));

    const live = await outputFor({ lang: 'fr', format: 'live' });
    assert.equal(await countRequests(builder, live.snippet, untilLoaded(theFeed, picture, ...parts)), requestsIn(live.costs.initial));
    assert.match(
      live.costs.initial!,
      /placard\.js [\d,]+, the language “fr” [\d,]+, the chunk “folds” [\d,]+, the chunk “rest” [\d,]+\); the feed, [\d,]+ bytes before compression; a picture, size unknown/,
    );

    const french = await outputFor({ lang: 'fr' });
    assert.match(french.costs.update!, new RegExp(`placard\\.js ${script.toLocaleString('en')}, the language “fr”`));
    await publish('2025-07-17');
    const requests = await countRequests(builder, french.snippet, untilLoaded(theFeed, picture, inFrench, ...parts));
    await publish('2025-07-25');
    assert.equal(requests, requestsIn(french.costs.initial) + requestsIn(french.costs.update));

    assert.match((await outputFor({ format: 'html' })).costs.initial!, /^1 request\b/);
    const { costs } = await outputFor({ format: 'react' });
    assert.equal(costs.bundle, `about ${Math.round(script / 1000)} kB after Brotli`);
  });

  it('gives the code one language, which news keep on a page in another one', async () => {
    const common = { src: `${demo}feed.json`, item: 'kz-accreditation-2025' };
    const snippetFor = (options: object) => builder.open({ ...common, ...options }, copySnippet);
    const full = await builder.open(common, async (page) => {
      const text = await copySnippet(page);
      assert.match(await textOf(page, '#lang option:checked'), /English$/);
      return text;
    });
    for (const format of ['live', 'wordpress']) assert.match(await snippetFor({ format }), /data-placard-lang="en"/, format);
    for (const format of ['react', 'vue', 'svelte'])
      assert.match(await snippetFor({ format }), /<placard-campaign [^>]*\blang="en"/, format);
    const french = await snippetFor({ lang: 'fr' });
    assert.match(french, /data-placard-lang="fr"[^]*<section class="placard-snapshot" lang="fr"/);
    const own = await builder.open({ ...common, item: 'kz-accreditation-2025-kk' }, async (page) => {
      const text = await copySnippet(page);
      assert.match(await textOf(page, '#lang option:checked'), /Kazakh$/);
      return text;
    });
    assert.match(own, /data-placard-lang="kk"[^]*<section class="placard-snapshot" lang="kk"/);

    const { browser, partner } = builder;
    await publish('2025-07-17');
    partner.paste(`<div lang="ar" dir="rtl">${full}</div>`);
    await visit(browser, partner.url, async (page) => {
      await page.waitForSelector('placard-campaign:state(fresh)');
      assert.equal(await page.$eval('placard-campaign', (card) => card.shadowRoot!.querySelector('[lang]')!.getAttribute('lang')), 'en');
    });
    await publish('2025-07-25');
  });

  it('ends plain HTML, which never changes, with a link to the page of the statement', async () => {
    const snippetFor = (options: object) => builder.open({ src: `${demo}feed.json`, ...options }, copySnippet);
    const french = { item: 'kz-accreditation-2025', lang: 'fr' };
    const ending = /<p lang="fr" dir="ltr">[^<]+ <a href="[^"]+\?show=fresh&amp;lang=fr" rel="noreferrer">[^<]+<\/a><\/p>/;
    assert.match(await snippetFor({ ...french, format: 'html' }), new RegExp(`${ending.source}$`));
    for (const format of ['full', 'live', 'wordpress']) assert.doesNotMatch(await snippetFor({ ...french, format }), ending);
    const list = await snippetFor({ format: 'html', tag: 'placard-list' });
    assert.match(list, /<p lang="en" dir="ltr">[^<]+ <a href="[^"]+\/index\.html" rel="noreferrer">[^<]+<\/a><\/p>$/);
  });

  it('creates components for React, Vue and Svelte that compile', async () => {
    for (const [format, loader] of [
      ['react', 'jsx'],
      ['vue', 'js'],
      ['svelte', 'js'],
    ] as const) {
      await builder.open({ src: `${demo}feed.json`, format }, async (page) => {
        await whenReady(page);
        const snippet = await snippetOf(page);
        const code = format === 'react' ? snippet : /<script[^>]*>([^]*?)<\/script>/.exec(snippet)![1]!;
        assert.match((await transform(code, { loader })).code, /No hearing date has been set/);
      });
    }
  });

  for (const width of [320, 1280])
    it(`has no axe violations in light and dark colours, and no horizontal scrolling at ${width} px`, () =>
      builder.open(
        { src: `${demo}feed.json`, item: 'kz-adilbekov-2024' },
        async (page) => {
          await whenReady(page);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
          await page.evaluate(AXE);
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
          assert.deepEqual(await violations(page, { iframes: false }), []);
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
          assert.deepEqual(await violations(page, { iframes: false, colours: true }), [], 'in the dark');
        },
        { width, height: 800, keepsTab: false },
      ));
});
