/** A snapshot in an article, in the reading view of Firefox (Readability): publisher, headline, status and number are kept. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { snapshotOf } from '../../../src/embed/snapshot.js';
import { divSnippet } from '../../../src/embed/snippets.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';

const text = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
/** The first feed in the README. */
const smallest = /```json\n(\{\n {2}"version"[^]*?)```/.exec(text('README.md'))![1]!;
const PARAGRAPH =
  '<p>The union said on Monday that it would appeal, and that the ministry had given no reason, although the law, as it stands, requires one in writing, and within a month.</p>';

const FEEDS: [name: string, feed: string, kept: string[]][] = [
  ['the smallest feed of the README', smallest, ['Example Union', 'Three press cards withdrawn']],
  ['the sample', text('demo/feed.json'), ['International Federation of Journalists', 'Case pending', 'tel:+3222352216']],
];

describe('the reading view of an article', () => {
  for (const [name, feed, kept] of FEEDS) {
    for (const [around, wrap] of [
      ['its div', (snapshot: string) => divSnippet({ attributes: { src: 'https://union.example/feed.json' }, snapshot })],
      ['the tag', (snapshot: string) => `<placard-campaign src="https://union.example/feed.json">${snapshot}</placard-campaign>`],
      ['the page', (snapshot: string) => snapshot],
    ] as const) {
      it(`keeps the snapshot of ${name} in ${around}`, async () => {
        const parsed = parseFeed(feed, 'https://union.example/feed.json');
        const contacts = parsed.head._placard?.contacts?.flatMap(({ phone }) => phone ?? []) ?? [];
        const snapshot = (await snapshotOf(parsed))!;
        const article = `<article><h1>The cards of the press</h1>${PARAGRAPH.repeat(3)}${wrap(snapshot)}${PARAGRAPH.repeat(4)}</article>`;
        const { document } = new JSDOM(`<!doctype html><html lang="en"><title>A</title><body><main>${article}</main></body></html>`).window;
        const { content } = new Readability(document).parse()!;
        for (const word of kept) assert.ok(content!.includes(word), `${word} is not in ${content}`);
        assert.ok(!contacts.length || content!.includes('tel:'), `no number in ${content}`);
      });
    }
  }
});
