/** The published JSON Schema, by the judgement of another validator: it takes and refuses what the Zod schemas do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as z from 'zod/mini';
import { jsonSchema } from '../../../src/feed/schema/json-schema.js';
import { headSchema, itemSchema } from '../../../src/feed/schema/schema.js';
import { at, changed, CODES, feedOf, isRequired, itemOf, keysOf, pointers, wholeFeed } from './feed-fixtures.js';

const schema = JSON.parse(JSON.stringify(jsonSchema())) as object;
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, formats: { 'uri-reference': true } });
const takes = ajv.compile(schema);
const feedSchema = z.extend(headSchema, { items: z.array(itemSchema) });

const whole = wholeFeed();
const members = pointers(whole).filter((pointer) => pointer && !/\/\d+$/.test(pointer));

/** Returns whether the JSON Schema accepts the document, after Zod gave the same result. */
function verdict(document: unknown, about: string): boolean {
  const taken = takes(document);
  assert.equal(taken, z.safeParse(feedSchema, document).success, `${about}: ${ajv.errorsText(takes.errors)}`);
  return taken;
}

test('it is a schema, and a new object each time', () => {
  assert.ok(ajv.validateSchema(schema));
  assert.deepEqual(JSON.parse(JSON.stringify(jsonSchema())), schema);
});

describe('the JSON Schema accepts', () => {
  const good: Record<string, unknown> = {
    'a feed with every member': whole,
    'a plain JSON Feed': feedOf([{ id: 'one', title: 'T' }], null),
    'a JSON Feed of version 1.0': { version: 'https://jsonfeed.org/version/1', author: { name: 'A' }, items: [] },
    'an extension that lacks nothing': feedOf([itemOf('one')]),
    'ids that are numbers': feedOf([itemOf(7, { cases: [{ id: 1, forum: 'Court', status: 'none', as_of: '2025' }], superseded_by: 8 })]),
    'a hearing without a date': changed(
      changed(whole, '/items/0/_placard/cases/0/next/date', undefined),
      '/items/0/_placard/cases/0/next/date_status',
      'not-set',
    ),
    'a withdrawal': feedOf([itemOf('one', { change: 'retraction', retraction: { at: '2025', reason: 'R' } })]),
  };
  for (const [about, document] of Object.entries(good)) test(about, () => assert.ok(verdict(document, about)));

  // Its relative addresses have to be resolved before Zod takes them.
  test('the JSON Schema accepts the feeds of the demo', () =>
    assert.ok(takes(JSON.parse(readFileSync(new URL('../../../demo/feed.json', import.meta.url), 'utf8')))));

  test('the JSON Schema accepts unknown fields in every object', () => {
    for (const owner of pointers(whole).filter(
      (pointer) => pointer && typeof at(whole, pointer) === 'object' && !Array.isArray(at(whole, pointer)),
    )) {
      const document = changed(whole, owner, { ...(at(whole, owner) as object), _other: { a: 1 } });
      assert.ok(verdict(document, owner));
    }
  });

  for (const date of ['2025', '2025-02', '2025-02-07', '2025-02-07T09:07:00Z', '2025-02-07t09:07:00.5-11:00'])
    test(`the JSON Schema accepts the date ${date}`, () =>
      assert.ok(verdict(changed(whole, '/items/0/_placard/background/0/date', date), date)));
});

describe('the JSON Schema rejects', () => {
  for (const date of ['', '25', '2025-2', 'April 2025', '2025-02-07T09:07:00', '2025-02-07T09:07Z', ' 2025'])
    test(`the JSON Schema rejects the date ${JSON.stringify(date)}`, () => {
      assert.ok(!verdict(changed(whole, '/items/0/_placard/background/0/date', date), date));
      assert.ok(!verdict(changed(whole, '/_placard/generated_at', date), date));
    });

  for (const date of ['2025', '2025-02', '2025-02-07'])
    test(`the JSON Schema rejects ${date} as a timestamp`, () => assert.ok(!verdict(changed(whole, '/_placard/generated_at', date), date)));

  for (const spec of [2, 1.5, '1'])
    test(`the JSON Schema rejects the version ${JSON.stringify(spec)}`, () =>
      assert.ok(!verdict(changed(whole, '/_placard/spec', spec), 'spec')));

  // Shown all the same, for a withdrawal must not be lost; but no editor should call it right.
  test('the JSON Schema rejects a retraction without a reason', () => {
    assert.equal(takes(feedOf([itemOf('one', { change: 'retraction' })])), false);
  });
});

describe('every field in the JSON Schema', () => {
  for (const pointer of members)
    test(`${pointer} is ${isRequired(pointer) ? 'required' : 'optional'}, and has its type`, () => {
      assert.equal(verdict(changed(whole, pointer, undefined), `no ${pointer}`), !isRequired(pointer));
      for (const bad of [null, typeof at(whole, pointer) === 'boolean' ? 5 : true])
        assert.ok(!verdict(changed(whole, pointer, bad), pointer));
      verdict(changed(whole, pointer, ''), `${pointer}, empty`);
    });

  for (const [pointer, codes] of Object.entries(CODES))
    test(`${pointer} accepts its codes`, () => {
      assert.deepEqual(codesAt(pointer), codes);
      for (const code of codes) assert.ok(verdict(changed(whole, pointer, code), String(code)));
      assert.ok(!verdict(changed(whole, pointer, 'nonsense'), pointer));
    });
});

interface Node {
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  enum?: unknown[];
  const?: unknown;
}

function codesAt(pointer: string): unknown[] {
  let node = schema as Node;
  for (const key of keysOf(pointer)) {
    const owner = node.anyOf?.find(({ properties }) => properties) ?? node;
    node = (/^\d+$/.test(key) ? owner.items : owner.properties?.[key]) ?? assert.fail(`${key} of ${pointer}`);
  }
  return node.enum ?? [node.const];
}
