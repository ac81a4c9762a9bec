/** The status of each proceeding: the stamp with its date, the sentences, and the court. */
import { nextText, orderedCases, proceedingSentences, statusOf } from '../../i18n/sentences.js';
import type { NextStep, Proceeding } from '../../feed/schema/schema.js';
import { numberText } from '../../i18n/format.js';
import type { Block, Runs } from '../card.js';
import { fold, group, paragraph } from '../blocks.js';
import type { Context } from '../context.js';
import { markOf, markOfState } from '../marks.js';
import { fill, join, span, time, words } from '../runs.js';

/** Maximum number of strips. The others are folded. */
const MAX_STRIPS = 2;

/** Returns one strip for each proceeding, newest first. Without proceedings, returns the state of the incident. */
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

/** Returns the status word and the date of that status. */
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

/** Returns the next step. A label of the publisher stays in the publisher's language. */
export function nextSentence(context: Context, next: NextStep): Runs {
  const { locale } = context;
  const { label } = next;
  return label ? fill((gap) => nextText({ ...next, label: gap }, locale), words(context, label)) : [nextText(next, locale)];
}
