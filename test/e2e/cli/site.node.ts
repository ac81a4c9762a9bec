/** Tests a built site in a browser: complete without a script, stable with a script, and embedded in other pages. */
import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import type { Browser, ConsoleMessage, Page } from 'puppeteer-core';
import { FRAME_HEIGHT, WIDTH } from '../../../src/embed/snippets.js';
import { parseFeed } from '../../../src/feed/index.js';
import { hostile, MARKUP } from '../../unit/security/markup.js';
import { TEXTS } from '../../unit/security/strings.js';
import { at, changed, pointers, wholeFeed } from '../../unit/feed/feed-fixtures.js';
import { openBrowser, visit as visitAny, type Visit } from '../../support/browser-page.js';
import { untilInShadow, untilText, untilWhole } from '../../support/composed-text.mjs';
import { checkApproved } from './approved.js';
import { bundles, makeFolder, placard, readJson, write } from './cli.js';
import { serve, serveFolder, type Server } from './server.js';
import { allOf, attribute, buildSite, checkOembed, MAIN, stripped, textOf } from './site.js';

/** Elements of the site's pages, and of a statement. */
const KNOWN =
  /^(html|head|meta|link|title|body|nav|main|script|textarea|placard-campaign|a|abbr|b|bdi|blockquote|br|caption|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|footer|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var|wbr)$/;

/** Returns the feed without its invalid fields, which a build would reject. */
function dropInvalidFields(text: string): string {
  const feed = parseFeed(text, 'https://cases.example.org/feed.json');
  const items = feed.ids.map((id) => structuredClone(feed.item(id)!));
  return JSON.stringify({ ...structuredClone(feed.head), items });
}

describe('a built site', () => {
  let browser: Browser;
  let server: Server;
  let folder = '';
  /** Emits each requested path. */
  const asked = new EventEmitter();
  /** Resolves after the next request for a feed. */
  const feedAsked = () =>
    new Promise<void>((resolve) => {
      asked.on('asked', function onPath(path: string) {
        if (!path.endsWith('/feed.json')) return;
        asked.off('asked', onPath);
        resolve();
      });
    });

  before(async () => {
    await bundles();
    server = await serveFolder(
      () => folder,
      {},
      (path) => asked.emit('asked', path),
    );
    folder = await buildSite(server.url);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });

  /** The sample's picture is not part of the site. */
  const isExpected = (message: ConsoleMessage) => message.location().url?.endsWith('/picture.svg') ?? false;
  const visit = <T>(url: string, use: (page: Page) => Promise<T>, how: Visit = {}) =>
    visitAny(browser, url, use, { isExpected, keepsTab: true, ...how });

  it('has an oEmbed response for each item that WordPress and Ghost accept', async () => {
    for (const name of readdirSync(folder))
      if (existsSync(join(folder, name, 'oembed.json'))) {
        const { html } = await checkOembed(`${server.url}${name}/`);
        assert.match(html, new RegExp(`src="${server.url}${name}/frame.html"`));
      }
  });

  /** Opens the live card in a page of another origin. */
  async function withCard<T>(name: string, lang: string, use: (page: Page) => Promise<T>, how?: Visit): Promise<T> {
    const [assets] = readdirSync(join(folder, 'assets')) as [string];
    const tag = `<placard-campaign src="${server.url}${name}/feed.json" item="${name}" original lang="${lang}"></placard-campaign>`;
    await using partner = await serve(
      (_, res) =>
        void res
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(`<!doctype html><title>P</title>${tag}<script type="module" src="${server.url}assets/${assets}/placard.js"></script>`),
    );
    return await visit(
      partner.url,
      async (page) => {
        await page.waitForFunction(
          `document.querySelector('placard-campaign').shadowRoot?.querySelector('[part=card]:not([aria-busy]) .placard-headline')`,
        );
        await untilWhole(page);
        return use(page);
      },
      how,
    );
  }

  const liveLines = (name: string, lang: string) =>
    withCard(
      name,
      lang,
      (page) =>
        page.evaluate(`[...document.querySelector('placard-campaign').shadowRoot.querySelectorAll('p, li, dt, dd, h2, h3, figcaption, blockquote, summary')]
        .filter((each) => !each.closest('.placard-checked, .placard-shared') && !each.querySelector('p, li, svg, button'))
        .map((each) => each.textContent.replace(/\\s+/g, ' ').trim()).filter(Boolean)`) as Promise<string[]>,
    );

  it('shows every line of the card without a script, in the item’s language and direction', async () => {
    for (const [name, lang, dir] of [
      [MAIN, 'en', 'ltr'],
      [`${MAIN}-ar`, 'ar', 'rtl'],
      [`${MAIN}-kk`, 'kk', 'ltr'],
    ] as const) {
      const content = await visit(`${server.url}${name}/`, async (page) => page.content(), { javascript: false });
      const html = allOf(content).find(({ tagName }) => tagName === 'html')!;
      assert.deepEqual([attribute(html, 'lang'), attribute(html, 'dir')], [lang, dir]);
      const bare = (text: string) => text.replace(/\s+/g, '');
      const main = bare(textOf(allOf(content).find(({ tagName }) => tagName === 'main')!));
      for (const line of await liveLines(name, lang)) assert.ok(main.includes(bare(line)), `${name}: ${line}`);
      const { issues } = parseFeed(readFileSync(join(folder, name, 'feed.json'), 'utf8'), server.url);
      assert.deepEqual(issues, []);
    }
  });

  it('loads only the loader and the feed, and has no layout shift', async () => {
    const requests: string[] = [];
    await visit(
      `${server.url}${MAIN}/`,
      async (page) => {
        page.on('request', (request) => requests.push(new URL(request.url()).pathname.split('/').at(-1)!));
        await page.evaluateOnNewDocument(
          `shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true })`,
        );
        const asked = page.waitForResponse((response) => response.url().endsWith('/feed.json'));
        await page.reload({ waitUntil: 'load' });
        await page.bringToFront();
        await asked;
        await page.evaluate(`new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))`);
        assert.deepEqual(await page.evaluate('shifts'), []);
        assert.equal(await page.evaluate(`customElements.get('placard-campaign') === undefined`), true);
      },
      { keepsTab: false },
    );
    assert.deepEqual(
      requests.filter((name) => name.endsWith('.js')),
      ['placard-loader.js'],
    );
  });

  it('prints the whole statement on four pages of A4 at most, as a page and as a card, without buttons', async () => {
    const pagesOf = async (page: Page) =>
      (
        Buffer.from(await page.pdf({ format: 'A4', margin: { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' } }))
          .toString('latin1')
          .match(/\/Type\s*\/Page\b/g) ?? []
      ).length;
    for (const name of [MAIN, `${MAIN}-ar`, `${MAIN}-ru`, `${MAIN}-kk`]) {
      const own = await visit(`${server.url}${name}/`, pagesOf);
      assert.ok(own <= 4, `${name}: ${own} pages`);
      await withCard(
        name,
        name.split('-')[3] ?? 'en',
        async (page) => {
          const card = await pagesOf(page);
          assert.ok(card <= 4, `the card of ${name}: ${card} pages`);
          await page.emulateMediaType('print');
          const shown = (await page.evaluate(`(() => {
          const card = document.querySelector('placard-campaign').shadowRoot.querySelector('[part=card]');
          const seen = (selector) => [...card.querySelectorAll(selector)].filter((each) => each.checkVisibility({ contentVisibilityAuto: true })).length;
          const address = getComputedStyle(card.querySelector('cite a'), '::after').content;
          return { buttons: seen('button'), statement: seen('.placard-text p'), asOf: seen('.placard-as-of, .placard-stamp time'), address, ground: getComputedStyle(card).backgroundColor };
        })()`)) as Record<string, unknown>;
          assert.equal(shown.buttons, 0);
          assert.ok((shown.statement as number) > 5, 'the statement is open');
          assert.ok((shown.asOf as number) > 0);
          assert.match(shown.address as string, /https:\/\/www\.ifj\.org/);
          assert.equal(shown.ground, 'rgb(255, 255, 255)');
        },
        { keepsTab: false },
      );
    }
  });

  it('has well-formed snippets without inline code, which keep the statement after a content filter', () => {
    const { window } = new JSDOM('');
    for (const file of ['full.html', 'html-only.html', 'iframe.html', 'wordpress.html', 'wordpress-admin.html']) {
      const snippet = readFileSync(join(folder, MAIN, 'snippets', file), 'utf8');
      const xml = new window.DOMParser().parseFromString(`<r>${snippet}</r>`, 'application/xml');
      assert.equal(xml.querySelector('parsererror'), null, file);
      assert.doesNotMatch(snippet, /\n\s*\n/);
      assert.doesNotMatch(snippet, / style=| on\w+=|<style|<script[^>]*>[^<]/);
      for (const script of xml.querySelectorAll('script, link')) assert.match(script.getAttribute('integrity')!, /^sha384-/);
      if (file === 'wordpress-admin.html') continue; // shows nothing by itself
      if (file === 'iframe.html') {
        const line =
          /<p lang="en" dir="auto"><a href="([^"]+)">International Federation of Journalists: [^<]*sixteen Radio Azattyq journalists<\/a><\/p>/;
        assert.equal(line.exec(stripped(snippet))?.[1], `${server.url}${MAIN}/`);
        continue;
      }
      const left = stripped(snippet);
      const text = textOf(allOf(left)[0]!);
      for (const words of [
        'International Federation of Journalists',
        'sixteen Radio Azattyq journalists',
        'No hearing date has been set.',
        'as of 25 July 2025',
        '+32 2 235 22 16',
      ])
        assert.ok(text.includes(words), `${file}: ${words}`);
      assert.match(left, /<a href="tel:\+3222352216"/);
    }
  });

  it('shows the card of the full snippet in a page of another origin, with and without a script', async () => {
    const snippet = readFileSync(join(folder, MAIN, 'snippets/full.html'), 'utf8');
    await using partner = await serve(
      (_, res) =>
        void res
          .writeHead(200, {
            'content-type': 'text/html',
            'content-security-policy': `default-src 'none'; script-src ${server.url}; style-src ${server.url}; connect-src ${server.url}; img-src ${server.url}; require-trusted-types-for 'script'; trusted-types lit-html dompurify 'allow-duplicates'`,
          })
          .end(`<!doctype html><title>Partner</title>${snippet}`),
    );
    for (const javascript of [true, false]) {
      const looked = feedAsked();
      await visit(
        partner.url,
        async (page) => {
          await page.bringToFront();
          if (javascript) await looked;
          assert.match(await page.content(), /No hearing date has been set\./);
          // One question: the script may renew the snapshot in between.
          const border = await page.evaluate(`getComputedStyle(document.querySelector('.placard-card')).borderTopWidth`);
          assert.equal(border, '6px');
        },
        { javascript },
      );
    }
  });

  it('sets the height of its frame with the host script', async () => {
    const snippet = readFileSync(join(folder, MAIN, 'snippets/iframe.html'), 'utf8');
    await using partner = await serve(
      (_, res) => void res.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Partner</title>${snippet}`),
    );
    await visit(partner.url, async (page) => {
      const frame = await page.waitForFrame((each) => each.url().endsWith('frame.html'));
      await untilInShadow(frame, '.placard-checked');
      await page.waitForFunction(`Number(document.querySelector('iframe').height) !== ${FRAME_HEIGHT}`);
      const height = (await frame.evaluate('document.body.getBoundingClientRect().height')) as number;
      assert.equal(await page.$eval('iframe', (element) => Number(element.height)), Math.ceil(height));
    });
  });

  it('opens its page with every section open, and its frame with every section closed', async () => {
    const openOf = (selector: string) => `[...document.querySelectorAll('${selector}')].map(({ open }) => open)`;
    const page = await visit(`${server.url}${MAIN}/`, (tab) => tab.evaluate(openOf('.placard-fold')), { javascript: false });
    assert.deepEqual(page, [true, true, true]);
    const snippet = await visit(`${server.url}${MAIN}/frame.html`, (tab) => tab.evaluate(openOf('details')), { javascript: false });
    assert.deepEqual(snippet, []);
    const live = await visit(`${server.url}${MAIN}/frame.html`, async (tab) => {
      await untilInShadow(tab, '.placard-fold');
      return tab.evaluate(
        `[...document.querySelector('placard-campaign').shadowRoot.querySelectorAll('.placard-fold')].map(({ open }) => open)`,
      );
    });
    assert.deepEqual(live, [false, false, false]);
  });

  it('is not higher in a frame on paper than on the screen, where the frame would cut it', async () => {
    await visit(
      `${server.url}${MAIN}/frame.html`,
      async (page) => {
        await untilInShadow(page, '[part~=fold] li');
        const height = () => page.evaluate('document.body.scrollHeight') as Promise<number>;
        const onScreen = await height();
        await page.emulateMediaType('print');
        assert.ok((await height()) <= onScreen);
      },
      { width: WIDTH, keepsTab: false },
    );
  });

  it('asks for a frame as high as the closed card of the sample, with its address', async () => {
    await visit(
      `${server.url}${MAIN}/frame.html`,
      async (page) => {
        await page.$eval('.placard-picture img', (image) => image.removeAttribute('alt')); // the sample's picture is missing here
        const height = await page.evaluate('document.body.getBoundingClientRect().height');
        assert.ok(Math.abs((height as number) - FRAME_HEIGHT) < 50, `${height} px`);
      },
      { javascript: false, width: WIDTH },
    );
    const { height } = readJson<{ height: number }>(folder, MAIN, 'oembed.json');
    assert.equal(height, FRAME_HEIGHT);
  });

  it('has a frame that fits a telephone, and a line with its headline if the host is gone', async () => {
    const snippet = readFileSync(join(folder, MAIN, 'snippets/iframe.html'), 'utf8').replaceAll(server.url, 'https://gone.invalid/');
    await using partner = await serve(
      (_, res) =>
        void res
          .writeHead(200, { 'content-type': 'text/html' })
          .end(`<!doctype html><title>Partner</title><meta name="viewport" content="width=device-width">${snippet}`),
    );
    await visit(
      partner.url,
      async (page) => {
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
        const shown = (await page.evaluate('document.body.innerText')) as string;
        assert.match(shown, /International Federation of Journalists: .*sixteen Radio Azattyq journalists/);
        assert.equal(await page.$eval('a', (link) => link.href), `https://gone.invalid/${MAIN}/`);
      },
      { width: 320, isExpected: (message) => !!message.location().url?.startsWith('https://gone.invalid/') },
    );
  });

  it('has snippets for authors and administrators of WordPress, which make the live card together', async () => {
    const [author, administrator] = ['wordpress.html', 'wordpress-admin.html'].map((name) =>
      readFileSync(join(folder, MAIN, 'snippets', name), 'utf8'),
    );
    const texts = allOf(readFileSync(join(folder, MAIN, 'embed.html'), 'utf8')).filter(({ tagName }) => tagName === 'textarea');
    for (const text of [author, administrator]) assert.ok(texts.some((each) => textOf(each).trim() === text!.trim()));
    await using partner = await serve(
      (_, res) =>
        void res
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(`<!doctype html><title>Partner</title>${author!.replace('data-placard-stamp="', '$&0')}${administrator}`),
    );
    await visit(partner.url, async (page) => {
      await page.bringToFront();
      await untilText(page, 'Last checked');
      // One question: the script may renew the snapshot in between.
      const border = await page.evaluate(`getComputedStyle(document.querySelector('.placard-card')).borderTopWidth`);
      assert.equal(border, '6px');
    });
  });

  it('has a page for partners with a heading and a text for each snippet', () => {
    const main = allOf(readFileSync(join(folder, MAIN, 'embed.html'), 'utf8')).find(({ tagName }) => tagName === 'main')!;
    const children = main.childNodes.filter((node) => 'tagName' in node);
    const kinds = children.filter(({ tagName }) => ['h2', 'textarea'].includes(tagName)).map(({ tagName }) => tagName);
    const pairs = (length: number) => Array.from({ length }, () => ['h2', 'textarea']).flat();
    // Six snippets, the formatted text, and three other forms.
    assert.deepEqual(kinds, [...pairs(6), 'h2', ...pairs(3)]);
    checkApproved('embed-page', [
      [
        'the page for partners',
        children
          .filter(({ tagName }) => !['textarea', 'div'].includes(tagName))
          .map(textOf)
          .join('\n\n'),
      ],
    ]);
  });

  it('opens its own page from a sandboxed frame, and shows the address without a host script', async () => {
    const snippet = readFileSync(join(folder, MAIN, 'snippets/iframe.html'), 'utf8').replace(
      '<iframe ',
      '<iframe sandbox="allow-scripts" ',
    );
    const home = `${server.url}${MAIN}/`;
    await using partner = await serve(
      (_, res) => void res.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Partner</title>${snippet}`),
    );
    await visit(partner.url, async (page) => {
      await page.waitForFunction(`Number(document.querySelector('iframe').height) !== ${FRAME_HEIGHT}`);
      const frame = await page.waitForFrame((each) => each.url().endsWith('frame.html'));
      assert.equal(await frame.$eval('.bottom', (element) => element.textContent), home);
      await untilInShadow(frame, '[part~=action]');
      for (const [selector, leadsTo] of [
        ['>>> [part~=action]', `${home}#act`],
        ['.bottom a', home],
      ] as const) {
        const opened = browser.waitForTarget((target) => target.url() === leadsTo);
        await (await frame.$(selector))!.click();
        await (await (await opened).page())!.close();
      }
    });
  });

  it('has no active content of a hostile feed in its files', async () => {
    const fields = pointers(wholeFeed()).filter(
      (pointer) =>
        typeof at(wholeFeed(), pointer) === 'string' &&
        /^\/items\/0\/(title|summary|content_text|_placard\/.*(text|what|description|label|speaker|name|place|grounds|forum))$|^\/_placard\/publisher\/(name|about)$/.test(
          pointer,
        ),
    );
    const items = [...TEXTS, ...MARKUP].map((text, index) => {
      let document = wholeFeed();
      for (const pointer of fields) document = changed(document, pointer, hostile(text));
      const [item] = document.items as Record<string, unknown>[];
      return {
        ...item,
        id: `hostile-${index}`,
        content_html: hostile(text),
        _placard: { ...(item!._placard as object), translations: undefined, superseded_by: undefined },
      };
    });
    const feed = JSON.stringify({ ...wholeFeed(), feed_url: undefined, items });
    const out = await buildSite('https://cases.example.org/', dropInvalidFields(feed));
    let pages = 0;
    for (const name of readdirSync(out).filter((each) => each.startsWith('hostile-')))
      for (const file of ['index.html', 'frame.html', 'embed.html', 'snippets/full.html', 'snippets/wordpress.html']) {
        pages++;
        for (const element of allOf(readFileSync(join(out, name, file), 'utf8'))) {
          const { tagName } = element;
          assert.match(tagName, KNOWN, `${name}/${file}`);
          for (const { name: key, value } of element.attrs) {
            assert.doesNotMatch(key, /^(on|style$|srcdoc$|action$|formaction$|ping$|background$)/, `${name}/${file}`);
            const isCalendar =
              /^data:text\/calendar;charset=utf-8,[\w%.!~*'()-]+$/.test(value) &&
              element.attrs.some(({ name: other }) => other === 'download');
            if ((key === 'href' || key === 'src') && !isCalendar) assert.doesNotMatch(value, /^\s*(javascript|data|vbscript|blob|file):/i);
          }
          if (tagName === 'script' && !attribute(element, 'src')) assert.doesNotThrow(() => JSON.parse(textOf(element)) as unknown);
          if (tagName === 'script' && attribute(element, 'src'))
            assert.match(attribute(element, 'src')!, /^(\.\.\/|https:\/\/cases\.example\.org\/)assets\//);
        }
      }
    assert.ok(pages > 100);
  });

  it('updates an open page after new, validate, revise, build, embed, revise and build', async () => {
    const work = makeFolder();
    const out = join(work, 'public');
    await using host = await serveFolder(() => out);
    const file = join(work, 'feed.json');
    const run = async (...args: string[]) => {
      const { code, out: printed, err } = await placard(args, { cwd: work });
      assert.equal(code, 0, `${args[0]}: ${printed}${err}`);
      return printed;
    };
    const edit = (change: (item: { _placard: { cases: Record<string, unknown>[] }; summary: string }) => void) => {
      const feed = readJson<{ items: Parameters<typeof change>[0][] }>(file);
      change(feed.items[0]!);
      write(work, 'feed.json', feed);
    };
    const answers = {
      publisher: 'Example Union',
      url: 'https://union.example/',
      'feed-url': `${host.url}feed.json`,
      phone: '+44 20 7946 0958',
    };
    const story = {
      title: 'Three press cards withdrawn',
      summary: 'The ministry withdrew them.',
      kind: 'case',
      forum: 'Example Court',
      status: 'pending',
    };
    await run('new', 'feed.json', ...Object.entries({ ...answers, ...story }).flatMap(([name, value]) => [`--${name}`, value]));
    edit((item) => (item.summary = 'The ministry withdrew the press cards of three reporters.'));
    await run('validate', 'feed.json');
    await run('revise', 'feed.json', '--initial');
    const printed = await run('build', 'feed.json', '--out', out, '--base-url', host.url);
    const [, name] = new RegExp(`${host.url}([^/]+)/`).exec(printed)!;

    const snippet = readFileSync(join(out, name!, 'snippets/full.html'), 'utf8').replace(
      '<div data-placard-src',
      '<div data-placard-refresh="1" data-placard-src',
    );
    await using partner = await serve(
      (_, res) =>
        void res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>Partner</title>${snippet}`),
    );
    await visit(partner.url, async (page) => {
      await page.bringToFront();
      assert.match(await untilText(page, 'Case pending'), /The ministry withdrew the press cards of three reporters\./);
      edit(({ _placard: { cases } }) => Object.assign(cases[0]!, { status: 'decided', outcome: 'granted', next: undefined }));
      await run('revise', 'feed.json');
      await run('build', 'feed.json', '--out', out, '--base-url', host.url);
      await untilText(page, 'Claim granted');
    });
  });
});
