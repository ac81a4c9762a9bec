/** Dates that mislead: none, past, to come, or in the wrong order. */
import { earliest, latest, parseDate, type PartialDate } from '../../feed/values/partial-date.js';
import { isJsonObject, queryObjects, type Json } from '../json-pointer.js';
import { listIn, objectIn, textIn, type RuleContext, type Warning } from './rule-context.js';

/** Clocks differ, and a day begins earlier in the east. */
const TOLERANCE = 24 * 3_600_000;

export function* dateRule(context: RuleContext): Generator<Warning> {
  yield* checkFeed(context);
  for (const item of context.items) {
    yield* checkItem(context, item);
    for (const proceeding of listIn(item, 'cases')) yield* checkCase(context, item, proceeding);
  }
}

function* checkFeed({ document, now }: RuleContext): Generator<Warning> {
  for (const { value } of queryObjects(document, '/_placard')) {
    const [generatedAt, validUntil] = [dateIn(value, 'generated_at'), dateIn(value, 'valid_until')];
    if (validUntil !== undefined && latest(validUntil) <= now) {
      yield {
        code: 'expired',
        path: '/_placard/valid_until',
        message: 'This is past: every page says by now that the statement may be out of date.',
        fix: 'Check that the facts still hold, then set a later date, or take "valid_until" out.',
      };
    }
    if (generatedAt !== undefined && earliest(generatedAt) > now + TOLERANCE) {
      yield {
        code: 'made-in-future',
        path: '/_placard/generated_at',
        message: 'This publication says that it was made at a time that is still to come.',
        fix: 'Write when the file was really made; "placard revise" does it.',
      };
    }
  }
}

function* checkItem({ now }: RuleContext, { path, value, extension }: RuleContext['items'][number]): Generator<Warning> {
  const published = dateIn(value, 'date_published');
  const modified = dateIn(value, 'date_modified');
  if (published === undefined) {
    yield {
      code: 'undated',
      path,
      message: 'The statement has no date: readers cannot tell whether it is news, and it counts as the oldest.',
      fix: 'Add "date_published": when it was first published, such as "2026-03-02T10:00:00Z".',
    };
  } else if (earliest(published) > now + TOLERANCE) {
    yield {
      code: 'published-in-future',
      path: `${path}/date_published`,
      message: 'The statement says that it was published on a day that is still to come, and pages show it all the same.',
      fix: 'Write the real date, or publish the item only on that day.',
    };
  } else if (modified !== undefined && latest(modified) < earliest(published)) {
    yield {
      code: 'modified-before-published',
      path: `${path}/date_modified`,
      message: 'The last change is dated before the publication; "As of" shows this date to readers.',
      fix: 'Write when the item was last changed; "placard revise" does it.',
    };
  }
  const { state } = objectIn(extension, 'incident');
  if (state !== undefined && !listIn({ path, value, extension }, 'cases').length && published === undefined && modified === undefined) {
    yield {
      code: 'undated-status',
      path: `${path}/_placard/incident/state`,
      message: 'A status without a date: nobody can tell whether it still holds.',
      fix: 'Add "date_modified" to the item: as of when it is so.',
    };
  }
}

function* checkCase(
  { now }: RuleContext,
  item: RuleContext['items'][number],
  { path, value }: { path: string; value: Json },
): Generator<Warning> {
  const asOf = dateIn(value, 'as_of');
  if (asOf !== undefined) {
    if (earliest(asOf) > now + TOLERANCE) {
      yield {
        code: 'status-in-future',
        path: `${path}/as_of`,
        message: 'The status is dated to a day that is still to come.',
        fix: 'Write the day on which you last knew it to be so.',
      };
    }
    const known = parseDate(typeof asOf === 'string' ? asOf : asOf.date);
    if (known && known.month === undefined) {
      yield {
        code: 'undated-status',
        path: `${path}/as_of`,
        message: 'A year is no date for a status: it may have changed since, and readers cannot tell.',
        fix: 'Write the day, or at least the month, as of which it holds.',
      };
    }
    const later = listIn(item, 'timeline').filter((step) => {
      const date = dateIn(step.value, 'date');
      return date !== undefined && earliest(date) >= latest(asOf) && earliest(date) <= now;
    });
    if (later.length) {
      yield {
        code: 'status-behind-timeline',
        path: `${path}/as_of`,
        message: 'The timeline tells of something later than this status.',
        fix: 'Check whether the status still holds, and date it to the day of that check.',
      };
    }
  }
  const next = objectIn(value, 'next');
  if (isClosedStatus(textIn(value, 'status')) && isOutdatedStep(next)) {
    yield {
      code: 'next-left-over',
      path: `${path}/next`,
      message: `The case is ${textIn(value, 'status')}, and still says what comes next: readers may take it for undecided.`,
      fix: 'Take "next" out; or set its "date_status" to "held" or "cancelled"; or say what comes now, in a "label" of its own.',
    };
  }
  const date = dateIn(next, 'date');
  if (next.date_status === 'scheduled' && date !== undefined && latest(date) <= now) {
    yield {
      code: 'scheduled-in-past',
      path: `${path}/next`,
      message: `What is told as still to come was set for ${dateText(date)}, which is past.`,
      fix: 'Set "date_status" to "held", "postponed" or "cancelled", and write what is next.',
    };
  }
}

/** Whether the forum has done what it was asked for. */
export const isClosedStatus = (status: string): boolean => status === 'decided' || status === 'closed';

/** Of a case that is over a deadline or a release may still come, and what has a name of its own; not what led to the decision. */
const isOutdatedStep = (next: Json): boolean =>
  /^(hearing|ruling|other)$/.test(textIn(next, 'type')) &&
  /^(not-set|scheduled|postponed)$/.test(textIn(next, 'date_status')) &&
  !textIn(next, 'label');

const dateText = (date: PartialDate): string => (typeof date === 'string' ? date : date.date);

/** The partial date of a member, where it can be read. */
export function dateIn(owner: Json, member: string): PartialDate | undefined {
  const value = owner[member];
  const date = isJsonObject(value) ? textIn(value, 'date') : value;
  return typeof date === 'string' && parseDate(date) ? (value as PartialDate) : undefined;
}
