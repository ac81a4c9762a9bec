/** Where the form shows a problem of the linter, and in which words: a person who writes in a form knows labels, and no names of members. */
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

interface ProblemText {
  readonly message: string;
  readonly fix?: string;
}

/** Returns the problem in the language of the app. The linter speaks English. */
export function problemText(problem: Problem, words: Words): ProblemText {
  const own = words.problems[problem.code];
  if (own !== undefined) return { message: own };
  return { message: withLabels(problem.message, problem, words), fix: withLabels(problem.fix, problem, words) };
}

/** Returns the problem for a list away from its field: with the label of the field, unless the words of the linter have it. */
export function problemInList(problem: Problem, words: Words): string {
  const { message } = problemText(problem, words);
  const field = words.problems[problem.code] === undefined ? undefined : (missingField(problem) ?? fieldAt(problem.path));
  return field ? `${labelOf(field, words)}: ${message}` : message;
}

/** Returns the text with the label of each member that it names in quotation marks. */
function withLabels(text: string, { path }: Problem, words: Words): string {
  return text.replace(/"([a-z_]+)"/g, (quoted, name: string) => {
    const field =
      fieldAt(`${path}/${name}`) ?? fieldAt(path.slice(0, path.lastIndexOf('/') + 1) + name) ?? fieldAt(`/_placard/publisher/${name}`);
    return field ? `“${labelOf(field, words)}”` : quoted;
  });
}
