/** Each page of the site and of the demo: links, HTML, accessibility, widths, policy, search, no JavaScript. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { parse } from 'parse5';
import type { Browser } from 'puppeteer-core';
import { PAGES } from '../../../demo/site/contents.js';
import { start } from '../../../demo/server/server.js';
import { AXE, violations } from '../../support/axe.js';
import { openBrowser, visit } from '../../support/browser-page.js';

const TOOLS = ['gallery', 'builder', 'newsroom-article', 'ngo-site', 'landing-page'].map((name) => `${name}.html`);
const NAMES = ['index.html', 'studio/', ...TOOLS, 'docs/index.html', ...PAGES.map(({ name }) => `docs/${name}.html`)];
/** The cards have tests of their own: readers/axe.node.ts. A skip link is outside the page until it has focus. */
const exclude = [...['campaign', 'incident', 'status', 'action', 'statement', 'list'].map((name) => `placard-${name}`), '.skip-link'];

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

describe('site', () => {
  let server: Awaited<ReturnType<typeof start>>;
  let browser: Browser;
  const texts = new Map<string, string>();

  before(async () => {
    server = await start(0);
    await server.built; // the studio is one of the pages
    browser = await openBrowser();
    for (const name of NAMES) texts.set(name, await (await fetch(server.url + name)).text());
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it('has only links and fragments that lead somewhere', async () => {
    const statuses = new Map<string, number>();
    const dead: string[] = [];
    for (const name of NAMES)
      for (const address of addressesIn(texts.get(name)!)) {
        const { href, hash, origin, pathname } = new URL(address, server.url + name);
        if (origin !== new URL(server.url).origin) continue;
        const page = href.replace(hash, '');
        if (!statuses.has(page)) statuses.set(page, (await fetch(page)).status);
        const target = texts.get(pathname.slice(1));
        if (statuses.get(page) !== 200 || (hash && target && !target.includes(` id="${decodeURIComponent(hash.slice(1))}"`)))
          dead.push(`${name}: ${address}`);
      }
    assert.deepEqual(dead, []);
  });

  it('has valid HTML', async () => {
    const faults: string[] = [];
    for (const [name, text] of texts) {
      const { results } = await validator.validateString(text);
      for (const { messages } of results)
        for (const { ruleId, message, line } of messages) faults.push(`${name}:${line} ${ruleId}: ${message}`);
    }
    assert.deepEqual(faults, []);
  });

  it('has a title of its own and a description on each page, for the results of a search engine', () => {
    const facts = NAMES.map((name) => ({
      name,
      title: /<title>([^<]+)<\/title>/.exec(texts.get(name)!)?.[1],
      description: /<meta name="description" content="([^"]+)"/.exec(texts.get(name)!)?.[1],
    }));
    const titles = facts.map(({ title }) => title);
    assert.deepEqual(
      facts.filter(({ title, description }) => !title || !description || titles.indexOf(title) !== titles.lastIndexOf(title)),
      [],
    );
  });

  it('has no axe violations in light and dark colours, and no horizontal scrolling from 320 to 1280 px', () =>
    visit(
      browser,
      'about:blank',
      async (page) => {
        await page.evaluateOnNewDocument(AXE);
        const faults: string[] = [];
        for (const name of NAMES) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
          await page.goto(server.url + name, { waitUntil: 'domcontentloaded' }); // a feed of the gallery never answers
          if (name === 'studio/') await page.waitForSelector('[data-studio=started]');
          await page.waitForFunction(() =>
            [...document.querySelectorAll('demo-control')].every(({ shadowRoot }) => shadowRoot?.querySelector('[aria-current]')),
          );
          for (const width of [320, 390, 768, 1280]) {
            await page.setViewport({ width, height: 900 });
            if (!(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))) faults.push(`${name} scrolls at ${width} px`);
          }
          faults.push(...(await violations(page, { exclude })).map((fault) => `${name}: ${fault}`));
          // The colours alone are different.
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
          faults.push(...(await violations(page, { exclude, colours: true })).map((fault) => `${name} in the dark: ${fault}`));
        }
        assert.deepEqual(faults, []);
      },
      // Feeds that fail on purpose.
      { isExpected: (message) => /\/(missing|stale)\.json/.test(message.location().url ?? '') },
    ));

  it('works under its policy, and finds a section with the search', () =>
    visit(browser, `${server.url}docs/index.html`, async (page) => {
      await page.locator('input[type=search]').fill('retraction');
      const first = await page.waitForSelector('.search li a');
      const address = await first!.evaluate((link) => (link as HTMLAnchorElement).href);
      assert.ok(address.startsWith(`${server.url}docs/`));
      await first!.click();
      await page.waitForFunction((wanted) => location.href === wanted, {}, address);
      assert.match(await page.$eval('main', (main) => main.innerText), /retract/i);
    }));

  it('says without JavaScript what needs it, and hides the search', () =>
    visit(
      browser,
      `${server.url}docs/index.html`,
      async (page) => {
        assert.equal(await page.$eval('.search', (search) => getComputedStyle(search).display), 'none');
        assert.ok(await page.$('noscript'));
        await page.goto(`${server.url}index.html`);
        // The card is there, without the script.
        assert.ok(await page.$eval('.placard-headline', (headline) => (headline as HTMLElement).offsetHeight > 0));
        assert.ok(await page.$eval('.noscript', (note) => (note as HTMLElement).offsetHeight > 0));
      },
      { javascript: false },
    ));

  it('leads from the front page to both tools and to the documentation', async () => {
    const links = addressesIn(texts.get('index.html')!);
    for (const address of ['builder.html', 'studio/', 'docs/index.html']) assert.ok(links.includes(address), address);
  });
});

interface TreeNode {
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly TreeNode[];
}

/** Returns each address of the elements of a page. The gallery has cards with feeds that fail on purpose. */
function addressesIn(html: string): string[] {
  const visitNode = ({ tagName = '', attrs = [], childNodes = [] }: TreeNode): string[] => [
    ...attrs.filter(({ name }) => !tagName.startsWith('placard-') && (name === 'href' || name === 'src')).map(({ value }) => value),
    ...childNodes.flatMap(visitNode),
  ];
  return visitNode(parse(html) as unknown as TreeNode).filter((address) => !/^(tel|mailto):/.test(address));
}
