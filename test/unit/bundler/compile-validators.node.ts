/**
 * The checks that the bundles hold, compiled from the Zod schemas and built as they are shipped, against Zod itself: the same
 * values and the same issues, in the same order, for good, broken and random documents.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import * as fc from '../../support/fast-check.js';
import { build, type Rolldown } from 'vite';
import * as z from 'zod/mini';
import { ROOT_SCHEMAS, type RootSchema } from '../../../src/feed/schema/validator.js';
import { cleanText } from '../../../src/feed/values/clean-text.js';
import { compile, compileValidators } from '../../../src/bundler/compile-validators.js';
import { arbitraryOf } from '../feed/arbitrary.js';
import * as byZod from './validators-under-test.js';
import { changed, FEED_URL, pointers, wholeFeed } from '../feed/feed-fixtures.js';

type Checked = typeof byZod;

async function builtAsShipped(): Promise<{ page: Checked; text: string }> {
  const [{ output }] = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [compileValidators()],
    build: {
      lib: { entry: new URL('validators-under-test.ts', import.meta.url).pathname, formats: ['es'] },
      write: false,
      rolldownOptions: { output: { minify: true } },
    },
  })) as [Rolldown.RolldownOutput];
  const text = output[0].code;
  return { text, page: (await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) as Checked };
}

const { page, text: shipped } = await builtAsShipped();
const NAMES = Object.keys(ROOT_SCHEMAS) as RootSchema[];
let compared = 0;

function compare(root: RootSchema, input: unknown, base?: string): void {
  const expected = byZod.withBaseUrl(base, () => byZod.validate(root, input, '/at'));
  const actual = page.withBaseUrl(base, () => page.validate(root, input, '/at'));
  compared++;
  // Issue by issue, and in order: both count.
  if (!isDeepStrictEqual(actual, expected)) assert.deepEqual(actual, expected, `${root} of ${JSON.stringify(input)}`);
}

/** Everything that can be read of a document. */
function reading({ parseFeed }: Checked, document: unknown): unknown {
  try {
    const feed = parseFeed(document, FEED_URL);
    const items = feed.ids.map((id) => feed.item(id));
    return { head: feed.head, base: feed.base, items, issues: feed.issues };
  } catch (thrown) {
    const { code, issues } = thrown as { code: string; issues: unknown };
    return { code, issues };
  }
}

const folder = new URL('../../../demo/feeds/', import.meta.url);
const documents = [
  wholeFeed(),
  ...[new URL('../feed.json', folder), ...readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? new URL(name, folder) : []))].map(
    (url) => JSON.parse(readFileSync(url, 'utf8')) as ReturnType<typeof wholeFeed>,
  ),
];

/** The parts that are checked each by itself, of every document. */
const parts = documents.flatMap(({ items, ...head }): [RootSchema, unknown][] => [
  ['head', head],
  ...(items as unknown[]).map((item): [RootSchema, unknown] => ['item', item]),
]);

/** Every type that JSON has, the edges of each, and what the rules of the format look at. */
const JUNK: unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  -(2 ** 60),
  Infinity,
  '',
  ' \u202e\n',
  'nonsense',
  'x\ud800',
  '2025-02-30',
  '2025',
  '2025-07-15T10:00:00Z',
  '/relative',
  'javascript:alert(1)',
  'mailto:press@union.example',
  'press@union.example',
  '+32 2 555 01 00',
  'KZ',
  'en',
  'retraction',
  'scheduled',
  [],
  [null],
  [[]],
  ['x', 1, {}],
  {},
  { length: { toString: 1, valueOf: 1 } },
  { date: '2025' },
  { title: 'x', id: 1 },
  JSON.parse('{"__proto__":{"id":"evil","title":"evil"},"constructor":{"prototype":1},"toString":"x"}'),
];

describe('the compiled checks', () => {
  it('are built without Zod', () => {
    assert.doesNotMatch(shipped, /_zod|safeParse|invalid_type/);
    // Texts that stay as they are in each language have a check of their own: 500 characters. The words of a translation are named with
    // the members around them: 60 characters.
    assert.ok(shipped.length < 24_130, `${shipped.length} characters`);
  });

  it('say the same of every document at hand', () => {
    for (const document of documents) assert.deepEqual(reading(page, document), reading(byZod, document));
    for (const [root, part] of parts) compare(root, part);
    const { value, issues } = page.withBaseUrl(FEED_URL, () => page.validate('item', (wholeFeed().items as unknown[])[0]));
    assert.deepEqual(structuredClone([value, issues]), [(wholeFeed().items as unknown[])[0], []]);
  });

  it('say the same with anything in the place of anything', () => {
    const before = compared;
    for (const [root, part] of parts.slice(0, 3))
      for (const pointer of pointers(part).slice(1)) for (const junk of JUNK) compare(root, changed(part, pointer, junk), FEED_URL);
    for (const root of NAMES) for (const junk of JUNK) compare(root, junk);
    assert.ok(compared - before > 5_000, `${compared - before}`);
  });

  it('say the same with several faults at a time', () => {
    const anyPart = fc.constantFrom(...parts);
    const faults = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...JUNK)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyPart, faults, fc.constantFrom(undefined, FEED_URL, 'nonsense'), ([root, part], places, base) => {
        let broken = part;
        for (const [place, junk] of places) {
          const all = pointers(broken).slice(1);
          if (all.length) broken = changed(broken, all[place % all.length]!, junk);
        }
        compare(root, broken, base);
      }),
      { numRuns: 3_000 },
    );
  });

  for (const root of NAMES)
    it(`say the same of what the schema makes up: ${root}`, () => {
      const before = compared;
      fc.assert(
        fc.property(arbitraryOf(ROOT_SCHEMAS[root], JUNK), (input) => compare(root, input, FEED_URL)),
        { numRuns: 3_000 },
      );
      assert.equal(compared - before, 3_000);
    });

  it('say the same of any JSON', () => {
    const key = fc.constantFrom('id', '_placard', 'title', 'authors', 'version', '__proto__', 'constructor', 'toString', 'length', 'date');
    const { value: json } = fc.letrec((again) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(...JUNK.filter((junk) => junk !== undefined)),
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.array(again('value'), { maxLength: 5 }),
        fc.array(fc.tuple(key, again('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), json, (root, input) => compare(root, input)),
      { numRuns: 5_000 },
    );
    fc.assert(
      fc.property(json, json, (items, _placard) => {
        const document = { version: 'https://jsonfeed.org/version/1.1', items, _placard };
        assert.deepEqual(reading(page, document), reading(byZod, document));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the compiler refuses', () => {
  const text = z.string();
  const UNKNOWN: Record<string, z.core.$ZodType> = {
    'a kind of schema': z.date(),
    'another kind of schema': z.nullable(text),
    'a record': z.record(text, text),
    'a transformation': z.pipe(text, z.transform(String)),
    'a format of text': z.email(),
    'a length': text.check(z.minLength(1)),
    'a shorter text': text.check(z.maxLength(2)),
    'a check of its own': text.check(z.check(() => {})),
    'a function of its own': text.check(z.overwrite((value) => value)),
    'a refinement': text.check(z.refine(() => true)),
    'a message of its own': z.string('no text'),
    'a pattern with a memory': text.check(z.regex(/x/g)),
    'a number of another format': z.int32(),
    'a whole number without a bound': z.int(),
    'a number with a bound': z.number().check(z.gte(1)),
    'a number with two bounds': z.int().check(z.gte(1), z.gte(2)),
    'a short array': z.array(text).check(z.maxLength(2)),
    'an optional element': z.array(z.optional(text)),
    'a strict object': z.strictObject({ a: text }),
    'an object with a rest': z.looseObject({ a: text }),
    'an object with a check of its own': z.object({ a: text }).check(z.check(() => {})),
    'a member that all objects have': z.object({ toString: text }),
    'a union of equal types': z.union([text, text.check(z.overwrite(cleanText))]),
    'a union with a literal': z.union([text, z.literal(1)]),
    'a union with an object that takes an array': z.union([text, z.object({ a: z.optional(text) })]),
    'a literal that JSON has not': z.literal(undefined),
    'a default that is an object': z._default(z.object({ a: z.optional(text) }), {}),
  };

  for (const [name, schema] of Object.entries(UNKNOWN))
    it(name, () => {
      for (const placed of [schema, z.object({ deep: z.optional(z.array(schema)) })])
        assert.throws(() => compile({ placed }), /The validator compiler does not support/);
    });

  it('nothing of the schemas as they are', () => assert.match(compile(ROOT_SCHEMAS), /export const validate/));
});
