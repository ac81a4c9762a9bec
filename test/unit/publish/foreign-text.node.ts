/** Writes foreign text into the files that followers read, and reads it with two parsers of Atom and one of calendars. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFeed as parseAtom } from '@rowanmanning/feed-parser';
import * as fc from '../../support/fast-check.js';
import ICAL from 'ical.js';
import { parseFragment } from 'parse5';
import Parser from 'rss-parser';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { siteAtom } from '../../../src/publish/atom.js';
import { calendar } from '../../../src/publish/icalendar.js';
import type { Site } from '../../../src/publish/site-parts.js';
import { anyText, hostileText } from '../embed/hostile.js';
import { feedOf } from '../feed/feed-fixtures.js';

const BASE = 'https://cases.example.org/';
const SITE: Site = {
  base: BASE,
  hub: undefined,
  icon: `${BASE}icon.svg`,
  assets: 'assets',
  asset: (url) => ({ url }),
  folderOf: (id) => id,
};

const oneLine = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
/** Returns the text of HTML that has no markup. */
const unmarked = (html: string | null | undefined): string =>
  oneLine(
    parseFragment(html ?? '')
      .childNodes.map((node) => ('value' in node ? node.value : assert.fail(html ?? '')))
      .join(''),
  );

describe('an Atom feed', () => {
  it('has the title, the summary and the topics of an item as text', () =>
    fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const item = { id: 'one', title: text, summary: text, tags: [text], _placard: { kind: 'case', revision: 1 } };
        const feed = parseFeed({ ...feedOf([item]), title: text }, `${BASE}feed.json`);
        const { title, summary = '', tags = [] } = feed.item('one')!;
        const xml = await siteAtom(SITE, feed, undefined);

        const [entry, ...others] = (await new Parser().parseString(xml)).items;
        assert.deepEqual(others, []);
        assert.equal(unmarked(entry!.title), oneLine(title));
        assert.ok(oneLine(entry!.contentSnippet).includes(oneLine(summary)) || unmarkedContent(entry!.content!).includes(oneLine(summary)));

        const atom = parseAtom(xml);
        assert.equal(oneLine(atom.title), oneLine(feed.head.title));
        const [same] = atom.items;
        // This parser decodes the references of a title twice.
        if (!title!.includes('&')) assert.equal(oneLine(same!.title), oneLine(title));
        assert.deepEqual(
          same!.categories.map(({ term }) => oneLine(term)),
          tags.map(oneLine),
        );
      }),
    ));
});

/** Returns the text of paragraphs that have no markup in them. */
const unmarkedContent = (html: string): string =>
  oneLine(
    parseFragment(html)
      .childNodes.flatMap((node) => ('childNodes' in node ? node.childNodes : [node]))
      .map((node) => ('value' in node ? node.value : assert.fail(html)))
      .join(' '),
  );

describe('the calendar of a site', () => {
  it('has each event with the words of the feed, and no property that they name', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const start = new Date('2026-12-01T10:00:00Z');
        const event = {
          uid: 'one@cases.example.org',
          start,
          allDay: false,
          kind: 'step' as const,
          state: 'planned' as const,
          revision: 1,
          url: BASE,
          description: BASE,
        };
        const words = text || 'x';
        const written = calendar(words, [{ ...event, summary: words, place: words }], '2026-11-27T10:00:00Z');
        for (const line of written.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
        const [, , [found, ...others]] = ICAL.parse(written) as [string, unknown, [string, string[][]][]];
        assert.deepEqual(others, []);
        const names = found![1].map(([name]) => name);
        assert.deepEqual(
          names.filter((name) => !KNOWN.has(name!)),
          [],
        );
        const summary = found![1].find(([name]) => name === 'summary')![3]!;
        assert.equal(printable(summary), printable(words));
      }),
      { examples: [['ж'.repeat(80)], ['👩‍👩‍👧'.repeat(20)], ['a\rATTENDEE:b'], ['a\r\nEND:VEVENT\r\nBEGIN:VEVENT'], ['\\n;,']] },
    ));
});

describe('the calendar of an event of several days', () => {
  it('has the day after the last one as its end, and the properties of the calendar before the event', () => {
    const whole = { uid: 'one@cases.example.org', allDay: true, kind: 'event' as const, state: 'planned' as const, revision: 1 };
    const event = { ...whole, url: BASE, description: BASE, summary: 'Vigil', start: new Date('2026-12-01'), end: new Date('2026-12-03') };
    const written = calendar('Vigil', [event], '2026-11-27T10:00:00Z', ['X-PLACARD-LAST:20261201 one@cases.example.org']);
    const lines = written.split('\r\n');
    assert.ok(lines.includes('DTSTART;VALUE=DATE:20261201') && lines.includes('DTEND;VALUE=DATE:20261204'), written);
    assert.ok(lines.findIndex((line) => line.startsWith('X-PLACARD-LAST')) < lines.indexOf('BEGIN:VEVENT'));
    assert.deepEqual(lines.slice(-2), ['END:VCALENDAR', '']);
  });
});

const KNOWN = new Set('uid sequence dtstamp dtstart summary location description url status x-alt-desc transp class'.split(' '));
const printable = (text: string) => oneLine(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff\ufffd]/g, ''));
