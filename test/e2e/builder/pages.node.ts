/** What the builder gives for places that take no script, beside a site that `placard build` made: the frame and the link, each used elsewhere. */
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { visit } from '../../support/browser-page.js';
import { bundles, read } from '../cli/cli.js';
import { serveFolder, type Server } from '../cli/server.js';
import { buildSite, checkOembed, MAIN } from '../cli/site.js';
import { untilText } from '../../support/composed-text.mjs';
import { copied, costsOf, countIn, made, openBuilder, requestsOf, snippetOf, textOf, type Builder } from './builder.js';

const HEADLINE = 'Kazakhstan refuses accreditation to sixteen Radio Azattyq journalists';

/** What WordPress does with the answer of an oEmbed provider, and wp-embed.js on the page with the heights that come. */
const inWordPress = (html: string) =>
  html.replace(
    /<iframe src="([^"]+)"/,
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="$1#?secret=aB3"',
  ) +
  `<script>addEventListener('message', ({ data, source }) => {
    const frame = document.querySelector('iframe');
    if (source === frame.contentWindow && data.secret === 'aB3' && data.message === 'height') frame.height = Math.min(1000, Math.max(200, data.value));
  })</script>`;

describe('the builder, beside a built site', () => {
  let builder: Builder;
  let server: Server;
  let folder = '';

  before(async () => {
    builder = await openBuilder();
    await bundles();
    server = await serveFolder(() => folder);
    folder = await buildSite(server.url);
    cpSync(new URL('../../../demo/picture.svg', import.meta.url), join(folder, 'picture.svg')); // the publisher's own
  });
  after(async () => {
    await builder?.close();
    await server?.[Symbol.asyncDispose]();
  });

  async function cardIn(page: Page, item: string): Promise<Frame> {
    const frame = await page.waitForFrame((each) => each.url().startsWith(`${server.url}${item}/frame.html`));
    await untilText(frame as unknown as Page, 'Last checked');
    return frame;
  }

  const policyOf = async (page: Page) => `default-src 'none'; require-trusted-types-for 'script'; ${await textOf(page, '#policy')}`;

  // The address of the whole feed, and that of the item's own.
  for (const feed of ['feed.json', `${MAIN}/feed.json`])
    it(`gives for ${feed} a frame that has the card and its height in a page of another origin, under the stated policy`, async () => {
      const [snippet, policy] = await builder.open({ src: server.url + feed, item: MAIN }, async (page) => {
        await made(page);
        await page.click('[name=take][value=iframe]');
        return [await copied(page), await policyOf(page)] as const;
      });
      assert.match(
        snippet,
        /^<iframe src="[^"]+" title="[^"]+"[^>]*><\/iframe>\n<p lang="en" dir="auto"><a href="[^"]+">[^<]+<\/a><\/p>\n<script [^>]*integrity="sha384-[^>]*><\/script>$/,
      );
      builder.partner.paste(snippet, policy);
      await visit(builder.browser, builder.partner.url, async (page) => {
        const frame = await cardIn(page, MAIN);
        assert.match(await untilText(frame as unknown as Page, HEADLINE), /No hearing date has been set\./);
        const inside = (await frame.evaluate('Math.ceil(document.body.getBoundingClientRect().height)')) as number;
        assert.ok(inside > 1000, `${inside} px`);
        await page.waitForFunction((height) => document.querySelector('iframe')!.height === String(height), {}, inside);
      });
      assert.equal(snippet, read(folder, MAIN, 'snippets/iframe.html').trim(), 'the same as the publisher’s own page of snippets has');
    });

  it('gives a link that WordPress makes a card of', async () => {
    const link = await builder.open({ src: `${server.url}feed.json`, item: MAIN }, async (page) => {
      await made(page);
      await page.click('[name=take][value=link]');
      return copied(page);
    });
    assert.equal(link, `${server.url}${MAIN}/`);
    const { html } = await checkOembed(link);
    builder.partner.paste(inWordPress(html));
    await visit(builder.browser, builder.partner.url, async (page) => {
      const frame = await cardIn(page, MAIN);
      await untilText(frame as unknown as Page, HEADLINE);
      await page.waitForFunction(() => document.querySelector('iframe')!.height === '1000'); // the most that WordPress gives
    });
  });

  it('counts what a frame’s page loads too, and tells the same of a link that becomes one', async () => {
    const [frame, link] = await builder.open({ src: `${server.url}feed.json`, item: MAIN, take: 'iframe' }, async (page) => {
      const taken = async () => ({
        text: await copied(page),
        costs: (await costsOf(page))['At first']!,
        policy: await textOf(page, '#policy'),
      });
      const first = await taken();
      await page.click('[name=take][value=link]');
      return [first, await taken()] as const;
    });
    const shown = (page: Page) => cardIn(page, MAIN);
    assert.equal(await requestsOf(builder, frame.text, shown), countIn(frame.costs));
    const bytes = (name: string) => `${Buffer.byteLength(read(folder, MAIN, name)).toLocaleString('en')} bytes before compression`;
    assert.ok(frame.costs.includes(`frame.html, ${bytes('frame.html')}; its feed, ${bytes('feed.json')}`), frame.costs);
    const { html } = await checkOembed(link.text);
    assert.equal(await requestsOf(builder, html, shown), countIn(link.costs));
    assert.equal(link.policy, `frame-src ${new URL(server.url).origin}`);
  });

  it('gives the page of the translation that was chosen', async () => {
    await builder.open({ src: `${server.url}feed.json`, item: MAIN, lang: 'ar', take: 'link' }, async (page) => {
      await made(page);
      assert.equal(await snippetOf(page), `${server.url}${MAIN}-ar/`);
    });
  });

  it('says who can make such a page where there is none, and gives what works without', async () => {
    await builder.open({ src: `${builder.url}feed.json`, take: 'iframe' }, async (page) => {
      await made(page);
      assert.equal(await page.$eval('#no-pages', (note) => (note as HTMLElement).checkVisibility()), true);
      assert.match(await textOf(page, '#no-pages'), /the publisher makes them with placard build\. Ask for that; until then, take/);
      assert.match(await textOf(page, '#how'), /^There is no page to link to or to frame; here is the HTML instead\./);
      assert.match(await snippetOf(page), /<placard-campaign /);
      assert.equal(await page.$eval('[name=take][value=iframe]', (radio) => (radio as HTMLInputElement).disabled), true);
    });
  });
});
