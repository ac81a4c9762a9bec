/**
 * A schema applied so that a bad part costs only itself. An array drops the elements that cannot be read, an object its bad
 * optional members; without a required one it is itself bad, and its owner decides. A member with a default may be missing, but
 * where it is there it must be right. The schema alone says which is which; its leaves are left to Zod. One pass: as deep as the
 * schema, as long as the input.
 */
import * as z from 'zod/mini';
import { nullObject, isObject, getOwn } from './compiled-runtime.js';
import type { Issue, IssueCode } from '../errors.js';
import { MAX_ENTRIES } from './field-rules.js';

type JsonObject = Record<string, unknown>;

export interface Validation<T> {
  /** Undefined where something required was bad all the way up. */
  readonly value?: T;
  readonly issues: Issue[];
}

/** `at`: the JSON Pointer of `input` in its document. */
export function validatePartial<S extends z.core.$ZodType>(schema: S, input: unknown, at = ''): Validation<z.output<S>> {
  const issues: Issue[] = [];
  return { value: validateValue(schema, input, at, issues) as z.output<S> | undefined, issues };
}

/** What can be read of `input`; undefined where that is nothing. */
function validateValue(schema: z.core.SomeType, input: unknown, at: string, issues: Issue[]): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
      return input === undefined ? undefined : validateValue(def.innerType, input, at, issues);
    case 'default':
      return input === undefined ? def.defaultValue : validateValue(def.innerType, input, at, issues);
    case 'array':
      if (!Array.isArray(input)) break;
      if (input.length > MAX_ENTRIES) issues.push({ code: 'too-many', path: `${at}/${MAX_ENTRIES}` });
      return input
        .slice(0, MAX_ENTRIES)
        .map((part, index) => validateValue(def.element, part, `${at}/${index}`, issues))
        .filter((part) => part !== undefined);
    case 'union': {
      const object = isObject(input) && def.options.find((option) => option._zod.def.type === 'object');
      if (object) return validateValue(object, input, at, issues);
      break;
    }
    case 'object': {
      if (isObject(input)) return validateObject(schema, def, input, at, issues);
      issues.push({ code: input === undefined ? 'required' : 'wrong-type', path: at }); // Zod takes an array for an object
      return undefined;
    }
  }
  const { data, error } = z.safeParse(schema as z.core.$ZodType, input);
  if (error) issues.push({ code: input === undefined ? 'required' : codeOf(error.issues[0]!), path: at });
  return data;
}

function validateObject(
  schema: z.core.SomeType,
  { shape, checks }: z.core.$ZodObjectDef,
  input: JsonObject,
  at: string,
  issues: Issue[],
): unknown {
  const value = nullObject();
  let whole = true;
  for (const [key, member] of Object.entries(shape)) {
    const part = validateValue(member, getOwn(input, key), `${at}/${key}`, issues);
    if (part !== undefined) value[key] = part;
    else if (member._zod.def.type !== 'optional') whole = false;
  }
  if (!whole) return undefined;
  // What one member asks of another.
  const fault = checks && z.safeParse(schema as z.core.$ZodType, value).error?.issues[0];
  if (!fault) return value;
  const [key] = fault.path as string[];
  if (getOwn(input, key!) === undefined) issues.push({ code: codeOf(fault), path: `${at}/${key}` }); // else it was there, and its own fault is told
  return undefined;
}

function codeOf(issue: z.core.$ZodIssue): IssueCode {
  if (issue.code === 'custom') return (issue.params as { code: IssueCode }).code;
  if (issue.code === 'invalid_value') return 'unknown-value';
  return issue.code === 'invalid_type' || issue.code === 'invalid_union' ? 'wrong-type' : 'bad-value';
}
