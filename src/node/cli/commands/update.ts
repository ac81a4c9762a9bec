/** `placard update`: asks what happened in a case, in two or three questions, and writes it as a new publication. */
import { Option, type Command } from 'commander';
import { shellPath } from '../../../escape/shell.js';
import { earliestMs, parseDate } from '../../../feed/values/partial-date.js';
import type { Json } from '../../../lint/json-pointer.js';
import { enumValuesAt } from '../../../lint/schema-lookup.js';
import type { FeedDocument } from '../../../publish/feed-document.js';
import { CliError, EXIT } from '../../io/cli-error.js';
import { parseDateOption } from '../../io/clock.js';
import { writeError, writeJson } from '../../io/output.js';
import { createPrompter } from '../../io/prompt.js';
import type { EditTime } from '../../../revise/edit-time.js';
import { applyEvent, personsIn, proceedingsIn, type EventName } from '../../../revise/case-events.js';
import { dateOption, jsonOption } from '../options.js';
import { assertNoDraft, extensionOf, findItem, languagesOf, openFeed, printPublication, publishEdit, type OpenFeed } from '../edit-feed.js';
import { withRetraction } from './retract.js';

type Options = { what?: What; day?: string; outcome?: string; text?: string; json?: boolean; date?: string };

interface Question {
  readonly name: 'day' | 'outcome' | 'text';
  readonly words: string;
  readonly optional?: boolean;
  readonly choices?: readonly string[];
  /** Whether the answer is a day that has come. */
  readonly happened?: boolean;
}

type Answers = Partial<Record<Question['name'], string>>;
type What = EventName | 'correction' | 'withdrawn';

/** ms. A day begins earlier in the east. */
const TOLERANCE = 24 * 3_600_000;

const outcomes = enumValuesAt('/items/0/_placard/cases/0/outcome').map(String);
const newDay = (words: string, optional = false): Question => ({ name: 'day', words, optional });
const day = (words: string): Question => ({ name: 'day', words, happened: true });
const sentence: Question = { name: 'text', words: 'A sentence for the timeline:', optional: true };
const outcome: Question = { name: 'outcome', words: `The outcome: ${outcomes.join(', ')}?`, choices: outcomes };

const EVENTS: Readonly<Record<What, { readonly words: string; readonly questions: readonly Question[] }>> = {
  'hearing-set': { words: 'A hearing is set', questions: [newDay('The day of the hearing?')] },
  postponed: { words: 'The hearing is postponed', questions: [newDay('The new day?', true)] },
  held: { words: 'The hearing was held, without a result', questions: [day('The day?'), sentence] },
  ruling: { words: 'A ruling', questions: [day('The day of the ruling?'), outcome, sentence] },
  appeal: { words: 'An appeal', questions: [day('The day of the appeal?'), sentence] },
  released: { words: 'A release', questions: [day('The day of the release?'), sentence] },
  arrested: { words: 'An arrest', questions: [day('The day of the arrest?'), sentence] },
  closed: { words: 'The case is closed', questions: [day('The day?'), sentence] },
  correction: { words: 'A correction', questions: [{ name: 'text', words: 'The mistake and the correction, for readers:' }] },
  withdrawn: { words: 'You withdraw the case', questions: [{ name: 'text', words: 'The reason, for readers:' }] },
  other: { words: 'Something else', questions: [newDay('The day?'), { name: 'text', words: 'What happened, in a sentence:' }] },
};

export function addUpdate(program: Command): void {
  program
    .command('update')
    .description('publish news of a case: asks what happened')
    .argument('<feed>', 'your file, or your folder of item files')
    .argument('<case>', 'the id of the case')
    .addOption(new Option('--what <event>', 'what happened').choices(Object.keys(EVENTS)))
    .option('--day <date>', 'the day of the event, or the new date: 2026-04-14, or 2026-04')
    .option('--outcome <outcome>', 'of a ruling')
    .option('--text <text>', 'a sentence for readers')
    .addOption(dateOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
It asks for what the options leave open. It sets the revision, the sequence, the dates and the kind of change.

Examples:
  placard update cases/ press-cards
  placard update cases/ press-cards --what hearing-set --day 2026-04-14`;

async function run(name: string, id: string, options: Options): Promise<void> {
  const time = parseDateOption(options.date);
  const feed = await openFeed(name);
  findItem(feed.document, id);
  const [original = id] = languagesOf(feed.document, id);
  assertNoDraft(findItem(feed.document, original), time);
  const { what, answers } = await complete(options, time);
  const edited = edit(feed, original, what, answers, time.day);
  const correction = what === 'correction' ? ({ kind: 'correction', text: answers.text, item: original } as const) : {};
  const publication = await publishEdit(feed, edited, correction, time);
  if (options.json) return writeJson({ ok: true, file: name, what, ...publication });
  printPublication(name, publication);
}

function edit({ document, source }: OpenFeed, id: string, what: What, answers: Answers, today: string): FeedDocument {
  if (what === 'withdrawn') return withRetraction(document, languagesOf(document, id), answers.text!, today);
  assertNotRetracted(extensionOf(findItem(document, id)), source.name);
  if (what === 'correction') return document;
  const facts = { date: answers.day, outcome: answers.outcome, text: answers.text };
  const items = document.items.map((item) => {
    if (String(item.id) !== id) return item;
    const extension = extensionOf(item);
    assertClear(extension, what, today);
    return { ...item, _placard: applyEvent(extension, what, facts, today) };
  });
  return { ...document, items };
}

/** @throws CliError if readers see only that the case is retracted */
function assertNotRetracted({ change }: Json, name: string): void {
  if (change !== 'retraction') return;
  throw new CliError('The case is retracted, so readers would not see the news. Nothing was written.', EXIT.usage, [
    'To publish it again, write "change": "update" in the file, and remove "retraction".',
    `Then run: placard revise ${shellPath(name)}`,
  ]);
}

/** @throws CliError if the case does not say which proceeding or which person changes */
function assertClear(extension: Json, what: EventName, today: string): void {
  if (what === 'other') return;
  if (what === 'released' || what === 'arrested') {
    const { length } = personsIn(extension);
    if (length === 1) return;
    const problem = length ? 'The case has several persons' : 'The case has no person';
    throw new CliError(`${problem}, so that the custody is not clear. Write "persons" in the file, then run "placard revise".`);
  }
  if (proceedingsIn(extension).length) return;
  const example = [{ id: 'proceeding-1', forum: 'NAME OF THE COURT', status: 'pending', as_of: today }];
  throw new CliError('The case has no proceeding. Add one to its "_placard", then run this again:', EXIT.usage, [
    `  "cases": ${JSON.stringify(example)}`,
  ]);
}

/** Asks for the event and its answers, as far as the options leave them open. */
async function complete(options: Options, time: EditTime): Promise<{ what: What; answers: Answers }> {
  const { ask, close } = createPrompter();
  try {
    const what = options.what ?? (await askForEvent(ask));
    const answers: Answers = {};
    for (const question of EVENTS[what].questions) {
      const given = options[question.name];
      answers[question.name] = given === undefined ? await askUntilValid(ask, question, time) : accepted(question, given, time);
    }
    return { what, answers };
  } finally {
    close();
  }
}

type Ask = ReturnType<typeof createPrompter>['ask'];

async function askForEvent(ask: Ask): Promise<What> {
  const names = Object.keys(EVENTS) as What[];
  names.forEach((name, index) => writeError(`  ${index + 1}  ${EVENTS[name].words}`));
  for (;;) {
    const answer = await ask('What happened? A number:');
    if (answer === undefined) throw new CliError('Missing: --what. Nothing was written.');
    const name = names[Number(answer) - 1] ?? names.find((each) => each === answer);
    if (name) return name;
    writeError(`  Write a number from 1 to ${names.length}.`);
  }
}

async function askUntilValid(ask: Ask, question: Question, time: EditTime): Promise<string | undefined> {
  for (;;) {
    const answer = await ask(`${question.words}${question.optional ? ' (can be empty)' : ''}`);
    if (!answer && question.optional) return undefined;
    if (answer === undefined) throw new CliError(`Missing: --${question.name}. Nothing was written.`);
    const fault = faultOf(question, answer, time);
    if (!fault) return answer;
    writeError(`  ${fault}`);
  }
}

function accepted(question: Question, answer: string, time: EditTime): string {
  const fault = faultOf(question, answer, time);
  if (fault) throw new CliError(`--${question.name} ${answer}: ${fault}`);
  return answer;
}

function faultOf({ name, choices, happened }: Question, answer: string, { ms }: EditTime): string | undefined {
  if (!answer.trim()) return 'Write an answer.';
  if (name === 'day' && !parseDate(answer)) return 'Write a date, such as 2026-04-14, or 2026-04.';
  if (happened && earliestMs(answer) > ms + TOLERANCE) return 'This day is in the future. Write the day on which it happened.';
  if (choices && !choices.includes(answer)) return `Write one of: ${choices.join(', ')}.`;
  return undefined;
}
