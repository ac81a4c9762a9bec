/** The events of a case that `placard update` asks about, and the change of the item that each one makes. Pure. */
import { parseDate, toEpochMs } from '../../feed/values/partial-date.js';
import { isJsonObject, type Json } from '../../lint/json-pointer.js';
import { enumValuesAt } from '../../lint/schema-lookup.js';
import { CliError } from '../io/cli-error.js';

export interface Question {
  readonly name: 'day' | 'outcome' | 'text';
  readonly words: string;
  readonly optional?: boolean;
  readonly choices?: readonly string[];
}

export type Answers = Partial<Record<Question['name'], string>>;

const outcomes = enumValuesAt('/items/0/_placard/cases/0/outcome').map(String);
const day = (words: string, optional = false): Question => ({ name: 'day', words, optional });
const sentence: Question = { name: 'text', words: 'A sentence for the timeline:', optional: true };
const outcome: Question = { name: 'outcome', words: `The outcome: ${outcomes.join(', ')}?`, choices: outcomes };

export const EVENTS = {
  'hearing-set': { words: 'A hearing is set', questions: [day('The day of the hearing?')] },
  postponed: { words: 'The hearing is postponed', questions: [day('The new day?', true)] },
  held: { words: 'The hearing was held, without a result', questions: [day('The day?'), sentence] },
  ruling: { words: 'A ruling', questions: [day('The day of the ruling?'), outcome, sentence] },
  appeal: { words: 'An appeal', questions: [day('The day of the appeal?'), sentence] },
  released: { words: 'A release', questions: [day('The day of the release?'), sentence] },
  arrested: { words: 'An arrest', questions: [day('The day of the arrest?'), sentence] },
  closed: { words: 'The case is closed', questions: [day('The day?'), sentence] },
  correction: { words: 'A correction', questions: [{ name: 'text', words: 'The mistake and the correction, for readers:' }] },
  withdrawn: { words: 'You withdraw the case', questions: [{ name: 'text', words: 'The reason, for readers:' }] },
  other: { words: 'Something else', questions: [day('The day?'), { name: 'text', words: 'What happened, in a sentence:' }] },
} as const satisfies Record<string, { words: string; questions: readonly Question[] }>;

export type EventName = keyof typeof EVENTS;

/** Returns the extension of the item after the event. The proceeding with the newest status changes. */
export function applyEvent(extension: Json, event: EventName, { day: date, outcome: result, text }: Answers, today: string): Json {
  const withText = (changed: Json): Json =>
    text === undefined ? changed : { ...changed, timeline: timelineWith(changed, date ?? today, text) };
  switch (event) {
    case 'hearing-set':
      return withProceeding(extension, today, () => ({ next: { type: 'hearing', date, date_status: 'scheduled' } }));
    case 'postponed':
      return withProceeding(extension, today, ({ next }) => ({ next: postponed(next, date) }));
    case 'held':
      return withText(withProceeding(extension, today, ({ next }) => ({ next: { ...typeOf(next), date, date_status: 'held' } })));
    case 'ruling':
      return withText(withProceeding(extension, date ?? today, () => ({ status: 'decided', outcome: result, next: undefined })));
    case 'appeal':
      return withText(
        withProceeding(extension, date ?? today, () => ({
          status: 'appealed',
          outcome: undefined,
          compliance: undefined,
          next: undefined,
        })),
      );
    case 'closed':
      return withText(withProceeding(extension, date ?? today, () => ({ status: 'closed', next: undefined })));
    case 'released':
      return withText(withCustody(extension, 'released', date));
    case 'arrested':
      return withText(withCustody(extension, 'detained', date));
    case 'other':
      return withText(extension);
    default:
      return extension;
  }
}

/** @throws CliError for an item without a proceeding */
function withProceeding(extension: Json, asOf: string, change: (proceeding: Json) => Json): Json {
  const all = (Array.isArray(extension.cases) ? extension.cases : []).filter(isJsonObject);
  const newest = [...all].sort((a, b) => timeOf(b.as_of) - timeOf(a.as_of))[0];
  if (!newest) throw new CliError('The case has no proceeding. Add "cases" to it first: "placard validate" shows what a proceeding needs.');
  const changed = withoutUndefined({ ...newest, ...change(newest), as_of: asOf });
  return { ...extension, cases: all.map((each) => (each === newest ? changed : each)) };
}

const typeOf = (next: unknown): Json => ({ type: isJsonObject(next) ? (next.type ?? 'hearing') : 'hearing' });

function postponed(next: unknown, date: string | undefined): Json {
  const was = isJsonObject(next) && next.date_status === 'scheduled' ? next.date : undefined;
  return withoutUndefined({ ...typeOf(next), date, date_status: 'postponed', was });
}

/** Changes the custody of the only person; with several persons, the publisher edits the right one. */
function withCustody(extension: Json, state: string, date: string | undefined): Json {
  const persons = (Array.isArray(extension.persons) ? extension.persons : []).filter(isJsonObject);
  if (persons.length !== 1) {
    const problem = persons.length ? 'The case has several persons' : 'The case has no person';
    throw new CliError(`${problem}, so that the custody is not clear. Write "persons" in the file, then run "placard revise".`);
  }
  const [person] = persons as [Json];
  const before = isJsonObject(person.custody) ? person.custody : {};
  const custody = state === 'released' ? { ...before, state, until: date } : { ...before, state, since: date, until: undefined };
  return { ...extension, persons: [{ ...person, custody: withoutUndefined(custody) }] };
}

function timelineWith({ timeline }: Json, date: string, text: string): unknown[] {
  const entries = Array.isArray(timeline) ? (timeline as unknown[]) : [];
  const used = new Set(entries.map((entry) => (isJsonObject(entry) ? entry.id : undefined)));
  let id = `event-${date}`;
  for (let count = 2; used.has(id); count++) id = `event-${date}-${count}`;
  return [...entries, { id, date, text }];
}

/** Returns the first moment in ms since 1970; 0 for a value that is not a date. */
function timeOf(value: unknown): number {
  const text = isJsonObject(value) ? value.date : value;
  const date = typeof text === 'string' ? parseDate(text) : undefined;
  return date ? toEpochMs(date) : 0;
}

const withoutUndefined = (value: Json): Json => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
