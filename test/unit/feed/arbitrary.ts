/** Random documents after a Zod schema: mostly as it wants them, with junk, missing and foreign members here and there. */
import * as fc from '../../support/fast-check.js';
import type * as z from 'zod/mini';

/** What the rules of the format want of a text: which one, the schema does not say. */
const TEXTS = fc.oneof(
  fc.string(),
  fc.constantFrom('2025', '2025-07-15', '2025-07-15T10:00:00+05:00', '2025-07-15T10:00:00', '2025-13'),
  fc.constantFrom('https://union.example/', '//a.example', '?x', 'tel:+3225550100', 'mailto:a@b.example?cc=c', 'https://a@b.example/'),
  fc.constantFrom('+32 2 555 01 00', 'a@b.example', 'KZ', 'kk-Arab-CN', 'https://jsonfeed.org/version/1.1', ' \u202ex\u0000 ', '\ufeff'),
);
const FOREIGN = fc.constantFrom('__proto__', 'constructor', 'toString', 'other');

export function arbitraryOf(schema: z.core.SomeType, junk: readonly unknown[]): fc.Arbitrary<unknown> {
  const anything = fc.constantFrom(...junk);
  const good = made(schema as z.core.$ZodTypes, junk);
  return fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: anything });
}

function made({ _zod: { def } }: z.core.$ZodTypes, junk: readonly unknown[]): fc.Arbitrary<unknown> {
  const inner = (schema: z.core.SomeType) => arbitraryOf(schema, junk);
  switch (def.type) {
    case 'optional':
    case 'default':
      return fc.oneof({ weight: 2, arbitrary: inner(def.innerType) }, fc.constant(undefined));
    case 'array':
      return fc.array(inner(def.element), { maxLength: 3 });
    case 'union':
      return fc.oneof(...def.options.map(inner));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof({ weight: 4, arbitrary: fc.nat() }, fc.double(), fc.integer());
    case 'string':
      return TEXTS;
    case 'object': {
      const members = Object.entries(def.shape).map(([key, member]) => inner(member).map((value) => [key, value] as const));
      const foreign = fc.array(fc.tuple(FOREIGN, fc.constantFrom(...junk)), { maxLength: 1 });
      return fc.tuple(fc.tuple(...members), foreign).map(([own, more]) =>
        // As JSON.parse makes them: nothing is undefined, and `__proto__` is a member like others.
        Object.fromEntries([...own, ...more].filter(([, value]) => value !== undefined)),
      );
    }
    default:
      throw new Error(`no arbitrary for ${def.type}`);
  }
}
