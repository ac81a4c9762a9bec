/** A snapshot after an editor that keeps only plain tags, and the text that search, feeds and excerpts make of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { buildCard } from '../../../src/card/build-card.js';
import { renderHtml, type Profile } from '../../../src/card/html.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { en } from '../../../src/locales/en.js';

const FEEDS = ['feed', 'feeds/example-appeal', 'feeds/example-trial', 'feeds/example-release', 'feeds/example-labour'];

function html(name: string, profile: Profile, filled = false): string {
  const feed = parseFeed(JSON.parse(readFileSync(`demo/${name}.json`, 'utf8')), 'https://example.org/feed.json');
  const item = feed.item(feed.ids[0]!)!;
  return renderHtml(buildCard('campaign', { feed, item, locale: en, language: 'en', level: 2, now: Date.UTC(2026, 10, 20) }), {
    profile,
    filled,
  });
}

/** Returns the words as an excerpt has them: without tags, each space as one. */
const excerpt = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Returns the lines that an editor makes of the blocks that it knows. It does not know sections that open. */
const lines = (markup: string) =>
  markup
    .replace(/\s+/g, ' ')
    .replace(/<br \/>|<\/(p|div|section|h\d|li|ul|ol|dt|dd|dl|figcaption|figure|blockquote)>/g, '\n')
    .split('\n')
    .map(excerpt);

describe('a snapshot of plain tags', () => {
  for (const name of FEEDS) {
    it(`has a few lines, of which the headline, the status and the main action are strong (${name})`, () => {
      const lines = html(name, 'strict').match(/<p\b[^]*?<\/p>/g)!;
      assert.ok(lines.length <= 22);
      for (const line of lines.slice(0, 3)) assert.ok(line.includes('<strong>'), line);
      assert.ok(lines.some((line) => /^<p><(a href=[^>]*|span)>[^]*<strong>[^]*<\/p>$/.test(line)));
    });

    it(`has one heading, and marks the status and the main action, without its style sheet (${name})`, () => {
      const markup = html(name, 'snapshot');
      assert.equal(markup.match(/<h\d/g)!.length, 1);
      assert.match(markup, /<p class="placard-stamp"><strong>/);
      assert.match(markup, /<p class="placard-primary[^>]*><(a|span)[^>]*>(<small>[^]*?<\/small> )?<strong>/);
    });

    for (const profile of ['strict', 'snapshot'] as const)
      it(`begins with its publisher and its headline, as ${profile} (${name})`, () => {
        const text = excerpt(html(name, profile));
        const title = (JSON.parse(readFileSync(`demo/${name}.json`, 'utf8')) as { items: { title: string }[] }).items[0]!.title;
        assert.ok(/^(Statement|Case|Campaign) /.test(text));
        const start = text.indexOf(title);
        assert.ok(start > 0 && start < 80, text.slice(0, 120));
      });

    it(`keeps the title of a section apart from its first line (${name})`, () => {
      const markup = html(name, 'snapshot', true);
      const titles = [...markup.matchAll(/<summary>([^]*?)<\/summary>/g)].map(([, title]) => excerpt(title!));
      assert.ok(titles.length);
      assert.deepEqual(
        titles.filter((title) => !lines(markup).includes(title)),
        [],
      );
    });

    it(`keeps a space between the words of two tags (${name})`, () => {
      for (const profile of ['strict', 'snapshot'] as const)
        assert.deepEqual(html(name, profile).match(/[\p{L}\d.](?:<\/(?!bdi)\w+>)+(?:<(?!bdi|br)\w[^>]*>)+[\p{L}\d]/gu), null);
    });
  }
});
