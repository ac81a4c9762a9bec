/** Checks dates that mislead: missing, past, future, or in the wrong order. */
import { earliestMs, latestMs, parseDate, type PartialDate } from '../../feed/values/partial-date.js';
import { isJsonObject, queryObjects, type Json } from '../json-pointer.js';
import { listIn, objectIn, textIn, type RuleContext, type Warning } from './rule-context.js';

/** ms. Clocks differ, and a day begins earlier in the east. */
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
    if (validUntil !== undefined && latestMs(validUntil) <= now) {
      yield {
        code: 'expired',
        path: '/_placard/valid_until',
        message: 'This date is past, so every page warns that the statement may be out of date.',
        fix: 'Check the facts. Then set a later date, or remove "valid_until".',
      };
    }
    if (generatedAt !== undefined && earliestMs(generatedAt) > now + TOLERANCE) {
      yield {
        code: 'made-in-future',
        path: '/_placard/generated_at',
        message: 'The date of this publication is in the future.',
        fix: 'Run "placard revise", which sets it to the present time.',
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
      message: 'The statement has no date. Readers cannot see whether it is news, and it counts as the oldest one.',
      fix: 'Add "date_published", such as "2026-03-02T10:00:00Z".',
    };
  } else if (modified !== undefined && latestMs(modified) < earliestMs(published) && earliestMs(published) <= now + TOLERANCE) {
    yield {
      code: 'modified-before-published',
      path: `${path}/date_modified`,
      message: 'The date of the last change is before the publication. Readers see this date as "As of".',
      fix: 'Run "placard revise", which sets it.',
    };
  }
  const { state } = objectIn(extension, 'incident');
  if (state !== undefined && !listIn({ path, value, extension }, 'cases').length && published === undefined && modified === undefined) {
    yield {
      code: 'undated-status',
      path: `${path}/_placard/incident/state`,
      message: 'The status has no date, so readers cannot see whether it is still true.',
      fix: 'Add "date_modified" to the item: the day of this status.',
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
    if (earliestMs(asOf) > now + TOLERANCE) {
      yield {
        code: 'status-in-future',
        path: `${path}/as_of`,
        message: 'The date of the status is in the future.',
        fix: 'Write the last day on which you knew the status.',
      };
    }
    const known = parseDate(typeof asOf === 'string' ? asOf : asOf.date);
    if (known && known.month === undefined) {
      yield {
        code: 'undated-status',
        path: `${path}/as_of`,
        message: 'The date of the status is only a year. The status may have changed since.',
        fix: 'Write the day, or the month.',
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
        message: 'The timeline has a later step than this status.',
        fix: 'Check the status, and set its date to the day of this check.',
      };
    }
  }
  const next = objectIn(value, 'next');
  if (isClosedStatus(textIn(value, 'status')) && isOutdatedStep(next)) {
    yield {
      code: 'next-left-over',
      path: `${path}/next`,
      message: `The case is ${textIn(value, 'status')}, and it still has a next step. Readers can believe that it is undecided.`,
      fix: 'Remove "next". Or set its "date_status" to "held" or "cancelled". Or add a "label" for what comes now.',
    };
  }
  const date = dateIn(next, 'date');
  if (date === undefined) return;
  const isPast = latestMs(date) <= now;
  const isPostponed = next.date_status === 'postponed';
  if (isPostponed && next.was === undefined && (isPast || (asOf !== undefined && latestMs(date) <= latestMs(asOf)))) {
    yield {
      code: 'postponed-to-past',
      path: `${path}/next`,
      message: `The next step is postponed, and "date" is ${dateText(date)}: this seems to be the earlier day. Readers take it for the new one.`,
      fix: 'Write the earlier day in "was", and the new day in "date". Without a new day, remove "date".',
    };
  } else if (isPast && (isPostponed || next.date_status === 'scheduled')) {
    yield {
      code: 'scheduled-in-past',
      path: `${path}/next`,
      message: `The next step was set for ${dateText(date)}, which is past.`,
      fix: 'Set "date_status" to "held", "postponed" or "cancelled", and write the next step.',
    };
  }
}

/** Returns whether the case has ended at its forum. */
export const isClosedStatus = (status: string): boolean => status === 'decided' || status === 'closed';

/** Returns whether the step led to the decision. A deadline, a release and a step with a label can come after it. */
const isOutdatedStep = (next: Json): boolean =>
  /^(hearing|ruling|other)$/.test(textIn(next, 'type')) &&
  /^(not-set|scheduled|postponed)$/.test(textIn(next, 'date_status')) &&
  !textIn(next, 'label');

const dateText = (date: PartialDate): string => (typeof date === 'string' ? date : date.date);

/** Returns the date of a field; undefined if it cannot be parsed. */
export function dateIn(owner: Json, member: string): PartialDate | undefined {
  const value = owner[member];
  const date = isJsonObject(value) ? textIn(value, 'date') : value;
  return typeof date === 'string' && parseDate(date) ? (value as PartialDate) : undefined;
}
