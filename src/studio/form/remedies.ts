/** Changes that solve a problem without a question to the user. */
import { parentOf } from '../../lint/json-pointer.js';
import type { Problem } from '../../lint/problem.js';
import { numbersIn } from '../../lint/telephone.js';
import type { Form } from './form.js';
import { labelOf } from './labels.js';
import { missingField } from './problem-places.js';

export interface Remedy {
  readonly label: string;
  readonly apply: () => void;
}

/** A host name with an optional path, without a scheme. */
const BARE_ADDRESS = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/;

export function remedyOf(problem: Problem, form: Form): Remedy | undefined {
  const missing = missingField(problem);
  if (missing && !form.isShown(missing)) return { label: form.words.addTo(labelOf(missing, form.words)), apply: () => form.add(missing) };
  const { code, path } = problem;
  const value = form.valueAt(path);
  const { remedies } = form.words;
  const set = (label: string, fixed: string): Remedy => ({ label, apply: () => form.set(path, fixed) });
  if (code === 'unknown-member' && value !== undefined) return { label: remedies.remove, apply: () => form.remove(path) };
  if (typeof value !== 'string') return undefined;
  if ((code === 'bad-url' || code === 'address-without-scheme') && BARE_ADDRESS.test(value))
    return set(remedies.addHttps, `https://${value}`);
  if (code === 'insecure-address' && value.startsWith('http:')) return set(remedies.addHttps, value.replace(/^http:/, 'https:'));
  if (code === 'telephone-not-international' && value.startsWith('00')) return set(remedies.addPlus, `+${value.slice(2)}`);
  if (code === 'bad-phone' && path.endsWith('/phone') && numbersIn(value).length > 1)
    return { label: remedies.splitNumbers, apply: () => splitNumbers(form, path, numbersIn(value)) };
  if (code === 'quote-marks-twice') return set(remedies.removeQuotes, withoutQuotes(value));
  return undefined;
}

/** Moves the further numbers of a field to the list of numbers. */
function splitNumbers(form: Form, path: string, [first, ...others]: readonly string[]): void {
  const list = `${parentOf(path)}/phones`;
  const known = form.valueAt(list);
  form.set(path, first);
  form.set(list, [...(Array.isArray(known) ? (known as unknown[]) : []), ...others]);
}

/** Removes quotation marks and white space at both ends. */
function withoutQuotes(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isQuote(text[start]!)) start++;
  while (end > start && isQuote(text[end - 1]!)) end--;
  return text.slice(start, end);
}

const isQuote = (character: string): boolean => '"“„”«»'.includes(character) || !character.trim();
