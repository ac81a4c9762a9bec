/** Which texts of an item a correction changes, and which parts of a text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { itemSchema } from '../../../src/feed/schema/schema.js';
import { valueAt, walk, type Json } from '../../../src/lint/json-pointer.js';
import { correctWords, hasWords } from '../../../src/studio/update/correct-words.js';
import { wholeFeed } from '../feed/feed-fixtures.js';

const whole = (wholeFeed().items as Json[])[0]!;

/** Texts that another rule of the format would accept with other words too. */
const KEPT = [
  ...['/id', '/tags', '/attachments/0/mime_type'],
  ...['superseded_by', 'persons/0/id', 'persons/0/contact', 'timeline/0/kind', 'documents/0/type', 'translations/0/item_id'].map(
    (name) => `/_placard/${name}`,
  ),
  ...['id', 'number', 'persons', 'external/0/label'].map((name) => `/_placard/cases/0/${name}`),
  ...['id', 'contact', 'to/0', 'to/1/id'].map((name) => `/_placard/actions/0/${name}`),
];

describe('a correction of words', () => {
  it('keeps each id, reference, number, code, date and address of an item with every member', () => {
    const texts = [...walk(whole)].flatMap(({ value }) => (typeof value === 'string' ? value : []));
    for (const wrong of new Set(texts)) {
      const corrected = correctWords(whole, wrong, 'Other words');
      assert.ok(z.safeParse(itemSchema, corrected).success, wrong);
      for (const pointer of KEPT) assert.deepEqual(valueAt(corrected, pointer), valueAt(whole, pointer), `${wrong} at ${pointer}`);
    }
  });

  it('keeps addresses in a text, unless the wrong words are an address', () => {
    const text = 'The press writes to press@union.example, and reads https://union.example/press.';
    const html =
      '<p>The press reads <a href="https://union.example/press">the press page</a>&nbsp;&amp; writes to press@union.example.</p>';
    const item = { title: text, content_html: html };
    assert.deepEqual(correctWords(item, 'press', 'media'), {
      title: 'The media writes to press@union.example, and reads https://union.example/press.',
      content_html:
        '<p>The media reads <a href="https://union.example/press">the media page</a>&nbsp;&amp; writes to press@union.example.</p>',
    });
    assert.deepEqual(correctWords(item, 'union.example/press', 'union.example/news'), {
      title: text.replace('example/press', 'example/news'),
      content_html: html.replace('example/press', 'example/news'),
    });
  });

  it('writes words into HTML as text', () => {
    const item = { content_html: '<p>Rights &amp; duties of a&nbsp;reporter</p>' };
    const htmlOf = (wrong: string, right: string) => correctWords(item, wrong, right).content_html;
    assert.equal(htmlOf('Rights & duties', 'Press <b>'), '<p>Press &lt;b&gt; of a&nbsp;reporter</p>');
    assert.equal(htmlOf('a\u00a0reporter', '$&'), '<p>Rights &amp; duties of $&amp;</p>');
    for (const wrong of ['amp', 'nbsp', 'p>', '/']) assert.equal(htmlOf(wrong, 'x'), item.content_html);
  });

  it('keeps the codes of categories, and the texts of earlier corrections', () => {
    const item = { _placard: { incident: { categories: ['threat', 'a threat'] }, corrections: [{ text: 'It was a threat.' }] } };
    assert.deepEqual(correctWords(item, 'threat', 'warning'), {
      _placard: { ...item._placard, incident: { categories: ['threat', 'a warning'] } },
    });
    assert.equal(hasWords(item, 'It was'), false);
  });
});
