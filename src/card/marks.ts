/** Maps the status codes of a feed to marks, for the card and for lists. */
import type { Incident, Item, Proceeding } from '../feed/schema/schema.js';
import { personsInCustody, type PersonInCustody } from '../i18n/persons.js';
import { isFinal, isLoss, orderedCases } from '../i18n/sentences.js';
import type { Mark } from './card.js';

type Outcome = NonNullable<Proceeding['outcome']>;

const OUTCOMES: Record<Outcome, Mark> = {
  granted: 'for',
  'partly-granted': 'for',
  acquitted: 'for',
  denied: 'against',
  convicted: 'against',
  quashed: 'neutral',
  reversed: 'neutral',
  settled: 'neutral',
  dismissed: 'neutral',
  withdrawn: 'neutral',
  archived: 'neutral',
  'charges-dropped': 'for',
  upheld: 'neutral',
  enforced: 'neutral',
  lapsed: 'neutral',
  inadmissible: 'against',
  pardoned: 'neutral',
  'conditionally-released': 'neutral',
  'sentence-suspended': 'against',
  'violation-found': 'for',
  'no-violation-found': 'against',
  'struck-out': 'neutral',
  expired: 'neutral',
};

const STATUSES: Record<Proceeding['status'], Mark> = {
  unknown: 'unknown',
  none: 'unknown',
  investigating: 'open',
  pending: 'open',
  appealed: 'appeal',
  decided: 'neutral',
  closed: 'neutral',
};

const STATES: Record<NonNullable<Incident['state']>, Mark> = {
  active: 'open',
  resolved: 'neutral',
  killed: 'against',
  impunity: 'against',
  'fate-unknown': 'unknown',
};

const CUSTODY: Record<PersonInCustody['custody']['state'], Mark> = {
  killed: 'against',
  'died-in-custody': 'against',
  detained: 'against',
  imprisoned: 'against',
  'house-arrest': 'against',
  missing: 'unknown',
  unknown: 'unknown',
  deported: 'neutral',
  exiled: 'neutral',
  bail: 'open',
  released: 'for',
  free: 'for',
};

export function markOf(proceeding: Proceeding): Mark {
  return isFinal(proceeding) ? OUTCOMES[proceeding.outcome] : STATUSES[proceeding.status];
}

/** Returns the mark of persons: that of the worst state, in the order of the states. */
export function custodyMark(persons: readonly PersonInCustody[]): Mark {
  const states = Object.keys(CUSTODY) as (keyof typeof CUSTODY)[];
  return CUSTODY[states.find((state) => persons.some(({ custody }) => custody.state === state))!];
}

export function markOfState(state: NonNullable<Incident['state']>): Mark {
  return STATES[state];
}

/** Returns the mark of the status that a list shows: of the persons, the newest proceeding, or the incident. */
export function itemMark(item: Item): Mark {
  const persons = personsInCustody(item);
  const [first] = orderedCases(item);
  const state = item._placard?.incident?.state;
  if (persons.length) return custodyMark(persons);
  if (first && !isLoss(state)) return markOf(first);
  return state ? markOfState(state) : 'unknown';
}
