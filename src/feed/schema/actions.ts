/** The schema of a call to action, with its recipients, its event and its progress. */
import * as z from 'zod/mini';
import { recipients } from './contacts.js';
import { date, id, linkUrl, list, localTime, may, member, name, nonNegativeInt, summary, text, timeZone } from './basics.js';

export const action = z.object({
  id: member(id, 'Id', 'The name of the action, so that a translation and your scripts can refer to it.'),
  type: member(
    z.literal(['contact', 'write', 'sign', 'donate', 'share', 'subscribe', 'follow', 'attend', 'report-correction']),
    'Kind of action',
    'The kind of action, as a code.',
  ),
  label: may(name, 'Words of the button', 'The words of the button, where those of the code do not fit.'),
  url: may(linkUrl, 'Address', 'The page of the action.'),
  contact: may(id, 'Contact', 'The id of the contact that the action reaches.'),
  to: recipients,
  subject: may(name, 'Subject', 'The subject of the letter.'),
  salutation: may(name, 'Salutation', 'The first line of a letter, such as "Dear Minister,".'),
  text: may(summary, 'Text', 'The text of the letter.'),
  points: list(text, 'Points', 'The points that a letter can make, one by one.'),
  starts: may(date, 'First day', 'The first day of the action. Before it, the card announces the action.'),
  ends: may(date, 'Last day', 'The last day of the action. After it, the card shows the action as closed.'),
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
