/** The steps of the case. Each year is shown once. */
import { compareDates, parsePartialDate, precision, type PartialDate } from '../../feed/values/partial-date.js';
import { dayOf, numberText } from '../../i18n/format.js';
import type { Proceeding, Reference } from '../../feed/schema/schema.js';
import { orderedCases, rulingOf } from '../../i18n/sentences.js';
import type { Block, ListItem, Runs } from '../card.js';
import { paragraph } from '../blocks.js';
import type { Context } from '../context.js';
import { join, reference, time, words } from '../runs.js';
import { nextSentence } from './status.js';

/** Returns the steps, the oldest first, then the next steps of each proceeding. */
export function timeline(context: Context): readonly Block[] {
  const steps = sorted(context);
  if (!steps.length) return [];
  return [{ kind: 'list', role: 'timeline', ordered: true, items: [...stepsOf(context, steps), ...nextItems(context)] }];
}

/** Returns the number of dates, and the newest date. */
export function timelineHint(context: Context): Runs {
  const { locale, feed } = context;
  const steps = sorted(context);
  const last = steps.at(-1);
  if (!last) return [];
  const made = feed.head._placard?.generated_at;
  const sameYear = made !== undefined && yearOf(last.date) === yearOf(made);
  const text = sameYear ? dayOf(last.date, locale)! : plainDate(context, last.date);
  return join([locale.counts.dates(numberText(steps.length, locale), steps.length)], [locale.latest(text)]);
}

/** Returns the steps of the item and the earlier steps of its proceedings. */
function sorted(context: Context): readonly Step[] {
  const steps = (context.extension.timeline ?? []).map(({ date, text, source }) => ({ date, event: words(context, text), source }));
  const history = orderedCases(context.item).flatMap((proceeding) =>
    (proceeding.history ?? []).map(({ date, text, source, status, outcome }) => ({
      date,
      event: historyRuns(context, proceeding, text, status, outcome),
      source,
    })),
  );
  return [...steps, ...history].filter(({ event }) => event.length).sort((a, b) => compareDates(a.date, b.date));
}

interface Step {
  readonly date: PartialDate;
  readonly event: Runs;
  readonly source: Reference | undefined;
}

/** Returns what the forum did: the words of the feed, else the decision or the status. */
function historyRuns(
  { locale, lang }: Context,
  { procedure, forum }: Proceeding,
  text: string | undefined,
  status: Proceeding['status'] | undefined,
  outcome: Proceeding['outcome'],
): Runs {
  if (text) return words({ lang }, text);
  const word = outcome ? rulingOf({ procedure, outcome }, locale) : status && locale.statuses[status];
  return word ? join([word], words({ lang }, forum)) : [];
}

const plainDate = (context: Context, date: PartialDate): string => {
  const [run] = time(context, date);
  return typeof run === 'object' && run.kind === 'time' ? run.text : '';
};

const yearOf = (date: PartialDate): number => parsePartialDate(date)!.components.year;

function stepsOf(context: Context, steps: readonly Step[]): ListItem[] {
  return steps.flatMap(({ date, event: what, source }, index): ListItem[] => {
    const year = yearOf(date);
    const event = [...what, ...(source ? [' ', ...reference(context, source)] : [])];
    const step = stepItem(time(context, date, { yearless: true }), event, [
      shapeOf(date),
      ...(index === steps.length - 1 ? ['latest'] : []),
    ]);
    const isNewYear = index === 0 || yearOf(steps[index - 1]!.date) !== year;
    return isNewYear ? [{ blocks: paragraph('year', [yearText(context, year)]), marks: ['year'] }, step] : [step];
  });
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
