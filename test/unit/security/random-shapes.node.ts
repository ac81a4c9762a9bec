/**
 * Random shapes of feeds and pages: any member made long, deep, wide, repeated, or one joined character. Reading, choosing and building
 * take steps in proportion to the size, and what is shown is bounded, whatever the size.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from '../../support/fast-check.js';
import { buildCard, type CardKind } from '../../../src/card/build-card.js';
import { renderHtml } from '../../../src/card/html.js';
import { renderLines } from '../../../src/card/text.js';
import { parsePage } from '../../../src/node/doctor/parse-page.js';
import { CliError } from '../../../src/node/io/cli-error.js';
import { lintFeed } from '../../../src/lint/lint-feed.js';
import { FeedError } from '../../../src/feed/errors.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { selectItem } from '../../../src/feed/select-item.js';
import { en } from '../../../src/locales/en.js';
import { wholeFeed } from '../feed/feed-fixtures.js';
import { counted } from './counted.js';

const KINDS: CardKind[] = ['campaign', 'incident', 'status', 'action', 'statement', 'list'];
const NOW = Date.UTC(2026, 2, 9);
const SIZES = [200, 1_600] as const;
/** Pieces that the words of a longer text may make, in all cards together: two cards have the whole statement, a line for each paragraph. */
const MAX_PIECES = 2 * (SIZES[1] - SIZES[0]);

/** How one member grows. */
const GROWERS: Record<string, (value: unknown, size: number) => unknown> = {
  repeated: (value, size) =>
    Array.from({ length: size }, (_, index) => (Array.isArray(value) ? value[index % (value.length || 1)] : value)),
  long: (_, size) => 'word '.repeat(size),
  unbroken: (_, size) => 'x'.repeat(size),
  'from right to left': (_, size) => 'كلمة '.repeat(size),
  'joined to one character': (_, size) => '\u{1f469}\u200d'.repeat(size),
  'with marks': (_, size) => `a${'\u0301'.repeat(size)}`,
  'of addresses': (_, size) => 'a.example b@c.example +44 20 7946 0958 '.repeat(size),
  'of tags': (_, size) => `${'<b id=x>'.repeat(size)}${'<p>x'.repeat(size)}`,
  deep: (_, size) => JSON.parse('['.repeat(size) + ']'.repeat(size)) as unknown,
  'deep in objects': (_, size) => JSON.parse('{"a":'.repeat(size) + '1' + '}'.repeat(size)) as unknown,
  wide: (value, size) => ({
    ...(typeof value === 'object' && !Array.isArray(value) ? value : {}),
    ...Object.fromEntries(Array.from({ length: size }, (_, index) => [`m${index}`, index])),
  }),
};

interface Growth {
  /** Picks the member, by its place among all. */
  readonly place: number;
  readonly grower: string;
}

type Owner = Record<string, unknown>;

/** Yields every member of a document with its parent. */
function* members(value: unknown): Generator<[owner: Owner, name: string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    yield [value as Owner, name];
    yield* members(member);
  }
}

function grown(growths: readonly Growth[], size: number): object {
  const document = structuredClone(wholeFeed());
  const places = [...members(document)]; // of the document before it grew
  const lists = places.filter(([owner, name]) => Array.isArray(owner[name]));
  for (const { place, grower } of growths) {
    const all = grower === 'repeated' ? lists : places;
    const [owner, name] = all[place % all.length]!;
    owner[name] = GROWERS[grower]!(owner[name], size);
  }
  return document;
}

interface Work {
  readonly steps: number;
  /** Opening and closing tags of all cards. */
  readonly tags: number;
  readonly lines: number;
}

/** Undefined where the whole feed is refused. */
function workOn(shape: object): Work | undefined {
  const { document, steps } = counted(shape);
  try {
    const feed = parseFeed(document, 'https://publisher.example/feed.json');
    const item = selectItem(feed, { language: 'fr' });
    const cards = KINDS.filter((kind) => item || kind === 'list').map((kind) =>
      buildCard(kind, { feed, item, locale: en, language: 'fr', level: 2, now: NOW }),
    );
    return {
      steps: steps(),
      tags: cards.map((card) => renderHtml(card).split('<').length).reduce((a, b) => a + b, 0),
      lines: cards.flatMap((card) => renderLines(card, { addresses: true })).length,
    };
  } catch (thrown) {
    if (thrown instanceof FeedError) return undefined;
    throw thrown;
  }
}

const names = Object.keys(GROWERS);
/** A list that repeats is what most cards are made of. */
const growth = fc.record({ place: fc.nat(10_000), grower: fc.oneof(fc.constantFrom(...names), fc.constant('repeated')) });

describe('a feed of any shape', () => {
  it('is read, chosen from and built in proportion to its size, and shows a bounded number of things', () => {
    fc.assert(
      fc.property(fc.array(growth, { minLength: 1, maxLength: 3 }), (growths) => {
        const [small, large] = SIZES.map((size) => workOn(grown(growths, size)));
        if (!small || !large) return;
        // Nested growth multiplies: eight times eight.
        const factor = growths.length > 1 ? 80 : 10;
        assert.ok(large.steps <= factor * small.steps + 5_000, `${small.steps} steps, then ${large.steps}`);
        // Both sizes are above every limit, but that of a text.
        assert.ok(large.tags <= small.tags + MAX_PIECES, `${small.tags} tags, then ${large.tags}`);
        assert.ok(large.lines <= small.lines + MAX_PIECES, `${small.lines} lines, then ${large.lines}`);
      }),
      { numRuns: 80 },
    );
  });

  it('is inspected, with a bounded number of short messages', () => {
    fc.assert(
      fc.property(fc.array(growth, { minLength: 1, maxLength: 2 }), (growths) => {
        const { problems } = lintFeed(JSON.stringify(grown(growths, 800)), { now: NOW });
        assert.ok(problems.filter(({ level }) => level === 'error').length <= 2_100, String(problems.length));
        for (const { message, fix } of problems) assert.ok(message.length + fix.length < 10_000);
      }),
      { numRuns: 40 },
    );
  });
});

const PIECES = [
  '<div>',
  '</div>',
  '<p>',
  '<b id=1>',
  '<a href=x>',
  '</a>',
  '<table>',
  '<tr>',
  '<td>',
  'words ',
  '<svg>',
  '<select>',
  '<placard-campaign src=f>',
  '<!--',
  '-->',
  '<body a>',
];

describe('a page of any shape', () => {
  it('is read, or given up with a sentence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }),
        (first, then) => {
          try {
            parsePage(first.join('').repeat(4_000) + then.join('').repeat(4_000)); // counts its own steps
          } catch (thrown) {
            if (!(thrown instanceof CliError)) throw thrown;
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
