/** Any JSON as a feed, any string in any field: an error or an honest card, nothing thrown, nothing polluted. */
import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { FeedError } from '../../../src/feed/errors.js';
import { parseFeed, type Feed } from '../../../src/feed/parse-feed.js';
import { selectItem } from '../../../src/feed/select-item.js';
import { cleanText, isBlank } from '../../../src/feed/values/clean-text.js';
import { part, show, snapshotFor } from '../elements/helpers.js';
import { changed, FEED_URL, pointers, wholeFeed } from '../feed/feed-fixtures.js';
import { faultsIn } from './allowlist.js';
import { Tripwire } from './tripwire.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const TAGS = ['campaign', 'incident', 'status', 'action', 'statement', 'list'];
const places = pointers(wholeFeed()).filter(Boolean);

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'length',
  'then',
  'toJSON',
  'id',
  'text',
  '_placard',
];
const key = fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 5 }));
const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    ...KEYS,
    '',
    ' ',
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
    '\ud800',
    '\u202e',
    '2025-13',
    '2025-02',
    'en',
    'ar',
    '/',
    '+32 2 555 01 00',
  ),
);
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    word,
    fc.oneof(fc.constantFrom(0, -0, -1, 1, 0.5, 1e21, 2 ** 53, 1e308, -1e308), fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.constantFrom(true, false, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ) as fc.Arbitrary<Json>,
})).value;

/** As it came over the wire: an own `__proto__` is one there. */
const read = (document: unknown): Feed | undefined => {
  try {
    return parseFeed(JSON.stringify(document), FEED_URL);
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(FeedError);
    return undefined;
  }
};

const owned = () => [Object.prototype, Array.prototype, String.prototype, Function.prototype].map((each) => Reflect.ownKeys(each).length);

async function showsHonestly(feed: Feed, tag: string): Promise<void> {
  const element = await show(`placard-${tag}`, feed);
  const card = part(element, 'card');
  expect(card, tag).to.not.equal(null);
  expect(faultsIn(element.shadowRoot!, true)).to.deep.equal([]);
  const item = selectItem(feed, { language: 'en' });
  const title = item?.title;
  if (title && tag !== 'action' && item._placard?.change !== 'retraction') expect(card!.textContent).to.contain(title);
  const snapshot = await snapshotFor(element);
  if (snapshot) expect(new DOMParser().parseFromString(snapshot, 'application/xml').querySelector('parsererror')).to.equal(null);
  element.parentElement!.remove();
}

describe('any document', () => {
  let wire: Tripwire;
  before(async () => {
    wire = await Tripwire.set();
  });

  const holds = async (documents: fc.Arbitrary<unknown>, numRuns: number) => {
    const before = owned();
    await fc.assert(
      fc.asyncProperty(documents, fc.constantFrom(...TAGS), async (document, tag) => {
        const feed = read(document);
        if (feed) await showsHonestly(feed, tag);
      }),
      { numRuns },
    );
    expect(owned()).to.deep.equal(before);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(await wire.sprung()).to.deep.equal([]);
  };

  it('of any JSON is an error or a card', () => holds(json, 1000)).timeout(60_000);

  it('with any items is a card', () =>
    holds(
      fc.array(json, { maxLength: 5 }).map((items) => ({ version: 'https://jsonfeed.org/version/1.1', items })),
      300,
    )).timeout(60_000);

  it('with any JSON in any places is an error or a card', () =>
    holds(
      fc.array(fc.tuple(fc.constantFrom(...places), json), { minLength: 1, maxLength: 6 }).map((changes) =>
        changes.reduce((document, [pointer, value]) => {
          try {
            return changed(document, pointer, value);
          } catch {
            return document; // an earlier change took the place away
          }
        }, wholeFeed()),
      ),
      500,
    )).timeout(60_000);

  it('with any string in any field is an error or a card', () =>
    holds(
      fc.tuple(fc.constantFrom(...places), word).map(([pointer, value]) => changed(wholeFeed(), pointer, value)),
      500,
    )).timeout(60_000);
});

describe('any text', () => {
  it('shown as a title is what it is when it is clean', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }), async (title) => {
        const feed = parseFeed({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', title, content_text: 'x' }] });
        const element = await show('placard-statement', feed);
        const headline = part(element, 'headline');
        const clean = cleanText(title);
        expect(headline?.textContent ?? '').to.equal(isBlank(clean) ? '' : clean);
        element.parentElement!.remove();
      }),
      { numRuns: 300 },
    );
  });
});

describe('a document', () => {
  const version = '"version":"https://jsonfeed.org/version/1.1"';

  it('takes the last of two members of one name, as JSON.parse does', () => {
    const feed = parseFeed(`{${version},"items":[],"items":[{"id":"1","title":"a","title":"b"}]}`);
    expect(feed.item('1')!.title).to.equal('b');
  });

  it('a document with numbers out of range has no infinite values', () => {
    const feed = parseFeed(
      `{${version},"_placard":{"spec":1,"sequence":1e999,"generated_at":"2025-07-15T10:00:00Z","publisher":{"name":"N"}},"items":[{"id":1e999,"title":"a"},{"id":-0,"title":"b"},{"id":12345678901234567890,"title":"c"}]}`,
    );
    expect(feed.head._placard).to.equal(undefined);
    expect(feed.ids).to.include.members(['0', '12345678901234567000']);
    for (const id of feed.ids) expect(() => feed.item(id)).to.not.throw();
  });

  it('nested deeper than any stack is an error or a card', async () => {
    for (const deep of ['['.repeat(500_000), '{"a":'.repeat(200_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`]) {
      expect(() => parseFeed(deep)).to.throw(FeedError);
      const text = `{${version},"x":${'['.repeat(50_000)}${']'.repeat(50_000)},"items":[{"id":"1","title":"T","_placard":{"kind":"case","revision":1,"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}}]}`;
      await showsHonestly(parseFeed(text), 'campaign');
    }
  });
});
