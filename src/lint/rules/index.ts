/** All rules about what is allowed in a feed and may harm somebody. */
import { datesInOrder } from './dates.js';
import { numbersInOrder } from './versions.js';
import { peopleSafe } from './privacy.js';
import { picturesTold } from './media.js';
import { readersReached } from './contacts-and-links.js';
import { wordsThere } from './content.js';
import { membersKnown } from './unknown-members.js';
import { translationsMarked } from './translations.js';
import { subjectOf, type Rule, type Subject, type Warning } from './rule-context.js';

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
