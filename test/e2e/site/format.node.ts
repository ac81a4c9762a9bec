/** The reference of the format: complete, with valid examples, and with what each member becomes on the card. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { cookbook, RECIPES } from '../../../demo/site/format/cookbook.js';
import { exampleOf } from '../../../demo/site/format/examples.js';
import { formatObjects } from '../../../demo/site/format/members.js';
import { FORMAT_PAGES, formatPage } from '../../../demo/site/format/pages.js';
import { pictureOf } from '../../../demo/site/format/picture.js';
import { parseFeed } from '../../../src/feed/index.js';
import { expectedValue } from '../../../src/lint/explain-issue.js';
import { FEED_URL, at, changed, keyOf, parentOf, wholeFeed } from '../../unit/feed/feed-fixtures.js';

const members = [...formatObjects().values()].flat();
const pointerOf = (path: string) => `/${path.replaceAll('[]', '/0').replaceAll('.', '/')}`;

describe('reference of the format', () => {
  it('has a title and a sentence for each member', () => {
    assert.deepEqual(
      members.filter(({ title, sentence }) => !title || !sentence.endsWith('.')).map(({ path }) => path),
      [],
    );
  });

  it('has an example for each member, which the parser accepts', async () => {
    for (const { path, object } of members) {
      const example = await exampleOf(path);
      assert.ok(example, `${path}: no sample feed has it`);
      if (object !== undefined) continue; // the members of the object have examples of their own
      const pointer = pointerOf(path);
      const { issues } = parseFeed(withExample(pointer, example.value), FEED_URL);
      assert.deepEqual(
        issues.filter((issue) => issue.path === pointer),
        [],
        `${path}: ${JSON.stringify(example.value)}`,
      );
    }
  });

  it('shows the part of the card that a member makes, with its words marked', async () => {
    const { picture } = (await exampleOf('items[]._placard.cases[].next.date_status'))!;
    assert.ok(picture && picture !== 'all');
    assert.match(picture.html, new RegExp(`(<mark>|marked"[^>]*>)(<[^>]+>)*${picture.words}`));
    assert.match(picture.html, /class="placard-card"/);
    assert.equal((await exampleOf('items[]._placard.timeline[].kind'))?.picture, undefined);
    assert.equal((await exampleOf('items'))?.picture, 'all');
  });

  it('marks exactly the words in which two cards differ, in the part around them', () => {
    const card = (status: string) => `<section class="placard-card"><h2 id="a">Title</h2><p>One ${status} case</p><p>Rest</p></section>`;
    const picture = pictureOf(card('open'), card('closed'));
    assert.ok(picture && picture !== 'all');
    assert.deepEqual(picture, {
      html: '<section class="placard-card"><div>Title</div><p>One <mark>open </mark>case</p><p>Rest</p></section>',
      words: 'open',
    });
    assert.equal(pictureOf(card('open'), card('open')), undefined);
    assert.equal(pictureOf(`<p>${'All of it. '.repeat(99)}</p>`, ''), 'all');
  });

  it('has each member on one page, at an address of its own', async () => {
    const pages = await Promise.all(FORMAT_PAGES.map(({ name }) => formatPage(name)));
    const ids = pages.flatMap((page) => [...page.matchAll(/<h3 id="([^"]+)"/g)].map(([, id]) => id));
    assert.equal(ids.length, members.length);
    for (const page of pages) {
      const own = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(own).size, own.length);
    }
  });

  it('has only valid examples in the messages of validate', () => {
    let seen = 0;
    for (const { path } of members) {
      const pointer = pointerOf(path);
      for (const example of examplesIn(expectedValue(pointer))) {
        seen++;
        assert.deepEqual(parseFeed(withExample(pointer, example), FEED_URL).issues, [], `${pointer}: ${JSON.stringify(example)}`);
      }
    }
    assert.ok(seen > 50, `${seen} examples`);
  });
});

describe('cookbook', () => {
  it('has nine kinds of material, each a feed without a problem', () => {
    assert.equal(new Set(RECIPES.map(({ feed }) => feed)).size, 9);
    for (const { feed } of RECIPES) {
      const source = readFileSync(new URL(`../../../demo/feeds/example-${feed}.json`, import.meta.url), 'utf8');
      assert.deepEqual(parseFeed(source, FEED_URL).issues, [], feed);
    }
  });

  it('shows the card of each kind', async () => {
    assert.equal([...(await cookbook()).matchAll(/class="placard-headline"/g)].length, 9);
  });
});

/** Returns a complete feed with the example. A text in its parent's position becomes an object. */
function withExample(pointer: string, example: unknown): unknown {
  const whole = wholeFeed();
  const parent = parentOf(pointer);
  return typeof at(whole, parent) === 'string' ? changed(whole, parent, { [keyOf(pointer)]: example }) : changed(whole, pointer, example);
}

/** Returns each JSON text, list or object in a sentence, without the names of members: the "id" of …, set "date_status" to …. */
function examplesIn(meaning: string): unknown[] {
  if (/^(an object \{|a list \[|a text in quotation)/.test(meaning)) return []; // only the type
  const examples = meaning.replace(/\b(the|set|to|in|into) "\w[\w-]*"/g, '');
  return [...examples.matchAll(/\{[^}]*\}|\[[^\]]*\]|"[^"]*"/g)].map(([text]) => JSON.parse(text) as unknown);
}
