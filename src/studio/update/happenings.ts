/**
 * The events of a case, and the change of the case for each. The fields are the questions to the user. Numbers, dates of change and the
 * kind of change come from `revise` later.
 */
import { isJsonObject, queryObjects, type Json } from '../../lint/json-pointer.js';
import { applyEvent, type EventFacts, type EventName } from '../../revise/case-events.js';
import { correctWords, hasWords } from './correct-words.js';

export type QuestionName =
  'proceeding' | 'person' | 'date' | 'newDate' | 'place' | 'outcome' | 'sentence' | 'reply' | 'wrong' | 'right' | 'reason';

export type Answers = Readonly<Partial<Record<QuestionName, unknown>>>;

export interface Happening {
  readonly name: HappeningName;
  readonly questions: readonly QuestionName[];
  readonly required: readonly QuestionName[];
  /** The kind of the change, and the question whose answer readers see as its text. */
  readonly kind?: { readonly change: 'correction' | 'retraction'; readonly text: QuestionName };
  /** Returns undefined for an answer that does not fit the case. */
  apply(item: Json, answers: Answers, today: string): Json | undefined;
}

export type HappeningName =
  'hearing' | 'postponed' | 'held' | 'ruling' | 'appeal' | 'released' | 'arrested' | 'reply' | 'correction' | 'withdrawal' | 'other';

export const HAPPENINGS: readonly Happening[] = [
  { name: 'hearing', questions: ['proceeding', 'date', 'place'], required: ['date'], apply: by('hearing-set') },
  { name: 'postponed', questions: ['proceeding', 'newDate'], required: [], apply: by('postponed') },
  { name: 'held', questions: ['proceeding', 'date'], required: ['date'], apply: by('held') },
  { name: 'ruling', questions: ['proceeding', 'outcome', 'date', 'sentence'], required: ['outcome', 'date'], apply: by('ruling') },
  { name: 'appeal', questions: ['proceeding', 'date', 'sentence'], required: ['date'], apply: by('appeal') },
  { name: 'released', questions: ['person', 'date', 'sentence'], required: ['date', 'sentence'], apply: by('released') },
  { name: 'arrested', questions: ['person', 'date', 'sentence'], required: ['date', 'sentence'], apply: by('arrested') },
  {
    name: 'reply',
    questions: ['date', 'reply', 'sentence'],
    required: ['date', 'sentence'],
    apply: (item, answers, today) => by('other')(withReply(item, answers.date, answers.reply), answers, today),
  },
  {
    name: 'correction',
    questions: ['wrong', 'right', 'sentence'],
    required: ['wrong', 'right', 'sentence'],
    kind: { change: 'correction', text: 'sentence' },
    apply: (item, { wrong, right }) => (hasWords(item, String(wrong)) ? correctWords(item, String(wrong), String(right)) : undefined),
  },
  {
    name: 'withdrawal',
    questions: ['reason'],
    required: ['reason'],
    kind: { change: 'retraction', text: 'reason' },
    apply: (item) => item,
  },
  { name: 'other', questions: ['date', 'sentence'], required: ['date', 'sentence'], apply: by('other') },
];

/** Returns the change of an event, which `placard update` makes too. */
function by(event: EventName): Happening['apply'] {
  return (item, { date, newDate, sentence, place, outcome, proceeding, person }, today) => {
    const facts = { date: date ?? newDate, text: sentence, place, outcome, person } as EventFacts;
    const extension = extensionOf(item);
    const nameless = onlyNameless(item);
    if (nameless === undefined || proceeding === undefined || proceeding === nameless.id)
      return { ...item, _placard: applyEvent(extension, event, { ...facts, proceeding: proceeding as string | undefined }, today) };
    return { ...item, _placard: applyEvent({ ...extension, cases: [{ ...nameless, forum: proceeding }] }, event, facts, today) };
  };
}

const extensionOf = (item: Json): Json => (isJsonObject(item._placard) ? item._placard : {});

/** Writes the reply to the last intervention without a reply. */
function withReply(item: Json, date: unknown, text: unknown): Json {
  const { interventions } = extensionOf(item);
  if (!Array.isArray(interventions)) return item;
  const list = interventions as Json[];
  const target = list.findLast((each) => !isJsonObject(each.reply) || each.reply.state === 'none');
  const reply = { state: 'received', date, ...(text ? { text } : {}) };
  return target
    ? { ...item, _placard: { ...extensionOf(item), interventions: list.map((each) => (each === target ? { ...each, reply } : each)) } }
    : item;
}

/** Returns the ids and names of the proceedings of an item. */
export const proceedingsOf = (item: Json): [string, string][] =>
  queryObjects(item, '/_placard/cases/*').map(({ value }) => [String(value.id), String(value.forum ?? value.kind ?? value.id)]);

export const personsOf = (item: Json): [string, string][] =>
  queryObjects(item, '/_placard/persons/*').map(({ value }) => [String(value.id), String(value.name ?? value.role ?? value.id)]);

/** Returns the only proceeding of a case, if its court is not named. */
function onlyNameless(item: Json): Json | undefined {
  const [only, ...others] = queryObjects(item, '/_placard/cases/*');
  return only && !others.length && only.value.forum === undefined ? only.value : undefined;
}

/** Whether an update asks for the court: the case has no proceeding yet, or the court of the only one is not named. */
export const asksForCourt = (item: Json, { questions }: Happening): boolean =>
  questions.includes('proceeding') && (!proceedingsOf(item).length || onlyNameless(item) !== undefined);
