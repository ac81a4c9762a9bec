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
  reference,
  text,
  timeOfDay,
  timeZone,
  verbatim,
} from './basics.js';
import * as rules from './field-rules.js';

export const nextStep = z
  .object({
    type: member(z.literal(['hearing', 'ruling', 'deadline', 'release', 'other']), 'Kind of step', 'The kind of step, as a code.'),
    label: may(name, 'In your words', 'The step in your own words, where the code does not fit.'),
    date: may(date, 'Date', 'The day of the step. It is required if the step is scheduled.'),
    date_status: member(
      z.literal(['not-set', 'scheduled', 'postponed', 'held', 'cancelled']),
      'Is there a date?',
      'Whether there is a date, and what became of it.',
    ),
    time: may(timeOfDay, 'Time', 'The time of day at the place, such as "14:30".'),
    time_zone: may(timeZone, 'Time zone', 'The IANA name of the time zone, such as "Asia/Almaty".'),
    place: may(name, 'Place', 'Where it takes place.'),
    url: may(linkUrl, 'Address', 'A page about it, such as a live stream.'),
    was: may(date, 'Earlier date', 'The date from which it was postponed. The new one is the date.'),
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
  id: member(id, 'Id', 'The name of the proceeding, so that a translation and the next version can refer to it.'),
  forum: may(name, 'Court or authority', 'The court or body; without it, the card says that the court is not named.'),
  number: may(verbatim, 'Number', 'The docket number, as the forum writes it.'),
  procedure: may(
    z.literal(['criminal', 'civil', 'administrative', 'constitutional', 'labour', 'asylum', 'regional-court', 'un-body', 'other']),
    'Procedure',
    'The kind of procedure as a code, which decides the words of the status. An extradition is “other”.',
  ),
  kind: may(name, 'Kind of proceeding', 'The kind of proceeding in your own words, such as “Administrative suit”.'),
  persons: list(id, 'Persons', 'The ids of the persons in this proceeding.'),
  filed: may(date, 'Filed on', 'The day on which the proceeding began.'),
  challenges: may(text, 'What it is directed against', 'The decision or act that the proceeding is directed against.'),
  status: member(status, 'Status', 'The state of the proceeding, as a code. The stamp of the card follows it.'),
  outcome: may(outcome, 'Outcome', 'The decision, as a code. The stamp shows it in the reader’s language.'),
  compliance: may(z.literal(['unknown', 'complied', 'partial', 'ignored']), 'Compliance', 'Whether the decision was carried out.'),
  as_of: member(date, 'Known as of', 'The last day on which you know that the status was true. The stamp shows it.'),
  source: may(reference, 'Source', 'The source of the status.'),
  external: list(
    z.object({
      tracker: member(name, 'Tracker', 'The name of the tracker.'),
      label: member(verbatim, 'Label', 'The label of the tracker, exactly as it is written there.'),
      url: may(linkUrl, 'Address', 'The page of the tracker.'),
    }),
    'Labels of other trackers',
    'The labels of other trackers, word for word.',
  ),
  next: may(nextStep, 'Next step', 'The next step. “No date has been set” is a next step too.'),
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
