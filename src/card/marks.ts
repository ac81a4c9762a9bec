/** Maps the status codes of a feed to marks, for the card and for lists. */
import type { Incident, Item, Proceeding } from '../feed/schema/schema.js';
import { isFinal, orderedCases } from '../i18n/sentences.js';
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

const STATES: Record<NonNullable<Incident['state']>, Mark> = { active: 'open', resolved: 'neutral' };

export function markOf(proceeding: Proceeding): Mark {
  return isFinal(proceeding) ? OUTCOMES[proceeding.outcome] : STATUSES[proceeding.status];
}

export function markOfState(state: NonNullable<Incident['state']>): Mark {
  return STATES[state];
}

/** Returns the mark of the newest proceeding, or else of the incident. */
export function itemMark(item: Item): Mark {
  const [first] = orderedCases(item);
  const state = item._placard?.incident?.state;
  return first ? markOf(first) : state ? markOfState(state) : 'unknown';
}
