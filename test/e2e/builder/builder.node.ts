/** The builder in a real browser: from a feed's address to a snippet that works on a page of another origin, under the policy that was stated. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import type { ConsoleMessage, ElementHandle, Page } from 'puppeteer-core';
import { visit } from '../../support/browser-page.js';
import { serve, type Server } from '../cli/server.js';
import { untilText } from '../../support/composed-text.mjs';
import { copied, costsOf, countIn, made, openBuilder, requestsOf, snippetOf, textOf, type Builder } from './builder.js';

const axe = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Feeds that are wrong in many ways. */
const ANSWERS: Record<string, { body?: string; shared?: boolean; status?: number }> = {
  '/closed.json': { body: '{}', shared: false },
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
  let wrong: Server;
  let demo = '';
  /** Of the server of wrong feeds. */
  let asked: string[] = [];

  before(async () => {
    builder = await openBuilder();
    demo = builder.url;
    wrong = await serve((req, res) => {
      asked.push(req.url!);
      const { body = '', shared = true, status = 200 } = ANSWERS[req.url!] ?? { status: 404 };
      if (shared) res.setHeader('Access-Control-Allow-Origin', '*');
      res.writeHead(status, { 'Content-Type': 'application/feed+json' }).end(body);
    });
  });
  after(async () => {
    await builder?.close();
    await wrong?.[Symbol.asyncDispose]();
  });

  const publish = (step: string) =>
    fetch(`${demo}control`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(demo).origin },
      body: JSON.stringify({ step }),
    });

  it('makes of a pasted address a snippet that works elsewhere, live and without JavaScript, under the stated policy', async () => {
    const [pasted, policy] = await builder.open({}, async (page) => {
      await page.type('#src', `${demo}feed.json`);
      await made(page);
      await page.select('#lang', 'en');
      await page.select('#theme', 'dark');
      return [await copied(page), await textOf(page, '#policy')] as const;
    });
    assert.match(pasted, /<placard-campaign [^>]*lang="en"[^>]*theme="dark"[^>]*stamp="\d+"/);
    assert.match(
      pasted,
      /<script type="module" src="[^"]+placard-loader\.js" integrity="sha384-[^"]+" crossorigin="anonymous" referrerpolicy="no-referrer"><\/script>$/,
    );
    const { browser, partner } = builder;
    partner.paste(pasted, `default-src 'none'; require-trusted-types-for 'script'; ${policy}`);
    // Not innerText: of what no frame has drawn yet, content-visibility has none.
    const snapshot = await visit(browser, partner.url, (page) => textOf(page, 'placard-campaign'), { javascript: false });
    assert.match(snapshot, /No hearing date has been set\.[^]*\+32 2 235 22 16/);
    await publish('2025-07-17'); // news, so that the loader brings the card
    await visit(browser, partner.url, (page) => untilText(page, 'As of 17 July 2025', 'placard-campaign'));
    await publish('2025-07-25');
  });

  it('gives authors a text and their administrator another, which together are a styled snapshot, and the live card after news', async () => {
    const choices = { src: `${demo}feed.json`, item: 'kz-accreditation-2025', lang: 'en', take: 'wordpress' };
    const [author, administrator, policy] = await builder.open(
      choices,
      async (page) => [await copied(page), await copied(page, 'copy-once'), await textOf(page, '#policy')] as const,
    );
    assert.match(author, /^<div data-placard-src="[^"]+"[^>]* data-placard-stamp="[\d.]+">\n<div class="placard-snapshot"[^]*<\/div>$/);
    assert.match(
      administrator,
      /^<link [^>]*placard\.css" integrity="sha384-[^>]*crossorigin="anonymous" referrerpolicy="no-referrer" \/>\n<script [^>]*placard-loader\.js" /,
    );
    const { browser, partner } = builder;
    partner.paste(author + administrator, `default-src 'none'; require-trusted-types-for 'script'; ${policy}`);
    await visit(browser, partner.url, async (page) => {
      await page.waitForNetworkIdle();
      const drawn = `getComputedStyle(document.querySelector('[data-placard-src] > .placard-snapshot')).borderBlockStartWidth`;
      assert.equal(await page.evaluate(drawn), '6px');
    });
    await publish('2025-07-17');
    await visit(browser, partner.url, async (page) => {
      await page.waitForSelector('placard-campaign'); // which the div becomes
      await untilText(page, 'As of 17 July 2025', 'placard-campaign');
    });
    await publish('2025-07-25');
    await builder.open({ ...choices, take: 'live' }, async (page) => {
      await made(page);
      assert.equal(await page.$eval('#once', (box) => box.checkVisibility()), false);
    });
  });

  const WRONG: [file: string, what: RegExp][] = [
    ['closed.json', /does not allow other sites to read the feed \(CORS\)[^]*Access-Control-Allow-Origin/],
    ['page.json', /This is a web page/],
    ['broken.json', /not JSON[^]*line 1/],
    ['other.json', /"items" is missing/],
    ['gone.json', /nothing at this address/],
    ['ill.json', /fault of its own \(503\)/],
    ['date.json', /"url" is "javascript:0"/],
  ];
  for (const [file, what] of WRONG) {
    it(`says in plain words what is wrong with ${file}`, async () => {
      await builder.open({ src: wrong.url + file }, async (page) => assert.match(await textOf(page, '#problems'), what), {
        meant: (message) => !!message.location().url?.startsWith(wrong.url),
      });
    });
  }

  it('keeps what is the publisher’s to mend folded away, and opens what a partner has to know', async () => {
    const of = (page: Page, selector: string) => page.$$eval(`${selector} li`, (entries) => entries.map((each) => each.textContent));
    await builder.open({ src: `${demo}feed.json` }, async (page) => {
      await made(page);
      assert.deepEqual(await of(page, '#problems'), []);
      assert.match(await textOf(page, '#verdict'), /^A feed with \d items\.$/);
      const advice = await of(page, '#advice');
      assert.ok(advice.length > 0);
      assert.equal(await textOf(page, '#advice summary'), `For the publisher (${advice.length})`);
      assert.equal(await page.$eval('#advice li', (entry) => entry.checkVisibility()), false);
    });
    await builder.open({ src: `${demo}feeds/example-expired.json` }, async (page) => {
      await made(page);
      assert.match((await of(page, '#problems')).join(), /valid_until/);
      assert.match(await textOf(page, '#verdict'), /1 warning for you\./);
    });
  });

  it('asks for a site’s own pages only beside a feed that a build could have put there, and each place once', async () => {
    const ask = async (body: object) => {
      ANSWERS['/feed.json'] = { body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items: [ITEM], ...body }) };
      asked = [];
      const meant = (message: ConsoleMessage) => !!message.location().url?.startsWith(wrong.url);
      await builder.open({ src: `${wrong.url}feed.json` }, (page) => made(page), { meant });
      return asked.filter((path) => path.endsWith('placard-site.json'));
    };
    assert.deepEqual(await ask({}), []);
    assert.deepEqual(await ask({ _placard: HEAD }), ['/placard-site.json']);
  });

  it('says so where nobody answers, where an address is none, and where the feed lacks the item', async () => {
    await builder.open({ src: 'http://127.0.0.1:9/feed.json' }, async (page) =>
      assert.match(await textOf(page, '#problems'), /Nobody answers/),
    );
    await builder.open({ src: 'example.org/feed.json' }, async (page) =>
      assert.match(await textOf(page, '#problems'), /Did you mean https:\/\/example\.org\/feed\.json/),
    );
    await builder.open({ src: `${demo}feed.json`, item: 'nowhere' }, async (page) => {
      await untilText(page, 'The feed has no item “nowhere”', '#verdict');
      assert.equal(await snippetOf(page), '');
    });
  });

  it('says of no feed that it has no pages, before there is one', async () => {
    await builder.open({}, async (page) => assert.equal(await page.$eval('#no-pages', (note) => note.checkVisibility()), false));
  });

  it('checks a file, and says that it must be published, and its address entered, before there is a live snippet', async () => {
    await builder.open({}, async (page) => {
      const input = (await page.$('#file')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(fileURLToPath(new URL('../../../demo/feeds/example-decided.json', import.meta.url)));
      await untilText(page, 'A feed with 1 item.', '#verdict');
      await untilText(page, 'Publish the file, then enter its address.', '#how');
      assert.match(
        await textOf(page, '#opened p'),
        /example-decided\.json is on your machine alone[^]*put it on your website[^]*enter its address above/,
      );
      assert.equal(await snippetOf(page), '');
      assert.equal(await page.$eval('#copy', (button) => (button as HTMLButtonElement).disabled), true);
      await untilText((await (await page.$('#live'))!.contentFrame()) as unknown as Page, 'court orders the ministry to return');

      await page.click('[name=take][value=html]'); // which asks for no feed
      await made(page);
      assert.match(await snippetOf(page), /^<div class="placard-snapshot"/);
      await page.click('[name=take][value=full]');
      await untilText(page, 'Publish the file', '#how');

      await page.click('#to-address');
      await page.keyboard.type('example.org/feed.json');
      await untilText(page, 'Did you mean https://example.org/feed.json', '#problems');
      await page.$eval('#src', (field) => ((field as HTMLInputElement).value = ''));
      await page.type('#src', `${demo}feeds/example-decided.json`);
      await made(page);
      assert.match(await snippetOf(page), new RegExp(`src="${demo}feeds/example-decided.json"`));
      await untilText(page, `is checked as what will stand at ${demo}feeds/example-decided.json. Publish it there first`, '#opened');

      await page.click('#close');
      await page.waitForFunction(() => (document.querySelector('#opened') as HTMLElement).hidden);
      await made(page);
      assert.equal(await page.evaluate('document.activeElement.id'), 'src');
    });
  });

  it('keeps every choice in its address', async () => {
    const choices = {
      item: 'kz-adilbekov-2024',
      tag: 'placard-status',
      look: 'campaign',
      'heading-level': '4',
      refresh: '300',
      take: 'live',
    };
    await builder.open({ src: `${demo}feed.json`, ...choices }, async (page) => {
      await made(page);
      const { item, tag, look, refresh } = choices;
      const snippet = await snippetOf(page);
      assert.ok(
        snippet.startsWith(`<${tag} src="${demo}feed.json" item="${item}" look="${look}" heading-level="4" refresh="${refresh}">`),
        snippet,
      );
      await page.select('#look', 'plain');
      await made(page);
      const said = new URLSearchParams(new URL((await page.evaluate('location.href')) as string).hash.slice(1));
      assert.deepEqual(Object.fromEntries(said), { src: `${demo}feed.json`, ...choices, look: 'plain' });
    });
  });

  it('names the newest item, so that a page keeps to what was chosen for it, and says what following the publisher means', async () => {
    const said = async (page: Page) =>
      new URLSearchParams(new URL((await page.evaluate('location.href')) as string).hash.slice(1)).get('item');
    await builder.open({ src: `${demo}feed.json` }, async (page) => {
      await made(page);
      assert.match(await snippetOf(page), /<placard-campaign src="[^"]+" item="kz-accreditation-2025"/);
      assert.equal(await said(page), 'kz-accreditation-2025');
      assert.equal(await textOf(page, '#item-note'), '');
      assert.equal(await textOf(page, '#item option[value=""]'), 'Whatever the publisher publishes next');
      // Nobody chose it: another feed has a newest of its own.
      await page.$eval('#src', (field) => ((field as HTMLInputElement).value = ''));
      await page.type('#src', `${demo}feeds/example-decided.json`);
      await untilText(page, 'A feed with 1 item.', '#verdict');
      await made(page);
      assert.match(await snippetOf(page), /example-decided\.json" item="example-decided"/);
    });
    await builder.open({ src: `${demo}feed.json`, item: '' }, async (page) => {
      await made(page);
      assert.doesNotMatch(await snippetOf(page), /<placard-campaign [^>]*item=/);
      assert.equal(await said(page), '');
      assert.match(await textOf(page, '#item-note'), /shows whatever the publisher publishes next, about anything, without asking you/);
    });
  });

  it('tells whom a snapshot names for good, and makes one without the list, but leaves sentences as they are', async () => {
    const NAME = 'Daniyar Adilbekov';
    const facts = (snippet: string) => snippet.split('\n').filter((line) => line.includes('placard-facts') && line.includes(NAME));
    await builder.open({ src: `${demo}feed.json`, item: 'kz-adilbekov-2024' }, async (page) => {
      await made(page);
      assert.match(await textOf(page, '#naming ul'), new RegExp(NAME));
      assert.match(
        await textOf(page, '#naming p'),
        /from the publisher’s lists of those affected\. Whoever is named in a sentence alone is not found: read the sentences/,
      );
      assert.equal(facts(await snippetOf(page)).length, 1);
      await page.click('[name=names][value=no]');
      await made(page);
      assert.deepEqual(facts(await snippetOf(page)), []);
      assert.match(await textOf(page, '#left'), new RegExp(NAME)); // its headline does, and the builder rewrites nobody's words
    });
  });

  it('finds in a sentence those whom another item lists', async () => {
    const [written, listed] = ['E.\u00a0Moreno & Sons', 'E. Moreno & Sons'];
    const facts = { kind: 'case', revision: 1, incident: { affected: { description: 'Staff', names: [listed, 'F. Grant'] } } };
    const items = [
      { ...ITEM, summary: `At ${written} and at the house of G. Ray.` },
      { ...ITEM, id: 'two', _placard: facts },
    ];
    ANSWERS['/names.json'] = { body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', _placard: HEAD, items }) };
    await builder.open({ src: `${wrong.url}names.json`, item: 'one' }, async (page) => {
      await made(page);
      assert.deepEqual(await page.$$eval('#naming li', (entries) => entries.map((each) => each.textContent)), [listed]);
    });
  });

  it('shows each way to take it as its readers see it: at first, at work, and with the publisher’s host gone', async () => {
    await builder.open({ src: `${demo}feed.json`, accent: '#00639c' }, async (page) => {
      await made(page);
      const frame = async (id: string) => (await (await page.$(`#${id}`))!.contentFrame())! as unknown as Page;
      const titles = () => page.$$eval('#stage section:not([hidden]) h3', (all) => all.map((each) => each.textContent));
      const ground = async (id: string) =>
        (await (await frame(id)).evaluate(`getComputedStyle(document.querySelector('.placard-snapshot')).paddingTop`)) as string;

      assert.deepEqual(await titles(), ['At first, and without JavaScript', 'After news', 'With the publisher’s host gone']);
      await untilText(await frame('live'), 'Last checked', 'placard-campaign');
      for (const id of ['bare', 'down']) await untilText(await frame(id), 'No hearing date has been set.', 'placard-campaign');
      assert.notEqual(await ground('bare'), '0px', 'the style sheet is there');
      assert.equal(await ground('down'), '0px', 'the style sheet is gone with its host');
      const rule = `getComputedStyle(document.querySelector('placard-campaign')).getPropertyValue('--placard-accent').trim()`;
      assert.equal(await (await frame('live')).evaluate(rule), '#00639c');

      await page.click('[name=take][value=live]');
      await made(page);
      assert.deepEqual(await titles(), ['At first, and without JavaScript', 'Once the script is there', 'With the publisher’s host gone']);
      assert.equal(await ground('bare'), '0px', 'it has no style sheet');
      await page.click('[name=take][value=html]');
      await made(page);
      assert.deepEqual(await titles(), ['As it stays']);
      await page.click('[name=take][value=react]');
      await made(page);
      assert.deepEqual((await titles()).slice(0, 2), ['Before your application runs, if a server renders it', 'Once it runs']);
      // Its script is the application's own, and finds no feed.
      await (await frame('down')).waitForSelector('placard-campaign:defined');
      await untilText(await frame('down'), 'No hearing date has been set.', 'placard-campaign');
    });
  });

  it('takes as accent nothing but a colour, says so of anything else, and keeps the swatch in step', async () => {
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
    const wrong = '}body{display:none';
    await builder.open({ src: `${demo}feed.json`, accent: wrong }, async (page) => {
      await made(page);
      const told = async () => [await valueOf(page, '#swatch'), await textOf(page, '#style'), await textOf(page, '#accent-note')];
      assert.deepEqual((await told()).slice(0, 2), ['#b3261e', '']);
      assert.match(await textOf(page, '#accent-note'), /This is no colour that can be taken/);
      assert.equal(await page.$eval('#styled', (box) => box.checkVisibility()), false);
      const live = (await (await page.$('#live'))!.contentFrame())!;
      assert.equal(await live.evaluate('getComputedStyle(document.body).display'), 'block');

      await page.$eval('#accent', (field) => ((field as HTMLInputElement).value = ''));
      await page.type('#accent', '#06C');
      await made(page);
      assert.deepEqual(await told(), ['#0066cc', ':root { --placard-accent: #0066cc; }', '']);
      await pick(page, '#ffee00');
      await made(page);
      assert.equal(await valueOf(page, '#accent'), '#ffee00');
      assert.match((await told()).join(' '), /^#ffee00 :root \{ --placard-accent: #ffee00; \} On white it has a contrast of 1\.2 to 1/);
      await page.$eval('#accent', (field) => (field as HTMLInputElement).select());
      await page.keyboard.type('nonsense');
      await made(page);
      assert.deepEqual((await told()).slice(0, 2), ['#b3261e', '']);
    });
  });

  it('counts the requests that a browser really makes, at first and with news, and tells their bytes', async () => {
    const { brotliCompressSync } = await import('node:zlib');
    const bytes = (number: number) => `${number.toLocaleString('en')} bytes`;
    const packed = (name: string) => brotliCompressSync(readFileSync(new URL(`../../../dist/${name}`, import.meta.url))).length;
    const [script, loader, style] = ['placard.js', 'placard-loader.js', 'placard.css'].map(packed) as [number, number, number];
    const feed = `the feed, ${bytes(Buffer.byteLength(await (await fetch(`${demo}feed.json`)).text()))} before compression`;
    const choices = { src: `${demo}feed.json`, item: 'kz-accreditation-2025' };
    const take = (said: object) =>
      builder.open({ ...choices, ...said }, async (page) => ({ snippet: await copied(page), costs: await costsOf(page) }));

    const drawn = (page: Page) => page.waitForResponse((response) => response.url().endsWith('picture.svg')); // by the live card alone

    const full = await take({ lang: 'en' });
    assert.equal(await requestsOf(builder, full.snippet, (page) => page.waitForResponse(choices.src)), countIn(full.costs['At first']));
    assert.ok(full.costs['At first']!.includes(`${bytes(loader + style)} after Brotli`) && full.costs['At first']!.includes(feed));

    const live = await take({ lang: 'fr', take: 'live' });
    assert.equal(await requestsOf(builder, live.snippet, drawn), countIn(live.costs['At first']));
    assert.match(
      live.costs['At first']!,
      /placard\.js [\d,]+, the sentences in “fr” [\d,]+\); the feed, [\d,]+ bytes before compression; a picture, of a size/,
    );

    const french = await take({ lang: 'fr' });
    assert.match(french.costs['With news']!, new RegExp(`placard\\.js ${script.toLocaleString('en')}, the sentences in “fr”`));
    await publish('2025-07-17');
    const all = await requestsOf(builder, french.snippet, drawn);
    await publish('2025-07-25');
    assert.equal(all, countIn(french.costs['At first']) + countIn(french.costs['With news']));

    assert.match((await take({ take: 'html' })).costs['At first']!, /^0 requests$/);
    const { costs } = await take({ take: 'react' });
    assert.equal(costs['In your own bundle'], `about ${Math.round(script / 1000)} kB after Brotli`);
  });

  it('writes components that compile', async () => {
    for (const [take, loader] of [
      ['react', 'jsx'],
      ['vue', 'js'],
      ['svelte', 'js'],
    ] as const) {
      await builder.open({ src: `${demo}feed.json`, take }, async (page) => {
        await made(page);
        const snippet = await snippetOf(page);
        const code = take === 'react' ? snippet : /<script[^>]*>([^]*?)<\/script>/.exec(snippet)![1]!;
        assert.match((await transform(code, { loader })).code, /No hearing date has been set/);
      });
    }
  });

  for (const width of [320, 1280]) {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible at ${width} px in ${scheme}, and never wider than the window`, async () => {
        await builder.open({ src: `${demo}feed.json`, item: 'kz-adilbekov-2024' }, async (page) => {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.setViewport({ width, height: 800 });
          await made(page);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
          await page.evaluate(axe);
          const found = (await page.evaluate(
            `axe.run({ iframes: false }).then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target + ' ' + n.failureSummary)))`,
          )) as string[];
          assert.deepEqual(found, []);
        });
      });
    }
  }
});
