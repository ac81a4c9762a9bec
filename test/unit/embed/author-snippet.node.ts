/** The snippet for authors of WordPress has only elements that WordPress keeps in their posts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { snapshotOf } from '../../../src/embed/snapshot.js';
import { authorSnippet, plainSnippet } from '../../../src/embed/snippets.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';

const feed = parseFeed(readFileSync(new URL('../../../demo/feed.json', import.meta.url), 'utf8'), 'https://example.org/feed.json');
/** From `$allowedposttags` of WordPress 6.1, wp-includes/kses.php. */
const KEPT =
  /^(a|abbr|article|aside|b|blockquote|br|cite|code|dd|details|div|dl|dt|em|figure|figcaption|h[1-6]|i|img|li|ol|p|q|s|section|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)$/;

describe('the snippet for authors of WordPress', () => {
  it('has only elements that WordPress keeps in the posts of authors, and each date', async () => {
    const snapshot = await snapshotOf(feed, { item: 'kz-accreditation-2025' });
    const snippet = authorSnippet({ attributes: { src: 'https://example.org/feed.json' }, snapshot: snapshot! });
    const names = new Set([...snippet.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name!));
    assert.deepEqual(
      [...names].filter((name) => !KEPT.test(name)),
      [],
    );
    assert.match(snippet, /<p class="placard-stamp"><strong>[^<]+<\/strong> <span>as of 25 July 2025<\/span><\/p>/);
  });

  it('has the width of the picture of the card, for a page that blocks the style sheet', async () => {
    const pictures = (await snapshotOf(feed, { item: 'kz-accreditation-2025' }))!.match(/<img [^>]*>/g) ?? [];
    assert.deepEqual(
      pictures.map((picture) => / width="(\d+)"/.exec(picture)?.[1]),
      ['300'],
    );
  });

  it('limits the width of a picture, which no theme does in a block of HTML', () => {
    const pictures = '<img src="https://example.org/a.jpg" alt="" /><img width="60" src="https://example.org/b.jpg" alt="" />';
    for (const snippet of [plainSnippet(pictures), authorSnippet({ attributes: {}, snapshot: pictures })])
      assert.deepEqual(
        [...snippet.matchAll(/ width="(\d+)"/g)].map(([, width]) => width),
        ['300', '60'],
      );
  });
});
