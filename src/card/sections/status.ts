/** The status of each proceeding: its stamp with the day that it holds for, what matters now, and where it is pending. */
import { nextText, orderedCases, proceedingSentences, statusOf } from '../../i18n/sentences.js';
import type { NextStep, Proceeding } from '../../feed/schema/schema.js';
import { numberText } from '../../i18n/format.js';
import type { Block, Runs } from '../card.js';
import { fold, group, paragraph } from '../blocks.js';
import type { Context } from '../context.js';
import { markOf, markOfState } from '../marks.js';
import { fill, join, span, time, words } from '../runs.js';

/** Strips that a card shows; the others are a step away. */
const MAX_STRIPS = 2;

/** One strip for each proceeding, the newest first; without any, the state of the incident. */
export function statusStrips(context: Context): readonly Block[] {
  const { extension, item, locale } = context;
  const strips = orderedCases(item).map((proceeding) => strip(context, proceeding));
  if (strips.length) {
    const others = strips.slice(MAX_STRIPS).flat();
    const count = strips.length - MAX_STRIPS;
    const more = others.length ? [fold('rest', [locale.more(numberText(count, locale), count)], others)] : [];
    return [...strips.slice(0, MAX_STRIPS).flat(), ...more];
  }
  const state = extension.incident?.state;
  if (!state) return [];
  const mark = markOfState(state);
  return group('status', stamp([locale.incidentStates[state]]), { code: state, mark });
}

/** A word, and the day on which it is known to hold. */
export function stamp(word: Runs, date: Runs = []): readonly Block[] {
  return paragraph('stamp', [span('strong', ...word), ...(date.length ? [' ', ...date] : [])]);
}

function strip(context: Context, proceeding: Proceeding): readonly Block[] {
  const { locale } = context;
  const { kind, forum, filed, as_of: asOf } = proceeding;
  const { code, word } = statusOf(proceeding, locale);
  const mark = markOf(proceeding);
  const [first = [], ...others] = proceedingSentences<Runs>(proceeding, locale, (next) => nextSentence(context, next)).map(toRuns);
  const origin = join(words(context, kind), words(context, forum), time(context, filed, { phrase: locale.filed }));
  const now = group('now', [
    ...paragraph('sentence', first),
    ...others.flatMap((sentence) => paragraph('also', sentence)),
    ...paragraph('since', origin),
  ]);
  return group('status', [...stamp([word], time(context, asOf, { phrase: locale.asOf })), ...now], { code, mark });
}

const toRuns = (sentence: Runs | string): Runs => (typeof sentence === 'string' ? [sentence] : sentence);

/** Returns what comes next. A label of the publisher stays in the publisher's language. */
export function nextSentence(context: Context, next: NextStep): Runs {
  const { locale } = context;
  const { label } = next;
  return label ? fill((gap) => nextText({ ...next, label: gap }, locale), words(context, label)) : [nextText(next, locale)];
}
