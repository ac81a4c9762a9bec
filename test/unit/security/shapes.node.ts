/**
 * Shapes of feeds (long, deep, wide, chained, repeated): reading one takes steps in proportion to its size. Steps are counted where the
 * reader touches the document: each member that is read of it.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintFeed } from '../../../src/lint/lint-feed.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { selectItem } from '../../../src/feed/select-item.js';
import { originalIds, translationInfo, languageVariants, findRetraction } from '../../../src/feed/translations.js';
import { describeDestination } from '../../../src/feed/values/link-destination.js';
import { safeUrl } from '../../../src/feed/values/safe-url.js';
import { counted } from './counted.js';

type Json = Record<string, unknown>;

const HEAD = { spec: 1, sequence: 1, generated_at: '2026-03-02T10:00:00Z', publisher: { name: 'Union' } };
const feedOf = (items: unknown[], head: Json = {}) => ({
  version: 'https://jsonfeed.org/version/1.1',
  language: 'en',
  _placard: { ...HEAD, ...head },
  items,
});
const itemOf = (id: unknown, facts: Json = {}) => ({ id, title: 'T', _placard: { kind: 'case', revision: 1, ...facts } });
const many = <T>(count: number, one: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => one(index));
const nested = (depth: number, open: string, close: string) => JSON.parse(open.repeat(depth) + '1' + close.repeat(depth)) as unknown;

/** An original and its translation. */
const pairOf = (original: Json, translation: Json) =>
  feedOf([
    itemOf('en', { translations: [{ language: 'fr', item_id: 'fr', kind: 'official' }], ...original }),
    { ...itemOf('fr', translation), language: 'fr' },
  ]);
const wide = (size: number): Json => Object.fromEntries(many(size, (index) => [`member${index}`, index]));

/** Each by its size; most of them were slow once. */
const SHAPES: Record<string, (size: number) => unknown> = {
  'a chain of translations': (size) =>
    feedOf(many(size, (id) => itemOf(id, { translations: [{ language: 'en', item_id: id + 1, kind: 'official' }] }))),
  'a chain of originals': (size) =>
    feedOf(many(size, (id) => itemOf(id, { translations: [{ language: 'en', item_id: id + 1, kind: 'original' }] }))),
  'a ring of originals': (size) =>
    feedOf(many(size, (id) => itemOf(id, { translations: [{ language: 'en', item_id: (id + 1) % size, kind: 'original' }] }))),
  'one original of all': (size) =>
    feedOf(many(size, (id) => itemOf(id, { translations: [{ language: 'fr', item_id: 0, kind: 'original' }] }))),
  'one that lists all': (size) =>
    feedOf([
      itemOf('a', { translations: many(size, (item_id) => ({ language: 'fr', item_id, kind: 'official' })) }),
      ...many(size, itemOf),
    ]),
  'contacts and actions': (size) =>
    feedOf([itemOf(1, { actions: many(size, (id) => ({ id, type: 'contact', contact: size - id })) })], {
      contacts: many(size, (id) => ({ id, role: 'press', email: 'a@b.example' })),
    }),
  'wrong tags': (size) => feedOf([{ ...itemOf(1), tags: many(size, () => 1) }]),
  'items without an id': (size) => feedOf(many(size, () => ({}))),
  'items of one id': (size) => feedOf(many(size, () => itemOf(1))),
  'steps of one date, behind each case': (size) =>
    feedOf([
      itemOf(1, {
        timeline: many(size, (id) => ({ id, date: '2026-03', text: 'x' })),
        cases: many(size, (id) => ({ id, forum: 'F', status: 'pending', as_of: '2026-01-01' })),
      }),
    ]),
  'unknown members': (size) => feedOf([{ ...itemOf(1), ...wide(size) }]),
  'lists in each other': (size) => feedOf([{ ...itemOf(1), tags: nested(size, '[', ']') }]),
  'objects in each other': (size) => feedOf([{ ...itemOf(1), summary: nested(size, '{"a":', '}') }], { x: nested(size, '{"items":', '}') }),
  'a deep code': (size) => feedOf([itemOf(1, { kind: nested(size, '[', ']'), cases: [{ status: nested(size, '{"a":', '}') }] })]),
  'dates of one day': (size) =>
    feedOf(many(size, (id) => ({ ...itemOf(id), date_published: `2026-03-02T10:00:${String(id % 60).padStart(2, '0')}+01:00` }))),
  'newest ones that show nothing': (size) => feedOf([...many(size, (id) => ({ id, date_published: '2026-03-02T10:00:00Z' })), itemOf('a')]),
  'a ring of successors': (size) => feedOf(many(size, (id) => itemOf(id, { superseded_by: (id + 1) % size }))),
  'translated facts without an id': (size) => pairOf({ cases: many(size, () => ({})) }, { cases: [wide(size)] }),
  'translated facts of one id': (size) => pairOf({ cases: many(size, () => ({ id: 1 })) }, { cases: [{ id: 1, ...wide(size) }] }),
  'translated facts in each other': (size) => pairOf({ incident: nested(size, '{"a":', '}') as Json }, { incident: {} }),
  'translated lists in each other': (size) => {
    const facts = () => ({ cases: [{ id: 1, next: nested(size / 2, '[{"a":', '}]') }] });
    return pairOf(facts(), facts());
  },
  mirrors: (size) => feedOf([itemOf(1)], { mirrors: many(size, (index) => `https://m.example/${index}`) }),
};

/** All that elements ask of a feed when they show it. */
function stepsOf(shape: unknown): number {
  const { document, steps } = counted(shape);
  const feed = parseFeed(document, 'https://publisher.example/feed.json');
  selectItem(feed, { language: 'fr' });
  const ids = originalIds(feed);
  for (const id of [...ids.slice(0, 20), ...feed.ids.slice(-5)]) {
    const item = selectItem(feed, { id, language: 'fr' });
    if (!item) continue;
    languageVariants(feed, item.id);
    translationInfo(feed, item);
    findRetraction(feed, item);
  }
  return steps();
}

describe('a feed', () => {
  for (const [what, shape] of Object.entries(SHAPES))
    it(`is read in proportion to its size: ${what}`, () => {
      const [small, large] = [500, 4_000].map((size) => stepsOf(shape(size))) as [number, number];
      // Eight times the size: eight times the steps, and some that every feed takes.
      assert.ok(large <= 10 * small + 2_000, `${small} steps for 500, ${large} for 4,000`);
    });

  for (const [what, shape] of Object.entries(SHAPES))
    it(`the linter reports a limited number of problems for any shape: ${what}`, () => {
      const { problems } = lintFeed(JSON.stringify(shape(4_000)), { now: Date.parse('2026-11-26') });
      assert.ok(problems.filter(({ level }) => level === 'error').length <= 2_100, String(problems.length));
      for (const { message, fix } of problems) assert.ok(message.length + fix.length < 10_000);
    });
});

describe('words beside a link', () => {
  it('are compared with as many people as a mail may have', () => {
    assert.equal(safeUrl(`mailto:${many(40_000, (index) => `a${index}@b.example`).join()}`), undefined);
    const title = many(1_600, (index) => `h${index}.example`).join(' ');
    let parsed = 0;
    const { URL } = globalThis;
    globalThis.URL = class extends URL {
      constructor(...given: ConstructorParameters<typeof URL>) {
        super(...given);
        parsed++;
      }
    };
    try {
      describeDestination(title, 'mailto:a@b.example,c@d.example');
      describeDestination('b.example '.repeat(1_600), 'mailto:a@b.example');
    } finally {
      globalThis.URL = URL;
    }
    assert.ok(parsed <= 3 * 1_600, `${parsed} addresses`);
  });
});
