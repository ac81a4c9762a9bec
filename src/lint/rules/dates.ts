/** Dates that mislead: none, past, to come, or in the wrong order. */
import { earliestMs, latestMs, parseDate, type PartialDate } from '../../feed/values/partial-date.js';
import { isJson, objects, type Json } from '../json-pointer.js';
import { listIn, objectIn, textIn, type Subject, type Warning } from './rule-context.js';

/** Clocks differ, and a day begins earlier in the east. */
const TOLERANCE = 24 * 3_600_000;

export function* datesInOrder(subject: Subject): Generator<Warning> {
  yield* ofTheFeed(subject);
  for (const item of subject.items) {
    yield* ofTheItem(subject, item);
    for (const proceeding of listIn(item, 'cases')) yield* ofTheStatus(subject, item, proceeding);
  }
}

function* ofTheFeed({ document, now }: Subject): Generator<Warning> {
  for (const { value } of objects(document, '/_placard')) {
    const [made, until] = [dateIn(value, 'generated_at'), dateIn(value, 'valid_until')];
    if (until !== undefined && latestMs(until) <= now) {
      yield {
        code: 'expired',
        path: '/_placard/valid_until',
        what: 'This is past: every page says by now that the statement may be out of date.',
        instead: 'Check that the facts still hold, then set a later date, or take "valid_until" out.',
      };
    }
    if (made !== undefined && earliestMs(made) > now + TOLERANCE) {
      yield {
        code: 'made-in-future',
        path: '/_placard/generated_at',
        what: 'This publication says that it was made at a time that is still to come.',
        instead: 'Write when the file was really made; "placard revise" does it.',
      };
    }
  }
}

function* ofTheItem({ now }: Subject, { path, value, facts }: Subject['items'][number]): Generator<Warning> {
  const published = dateIn(value, 'date_published');
  const modified = dateIn(value, 'date_modified');
  if (published === undefined) {
    yield {
      code: 'undated',
      path,
      what: 'The statement has no date: readers cannot tell whether it is news, and it counts as the oldest.',
      instead: 'Add "date_published": when it was first published, such as "2026-03-02T10:00:00Z".',
    };
  } else if (earliestMs(published) > now + TOLERANCE) {
    yield {
      code: 'published-in-future',
      path: `${path}/date_published`,
      what: 'The statement says that it was published on a day that is still to come, and pages show it all the same.',
      instead: 'Write the real date, or publish the item only on that day.',
    };
  } else if (modified !== undefined && latestMs(modified) < earliestMs(published)) {
    yield {
      code: 'modified-before-published',
      path: `${path}/date_modified`,
      what: 'The last change is dated before the publication; "As of" shows this date to readers.',
      instead: 'Write when the item was last changed; "placard revise" does it.',
    };
  }
  const { state } = objectIn(facts, 'incident');
  if (state !== undefined && !listIn({ path, value, facts }, 'cases').length && published === undefined && modified === undefined) {
    yield {
      code: 'undated-status',
      path: `${path}/_placard/incident/state`,
      what: 'A status without a date: nobody can tell whether it still holds.',
      instead: 'Add "date_modified" to the item: as of when it is so.',
    };
  }
}

function* ofTheStatus(
  { now }: Subject,
  item: Subject['items'][number],
  { path, value }: { path: string; value: Json },
): Generator<Warning> {
  const asOf = dateIn(value, 'as_of');
  if (asOf !== undefined) {
    if (earliestMs(asOf) > now + TOLERANCE) {
      yield {
        code: 'status-in-future',
        path: `${path}/as_of`,
        what: 'The status is dated to a day that is still to come.',
        instead: 'Write the day on which you last knew it to be so.',
      };
    }
    const known = parseDate(typeof asOf === 'string' ? asOf : asOf.date);
    if (known && known.month === undefined) {
      yield {
        code: 'undated-status',
        path: `${path}/as_of`,
        what: 'A year is no date for a status: it may have changed since, and readers cannot tell.',
        instead: 'Write the day, or at least the month, as of which it holds.',
      };
    }
    const later = listIn(item, 'timeline').filter((step) => {
      const date = dateIn(step.value, 'date');
      return date !== undefined && earliestMs(date) >= latestMs(asOf) && earliestMs(date) <= now;
    });
    if (later.length) {
      yield {
        code: 'status-behind-timeline',
        path: `${path}/as_of`,
        what: 'The timeline tells of something later than this status.',
        instead: 'Check whether the status still holds, and date it to the day of that check.',
      };
    }
  }
  const next = objectIn(value, 'next');
  if (isOver(textIn(value, 'status')) && isLeftOver(next)) {
    yield {
      code: 'next-left-over',
      path: `${path}/next`,
      what: `The case is ${textIn(value, 'status')}, and still says what comes next: readers may take it for undecided.`,
      instead: 'Take "next" out; or set its "date_status" to "held" or "cancelled"; or say what comes now, in a "label" of its own.',
    };
  }
  const date = dateIn(next, 'date');
  if (next.date_status === 'scheduled' && date !== undefined && latestMs(date) <= now) {
    yield {
      code: 'scheduled-in-past',
      path: `${path}/next`,
      what: `What is told as still to come was set for ${textOf(date)}, which is past.`,
      instead: 'Set "date_status" to "held", "postponed" or "cancelled", and write what is next.',
    };
  }
}

/** Whether the forum has done what it was asked for. */
export const isOver = (status: string): boolean => status === 'decided' || status === 'closed';

/** Of a case that is over a deadline or a release may still come, and what has a name of its own; not what led to the decision. */
const isLeftOver = (next: Json): boolean =>
  /^(hearing|ruling|other)$/.test(textIn(next, 'type')) &&
  /^(not-set|scheduled|postponed)$/.test(textIn(next, 'date_status')) &&
  !textIn(next, 'label');

const textOf = (date: PartialDate): string => (typeof date === 'string' ? date : date.date);

/** The partial date of a member, where it can be read. */
export function dateIn(owner: Json, member: string): PartialDate | undefined {
  const value = owner[member];
  const date = isJson(value) ? textIn(value, 'date') : value;
  return typeof date === 'string' && parseDate(date) ? (value as PartialDate) : undefined;
}
