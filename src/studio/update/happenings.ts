/**
 * The events of a case, and the change of the case for each. The fields are the questions to the user. Numbers, dates of change and the
 * kind of change come from `revise` later.
 */
import { isJsonObject, queryObjects, type Json } from '../../lint/json-pointer.js';
import { schemasAt } from '../../lint/schema-lookup.js';
import { toDateTimeAttribute, type PartialDate } from '../../feed/values/partial-date.js';

export type QuestionName =
  'proceeding' | 'person' | 'date' | 'newDate' | 'place' | 'outcome' | 'sentence' | 'reply' | 'wrong' | 'right' | 'reason';

export type Answers = Readonly<Partial<Record<QuestionName, unknown>>>;

export interface Happening {
  readonly name: HappeningName;
  readonly questions: readonly QuestionName[];
  readonly required: readonly QuestionName[];
  /** The kind of the change, and the question whose answer readers see as its text. */
  readonly kind?: { readonly change: 'correction' | 'retraction'; readonly text: QuestionName };
  apply(item: Json, answers: Answers, today: string): Json;
}

export type HappeningName =
  'hearing' | 'postponed' | 'held' | 'ruling' | 'appeal' | 'released' | 'arrested' | 'reply' | 'correction' | 'withdrawal' | 'other';

export const HAPPENINGS: readonly Happening[] = [
  {
    name: 'hearing',
    questions: ['proceeding', 'date', 'place'],
    required: ['date'],
    apply: (item, { proceeding, date, place }, today) =>
      inProceeding(item, proceeding, (known) => {
        const next = known({ type: 'hearing', date_status: 'scheduled', date, place });
        return { next, as_of: today };
      }),
  },
  {
    name: 'postponed',
    questions: ['proceeding', 'newDate'],
    required: [],
    apply: (item, { proceeding, newDate }, today) =>
      inProceeding(item, proceeding, (known, { next }) => {
        const { type = 'hearing', label, date: was } = Object(next) as Json;
        return {
          next: known({ type, label, date_status: 'postponed', date: newDate, was: newDate ? was : undefined }),
          as_of: today,
        };
      }),
  },
  {
    name: 'held',
    questions: ['proceeding', 'date'],
    required: ['date'],
    apply: (item, { proceeding, date }) =>
      inProceeding(item, proceeding, (known, { next }) => ({
        next: known({ type: 'hearing', ...(Object(next) as Json), date_status: 'held', date }),
        as_of: dayOf(date),
      })),
  },
  {
    name: 'ruling',
    questions: ['proceeding', 'outcome', 'date', 'sentence'],
    required: ['outcome', 'date'],
    apply: (item, { proceeding, outcome, date, sentence }) =>
      withStep(
        inProceeding(item, proceeding, () => ({ status: 'decided', outcome, as_of: dayOf(date), next: undefined })),
        date,
        sentence,
        'ruling',
      ),
  },
  {
    name: 'appeal',
    questions: ['proceeding', 'date', 'sentence'],
    required: ['date'],
    apply: (item, { proceeding, date, sentence }) =>
      withStep(
        inProceeding(item, proceeding, () => ({
          status: 'appealed',
          as_of: dayOf(date),
          next: { type: 'hearing', date_status: 'not-set' },
        })),
        date,
        sentence,
        'appeal',
      ),
  },
  {
    name: 'released',
    questions: ['person', 'date', 'sentence'],
    required: ['date', 'sentence'],
    apply: (item, { person, date, sentence }) =>
      withStep(
        inCustody(item, person, (custody) => ({ ...custody, state: 'released', until: date, as_of: dayOf(date) })),
        date,
        sentence,
        'release',
      ),
  },
  {
    name: 'arrested',
    questions: ['person', 'date', 'sentence'],
    required: ['date', 'sentence'],
    apply: (item, { person, date, sentence }) =>
      withStep(
        inCustody(item, person, () => ({ state: 'detained', since: date, as_of: dayOf(date) })),
        date,
        sentence,
        'arrest',
      ),
  },
  {
    name: 'reply',
    questions: ['date', 'reply', 'sentence'],
    required: ['date', 'sentence'],
    apply: (item, { date, reply, sentence }) => withStep(withReply(item, date, reply), date, sentence, 'reply'),
  },
  {
    name: 'correction',
    questions: ['wrong', 'right', 'sentence'],
    required: ['wrong', 'right', 'sentence'],
    kind: { change: 'correction', text: 'sentence' },
    apply: (item, { wrong, right }) => replaceWords(item, String(wrong), String(right)),
  },
  {
    name: 'withdrawal',
    questions: ['reason'],
    required: ['reason'],
    kind: { change: 'retraction', text: 'reason' },
    apply: (item) => item,
  },
  {
    name: 'other',
    questions: ['date', 'sentence'],
    required: ['date', 'sentence'],
    apply: (item, { date, sentence }) => withStep(item, date, sentence, 'news'),
  },
];

/** Returns the day of a date, which is the day on which its status is known. */
const dayOf = (date: unknown): string => toDateTimeAttribute(date as PartialDate).slice(0, 10);

const extensionOf = (item: Json): Json => (isJsonObject(item._placard) ? item._placard : {});

const withExtension = (item: Json, members: Json): Json => ({ ...item, _placard: withoutUndefined({ ...extensionOf(item), ...members }) });

const withoutUndefined = (value: Json): Json => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));

/** Removes members that this version of the format does not have. */
const knownMembers =
  (pointer: string) =>
  (value: Json): Json =>
    withoutUndefined(Object.fromEntries(Object.entries(value).filter(([name]) => schemasAt(`${pointer}/${name}`).length)));

type ChangeProceeding = (known: (next: Json) => Json, proceeding: Json) => Json;

/** Changes the proceeding with an id; without one, the first that is still open. In a case without proceedings, `id` names the court. */
function inProceeding(item: Json, id: unknown, change: ChangeProceeding): Json {
  const { cases } = extensionOf(item);
  const list = Array.isArray(cases) ? (cases as Json[]) : [];
  const open = list.find((each) => !['decided', 'closed'].includes(String(each.status)));
  const target = list.find((each) => each.id === id) ??
    open ??
    list[0] ?? { id: 'proceeding-1', forum: id || undefined, status: 'pending' };
  const known = knownMembers('/items/0/_placard/cases/0/next');
  const changed = withoutUndefined({ ...target, ...change(known, target) });
  return withExtension(item, {
    cases: list.includes(target) ? list.map((each) => (each === target ? changed : each)) : [...list, changed],
  });
}

/** Whether an update has to name the court: the case has no proceeding yet, and the format requires a court. */
export const needsCourt = (item: Json, { questions }: Happening): boolean =>
  questions.includes('proceeding') &&
  !proceedingsOf(item).length &&
  !!schemasAt('/items/0/_placard/cases/0')[0]?.required?.includes('forum');

function inCustody(item: Json, id: unknown, change: (custody: Json) => Json): Json {
  const { persons } = extensionOf(item);
  const list = Array.isArray(persons) ? (persons as Json[]) : [];
  const target = list.find((each) => each.id === id) ?? (list.length === 1 ? list[0] : undefined);
  if (!target) return item;
  const known = knownMembers('/items/0/_placard/persons/0/custody');
  const changed = { ...target, custody: known(change(Object(target.custody) as Json)) };
  return withExtension(item, { persons: list.map((each) => (each === target ? changed : each)) });
}

/** Writes the reply to the last intervention without a reply. */
function withReply(item: Json, date: unknown, text: unknown): Json {
  const { interventions } = extensionOf(item);
  if (!Array.isArray(interventions)) return item;
  const list = interventions as Json[];
  const target = list.findLast((each) => !isJsonObject(each.reply) || each.reply.state === 'none');
  const reply = withoutUndefined({ state: 'received', date, text: text || undefined });
  return target ? withExtension(item, { interventions: list.map((each) => (each === target ? { ...each, reply } : each)) }) : item;
}

/** Adds a step to the timeline if there is a sentence for it. */
function withStep(item: Json, date: unknown, sentence: unknown, kind: string): Json {
  if (!sentence) return item;
  const { timeline } = extensionOf(item);
  const list = Array.isArray(timeline) ? (timeline as Json[]) : [];
  const ids = new Set(list.map(({ id }) => id));
  let id = `${kind}-${dayOf(date)}`;
  for (let number = 2; ids.has(id); number++) id = `${kind}-${dayOf(date)}-${number}`;
  return withExtension(item, { timeline: [...list, { id, date, text: sentence, kind }] });
}

/** Members that hold no words of the publisher. */
const NO_WORDS = new Set(['id', 'url', 'item_id', 'language', 'date', 'country', 'kind', 'status', 'image']);

/** Replaces words where they are in the item, in its HTML too. */
function replaceWords<T>(value: T, wrong: string, right: string, name = ''): T {
  if (typeof value === 'string') return (NO_WORDS.has(name) ? value : value.replaceAll(wrong, right)) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => replaceWords(each, wrong, right, name)) as T;
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === 'corrections' ? member : replaceWords(member, wrong, right, key)]),
  ) as T;
}

/** Returns the ids and names of the proceedings of an item. */
export const proceedingsOf = (item: Json): [string, string][] =>
  queryObjects(item, '/_placard/cases/*').map(({ value }) => [String(value.id), String(value.forum ?? value.kind ?? value.id)]);

export const personsOf = (item: Json): [string, string][] =>
  queryObjects(item, '/_placard/persons/*').map(({ value }) => [String(value.id), String(value.name ?? value.role ?? value.id)]);
