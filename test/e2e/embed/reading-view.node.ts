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
/** A feed with no more than a card needs: a reading view removes a short box first. */
const SMALLEST = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Example Union',
  _placard: {
    spec: 1,
    sequence: 1,
    generated_at: '2026-03-02T10:00:00Z',
    publisher: { name: 'Example Union' },
    contacts: [{ id: 'press', role: 'press', phone: '+44 20 7946 0958' }],
  },
  items: [
    { id: 'press-cards', title: 'Three press cards withdrawn', summary: 'The ministry withdrew the press cards of three reporters.' },
  ],
});
const PARAGRAPH =
  '<p>The union said on Monday that it would appeal, and that the ministry had given no reason, although the law, as it stands, requires one in writing, and within a month.</p>';

const FEEDS: [name: string, feed: string, kept: string[]][] = [
  ['the smallest feed', SMALLEST, ['Example Union', 'Three press cards withdrawn']],
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
