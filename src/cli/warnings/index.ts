/** All rules about what is allowed in a feed and may harm somebody. */
import { datesInOrder } from './dates.js';
import { numbersInOrder } from './numbers.js';
import { peopleSafe } from './people.js';
import { picturesTold } from './pictures.js';
import { readersReached } from './reach.js';
import { wordsThere } from './content.js';
import { membersKnown } from './members.js';
import { translationsMarked } from './translations.js';
import { subjectOf, type Rule, type Subject, type Warning } from './subject.js';

const RULES: Rule[] = [
  peopleSafe,
  picturesTold,
  datesInOrder,
  wordsThere,
  translationsMarked,
  readersReached,
  numbersInOrder,
  membersKnown,
];

export function warningsOn(document: unknown, rest: Pick<Subject, 'feed' | 'url' | 'base' | 'now'>): Warning[] {
  const subject = subjectOf(document, rest);
  return RULES.flatMap((rule) => [...rule(subject)]);
}
