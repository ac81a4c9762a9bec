/**
 * Writes the types of the feed format as TypeScript without Zod, so that users of the library do not install Zod. Reads them from the
 * schemas. An unknown kind of schema fails the build.
 */
import type * as z from 'zod/mini';
import { linkUrl, NAMED_SCHEMAS, onion, partialDateSchema, webUrl } from '../feed/schema/schema.js';

type Schema = z.core.$ZodTypes;

/** The type names, by the identity of the schema. */
const NAMES = new Map<unknown, string>([...Object.entries(NAMED_SCHEMAS).map(([name, schema]) => [schema, name] as const)]);
NAMES.set(partialDateSchema, 'PartialDate');
for (const url of [linkUrl, webUrl, onion]) NAMES.set(url, 'SafeUrl');

/** Returns the declarations that replace those of src/feed/schema/schema.ts. */
export function declareTypes(): string {
  const types = Object.entries(NAMED_SCHEMAS).map(([name, schema]) => `export type ${name} = ${expand(schema as Schema, '')};\n`);
  return `import type { PartialDate } from '../values/partial-date.js';\nimport type { SafeUrl } from '../values/safe-url.js';\n${types.join('')}`;
}

/** Returns the type of the output of a schema. */
function typeOf(schema: z.core.SomeType, indent: string): string {
  // A member with a title is a copy of its schema, which is its parent.
  return NAMES.get(schema) ?? NAMES.get(schema._zod.parent) ?? expand(schema as Schema, indent);
}

function expand({ _zod: { def } }: Schema, indent: string): string {
  switch (def.type) {
    case 'object':
      return `{\n${Object.entries(def.shape)
        .map(([key, member]) => memberOf(key, member as Schema, `${indent}  `))
        .join('')}${indent}}`;
    case 'array':
      return `Array<${typeOf(def.element, indent)}>`;
    case 'union':
      return isText(def) ? 'string' : def.options.map((option) => typeOf(option, indent)).join(' | ');
    case 'literal':
      return def.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'default':
      return typeOf(def.innerType, indent);
    case 'string':
    case 'number':
    case 'boolean':
      return def.type;
    default:
      throw new Error(`The type writer does not support schemas of type ${def.type}. Add it in src/bundler/write-types.ts.`);
  }
}

function memberOf(key: string, member: Schema, indent: string): string {
  const { def } = member._zod;
  return def.type === 'optional'
    ? `${indent}${key}?: ${typeOf(def.innerType, indent)} | undefined;\n`
    : `${indent}${key}: ${typeOf(member, indent)};\n`;
}

/** Returns whether the output is always a text. An id may be a number in the input. */
function isText({ checks = [] }: z.core.$ZodUnionDef): boolean {
  if (!checks.length) return false;
  const [check] = checks.map((each) => each._zod.def as z.core.$ZodCheckOverwriteDef);
  if (checks.length === 1 && check?.check === 'overwrite' && (check.tx as unknown) === String) return true;
  throw new Error('The type writer supports only String as a check of a union.');
}
