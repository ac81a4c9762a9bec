/** Pages that are made before a browser opens them: the same sanitiser in another DOM leaves the same of every hostile piece. */
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

/** jsdom's forms have no names that hide their properties, so there is nothing to drop them for: their words stay, as of any form. */
const KEPT: Record<string, string> = {
  '<form name=attributes><input name=attributes><input id=childNodes><p>in</p></form>': '<div><p>in</p></div>',
  '<form><input name=nodeName><input name=parentNode>x</form>': '<div>x</div>',
};

describe('statement HTML before a page is open', () => {
  for (const [index, html] of MARKUP.entries())
    it(`leaves the same of ${html.slice(0, 70)}`, () => {
      const once = written(sanitize(hostile(html), feed, 2)!.content);
      assert.equal(once, KEPT[html] ?? expected[index]);
      assert.equal(written(sanitize(once, feed, 2)!.content), once);
    });
});
