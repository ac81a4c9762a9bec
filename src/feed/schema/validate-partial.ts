/**
 * Validates with a Zod schema, and drops invalid fields instead of the whole value. An array drops invalid entries, and an object
 * drops invalid optional fields. An object without a valid required field is invalid itself. A field with a default may be missing;
 * an invalid value does not get the default. Takes one pass, as deep as the schema.
 */
import * as z from 'zod/mini';
import { getField, isObject, nullObject } from './compiled-runtime.js';
import type { Issue, IssueCode } from '../errors.js';
import { MAX_ENTRIES } from './field-rules.js';

type JsonObject = Record<string, unknown>;

export interface Validation<T> {
  /** Undefined if the value is invalid as a whole. */
  readonly value?: T;
  readonly issues: Issue[];
}

/** @param path JSON Pointer of `input` in its document */
export function validatePartial<S extends z.core.$ZodType>(schema: S, input: unknown, path = ''): Validation<z.output<S>> {
  const issues: Issue[] = [];
  return { value: validateValue(schema, input, path, issues) as z.output<S> | undefined, issues };
}

/** Returns the valid content of `input`; undefined if nothing in it is valid. */
function validateValue(schema: z.core.SomeType, input: unknown, path: string, issues: Issue[]): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
      return input === undefined ? undefined : validateValue(def.innerType, input, path, issues);
    case 'default':
      return input === undefined ? def.defaultValue : validateValue(def.innerType, input, path, issues);
    case 'array':
      if (!Array.isArray(input)) break;
      if (input.length > MAX_ENTRIES) issues.push({ code: 'too-many', path: `${path}/${MAX_ENTRIES}` });
      return input
        .slice(0, MAX_ENTRIES)
        .map((entry, index) => validateValue(def.element, entry, `${path}/${index}`, issues))
        .filter((entry) => entry !== undefined);
    case 'union': {
      const object = isObject(input) && def.options.find((option) => option._zod.def.type === 'object');
      if (object) return validateValue(object, input, path, issues);
      break;
    }
    case 'object': {
      if (isObject(input)) return validateObject(schema, def, input, path, issues);
      issues.push({ code: input === undefined ? 'required' : 'wrong-type', path }); // Zod accepts an array as an object
      return undefined;
    }
  }
  const { data, error } = z.safeParse(schema as z.core.$ZodType, input);
  if (error) issues.push({ code: input === undefined ? 'required' : codeOf(error.issues[0]!), path });
  return data;
}

function validateObject(
  schema: z.core.SomeType,
  { shape, checks }: z.core.$ZodObjectDef,
  input: JsonObject,
  path: string,
  issues: Issue[],
): unknown {
  const value = nullObject();
  let isComplete = true;
  for (const [key, field] of Object.entries(shape)) {
    const fieldInput = getField(input, key, field._zod.def.type === 'optional');
    const fieldValue = validateValue(field, fieldInput, `${path}/${key}`, issues);
    if (fieldValue !== undefined) value[key] = fieldValue;
    else if (field._zod.def.type !== 'optional') isComplete = false;
  }
  if (!isComplete) return undefined;
  const crossFieldIssue = checks && z.safeParse(schema as z.core.$ZodType, value).error?.issues[0];
  if (!crossFieldIssue) return value;
  const [key] = crossFieldIssue.path as string[];
  // A field that is present but invalid has an issue already.
  if (getField(input, key!, true) === undefined) issues.push({ code: codeOf(crossFieldIssue), path: `${path}/${key}` });
  return undefined;
}

function codeOf(issue: z.core.$ZodIssue): IssueCode {
  if (issue.code === 'custom') return (issue.params as { code: IssueCode }).code;
  if (issue.code === 'invalid_value') return 'unknown-value';
  return issue.code === 'invalid_type' || issue.code === 'invalid_union' ? 'wrong-type' : 'bad-value';
}
