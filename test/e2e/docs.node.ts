/** Runs each sample of the documentation, and checks each page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { marked, type Tokens } from 'marked';
import type { Browser } from 'puppeteer-core';
import { GUIDES, guide } from '../../demo/docs/docs.js';
import { parseFeed } from '../../src/feed/index.js';
import { openBrowser, visit } from '../support/browser-page.js';
import { makeProject } from './cli/cli.js';
import { at, changed, FEED_URL, keyOf, parentOf, wholeFeed } from '../unit/feed/feed-fixtures.js';
import { openSamples, samplesIn, type Samples } from '../support/doc-samples.js';

const file = (name: string) => () => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const PAGES: Record<string, () => string | Promise<string>> = {
  'README.md': file('README.md'),
  'SECURITY.md': file('SECURITY.md'),
  ...Object.fromEntries(Object.keys(GUIDES).map((name) => [`/docs/${name}.html`, () => guide(name)])),
};

describe('documentation', () => {
  let samples: Samples;
  let browser: Browser;

  before(async () => {
    samples = await openSamples();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await samples?.close();
  });

  for (const [name, markdown] of Object.entries(PAGES))
    it(`has only working samples in ${name}`, async () => {
      const folder = await makeProject();
      for (const sample of samplesIn(await markdown())) await samples.run(sample, folder);
    });

  it('rejects a sample of an unknown kind', async () => {
    await assert.rejects(samples.run({ type: 'code', raw: '', text: 'x', lang: 'cobol' }, ''), /"cobol"/);
    assert.deepEqual(
      samplesIn('- a\n\n  ```html\n  <p>\n  ```\n\n> ```\n> b\n> ```\n\n<pre>c</pre>').map(({ lang }) => lang),
      ['html', '', ''],
    );
  });

  it('has only valid examples in the reference of the format', async () => {
    let seen = 0;
    for (const [pointer, meaning] of await meanings())
      for (const example of examplesIn(meaning)) {
        seen++;
        const { issues } = parseFeed(withExample(pointer, example), FEED_URL);
        assert.deepEqual(issues, [], `${pointer}: ${JSON.stringify(example)}`);
      }
    assert.ok(seen > 50, `${seen} examples`);
  });

  for (const name of Object.keys(GUIDES))
    it(`serves /docs/${name}.html with working links and no horizontal scrolling on a telephone`, () =>
      visit(
        browser,
        `${samples.url}docs/${name}.html`,
        async (page) => {
          assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
          const links = await page.$$eval('a', (all) => all.map(({ href }) => href));
          for (const link of links.filter((each) => each.startsWith(samples.url))) assert.equal((await fetch(link)).status, 200, link);
        },
        { width: 320 },
      ));

  it('names the members of the format', async () => {
    const reference = await guide('format');
    for (const member of ['sequence', 'retraction', 'date_status', 'compliance']) assert.ok(reference.includes(`\`${member}\``));
  });
});

/** Returns the meaning of each member in the published reference, by its pointer. */
async function meanings(): Promise<[pointer: string, meaning: string][]> {
  const plain = (cell: string) => cell.replaceAll('<wbr>', '').replaceAll('&quot;', '"').replaceAll('&amp;', '&').trim();
  const found: [string, string][] = [];
  let place = '';
  for (const token of marked.lexer(await guide('format'))) {
    if (token.type === 'heading') place = token.text === 'The feed' ? '' : `/${token.text.replaceAll('[]', '/0').replaceAll('.', '/')}`;
    if (token.type === 'table')
      for (const [member, , , meaning] of (token as Tokens.Table).rows)
        found.push([`${place}/${member!.text.replaceAll('`', '')}`, plain(meaning!.text)]);
  }
  return found;
}

/** Returns a complete feed with the example. A text in its parent's position becomes an object. */
function withExample(pointer: string, example: unknown): unknown {
  const whole = wholeFeed();
  const parent = parentOf(pointer);
  return typeof at(whole, parent) === 'string' ? changed(whole, parent, { [keyOf(pointer)]: example }) : changed(whole, pointer, example);
}

/** Returns each JSON text, list or object in a sentence, without the names of members: the "id" of …, set "date_status" to …. */
function examplesIn(meaning: string): unknown[] {
  const examples = meaning.replace(/\b(the|set|to) "\w[\w-]*"/g, '');
  return [...examples.matchAll(/\{[^}]*\}|\[[^\]]*\]|"[^"]*"/g)].map(([text]) => JSON.parse(text) as unknown);
}
