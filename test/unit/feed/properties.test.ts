/** Properties of the feed format for arbitrary input. */
import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import * as z from 'zod/mini';
import { isDraft } from '../../../src/feed/drafts.js';
import { canonicalizeJson, FeedError, parseFeed, selectItem, type Feed, type Issue } from '../../../src/feed/index.js';
import { headSchema, itemSchema } from '../../../src/feed/schema/schema.js';
import { verifyFeed } from '../../../src/feed/signature/verify-feed.js';
import { at, changed, CODES, FEED_URL, parentOf, pointers, wholeFeed } from './feed-fixtures.js';

const RUNS = { numRuns: 500 };
const ISSUES = new Set<string>([
  'required',
  'wrong-type',
  'unknown-value',
  'bad-date',
  'bad-url',
  'bad-phone',
  'bad-email',
  'bad-value',
  'duplicate-id',
  'revision-rollback',
  'revision-reused',
  'item-missing',
]);

const whole = wholeFeed();
const places = pointers(whole);
const names = [...new Set(places.flatMap((pointer) => pointer.split('/')).filter((key) => /\D/.test(key)))];

/** With halves of surrogate pairs: JSON has them. */
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary' }) },
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'javascript:alert(1)',
    '\ud800',
    '2025-02-30',
    '9999-12-31T23:59:60-23:59',
    '%',
    'mailto:?',
    'tel:1',
  ),
  fc.constantFrom(...(Object.values(CODES).flat() as string[])),
);
const anyKey = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names, 'items', 'version') },
  fc.constantFrom('__proto__', 'constructor', 'toString'),
  anyText,
);

/** Any JSON, often with the names that the format knows. */
const anyJson = fc.letrec((again) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyText,
    fc.constantFrom(null, true, false, 0, 1, -1, 1.5, 2 ** 53, 1e308, Infinity),
    fc.constantFrom(...places.map((pointer) => at(whole, pointer))),
    fc.array(again('value'), { maxLength: 4 }),
    // As JSON.parse makes them: `__proto__` is a member like others.
    fc.array(fc.tuple(anyKey, again('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

const natives = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const fingerprint = () => JSON.stringify(natives.map((native) => Object.getOwnPropertyNames(native)));
const before = fingerprint();

/** Returns whether a document has an own member at a pointer. */
const exists = (document: unknown, pointer: string) => at(document, pointer) !== undefined;

function expectIssues(document: unknown, issues: readonly Issue[]): void {
  for (const { code, path } of issues) {
    expect(ISSUES.has(code), code).to.equal(true);
    expect(exists(document, path) || exists(document, parentOf(path)), `${code} at ${path}`).to.equal(true);
    // Null and an empty text are as good as absent.
    if (code === 'required') expect(exists(document, path) && ![null, ''].includes(at(document, path) as string), path).to.equal(false);
    else if (code !== 'item-missing') expect(exists(document, path), `${code} at ${path}`).to.equal(true);
  }
}

/** What was read is read as the same again: it satisfies the schema, and nothing in it is left to clean or to resolve. */
function expectGood(schema: z.core.$ZodType, value: unknown): void {
  const { data, error } = z.safeParse(schema, value);
  expect(error?.issues ?? []).to.deep.equal([]);
  expect(data).to.deep.equal(value);
}

/** Reads all items of a document; returns undefined if it does not parse. */
function readAll(document: unknown): Feed | undefined {
  let feed: Feed;
  try {
    feed = parseFeed(document, FEED_URL);
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(FeedError);
    expect(['html', 'not-json', 'not-a-feed', 'unsupported-spec']).to.include((thrown as FeedError).code);
    if (typeof document === 'object') expectIssues(document, (thrown as FeedError).issues);
    return undefined;
  }
  selectItem(feed, { language: 'kk-Arab-CN' });
  expectGood(headSchema, feed.head);
  for (const id of feed.ids) {
    const item = feed.item(id);
    if (item) expectGood(itemSchema, item);
    if (item) expect(item.id).to.equal(id);
    selectItem(feed, { id, language: 'kk' });
  }
  expectIssues(document, feed.issues);
  return feed;
}

afterEach(() => expect(fingerprint()).to.equal(before));

describe('arbitrary input', () => {
  it('any text parses to a feed or throws a FeedError', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.json(),
          anyJson.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          readAll(text);
        },
      ),
      RUNS,
    );
  });

  it('any JSON parses to a feed or throws a FeedError', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        readAll(value);
      }),
      RUNS,
    );
  });

  it('any JSON may be the extension and the items', () => {
    fc.assert(
      fc.property(anyJson, fc.array(anyJson), (extension, items) => {
        readAll({ ...whole, _placard: extension, items });
      }),
      RUNS,
    );
  });

  it('any JSON at any place of a valid feed drops no other item', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places.filter(Boolean)), anyJson, (pointer, value) => {
        fc.pre(value !== 'two'); // the id of the other: of two items with one id, the first is read
        const feed = readAll(changed(whole, pointer, value));
        if (pointer.startsWith('/items/0')) expect(feed!.item('two')).to.deep.include({ title: 'Another' });
      }),
      { numRuns: 3000 },
    );
  });

  it('any JSON may be at several places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places.filter((pointer) => pointer.startsWith('/items/0/_placard/'))), anyJson), {
          minLength: 2,
        }),
        (changes) => {
          let document = whole;
          for (const [pointer, value] of changes) if (exists(document, pointer)) document = changed(document, pointer, value);
          readAll(document);
        },
      ),
      RUNS,
    );
  });

  it('any text may be in any field', () => {
    const strings = places.filter((pointer) => typeof at(whole, pointer) === 'string');
    fc.assert(
      fc.property(fc.constantFrom(...strings), anyText, (pointer, text) => {
        readAll(changed(whole, pointer, text));
      }),
      { numRuns: 3000 },
    );
  });

  it('any publication may follow another', () => {
    fc.assert(
      fc.property(fc.array(anyJson, { minLength: 2, maxLength: 4 }), (extensions) => {
        fc.pre(!extensions.some((_placard) => isDraft({ _placard }))); // a draft is not published
        let held: Feed | undefined;
        for (const extension of extensions) {
          const document = { ...whole, items: [{ id: 'one', title: 'T', _placard: extension }] };
          const feed = parseFeed(document, FEED_URL);
          if (held) feed.retainFrom(held);
          expectGood(itemSchema, feed.item('one'));
          expectIssues(document, feed.issues);
          held = feed;
        }
      }),
      RUNS,
    );
  });

  it('no unsigned feed verifies', async () => {
    const key = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    await fc.assert(
      fc.asyncProperty(anyJson, anyJson, async (extension, signatures) => {
        for (const _placard of [extension, { ...(whole._placard as object), signatures }]) {
          const thrown: unknown = await verifyFeed({ ...whole, _placard }, [key]).catch((error: unknown) => error);
          expect(thrown).to.be.instanceOf(FeedError);
          expect((thrown as FeedError).code).to.match(/^signature-(missing|failed|unchecked)$/);
        }
      }),
      RUNS,
    );
  });

  it('equal content has equal canonical forms', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalizeJson(JSON.parse(JSON.stringify(value)));
        expect(canonicalizeJson(JSON.parse(text))).to.equal(text);
      }),
      RUNS,
    );
  });
});
