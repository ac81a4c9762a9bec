/**
 * The words of the builder. `approved.txt` has all of them. To approve new words, run this file with UPDATE_APPROVED=1, and read the
 * difference.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ElementHandle, Page } from 'puppeteer-core';
import { serve, type Server } from '../cli/server.js';
import { chooseFormat, openBuilder, pasteAddress, textOf, whenReady, type Builder } from './builder.js';

const APPROVED = new URL('./approved.txt', import.meta.url);

/** Runs in the page. Returns each text of the page, hidden ones included, one on a line. Skips the names of languages. */
const PAGE_TEXT = `(() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.replace(/\\s+/g, ' ').trim();
    if (text && !walker.currentNode.parentElement.matches('option[lang], #stage *')) lines.push(text);
  }
  const labels = [...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'));
  return [...lines, ...labels].join('\\n');
})()`;

describe('words of the builder', () => {
  let builder: Builder;
  let publisher: Server;

  before(async () => {
    builder = await openBuilder();
    publisher = await serve((req, res) => {
      const status = Number(/\d{3}/.exec(req.url!)?.[0] ?? 200);
      if (req.url !== '/no-cors.json') res.setHeader('Access-Control-Allow-Origin', '*');
      res
        .writeHead(status, { 'Content-Type': 'application/feed+json' })
        .end(req.url === '/not-utf-8.json' ? Buffer.from([0xff, 0xfe, 0xfd]) : '{}');
    });
  });
  after(async () => {
    await builder?.close();
    await publisher?.[Symbol.asyncDispose]();
  });

  it('are the approved ones', async () => {
    const sections: string[] = [];
    const add = (title: string, ...texts: string[]) => void sections.push([`# ${title}`, ...texts.filter(Boolean)].join('\n'));
    const sample = { src: `${builder.url}feed.json`, item: 'kz-accreditation-2025', lang: 'en' };
    const isExpected = () => true;

    await builder.open({}, async (page) => {
      await whenReady(page); // the sample is there at once
      add('page', (await page.evaluate(PAGE_TEXT)) as string);
    });
    for (const src of ['example.org/feed.json', 'feed', 'https://:0', 'http://127.0.0.1:9/feed.json'])
      await builder.open({ src }, async (page) =>
        add(`address ${src}`, await textOf(page, '#feed-status'), await textOf(page, '#problems')),
      );
    for (const file of ['no-cors.json', 'not-utf-8.json', '403.json', '404.json', '418.json', '503.json'])
      await builder.open(
        { src: publisher.url + file },
        async (page) => add(`response ${file}`, await textOf(page, '#feed-status'), await textOf(page, '#problems')),
        { isExpected },
      );

    const addFormat = async (page: Page, format: string) => {
      await whenReady(page);
      const titles = await page.$$eval('#stage section:not([hidden]) h3', (all) => all.map((each) => each.textContent));
      add(
        `format ${format}`,
        await textOf(page, '#instructions'),
        `previews: ${titles.join(', ')}`,
        await costTexts(page),
        await policyNote(page),
      );
    };
    await builder.open(sample, async (page) => {
      for (const format of ['full', 'live', 'html', 'wordpress', 'react', 'vue', 'svelte']) {
        await chooseFormat(page, format);
        await addFormat(page, format);
      }
    });
    // A user cannot choose it for a feed without pages.
    await builder.open({ ...sample, format: 'iframe' }, (page) => addFormat(page, 'iframe'));

    await builder.open({ src: sample.src, item: '', accent: 'red' }, async (page) => {
      await whenReady(page);
      add('newest item, accent "red"', await textOf(page, '#item-note'), await textOf(page, '#accent-note'));
      add('options for the item', await textOf(page, '#item option[value=""]'));
    });
    await builder.open({ ...sample, accent: '#fe0' }, async (page) => {
      await whenReady(page);
      add('accent "#fe0"', await textOf(page, '#accent-note'));
    });
    await builder.open({ ...sample, item: 'missing' }, async (page) => {
      await page.waitForSelector('#feed-status[data-state=failed]');
      add('missing item', await textOf(page, '#feed-status'));
    });
    await builder.open({ src: `${builder.url}feeds/example-closed.json`, tag: 'placard-statement' }, async (page) => {
      await page.waitForSelector('#feed-status[data-state=ok]');
      await page.waitForFunction(() => document.querySelector('#instructions')!.textContent !== '');
      add(
        'status',
        await textOf(page, '#feed-status'),
        await textOf(page, '#publisher-notes summary'),
        await textOf(page, '#instructions'),
      );
    });
    await builder.open({ src: sample.src, item: 'kz-adilbekov-2024', names: 'no' }, async (page) => {
      await whenReady(page);
      add('names', await textOf(page, '#remaining-names'));
    });
    await builder.open({}, async (page) => {
      const input = (await page.$('#file')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(fileURLToPath(new URL('../../../demo/feeds/example-decided.json', import.meta.url)));
      await page.waitForSelector('#to-address:not([hidden])');
      add('file without an address', await textOf(page, '#open-file p'), await textOf(page, '#instructions'));
      await pasteAddress(page, 'https://example.org/feed.json');
      await whenReady(page);
      add('file with an address', await textOf(page, '#open-file p'));
      await page.locator('#copy').click();
      await page.waitForFunction(() => document.querySelector('#copied')!.textContent !== '');
      add('copied', await textOf(page, '#copied'));
    });

    // The port and the sizes change with each run and build.
    const words = `${sections.join('\n\n')}\n`
      .replaceAll(new URL(builder.url).origin, 'http://demo.example')
      .replace(/\b\d[\d,]* bytes|(?<=\.(js|css) |the chunk “\w+” )\d[\d,]*\d|sha384-[\w+/]+/g, 'N');
    if (process.env.UPDATE_APPROVED) writeFileSync(APPROVED, words);
    assert.equal(words, readFileSync(APPROVED, 'utf8'), 'run this file with UPDATE_APPROVED=1 to approve new words');
  });
});

/** Returns the costs without their numbers, which change with each build. */
async function costTexts(page: Page): Promise<string> {
  const rows = await page.$$eval('#costs dt', (terms) =>
    terms.map((term) => `${term.textContent}: ${term.nextElementSibling!.textContent}`),
  );
  return rows.join('\n').replace(/\d[\d,]*/g, 'N');
}

async function policyNote(page: Page): Promise<string> {
  const policy = await textOf(page, '#policy');
  return policy.includes('-src') ? '' : `policy: ${policy}`;
}
