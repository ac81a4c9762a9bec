/** A snapshot in a page that Vue uses as its template, after the browser has parsed the character references. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { parseFragment, serialize } from 'parse5';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { renderItem } from '../../../src/publish/render.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { withPart } from '../cli/feeds.js';

describe('snapshot inside the template of an application', () => {
  let snapshot: string;
  before(async () => {
    const feed = parseFeed(withPart('/items/0/title', 'Cards {{ 6 * 7 }} withdrawn'));
    ({ snapshot } = await renderItem(feed, 'press-cards', () => undefined));
  });

  it('shows the text of the feed, and Vue does not evaluate it', async () => {
    const template = serialize(parseFragment(`<main>${snapshot}</main>`));
    assert.match(template, /\{\{ 6 \* 7 \}\}/);
    const html = await renderToString(createSSRApp({ template }));
    assert.match(html, /Cards \{\{ 6 \* 7 \}\} withdrawn/);
  });
});
