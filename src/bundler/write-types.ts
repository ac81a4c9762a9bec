/**
 * Writes the types of the feed's format as TypeScript without Zod, from the schemas that they are inferred from: whoever uses the library
 * installs no Zod. A kind of schema that it does not know fails the build.
 */
import type * as z from 'zod/mini';
import { linkUrl, NAMED_SCHEMAS, onion, partialDateSchema, webUrl } from '../feed/schema/schema.js';

type Schema = z.core.$ZodTypes;

/** By identity: a member whose schema has a name has the type of that name. */
const NAMES = new Map<unknown, string>([...Object.entries(NAMED_SCHEMAS).map(([name, schema]) => [schema, name] as const)]);
NAMES.set(partialDateSchema, 'PartialDate');
for (const url of [linkUrl, webUrl, onion]) NAMES.set(url, 'SafeUrl');

/** @returns the declarations that stand in the place of those of src/feed/schema/schema.ts */
export function declareTypes(): string {
  const types = Object.entries(NAMED_SCHEMAS).map(([name, schema]) => `export type ${name} = ${expand(schema as Schema, '')};\n`);
  return `import type { PartialDate } from '../values/partial-date.js';\nimport type { SafeUrl } from '../values/safe-url.js';\n${types.join('')}`;
}

/** Writes the type of what a schema gives back. */
function typeOf(schema: z.core.SomeType, indent: string): string {
  return NAMES.get(schema) ?? expand(schema as Schema, indent);
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
    case 'string':
    case 'number':
    case 'boolean':
      return def.type;
    default:
      throw new Error(`The writer of types does not know a schema of type ${def.type}: teach it in src/bundler/write-types.ts.`);
  }
}

function memberOf(key: string, member: Schema, indent: string): string {
  const { def } = member._zod;
  return def.type === 'optional'
    ? `${indent}${key}?: ${typeOf(def.innerType, indent)} | undefined;\n`
    : `${indent}${key}: ${typeOf(member, indent)};\n`;
}

/** Whether the value becomes a text, whichever option it had: ids that are numbers. */
function isText({ checks = [] }: z.core.$ZodUnionDef): boolean {
  if (!checks.length) return false;
  const [check] = checks.map((each) => each._zod.def as z.core.$ZodCheckOverwriteDef);
  if (checks.length === 1 && check?.check === 'overwrite' && (check.tx as unknown) === String) return true;
  throw new Error('The writer of types knows no check of a union but String.');
}
