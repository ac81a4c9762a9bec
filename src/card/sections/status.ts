/** The status: of the persons, of each proceeding with its stamp, date, sentences and court, and of the incident. */
import { nextStepSentence, orderedCases, isLoss, proceedingSentences, statusOf } from '../../i18n/sentences.js';
import type { NextStep, Proceeding } from '../../feed/schema/schema.js';
import { personsInCustody, shownName } from '../../i18n/persons.js';
import { numberText } from '../../i18n/format.js';
import type { Block, Runs } from '../card.js';
import { fold, group, paragraph, stamp } from '../blocks.js';
import { EMPTY, type Context } from '../context.js';
import { markOf, markOfState } from '../marks.js';
import { fill, isolated, join, link, time, words } from '../runs.js';
import { custodyStrip } from './custody.js';

/** Maximum number of strips. The others are folded. */
const MAX_STRIPS = 2;

/** Returns the strip of the persons, then one for each proceeding, newest first. A death comes before what a court decided. */
export function statusStrips(context: Context): readonly Block[] {
  const { extension, item, locale } = context;
  const state = extension.incident?.state;
  const proceedings = orderedCases(item).map((proceeding) => strip(context, proceeding));
  const custody = personsInCustody(item).length ? custodyStrip(context) : [];
  const incident = state && (state !== 'active' || !(proceedings.length || custody.length)) ? [incidentStrip(context, state)] : [];
  const strips = [custody, ...(isLoss(state) ? [...incident, ...proceedings] : [...proceedings, ...incident])].filter(
    ({ length }) => length,
  );
  const others = strips.slice(MAX_STRIPS).flat();
  const count = strips.length - MAX_STRIPS;
  const more = others.length ? [fold('rest', [locale.more(numberText(count, locale), count)], others)] : [];
  return [...strips.slice(0, MAX_STRIPS).flat(), ...more];
}

function incidentStrip({ locale }: Context, state: keyof Context['locale']['incidentStates']): readonly Block[] {
  return group('status', stamp([locale.incidentStates[state]]), { code: state, mark: markOfState(state) });
}

function strip(context: Context, proceeding: Proceeding): readonly Block[] {
  const { locale, now } = context;
  const { as_of: asOf, next } = proceeding;
  const { code, word } = statusOf(proceeding, locale);
  const mark = markOf(proceeding);
  const sentences = proceedingSentences<Runs>(proceeding, locale, now, (step) => nextSentence(context, step)).map(toRuns);
  const [first = [], ...others] = sentences;
  const what = group('now', [
    ...paragraph('sentence', first),
    ...[...others, ...(next ? nextDetails(context, next) : [])].flatMap((sentence) => paragraph('also', sentence)),
    ...paragraph('since', originOf(context, proceeding)),
  ]);
  return group('status', [...stamp([word], time(context, asOf, { phrase: locale.asOf })), ...what], { code, mark });
}

/** Returns the kind, the court, the number, the persons and the first day of a proceeding. */
function originOf(context: Context, { kind, forum, number, persons = [], filed, status }: Proceeding): Runs {
  const { locale, extension } = context;
  const named = persons.map((id) => shownName(extension.persons?.find((person) => person.id === id) ?? EMPTY));
  return join(
    words(context, kind),
    forum ? words(context, forum) : status === 'none' ? [] : [locale.courtNotNamed],
    number ? fill((gap) => locale.docket(gap!), words(context, number)) : [],
    ...named.map((name) => words(context, name)),
    time(context, filed, { phrase: locale.filed }),
  );
}

const toRuns = (sentence: Runs | string): Runs => (typeof sentence === 'string' ? [sentence] : sentence);

/** Returns the next step. A label of the publisher stays in the publisher's language. */
export function nextSentence(context: Context, next: NextStep): Runs {
  const { locale, now } = context;
  const { label } = next;
  return label
    ? fill((gap) => nextStepSentence({ ...next, label: gap }, locale, now), words(context, label))
    : [nextStepSentence(next, locale, now)];
}

/** Returns the place and the page of a step, and the date that it had before. */
function nextDetails(context: Context, { place, url, was }: NextStep): Runs[] {
  const where = place ? link(url, words(context, place), place) : link(url, url ? [isolated(new URL(url).host)] : []);
  return [where, time(context, was, { phrase: context.locale.firstSet })].filter(({ length }) => length);
}
