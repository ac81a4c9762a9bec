/** A snapshot in a page that Vue takes for its template: the browser has read the character references by then. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { parseFragment, serialize } from 'parse5';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { renderItem } from '../../../src/publish/render.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { withPart } from '../cli/feeds.js';

describe('a snapshot within the template of an application', () => {
  let snapshot: string;
  before(async () => {
    const feed = parseFeed(withPart('/items/0/title', 'Cards {{ 6 * 7 }} withdrawn'));
    ({ snapshot } = await renderItem(feed, 'press-cards', () => undefined));
  });

  it('says what the feed says, and is not evaluated by Vue', async () => {
    const template = serialize(parseFragment(`<main>${snapshot}</main>`));
    assert.match(template, /\{\{ 6 \* 7 \}\}/);
    const html = await renderToString(createSSRApp({ template }));
    assert.match(html, /Cards \{\{ 6 \* 7 \}\} withdrawn/);
  });
});
