/** Where the form shows a problem of the linter, and in which words: a person who writes in a form knows labels, and no names of members. */
import { parentOf } from '../../lint/json-pointer.js';
import type { Problem } from '../../lint/problem.js';
import type { Words } from '../words/words.js';
import { labelOf } from './labels.js';
import { fieldAt, type Field } from './schema.js';

/** The member that an object lacks, by the code of the problem. The linter reports the object. */
const MISSING: Readonly<Record<string, string>> = {
  'no-title': 'title',
  'no-summary': 'summary',
  'no-language': 'language',
  'no-sources': 'sources',
  'no-contact': 'contacts',
  'no-way-to-correct': 'corrections_url',
  'quote-without-source': 'source',
  'picture-without-credit': 'credit',
  'action-leads-nowhere': 'contact',
  'contact-without-channel': 'phone',
};

/** Returns the field that is missing; undefined for a problem of another kind. */
export function missingField({ code, path }: Problem): Field | undefined {
  return Object.hasOwn(MISSING, code) ? fieldAt(`${path}/${MISSING[code]!}`) : undefined;
}

/** Returns what is wrong, and what to do, in the language of the app. The linter speaks English, to people who write JSON. */
export const problemText = (problem: Problem, words: Words): string => words.problems[dateCode(problem)] ?? problem.message;

/** Returns the code of the words: a control for dates reads "25 July 2025", and a control for text does not. */
function dateCode({ code, path }: Problem): string {
  const isDate = [path, parentOf(path)].some((place) => fieldAt(place)?.control === 'date');
  if (code !== 'bad-date' || isDate) return code;
  return fieldAt(path)?.schemas.some(({ pattern }) => pattern) ? 'bad-moment' : 'bad-time';
}

/** Returns the problem for a list away from its field: with the label of the field. */
export function problemInList(problem: Problem, words: Words): string {
  const field = missingField(problem) ?? fieldAt(problem.path);
  const text = problemText(problem, words);
  return field ? `${labelOf(field, words)}: ${text}` : text;
}
