/** The schema of a call to action, with its recipients, its event and its progress. */
import * as z from 'zod/mini';
import { recipients } from './contacts.js';
import { date, id, linkUrl, list, localTime, may, member, name, nonNegativeInt, optional, summary, text, timeZone } from './basics.js';

export const action = z.object({
  id,
  type: z.literal(['contact', 'write', 'sign', 'donate', 'share', 'subscribe', 'follow', 'attend', 'report-correction']),
  label: optional(name),
  url: optional(linkUrl),
  contact: optional(id),
  to: recipients,
  subject: optional(name),
  salutation: may(name, 'Salutation', 'The first line of a letter, such as "Dear Minister,".'),
  text: optional(summary),
  points: list(text, 'Points', 'The points that a letter can make, one by one.'),
  starts: optional(date),
  ends: optional(date),
  time_zone: may(timeZone, 'Time zone', 'The IANA name of the zone in which its days begin and end.'),
  event: may(
    z.object({
      start: member(localTime, 'Start', 'The day, or the day with its time, such as "2026-12-05T18:00" in the zone of the event.'),
      end: may(localTime, 'End', 'The end, in the same form.'),
      time_zone: may(timeZone, 'Time zone', 'The IANA name of the time zone of the event.'),
      place: may(name, 'Place', 'Where the event takes place.'),
      url: may(linkUrl, 'Address', 'The page of the event.'),
    }),
    'Event',
    'The event to attend, which the card shows with a calendar file.',
  ),
  progress: may(
    z.object({
      count: member(nonNegativeInt, 'Count', 'How many have signed, or how much was given.'),
      goal: may(nonNegativeInt, 'Goal', 'The number to reach.'),
      unit: may(name, 'Unit', 'The thing that is counted, such as "signatures".'),
      as_of: may(date, 'As of', 'The day of this count.'),
    }),
    'Progress',
    'How far a petition or a collection has come.',
  ),
});
