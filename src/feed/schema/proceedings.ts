/** The schemas of a proceeding: status, outcome, history and next step. */
import * as z from 'zod/mini';
import {
  applyCrossFieldRule,
  date,
  id,
  linkUrl,
  list,
  may,
  member,
  name,
  optional,
  optionalArray,
  reference,
  text,
  timeOfDay,
  timeZone,
} from './basics.js';
import * as rules from './field-rules.js';

export const nextStep = z
  .object({
    type: z.literal(['hearing', 'ruling', 'deadline', 'release', 'other']),
    label: optional(name),
    date: optional(date),
    date_status: z.literal(['not-set', 'scheduled', 'postponed', 'held', 'cancelled']),
    time: may(timeOfDay, 'Time', 'The time of day at the place, such as "14:30".'),
    time_zone: may(timeZone, 'Time zone', 'The IANA name of the time zone, such as "Asia/Almaty".'),
    place: may(name, 'Place', 'Where it takes place.'),
    url: may(linkUrl, 'Address', 'A page about it, such as a live stream.'),
    was: may(date, 'Earlier date', 'The date from which it was postponed.'),
  })
  .check(applyCrossFieldRule(rules.scheduledNeedsDate));

const status = z.literal(['unknown', 'none', 'investigating', 'pending', 'decided', 'appealed', 'closed']);
const outcome = z.literal([
  'granted',
  'partly-granted',
  'denied',
  'convicted',
  'acquitted',
  'quashed',
  'settled',
  'dismissed',
  'withdrawn',
  'archived',
  'reversed',
  'charges-dropped',
  'upheld',
  'enforced',
  'lapsed',
  'inadmissible',
  'pardoned',
  'conditionally-released',
  'sentence-suspended',
  'violation-found',
  'no-violation-found',
  'struck-out',
  'expired',
]);

export const proceeding = z.object({
  id,
  forum: may(name, 'Forum', 'The court or body; without it, the card says that the court is not named.'),
  number: may(name, 'Number', 'The docket number, as the forum writes it.'),
  procedure: may(
    z.literal(['criminal', 'civil', 'administrative', 'constitutional', 'labour', 'asylum', 'regional-court', 'un-body', 'other']),
    'Procedure',
    'The kind of procedure as a code, which decides the words of the status.',
  ),
  kind: optional(name),
  persons: list(id, 'Persons', 'The ids of the persons in this proceeding.'),
  filed: optional(date),
  challenges: optional(text),
  status,
  outcome: optional(outcome),
  compliance: optional(z.literal(['unknown', 'complied', 'partial', 'ignored'])),
  as_of: date,
  source: optional(reference),
  external: optionalArray(z.object({ tracker: name, label: name, url: optional(linkUrl) })),
  next: optional(nextStep),
  history: list(
    z.object({
      date: member(date, 'Date', 'The day of this step.'),
      status: may(status, 'Status', 'The status from that day.'),
      outcome: may(outcome, 'Outcome', 'The decision of that day.'),
      text: may(text, 'Text', 'The step in a sentence.'),
      source: may(reference, 'Source', 'Where this can be checked.'),
    }),
    'History',
    'The earlier steps of this proceeding.',
  ),
});
