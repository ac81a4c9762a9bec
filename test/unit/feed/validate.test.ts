import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import { itemSchema, partialDateSchema } from '../../../src/feed/schema/schema.js';
import { validatePartial } from '../../../src/feed/schema/validate-partial.js';

const text = z.string().check(z.minLength(1));
const leaf = z.object({ id: text, note: z.optional(text) });
const tree = z.object({
  name: text,
  leaves: z.optional(z.array(leaf)),
  rows: z.optional(z.array(z.array(z.number()))),
  best: z.optional(leaf),
  mode: z._default(z.literal(['dark', 'light']), 'dark'),
});

describe('validation', () => {
  it('reports no issue for a valid value, and copies its known fields', () => {
    const input = { name: 'a', leaves: [{ id: 'x', other: 1 }], mode: 'light', more: true };
    const before = structuredClone(input);
    expect(validatePartial(tree, input)).to.deep.equal({ value: { name: 'a', leaves: [{ id: 'x' }], mode: 'light' }, issues: [] });
    expect(input).to.deep.equal(before);
  });

  it('drops an invalid optional field', () => {
    expect(validatePartial(tree, { name: 'a', best: 1, leaves: {}, rows: 'x' })).to.deep.equal({
      value: { name: 'a', mode: 'dark' },
      issues: [
        { code: 'wrong-type', path: '/leaves' },
        { code: 'wrong-type', path: '/rows' },
        { code: 'wrong-type', path: '/best' },
      ],
    });
  });

  it('drops the parent when a required field is invalid', () => {
    expect(validatePartial(tree, { name: 'a', best: { id: 5, note: 'n' } })).to.deep.equal({
      value: { name: 'a', mode: 'dark' },
      issues: [{ code: 'wrong-type', path: '/best/id' }],
    });
    expect(validatePartial(tree, { best: { id: 'x' } })).to.deep.equal({ value: undefined, issues: [{ code: 'required', path: '/name' }] });
  });

  it('drops an invalid entry of an array, and reports its original index', () => {
    const leaves = [{ id: 'a' }, 5, { id: '' }, { id: 'd', note: '' }, {}, { id: 'f', note: 7 }, null];
    expect(validatePartial(tree, { name: 'a', leaves }, '/items/3')).to.deep.equal({
      value: { name: 'a', leaves: [{ id: 'a' }, { id: 'd' }, { id: 'f' }], mode: 'dark' },
      issues: [
        { code: 'wrong-type', path: '/items/3/leaves/1' },
        { code: 'bad-value', path: '/items/3/leaves/2/id' },
        { code: 'required', path: '/items/3/leaves/4/id' },
        { code: 'wrong-type', path: '/items/3/leaves/5/note' },
        { code: 'wrong-type', path: '/items/3/leaves/6' },
      ],
    });
    expect(validatePartial(tree, { name: 'a', rows: [[1, 'x', 2], 5, ['y', 3, null]] })).to.deep.equal({
      value: { name: 'a', rows: [[1, 2], [3]], mode: 'dark' },
      issues: [
        { code: 'wrong-type', path: '/rows/0/1' },
        { code: 'wrong-type', path: '/rows/1' },
        { code: 'wrong-type', path: '/rows/2/0' },
        { code: 'wrong-type', path: '/rows/2/2' },
      ],
    });
  });

  it('returns no value if the root is invalid', () => {
    for (const input of [null, 5, 'x', [], [{ name: 'a' }], true])
      expect(validatePartial(tree, input, '/at')).to.deep.equal({ value: undefined, issues: [{ code: 'wrong-type', path: '/at' }] });
    expect(validatePartial(tree, undefined).issues).to.deep.equal([{ code: 'required', path: '' }]);
  });

  it('reports the code of a missing field, another type, an unknown code and an invalid value', () => {
    const schema = z.object({ a: z.literal(['x']), b: z.int().check(z.nonnegative()), c: text, d: z.union([z.number(), text]) });
    const codes = (input: object) => validatePartial(schema, input).issues.map(({ code, path }) => `${path.slice(1)} ${code}`);
    expect(codes({})).to.deep.equal(['a required', 'b required', 'c required', 'd required']);
    expect(codes({ a: null, b: null, c: null, d: null })).to.deep.equal([
      'a unknown-value',
      'b wrong-type',
      'c wrong-type',
      'd wrong-type',
    ]);
    expect(codes({ a: 'y', b: -1, c: '', d: '' })).to.deep.equal(['a unknown-value', 'b bad-value', 'c bad-value', 'd bad-value']);
    expect(codes({ a: 'x', b: 1.5, c: {}, d: [] })).to.deep.equal(['b wrong-type', 'c wrong-type', 'd wrong-type']);
  });

  it('uses a default for a missing field, and not for an invalid one', () => {
    expect(validatePartial(tree, { name: 'a' }).value).to.deep.equal({ name: 'a', mode: 'dark' });
    expect(validatePartial(tree, { name: 'a', mode: 'grey' })).to.deep.equal({
      value: undefined,
      issues: [{ code: 'unknown-value', path: '/mode' }],
    });
  });
});

describe('a field that requires another', () => {
  const pair = z.object({ a: z.optional(text), b: z.optional(text) }).check(
    z.check((payload) => {
      if (payload.value.a && !payload.value.b)
        payload.issues.push({ code: 'custom', path: ['b'], params: { code: 'required' }, input: undefined });
    }),
  );

  it('drops the parent, and reports one issue', () => {
    expect(validatePartial(pair, { a: 'x', b: 'y' })).to.deep.equal({ value: { a: 'x', b: 'y' }, issues: [] });
    expect(validatePartial(pair, { a: 'x' }, '/p')).to.deep.equal({ value: undefined, issues: [{ code: 'required', path: '/p/b' }] });
    expect(validatePartial(pair, { a: 'x', b: '' }, '/p')).to.deep.equal({
      value: undefined,
      issues: [{ code: 'required', path: '/p/b' }],
    });
    expect(validatePartial(pair, { a: '', b: 'y' }, '/p').value).to.deep.equal({ b: 'y' });
  });
});

describe('the validation of a date', () => {
  const date = (input: unknown) => validatePartial(partialDateSchema, input, '/d');

  it('drops a date with an invalid relation', () => {
    expect(date('2025-04')).to.deep.equal({ value: '2025-04', issues: [] });
    for (const rel of ['on', 'by', 'before', 'after', 'since', 'about'])
      expect(date({ date: '2025-04', rel, text: 'then' })).to.deep.equal({ value: { date: '2025-04', rel, text: 'then' }, issues: [] });
    expect(date({ date: '2025-04' }).value).to.deep.equal({ date: '2025-04', rel: 'on' });
    for (const rel of ['until', 'By', '', null, 5, ['by']])
      expect(date({ date: '2025-04', rel, text: 'then' })).to.deep.equal({
        value: undefined,
        issues: [{ code: 'unknown-value', path: '/d/rel' }],
      });
  });

  it('keeps a date with an invalid text', () => {
    expect(date({ date: '2025-04', rel: 'by', text: 5 })).to.deep.equal({
      value: { date: '2025-04', rel: 'by' },
      issues: [{ code: 'wrong-type', path: '/d/text' }],
    });
  });

  it('reports why a date is invalid', () => {
    expect(date('2025-13').issues).to.deep.equal([{ code: 'bad-date', path: '/d' }]);
    expect(date({ date: '2025-13' }).issues).to.deep.equal([{ code: 'bad-date', path: '/d/date' }]);
    expect(date({ rel: 'by' }).issues).to.deep.equal([{ code: 'required', path: '/d/date' }]);
    expect(date({ date: 2025 }).issues).to.deep.equal([{ code: 'wrong-type', path: '/d/date' }]);
    for (const input of [2025, null, [], ['2025'], true])
      expect(date(input)).to.deep.equal({ value: undefined, issues: [{ code: 'wrong-type', path: '/d' }] });
  });
});

describe('fields named as members of Object.prototype', () => {
  const names =
    '{"__proto__":{"name":"evil","leaves":[{"id":"evil"}]},"constructor":{"prototype":{"name":"evil"}},"toString":1,"hasOwnProperty":1}';

  it('are ignored as unknown fields', () => {
    const input = JSON.parse(names) as object;
    expect(validatePartial(tree, input)).to.deep.equal({ value: undefined, issues: [{ code: 'required', path: '/name' }] });
    const named = validatePartial(tree, JSON.parse(names.replace('{', '{"name":"a",')));
    expect(named.value).to.deep.equal({ name: 'a', mode: 'dark' });
    expect(Object.getPrototypeOf(named.value)).to.equal(null);
    expect(({} as { name?: string }).name).to.equal(undefined);
  });

  it('are ignored if the page adds some to Object.prototype', () => {
    // oxlint-disable-next-line no-extend-native -- old libraries on a page do
    Object.defineProperty(Object.prototype, 'each', { value: () => {}, enumerable: true, configurable: true });
    try {
      expect(Object.keys(validatePartial(tree, { name: 'a', leaves: [{ id: 'b' }] }).value!)).to.deep.equal(['name', 'leaves', 'mode']);
    } finally {
      delete (Object.prototype as { each?: unknown }).each;
    }
  });
});

describe('many invalid entries', () => {
  it('are reported one by one, up to the maximum of a list', () => {
    const timeline = Array.from({ length: 50_000 }, (_, index) =>
      index % 2 ? { id: index, date: '2025', text: 'x' } : { id: index, date: '2025-13' },
    );
    const { value, issues } = validatePartial(itemSchema, { id: 1, _placard: { kind: 'case', revision: 1, timeline } });
    expect(value!._placard!.timeline).to.have.length(50);
    expect(value!._placard!.timeline![0]!.id).to.equal('1');
    expect(issues).to.have.length(101);
    expect(issues[0]).to.deep.equal({ code: 'too-many', path: '/_placard/timeline/100' });
    expect(issues.slice(-2)).to.deep.equal([
      { code: 'bad-date', path: '/_placard/timeline/98/date' },
      { code: 'required', path: '/_placard/timeline/98/text' },
    ]);
  });
});
