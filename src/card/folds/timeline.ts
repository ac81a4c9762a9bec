/** The steps of the case. Each year is shown once. */
import { parsePartialDate, precision, type PartialDate } from '../../feed/values/partial-date.js';
import { orderedCases, rulingOf } from '../../i18n/sentences.js';
import type { Block, ListItem, Runs } from '../card.js';
import { paragraph } from '../blocks.js';
import type { Context } from '../context.js';
import { join, reference, time, words } from '../runs.js';
import { plainDate, timelineSteps, yearOf, type Step } from '../sections/hints.js';
import { nextSentence } from '../sections/status.js';

/** Returns the steps, the oldest first, then the next steps of each proceeding. */
export function timeline(context: Context): readonly Block[] {
  const steps = timelineSteps(context);
  if (!steps.length) return [];
  return [{ kind: 'list', role: 'timeline', ordered: true, items: [...stepsOf(context, steps), ...nextItems(context)] }];
}

function stepsOf(context: Context, steps: readonly Step[]): ListItem[] {
  return steps.flatMap((each, index): ListItem[] => {
    const { date, source } = each;
    const year = yearOf(date);
    const event = [...eventRuns(context, each), ...(source ? [' ', ...reference(context, source)] : [])];
    const step = stepItem(time(context, date, { yearless: true }), event, [
      shapeOf(date),
      ...(index === steps.length - 1 ? ['latest'] : []),
    ]);
    const isNewYear = index === 0 || yearOf(steps[index - 1]!.date) !== year;
    return isNewYear ? [{ blocks: paragraph('year', [yearText(context, year)]), marks: ['year'] }, step] : [step];
  });
}

/** Returns what happened: the words of the feed, else what the forum did. */
function eventRuns({ locale, lang }: Context, { text, status, outcome, proceeding }: Step): Runs {
  if (text || !proceeding) return words({ lang }, text);
  const { procedure, forum } = proceeding;
  const word = outcome ? rulingOf({ procedure, outcome }, locale) : status && locale.statuses[status];
  return word ? join([word], words({ lang }, forum)) : [];
}

const yearText = (context: Context, year: number): string => plainDate(context, String(year).padStart(4, '0'));

function nextItems(context: Context): ListItem[] {
  const { item, locale } = context;
  return orderedCases(item).flatMap(({ next }) => {
    if (!next || next.date_status === 'held' || next.date_status === 'cancelled') return [];
    return [stepItem(next.date ? time(context, next.date, { clock: true }) : [locale.next], nextSentence(context, next), ['next'])];
  });
}

const stepItem = (when: Runs, event: Runs, marks: string[]): ListItem => ({
  blocks: [...paragraph('when', when), ...paragraph('event', event)],
  marks,
});

/** Returns the class of a date: a limit such as "by April", a full day, or a month or year. */
function shapeOf(date: PartialDate): string {
  const { components: parts, rel } = parsePartialDate(date)!;
  return rel !== 'on' ? 'bound' : precision(parts) === 'day' ? 'day' : 'vague';
}
