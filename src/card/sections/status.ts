/** What the forum is doing, what it decided, whether that was carried out, what comes next, and the course of the case. */
import { nextText, proceedingSentences, statusOf } from '../../i18n/sentences.js';
import { compareDates, parsePartialDate, precision, type PartialDate } from '../../feed/values/partial-date.js';
import { MAX_ENTRIES } from '../../feed/schema/field-rules.js';
import type { NextStep, Proceeding } from '../../feed/schema/schema.js';
import { numberText } from '../../i18n/format.js';
import type { Block, List, ListItem, Runs } from '../card.js';
import { group, lines, paragraph, section } from '../blocks.js';
import type { Context } from '../context.js';
import { fill, join, link, reference, span, time, words } from '../runs.js';

/** One strip for each proceeding; without any, the incident's own state. */
export function statusStrips(context: Context): readonly Block[] {
  const { extension, item, locale } = context;
  const { cases = [] } = extension;
  if (cases.length) return cases.flatMap((proceeding) => strip(context, proceeding));
  const status = statusOf(item, locale);
  return status ? group('status', stamp(status), { code: status.code }) : [];
}

const stamp = ({ code, word }: { code: string; word: string }): readonly Block[] => paragraph('stamp', [word], { icon: code });

function strip(context: Context, proceeding: Proceeding): readonly Block[] {
  const { locale, item } = context;
  const { kind, forum, filed, as_of: asOf, source, challenges, status } = proceeding;
  const [first = [], ...others] = proceedingSentences<Runs>(proceeding, locale, (next) => nextSentence(context, next)).map(toRuns);
  const origin = join(
    words(context, kind),
    words(context, forum),
    time(context, filed, { phrase: locale.filed }),
    time(context, asOf, { phrase: locale.asOf }),
    reference(context, source),
  );
  const challenged = challenges ? fill((gap) => locale.labelled(locale.challenges, gap!), words(context, challenges)) : [];
  const now = [
    ...paragraph('sentence', first),
    ...others.flatMap((sentence) => paragraph('also', sentence)),
    ...paragraph('since', origin),
    ...paragraph('since', challenged),
  ];
  return group('status', [...stamp(statusOf(item, locale, proceeding)!), ...group('now', now)], { code: status });
}

const toRuns = (sentence: Runs | string): Runs => (typeof sentence === 'string' ? [sentence] : sentence);

/** What comes next; a name that the publisher gave it stands in the publisher's language. */
function nextSentence(context: Context, next: NextStep): Runs {
  const { locale } = context;
  const { label } = next;
  return label ? fill((gap) => nextText({ ...next, label: gap }, locale), words(context, label)) : [nextText(next, locale)];
}

/** @param newest how many of the steps stand open; the earlier ones are folded */
export function timeline(context: Context, newest = Infinity): readonly Block[] {
  const { locale, extension } = context;
  const steps = [...(extension.timeline ?? [])].sort((a, b) => compareDates(a.date, b.date));
  if (!steps.length) return [];
  const items = steps.map(({ date, text, source }, index): ListItem => {
    const event = [...words(context, text), ...(source ? [' ', ...reference(context, source)] : [])];
    return stepItem(time(context, date), event, [shapeOf(date), ...(index === steps.length - 1 ? ['latest'] : [])]);
  });
  const earlier = items.length > newest + 1 ? items.splice(0, items.length - newest) : [];
  const summary = earlier.length ? [locale.labelled(locale.earlier, numberText(earlier.length, locale))] : [];
  const fold: readonly Block[] = earlier.length
    ? [{ kind: 'fold', role: 'earlier', summary, open: false, blocks: [timelineOf(earlier)] }]
    : [];
  return section(context, 'timeline-section', [locale.headings.timeline], [...fold, timelineOf([...items, ...nextItems(context)])]);
}

const timelineOf = (items: readonly ListItem[]): List => ({ kind: 'list', role: 'timeline', ordered: true, items });

function nextItems(context: Context): ListItem[] {
  const { extension, locale } = context;
  return (extension.cases ?? []).flatMap(({ next }) => {
    if (!next || next.date_status === 'held' || next.date_status === 'cancelled') return [];
    return [stepItem(next.date ? time(context, next.date) : [locale.next], nextSentence(context, next), ['next'])];
  });
}

const stepItem = (when: Runs, event: Runs, marks: string[]): ListItem => ({
  blocks: [...paragraph('when', when), ...paragraph('event', event)],
  marks,
});

/** How a date is drawn: a bound such as "by April", a full day, or less than a day. */
function shapeOf(date: PartialDate): string {
  const { components: parts, rel } = parsePartialDate(date)!;
  return rel !== 'on' ? 'bound' : precision(parts) === 'day' ? 'day' : 'vague';
}

/** What other trackers call it, in their own words: ours and theirs are never derived from each other. */
export function trackers(context: Context): readonly Block[] {
  const { extension, locale } = context;
  const labels = (extension.cases ?? []).flatMap(({ external = [] }) => external).slice(0, MAX_ENTRIES);
  const items = labels.map(({ tracker, label, url }) =>
    fill(
      (name, text) => locale.labelled(name!, text!),
      words(context, tracker),
      link(url, [span('strong', ...words(context, label))], label),
    ),
  );
  return section(context, 'trackers-section', [locale.headings.trackers], lines('trackers', items));
}
