/** The builder beside a site that `placard build` made: its iframe and its link work on another site without a script. */
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { visit } from '../../support/browser-page.js';
import { bundles, read } from '../cli/cli.js';
import { serveFolder, type Server } from '../cli/server.js';
import { buildSite, checkOembed, MAIN } from '../cli/site.js';
import { untilLive, untilText } from '../../support/composed-text.mjs';
import {
  copySnippet,
  costsOf,
  requestsIn,
  whenReady,
  openBuilder,
  countRequests,
  isVisible,
  chooseFormat,
  openFolds,
  snippetOf,
  textOf,
  type Builder,
} from './builder.js';

const HEADLINE = 'Kazakhstan refuses accreditation to sixteen Radio Azattyq journalists';

/** Changes the HTML of an oEmbed response as WordPress does, and sets the height of the frame as wp-embed.js does. */
const inWordPress = (html: string) =>
  html.replace(
    /<iframe src="([^"]+)"/,
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="$1#?secret=aB3"',
  ) +
  `<script>addEventListener('message', ({ data, source }) => {
    const frame = document.querySelector('iframe');
    if (source === frame.contentWindow && data.secret === 'aB3' && data.message === 'height') frame.height = Math.min(1000, Math.max(200, data.value));
  })</script>`;

describe('builder beside a built site', () => {
  let builder: Builder;
  let server: Server;
  let folder = '';

  before(async () => {
    builder = await openBuilder();
    await bundles();
    server = await serveFolder(() => folder);
    folder = await buildSite(server.url);
    cpSync(new URL('../../../demo/picture.svg', import.meta.url), join(folder, 'picture.svg')); // a picture of the publisher
  });
  after(async () => {
    await builder?.close();
    await server?.[Symbol.asyncDispose]();
  });

  async function cardIn(page: Page, item: string): Promise<Frame> {
    const frame = await page.waitForFrame((each) => each.url().startsWith(`${server.url}${item}/frame.html`));
    await untilLive(frame);
    return frame;
  }

  const policyOf = async (page: Page) => `default-src 'none'; require-trusted-types-for 'script'; ${await textOf(page, '#policy')}`;

  // The feed of all items, and the feed of one item.
  for (const feed of ['feed.json', `${MAIN}/feed.json`])
    it(`creates an iframe for ${feed} that shows the card in its full height on another site, under the shown policy`, async () => {
      const [snippet, policy] = await builder.open({ src: server.url + feed, item: MAIN }, async (page) => {
        await whenReady(page);
        await chooseFormat(page, 'iframe');
        return [await copySnippet(page), await policyOf(page)] as const;
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
        assert.ok(inside > 500 && inside < 1000, `${inside} px`); // the closed card
        await page.waitForFunction((height) => document.querySelector('iframe')!.height === String(height), {}, inside);
      });
      assert.equal(snippet, read(folder, MAIN, 'snippets/iframe.html').trim(), 'the snippet is the same as on the publisher’s page');
    });

  it('creates a link that WordPress turns into a card', async () => {
    const link = await builder.open({ src: `${server.url}feed.json`, item: MAIN }, async (page) => {
      await whenReady(page);
      await chooseFormat(page, 'link');
      return copySnippet(page);
    });
    assert.equal(link, `${server.url}${MAIN}/`);
    const { html } = await checkOembed(link);
    builder.partner.paste(inWordPress(html));
    await visit(builder.browser, builder.partner.url, async (page) => {
      const frame = await cardIn(page, MAIN);
      await untilText(frame as unknown as Page, HEADLINE);
      const inside = (await frame.evaluate('Math.ceil(document.body.getBoundingClientRect().height)')) as number;
      assert.ok(inside < 1000, `${inside} px`); // WordPress cuts a higher frame
      await page.waitForFunction((height) => document.querySelector('iframe')!.height === String(height), {}, inside);
    });
  });

  it('counts the files that the page in an iframe loads, and the same files for a link', async () => {
    const [frame, link] = await builder.open({ src: `${server.url}feed.json`, item: MAIN, format: 'iframe' }, async (page) => {
      const output = async () => ({
        text: await copySnippet(page),
        costs: (await costsOf(page)).initial!,
        policy: await textOf(page, '#policy'),
      });
      const first = await output();
      await chooseFormat(page, 'link');
      return [first, await output()] as const;
    });
    const part = (page: Page, name: string) => page.waitForResponse((response) => response.url().includes(`/${name}-`));
    const untilCard = (page: Page) => Promise.all([cardIn(page, MAIN), part(page, 'folds'), part(page, 'rest')]);
    assert.equal(await countRequests(builder, frame.text, untilCard), requestsIn(frame.costs));
    const bytes = (name: string) => `${Buffer.byteLength(read(folder, MAIN, name)).toLocaleString('en')} bytes before compression`;
    assert.ok(frame.costs.includes(`frame.html, ${bytes('frame.html')}; its feed, ${bytes('feed.json')}`), frame.costs);
    const { html } = await checkOembed(link.text);
    assert.equal(await countRequests(builder, html, untilCard), requestsIn(link.costs));
    assert.equal(link.policy, `frame-src ${new URL(server.url).origin}`);
  });

  it('creates the link to the translation in the chosen language', async () => {
    await builder.open({ src: `${server.url}feed.json`, item: MAIN, lang: 'ar', format: 'link' }, async (page) => {
      await whenReady(page);
      assert.equal(await snippetOf(page), `${server.url}${MAIN}-ar/`);
    });
  });

  it('explains that a feed has no pages, disables those formats, and creates the recommended snippet instead', async () => {
    await builder.open({ src: `${builder.url}feed.json`, format: 'iframe' }, async (page) => {
      await whenReady(page);
      await openFolds(page);
      assert.equal(await isVisible(page, '#no-pages'), true);
      assert.match(await snippetOf(page), /<div data-placard-src=/);
      assert.equal(await page.$eval('[name=format][value=iframe]', (radio) => (radio as HTMLInputElement).disabled), true);
    });
  });
});
