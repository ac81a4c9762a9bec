/**
 * What compiled schemas are made of: one small function for each kind of part, with the meaning that `validate.ts` gives to the
 * schema. Used by what src/bundler/compile-validators.ts writes; proven equal to Zod by test/unit/bundler/compile-validators.node.ts.
 */
import type { Issue, IssueCode } from '../errors.js';
import { MAX_ENTRIES, type CrossFieldRule, type Rule } from './field-rules.js';

type JsonObject = Record<string, unknown>;

/** Tells a fault, `required` where there is nothing; gives back nothing. */
type ReportIssue = (code: IssueCode, input: unknown, at: string) => undefined;

/** What can be read of `input`; undefined where that is nothing. */
type Validator = (input: unknown, at: string, report: ReportIssue) => unknown;

/** Members by name; one in brackets is optional. */
type ObjectShape = Record<string, Validator | [Validator]>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is an object's own: a page's script that adds to `Object.prototype` says nothing in a feed, neither before its checks nor after. */
export const getOwn = (input: JsonObject, key: string): unknown => (Object.hasOwn(input, key) ? input[key] : undefined);
export const nullObject = (): JsonObject => Object.create(null) as JsonObject;

export function runValidator(part: Validator, input: unknown, at = ''): { value?: unknown; issues: Issue[] } {
  const issues: Issue[] = [];
  const report: ReportIssue = (code, found, path) => void issues.push({ code: found === undefined ? 'required' : code, path });
  return { value: part(input, at, report), issues };
}

export const object =
  (shape: ObjectShape, demand?: CrossFieldRule): Validator =>
  (input, at, report) => {
    if (!isObject(input)) return report('wrong-type', input, at);
    const value = nullObject();
    let whole = true;
    for (const [key, member] of Object.entries(shape)) {
      const found = getOwn(input, key);
      const optional = Array.isArray(member);
      if (optional && found === undefined) continue;
      const part = (optional ? member[0] : member)(found, `${at}/${key}`, report);
      if (part !== undefined) value[key] = part;
      else if (!optional) whole = false;
    }
    const missing = whole && demand?.(value);
    if (missing && getOwn(input, missing) === undefined) report('required', undefined, `${at}/${missing}`);
    return whole && !missing ? value : undefined;
  };

export const array =
  (element: Validator): Validator =>
  (input, at, report) => {
    if (!Array.isArray(input)) return report('wrong-type', input, at);
    if (input.length > MAX_ENTRIES) report('too-many', input, `${at}/${MAX_ENTRIES}`);
    return input
      .slice(0, MAX_ENTRIES)
      .map((part, index) => element(part, `${at}/${index}`, report))
      .filter((part) => part !== undefined);
  };

/** A union whose options differ in their type. */
export const union =
  (options: Partial<Record<string, Validator>>): Validator =>
  (input, at, report) =>
    (options[typeof input] ?? never)(input, at, report);

const never: Validator = (input, at, report) => report('wrong-type', input, at);

export const withDefault =
  (part: Validator, value: unknown): Validator =>
  (input, at, report) =>
    input === undefined ? value : part(input, at, report);

export const transform =
  (part: Validator, change: (value: unknown) => unknown): Validator =>
  (input, at, report) => {
    const value = part(input, at, report);
    return value === undefined ? undefined : change(value);
  };

export const literal =
  (...values: unknown[]): Validator =>
  (input, at, report) =>
    values.includes(input) ? input : report('unknown-value', input, at);

export const boolean: Validator = (input, at, report) => (typeof input === 'boolean' ? input : report('wrong-type', input, at));

export const number: Validator = (input, at, report) => (Number.isFinite(input) ? input : report('wrong-type', input, at));

export const integer =
  (least: number): Validator =>
  (input, at, report) =>
    Number.isInteger(input)
      ? Number.isSafeInteger(input) && (input as number) >= least
        ? input
        : report('bad-value', input, at)
      : report('wrong-type', input, at);

/** Steps are rules, and what cleans a text before them. */
export const string =
  (...steps: (Rule | ((text: string) => string))[]): Validator =>
  (input, at, report) => {
    if (typeof input !== 'string') return report('wrong-type', input, at);
    let text = input;
    for (const step of steps) {
      const kept = typeof step === 'function' ? step(text) : step.normalize(text);
      if (typeof step === 'object' && !kept) return report(step.code, input, at);
      text = kept as string;
    }
    return text;
  };

export const pattern = (pattern: RegExp): Rule => ({ code: 'bad-value', normalize: (text) => pattern.test(text) && text });
