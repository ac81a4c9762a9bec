import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { canonicalizeJson } from '../../../src/feed/signature/canonical-json.js';

/** The double of these bits (IEEE 754), as RFC 8785 writes its samples. */
function double(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

// RFC 8785, appendix B.
const NUMBERS = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const;

describe('the canonical form (RFC 8785)', () => {
  for (const [bits, text] of NUMBERS) it(`of the number ${bits} is ${text}`, () => expect(canonicalizeJson(double(bits))).to.equal(text));

  it('throws for NaN and Infinity', () => {
    for (const bits of ['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])
      expect(() => canonicalizeJson([double(bits)])).to.throw(RangeError);
    expect(() => canonicalizeJson(JSON.parse('{"a":[1e400]}'))).to.throw(RangeError);
  });

  it('writes the sample of section 3.2.2 as section 3.2.3 does', () => {
    const sample = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalizeJson(JSON.parse(sample))).to.equal(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts members by their UTF-16 code units', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalizeJson(sample)) as object).filter((name) => name !== 'One')).to.deep.equal([
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalizeJson({ b: 1, a: { d: 2, c: [{ f: 3, e: 4 }] }, '10': 5, '9': 6, '': 7, aa: 8, A: 9 })).to.equal(
      '{"":7,"10":5,"9":6,"A":9,"a":{"c":[{"e":4,"f":3}],"d":2},"aa":8,"b":1}',
    );
    expect(canonicalizeJson(sample).indexOf('\r')).to.equal(-1);
  });

  it('keeps the order of arrays, empty values, and members with unusual names', () => {
    expect(canonicalizeJson([3, [], {}, '', [2, [1]]])).to.equal('[3,[],{},"",[2,[1]]]');
    expect(canonicalizeJson(JSON.parse('{"constructor":1,"__proto__":{"a":1}}'))).to.equal('{"__proto__":{"a":1},"constructor":1}');
  });

  it('escapes only the characters that JSON requires', () => {
    expect(canonicalizeJson('\b\t\n\f\r"\\/\u0000\u001f\u007f\u2028é')).to.equal('"\\b\\t\\n\\f\\r\\"\\\\/\\u0000\\u001f\u007f\u2028é"');
    expect(canonicalizeJson('\ud800')).to.equal('"\\ud800"');
  });

  it('parses back to the same document, however it was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = JSON.parse(JSON.stringify(value)) as unknown;
        const text = canonicalizeJson(written);
        expect(JSON.parse(text)).to.deep.equal(written);
        expect(canonicalizeJson(reversed(written))).to.equal(text);
      }),
    );
  });

  it('throws for a value that is nested deeper than the stack', () => {
    expect(() => canonicalizeJson(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).to.throw();
  });
});

/** The same with the members of every object in the other order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value).toReversed())
    Object.defineProperty(copy, key, { value: reversed(member), enumerable: true });
  return copy;
}
