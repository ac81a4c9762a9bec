/**
 * The functions of compiled schemas, one for each kind of schema. They validate as `validate-partial.ts` does with Zod.
 * src/bundler/compile-validators.ts writes the calls, and test/unit/bundler/compile-validators.node.ts compares the results.
 */
import type { Issue, IssueCode } from '../errors.js';
import { MAX_ENTRIES, type CrossFieldRule, type Rule } from './field-rules.js';

type JsonObject = Record<string, unknown>;

/** Records an issue, `required` if the input is undefined. */
type ReportIssue = (code: IssueCode, input: unknown, path: string) => undefined;

/** Returns the valid content of `input`; undefined if nothing in it is valid. */
type Validator = (input: unknown, path: string, report: ReportIssue) => unknown;

/** The validators of the fields. An optional field has its validator in an array. */
type ObjectShape = Record<string, Validator | [Validator]>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads own properties only, so that a polluted `Object.prototype` cannot add fields. */
export const getOwn = (input: JsonObject, key: string): unknown => (Object.hasOwn(input, key) ? input[key] : undefined);
/** Reads a field. Null and an empty text in an optional field are as good as absent: content systems write them for "nothing". */
export function getField(input: JsonObject, key: string, isOptional: boolean): unknown {
  const value = getOwn(input, key);
  return isOptional && (value === null || value === '') ? undefined : value;
}

export const nullObject = (): JsonObject => Object.create(null) as JsonObject;

export function runValidator(validator: Validator, input: unknown, path = ''): { value?: unknown; issues: Issue[] } {
  const issues: Issue[] = [];
  const report: ReportIssue = (code, found, at) => void issues.push({ code: found === undefined ? 'required' : code, path: at });
  return { value: validator(input, path, report), issues };
}

export const object =
  (shape: ObjectShape, crossFieldRule?: CrossFieldRule): Validator =>
  (input, path, report) => {
    if (!isObject(input)) return report('wrong-type', input, path);
    const value = nullObject();
    let isComplete = true;
    for (const [key, field] of Object.entries(shape)) {
      const fieldInput = getField(input, key, Array.isArray(field));
      const isOptional = Array.isArray(field);
      if (isOptional && fieldInput === undefined) continue;
      const fieldValue = (isOptional ? field[0] : field)(fieldInput, `${path}/${key}`, report);
      if (fieldValue !== undefined) value[key] = fieldValue;
      else if (!isOptional) isComplete = false;
    }
    const missing = isComplete && crossFieldRule?.(value);
    if (missing && getField(input, missing, true) === undefined) report('required', undefined, `${path}/${missing}`);
    return isComplete && !missing ? value : undefined;
  };

export const array =
  (element: Validator): Validator =>
  (input, path, report) => {
    if (!Array.isArray(input)) return report('wrong-type', input, path);
    if (input.length > MAX_ENTRIES) report('too-many', input, `${path}/${MAX_ENTRIES}`);
    return input
      .slice(0, MAX_ENTRIES)
      .map((entry, index) => element(entry, `${path}/${index}`, report))
      .filter((entry) => entry !== undefined);
  };

/** Validates a union whose options differ in their type. */
export const union =
  (options: Partial<Record<string, Validator>>): Validator =>
  (input, path, report) =>
    (options[typeof input] ?? never)(input, path, report);

const never: Validator = (input, path, report) => report('wrong-type', input, path);

export const withDefault =
  (validator: Validator, value: unknown): Validator =>
  (input, path, report) =>
    input === undefined ? value : validator(input, path, report);

export const transform =
  (validator: Validator, change: (value: unknown) => unknown): Validator =>
  (input, path, report) => {
    const value = validator(input, path, report);
    return value === undefined ? undefined : change(value);
  };

export const literal =
  (...values: unknown[]): Validator =>
  (input, path, report) =>
    values.includes(input) ? input : report('unknown-value', input, path);

export const boolean: Validator = (input, path, report) => (typeof input === 'boolean' ? input : report('wrong-type', input, path));

export const number: Validator = (input, path, report) => (Number.isFinite(input) ? input : report('wrong-type', input, path));

export const integer =
  (minimum: number): Validator =>
  (input, path, report) =>
    Number.isInteger(input)
      ? Number.isSafeInteger(input) && (input as number) >= minimum
        ? input
        : report('bad-value', input, path)
      : report('wrong-type', input, path);

/** A step is a rule, or a function that cleans the text for the rules after it. */
export const string =
  (...steps: (Rule | ((text: string) => string))[]): Validator =>
  (input, path, report) => {
    if (typeof input !== 'string') return report('wrong-type', input, path);
    let text = input;
    for (const step of steps) {
      const result = typeof step === 'function' ? step(text) : step.normalize(text);
      if (typeof step === 'object' && !result) return report(step.code, input, path);
      text = result as string;
    }
    return text;
  };

export const pattern = (pattern: RegExp): Rule => ({ code: 'bad-value', normalize: (text) => pattern.test(text) && text });
