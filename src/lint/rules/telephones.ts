/** Checks the numbers of all contacts against the numbering plans: readers cannot reach a number that does not exist. */
import { numberFault, type NumberFault } from '../telephone.js';
import { queryObjects, walk } from '../json-pointer.js';
import type { RuleContext, Warning } from './rule-context.js';

const CONTACTS = ['/_placard/contacts/*', '/items/*/_placard/contacts/*', '/items/*/_placard/actions/*/to/*'];
const NUMBERS = ['phone', 'phones', 'fax', 'whatsapp'];

const ADVICE: Record<NumberFault, Pick<Warning, 'code' | 'message' | 'fix'>> = {
  national: {
    code: 'telephone-not-international',
    message: 'This number works only in its own country.',
    fix: 'Begin with + and the country code, such as "+44 20 7946 0958".',
  },
  'no-country': {
    code: 'telephone-country',
    message: 'No country has this country code, so the number reaches no one.',
    fix: 'Check the digits after the +. They begin with the country code, such as 44 or 7.',
  },
  'too-short': {
    code: 'telephone-length',
    message: 'The number has fewer digits than any number of its country.',
    fix: 'Check the number: a digit or the area code is missing.',
  },
  'too-long': {
    code: 'telephone-length',
    message: 'The number has more digits than any number of its country.',
    fix: 'Check the number. Write an extension as "+44 20 7946 0958 ext. 12", and a second number in "phones".',
  },
  unlikely: {
    code: 'telephone-unlikely',
    message: 'No number of this country looks like this.',
    fix: 'Check the area code and count the digits. Then dial the number once from abroad.',
  },
};

export function* telephoneRule({ document }: RuleContext): Generator<Warning> {
  for (const { path, value } of CONTACTS.flatMap((pattern) => queryObjects(document, pattern))) {
    for (const name of NUMBERS) {
      for (const node of walk(value[name], `${path}/${name}`)) {
        const fault = typeof node.value === 'string' ? numberFault(node.value) : undefined;
        if (fault) yield { ...ADVICE[fault], path: node.path };
      }
    }
  }
}
