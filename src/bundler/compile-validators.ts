/**
 * Compiles the Zod schemas of src/feed/schema/schema.ts into calls of src/feed/schema/compiled-runtime.ts. A Vite plugin replaces
 * src/feed/schema/validator.ts with them, and src/feed/schema/json-schema.ts with the finished JSON Schema. So no package needs Zod. The
 * compiler rejects each unknown schema, check, option and function. A function is known if src/feed/schema/field-rules.ts exports it.
 */
import type * as z from 'zod/mini';
import type { Plugin } from 'vite';
import { ROOT_SCHEMAS } from '../feed/schema/validator.js';
import type * as pieces from '../feed/schema/compiled-runtime.js';
import { jsonSchema } from '../feed/schema/json-schema.js';
import * as rules from '../feed/schema/field-rules.js';
import { ruleByCheck } from '../feed/schema/schema.js';
import * as text from '../feed/values/clean-text.js';

type Schema = z.core.$ZodTypes;
type Def = Schema['_zod']['def'];
type Check = z.core.$ZodChecks | z.core.$ZodCheck;

/** The names of the functions that compiled validators may call, by identity. */
const NAMES = new Map<unknown, string>([[String, 'String']]);
for (const module of [rules, text]) for (const [name, value] of Object.entries(module)) NAMES.set(value, name);
const IMPORTS = `
import * as make from './compiled-runtime.js';
import { ${Object.keys(rules)} } from './field-rules.js';
import { ${Object.keys(text)} } from '../values/clean-text.js';
`;

const plain = (piece: keyof typeof pieces) => `make.${piece}`;
const make = (piece: keyof typeof pieces, ...values: (string | string[])[]) => `${plain(piece)}(${values.flat().join(', ')})`;

export function compileValidators(): Plugin {
  return {
    name: 'compile-validators',
    enforce: 'pre',
    load(id) {
      if (id.endsWith('/src/feed/schema/validator.ts')) return compile(ROOT_SCHEMAS);
      return id.endsWith('/src/feed/schema/json-schema.ts') ? `export const jsonSchema = () => (${JSON.stringify(jsonSchema())});` : null;
    },
  };
}

/** Returns the source of a module that exports the `validate` of src/feed/schema/validator.ts. */
export function compile(roots: Record<string, z.core.$ZodType>): string {
  const written = new Writer();
  const members = Object.entries(roots).map(([name, schema]) => `${name}: ${written.validator(schema)}`);
  return `${IMPORTS}${written.moduleSource(`const roots = { ${members} };`)}
export const validate = (root, input, at) => ${make('runValidator', 'roots[root]', 'input', 'at')};
`;
}

class Writer {
  /** The constant of each validator, by its source. A constant comes after those that it uses. */
  private readonly constants = new Map<string, string>();

  /** Returns the module. A validator with one use is inlined; one with more uses stays a constant. */
  moduleSource(last: string): string {
    let module = [...this.constants].map(([source, name]) => `const ${name} = ${source};\n`).join('') + last;
    for (const name of this.constants.values()) {
      if (module.split(name).length > 3) continue;
      const [, line = '', source = ''] = new RegExp(`(const ${name} = (.*);\\n)`).exec(module) ?? [];
      module = module.replace(line, '').replace(name, () => source);
    }
    return module;
  }

  validator(schema: z.core.SomeType): string {
    const source = this.source(schema as Schema);
    if (!source.includes('(')) return source;
    if (!this.constants.has(source)) this.constants.set(source, `validator${this.constants.size}_`);
    return this.constants.get(source)!;
  }

  private source({ _zod: { def } }: Schema): string {
    switch (def.type) {
      case 'object':
        return this.object(def);
      case 'array':
        only(def, 'element');
        return make('array', this.validator(required(def.element)));
      case 'union':
        return this.union(def);
      case 'default':
        only(def, 'innerType', 'defaultValue');
        return make('withDefault', this.validator(required(def.innerType)), literal(def.defaultValue));
      case 'literal':
        only(def, 'values');
        return make('literal', def.values.map(literal));
      case 'boolean':
        only(def);
        return plain('boolean');
      case 'number':
        return number(def);
      case 'string':
        only(def, 'checks');
        return make('string', (def.checks ?? []).map(step));
      default:
        return refuse(`schema of type ${def.type}`);
    }
  }

  private object(def: z.core.$ZodObjectDef): string {
    only(def, 'shape', 'checks');
    const members = Object.entries(def.shape).map(([key, member]) => {
      if (key in {}) refuse(`member ${key}`);
      const { def: memberDef } = (member as Schema)._zod;
      if (memberDef.type !== 'optional') return `${key}: ${this.validator(member)}`;
      only(memberDef, 'innerType');
      return `${key}: [${this.validator(required(memberDef.innerType))}]`;
    });
    const checks = def.checks ?? [];
    if (checks.length > 1) refuse('second check of an object');
    return make('object', `{ ${members} }`, checks.map(rule));
  }

  /** The options must have different types, so that the type of a value selects one option. */
  private union(def: z.core.$ZodUnionDef): string {
    only(def, 'options', 'checks');
    const options = new Map(def.options.map((option) => [typeOf(option as Schema), this.validator(option)]));
    if (options.size < def.options.length) refuse('union of options that do not differ in their type');
    const either = make('union', `{ ${[...options].map(([type, option]) => `${type}: ${option}`)} }`);
    return (def.checks ?? []).reduce((source, check) => make('transform', source, change(check)), either);
  }
}

function typeOf({ _zod: { def } }: Schema): string {
  if (def.type === 'string' || def.type === 'number') return def.type;
  // Zod would accept an array as this object.
  if (def.type === 'object' && Object.values(def.shape).some((member) => (member as Schema)._zod.def.type !== 'optional')) return def.type;
  return refuse(`option of a union of type ${def.type}`);
}

function number(def: z.core.$ZodNumberDef): string {
  only(def, 'checks', 'check', 'format', 'abort');
  const { format, checks = [] } = def as z.core.$ZodNumberFormatDef;
  if (!format && !checks.length) return plain('number');
  const [least, ...more] = checks.map((check) => check._zod.def as z.core.$ZodCheckGreaterThanDef);
  if (format !== 'safeint' || least?.check !== 'greater_than' || more.length || (def as { abort?: boolean }).abort)
    refuse('check of a number');
  only(least!, 'check', 'value', 'inclusive');
  return make('integer', String(Number(least!.value) + (least!.inclusive ? 0 : 1)));
}

/** Returns the source of one check of a text. */
function step(check: Check): string {
  const { def } = check._zod as z.core.$ZodChecks['_zod'];
  switch (def.check) {
    case 'overwrite':
      return change(check);
    case 'string_format': {
      const { format, pattern } = def as z.core.$ZodCheckRegexDef;
      only(def, 'check', 'format', 'pattern');
      if (format !== 'regex' || /[gy]/.test(pattern.flags)) refuse(`format ${format}`);
      return make('pattern', String(pattern));
    }
    default:
      return rule(check);
  }
}

function change(check: Check): string {
  const { def } = check._zod as z.core.$ZodChecks['_zod'];
  if (def.check !== 'overwrite') return refuse(`check ${def.check} where a change was expected`);
  only(def, 'check', 'tx');
  return NAMES.get(def.tx) ?? refuse('function outside the rules');
}

function rule(check: Check): string {
  only(check._zod.def, 'check');
  return NAMES.get(ruleByCheck.get(check) ?? check) ?? refuse(`check ${check._zod.def.check} outside the rules`);
}

function literal(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? JSON.stringify(value) : refuse(`literal ${String(value)}`);
}

/** Only members of an object may be optional. */
function required(schema: z.core.SomeType): z.core.SomeType {
  return (schema as Schema)._zod.def.type === 'optional' ? refuse('optional schema outside an object') : schema;
}

/** Rejects a definition with an unknown option. */
function only(def: Def | Check['_zod']['def'], ...known: string[]): void {
  for (const [key, value] of Object.entries(def)) {
    if (value !== undefined && key !== 'type' && !known.includes(key)) refuse(`option ${key} of ${'type' in def ? def.type : def.check}`);
  }
}

function refuse(what: string): never {
  throw new Error(`The validator compiler does not support: ${what}. Add it here and in src/feed/schema/compiled-runtime.ts, with a test.`);
}
