/** Checks facts that exclude each other, and facts that no card shows because another one is missing. */
import { earliestMs, latestMs } from '../../feed/values/partial-date.js';
import { dateIn } from './dates.js';
import type { Json } from '../json-pointer.js';
import { idOf, listIn, objectIn, textIn, type RuleContext, type Warning } from './rule-context.js';

type Item = RuleContext['items'][number];
interface Place {
  readonly path: string;
  readonly value: Json;
}

const IN_CUSTODY = /^(detained|imprisoned|house-arrest|missing)$/;
const DEAD = /^(killed|died-in-custody)$/;
/** A forum has decided, or a higher one is asked. */
const DECIDED = /^(decided|closed|appealed)$/;

export function* contradictionRule(context: RuleContext): Generator<Warning> {
  for (const item of context.items) {
    for (const person of listIn(item, 'persons')) yield* checkCustody(person, context.now);
    for (const proceeding of listIn(item, 'cases')) yield* checkProceeding(item, proceeding);
    for (const action of listIn(item, 'actions')) yield* checkAction(action);
    yield* checkLoss(item);
    yield* checkCounts(item);
  }
}

function* checkCustody({ path, value }: Place, now: number): Generator<Warning> {
  const custody = objectIn(value, 'custody');
  const state = textIn(custody, 'state');
  const until = dateIn(custody, 'until');
  yield* order(`${path}/custody`, custody, 'since', 'until');
  yield* order(`${path}/sentence`, objectIn(value, 'sentence'), 'from', 'until');
  if (IN_CUSTODY.test(state) && until !== undefined && latestMs(until) <= now) {
    yield {
      code: 'custody-over',
      path: `${path}/custody/state`,
      message: `The state is "${state}", and the custody ended. Cards show both.`,
      fix: 'Set "state" to "released" or to what is true now. Or remove "until".',
    };
  }
  if (state === 'released' && until === undefined && custody.since !== undefined) {
    yield {
      code: 'release-undated',
      path: `${path}/custody`,
      message: 'The person was released, and the day is missing, so readers do not see how long the custody was.',
      fix: 'Add "until": the day of the release.',
    };
  }
}

function* checkProceeding(item: Item, { path, value }: Place): Generator<Warning> {
  const status = textIn(value, 'status');
  if (value.outcome !== undefined && status && !DECIDED.test(status)) {
    yield {
      code: 'outcome-undecided',
      path: `${path}/outcome`,
      message: `The proceeding has an outcome, and its status is "${status}". Readers see both, and cannot know which is true.`,
      fix: 'Set "status" to "decided", "appealed" or "closed". Or move the earlier decision to "history".',
    };
  }
  if (value.compliance !== undefined && value.compliance !== 'unknown' && value.outcome === undefined) {
    yield {
      code: 'compliance-without-outcome',
      path: `${path}/compliance`,
      message: 'The card says whether the ruling was carried out, and not what the ruling is.',
      fix: 'Add "outcome".',
    };
  }
  const next = objectIn(value, 'next');
  for (const [name, needed] of [
    ['time', 'date'],
    ['time_zone', 'time'],
  ] as const)
    if (next[name] !== undefined && next[needed] === undefined && !/T\d/.test(textIn(next, 'date')))
      yield notShown(`${path}/next/${name}`, `Without "${needed}", cards do not show it.`, `Add "${needed}", or remove it.`);
  if (next.date_status === 'not-set' && next.date !== undefined)
    yield notShown(
      `${path}/next/date`,
      'The step has no date by its "date_status", so cards do not show this one.',
      'Set "date_status" to "scheduled", or remove "date".',
    );
  const persons = new Set(listIn(item, 'persons').map((person) => idOf(person.value.id)));
  for (const [index, id] of (Array.isArray(value.persons) ? (value.persons as unknown[]) : []).entries()) {
    if (idOf(id) === undefined || persons.has(idOf(id))) continue;
    yield {
      code: 'unknown-reference',
      path: `${path}/persons/${index}`,
      message: `No person of this item has the id ${JSON.stringify(id)}.`,
      fix: 'Write the "id" of a person, or remove it.',
    };
  }
}

function* checkAction({ path, value }: Place): Generator<Warning> {
  yield* order(path, value, 'starts', 'ends');
  yield* order(`${path}/event`, objectIn(value, 'event'), 'start', 'end');
  const { count, goal } = objectIn(value, 'progress');
  if (goal === 0)
    yield notShown(
      `${path}/progress/goal`,
      `The goal is 0, and the count is ${String(count)}.`,
      'Write the number to reach, or remove "goal".',
    );
}

/** A death is never "resolved". */
function* checkLoss(item: Item): Generator<Warning> {
  const incident = objectIn(item.extension, 'incident');
  const persons = listIn(item, 'persons').map(({ value }) => textIn(objectIn(value, 'custody'), 'state'));
  const { killed } = objectIn(incident, 'affected');
  if (incident.state !== 'resolved' || !(persons.some((state) => DEAD.test(state)) || (typeof killed === 'number' && killed > 0))) return;
  yield {
    code: 'death-resolved',
    path: `${item.path}/_placard/incident/state`,
    message: 'A person died, and the card says "Resolved".',
    fix: 'Set "state" to "killed" or "impunity", or remove it.',
  };
}

function* checkCounts(item: Item): Generator<Warning> {
  const { length } = listIn(item, 'signatories');
  const { signatories_count: count } = item.extension;
  if (typeof count !== 'number' || count >= length) return;
  yield {
    code: 'count-too-low',
    path: `${item.path}/_placard/signatories_count`,
    message: `The number of signatories is ${count}, and the list has ${length}. Cards show ${length}.`,
    fix: `Write ${length}, or remove "signatories_count".`,
  };
}

/** Warns of an end before its start. */
function* order(path: string, owner: Json, first: string, last: string): Generator<Warning> {
  const [from, to] = [dateIn(owner, first), dateIn(owner, last)];
  const isWrong =
    from !== undefined && to !== undefined ? latestMs(to) <= earliestMs(from) : isLater(textIn(owner, first), textIn(owner, last));
  if (!isWrong) return;
  yield {
    code: 'end-before-start',
    path: `${path}/${last}`,
    message: `"${last}" is before "${first}".`,
    fix: 'Correct one of the two dates.',
  };
}

/** Compares wall clocks, which are not dates of the format. */
const isLater = (from: string, to: string): boolean => /T\d/.test(from) && /T\d/.test(to) && from.slice(0, 16) > to.slice(0, 16);

const notShown = (path: string, message: string, fix: string): Warning => ({ code: 'words-not-shown', path, message, fix });
