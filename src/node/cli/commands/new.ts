/** `placard new`: writes a feed to start from, from options and the answers to a few questions. */
import type { Command } from 'commander';
import { shellPath } from '../../../escape/shell.js';
import { createPrompter } from '../../io/prompt.js';
import { parseDateOption } from '../../io/clock.js';
import { createFile } from '../../io/feed-file.js';
import { stringifyLike } from '../../../publish/feed-document.js';
import { EXIT, CliError } from '../../io/cli-error.js';
import { enumValuesAt } from '../../../lint/schema-lookup.js';
import { lintFeed } from '../../../lint/lint-feed.js';
import { dateOption, jsonOption } from '../options.js';
import { writeError, writeLine, writeJson } from '../../io/output.js';
import { problemLines, type Problem } from '../../../lint/problem.js';
import { createFeedTemplate, type Answers } from '../../../revise/feed-template.js';
import type { EditTime } from '../../../revise/edit-time.js';

interface Question {
  name: keyof Answers;
  /** For the question and the help. */
  text: string;
  /** JSON Pointer of the answer in the feed. */
  path: string;
  /** The value of an empty answer. */
  defaultValue?: string;
  optional?: boolean;
  /** Returns whether the question is needed. */
  when?(answers: Answers): boolean;
}

const kinds = enumValuesAt('/items/0/_placard/kind').join(', ');
const statuses = enumValuesAt('/items/0/_placard/cases/0/status').join(', ');

const QUESTIONS: Question[] = [
  { name: 'publisher', text: 'name of the publisher', path: '/_placard/publisher/name' },
  { name: 'url', text: "address of the publisher's website", path: '/_placard/publisher/url', optional: true },
  { name: 'feedUrl', text: 'address of the published feed', path: '/feed_url', optional: true },
  { name: 'language', text: 'language tag', path: '/language', defaultValue: 'en' },
  { name: 'phone', text: 'telephone number of the press office', path: '/_placard/contacts/0/phone', optional: true },
  { name: 'email', text: 'e-mail address of the press office', path: '/_placard/contacts/0/email', optional: true },
  { name: 'title', text: 'headline', path: '/items/0/title' },
  { name: 'summary', text: 'summary: what happened, and the status of the case, in a few sentences', path: '/items/0/summary' },
  { name: 'kind', text: `kind: ${kinds}`, path: '/items/0/_placard/kind', defaultValue: 'statement' },
  { name: 'forum', text: 'court or body of the case', path: '/items/0/_placard/cases/0/forum', optional: true },
  {
    name: 'status',
    text: `status of the case: ${statuses}`,
    path: '/items/0/_placard/cases/0/status',
    when: ({ forum }) => forum !== undefined,
  },
];

type Options = Answers & { date?: string; json?: boolean };

export function addNew(program: Command): void {
  const command = program.command('new').description('write a feed to start from').argument('[file]', 'the new file', 'feed.json');
  for (const { name, text, defaultValue } of QUESTIONS)
    command.option(`${flagOf(name)} <text>`, text + (defaultValue ? ` (default: ${defaultValue})` : ''));
  command
    .option('--id <id>', 'short name of the statement, which never changes (default: from the headline)')
    .addOption(dateOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(create);
}

const HELP = `
The command asks for missing answers. It never overwrites a file. The feed is valid at once; each "_comment" in it names a field to add.

Example:
  placard new feed.json --publisher "Example Union" --url https://example.org/ --phone "+44 20 7946 0958" \\
    --title "Three press cards withdrawn" --summary "The ministry withdrew the press cards of three reporters."`;

async function create(file: string, { date, json, ...provided }: Options): Promise<void> {
  const time = parseDateOption(date);
  const answers = isComplete(provided) ? withDefaults(provided) : await promptForAnswers(provided, time);
  const feed = createFeedTemplate(answers, time);
  const text = stringifyLike(feed);
  const rejected = lintFeed(text, { now: time.ms }).problems.filter(isRefused);
  if (rejected.length) throw new CliError('No file was written.', EXIT.usage, rejected.flatMap(problemLines));
  await createFile(file, text);

  if (json) return writeJson({ ok: true, file, id: (feed.items as { id: string }[])[0]!.id });
  writeLine(`${file} is written. Next steps:`);
  writeLine(`  1. Open it, and add the fields that each "_comment" names.`);
  writeLine(`  2. placard validate ${shellPath(file)}            lists problems`);
  writeLine(`  3. placard revise ${shellPath(file)} --initial    removes the comments, and sets the date`);
  writeLine(`  4. Publish it with these headers, so that pages on other sites can read it:`);
  writeLine(`       Content-Type: application/feed+json`);
  writeLine(`       Access-Control-Allow-Origin: *`);
  writeLine(`       Access-Control-Expose-Headers: ETag, Retry-After, Date, Age`);
  writeLine(`       Cache-Control: max-age=60, stale-while-revalidate=300, stale-if-error=86400`);
}

const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const missingQuestions = (answers: Answers): Question[] =>
  QUESTIONS.filter(
    ({ name, optional, defaultValue, when = () => true }) =>
      !optional && defaultValue === undefined && when(answers) && answers[name] === undefined,
  );

const hasContact = ({ phone, email }: Answers): boolean => phone !== undefined || email !== undefined;

/** Returns whether no question is needed. */
const isComplete = (answers: Answers): boolean => !missingQuestions(answers).length && hasContact(answers);

function withDefaults(answers: Answers): Answers {
  return {
    ...Object.fromEntries(QUESTIONS.flatMap(({ name, defaultValue }) => (defaultValue === undefined ? [] : [[name, defaultValue]]))),
    ...answers,
  };
}

async function promptForAnswers(provided: Answers, time: EditTime): Promise<Answers> {
  const answers = { ...provided };
  const { ask, close } = createPrompter();
  try {
    for (const question of QUESTIONS) {
      const { name, when = () => true } = question;
      while (answers[name] === undefined && when(answers)) {
        const answer = await ask(questionText(question));
        const value = answer || question.defaultValue;
        const required = !question.optional || (name === 'email' && !hasContact(answers));
        if (value === undefined && !required) break;
        if (answer === undefined && value === undefined) throw missingAnswersError(answers);
        const rejection = value === undefined ? 'Write an answer.' : findRejection({ ...answers, [name]: value }, question, time);
        if (rejection) writeError(`  ${rejection}`);
        else answers[name] = value;
      }
    }
    return answers;
  } finally {
    close();
  }
}

function questionText({ name, text, defaultValue, optional }: Question): string {
  const hint = defaultValue
    ? ` [${defaultValue}]`
    : name === 'email'
      ? ' (needed without a telephone number)'
      : optional
        ? ' (can be empty)'
        : '';
  return `${text[0]!.toUpperCase()}${text.slice(1)}?${hint}`;
}

/** Warnings that reject an answer: with such an address or number, readers reach no contact. */
const ALWAYS_REJECTED = [
  'address-without-scheme',
  'telephone-not-international',
  'telephone-country',
  'telephone-length',
  'unknown-language',
];
const isRefused = ({ level, code }: Problem): boolean => level === 'error' || ALWAYS_REJECTED.includes(code);

/** Returns the fix for an answer that the lint rejects. */
function findRejection(answers: Answers, { path }: Question, time: EditTime): string | undefined {
  const { problems } = lintFeed(stringifyLike(createFeedTemplate(answers, time)), { now: time.ms });
  return problems.find((problem) => isRefused(problem) && problem.path === path)?.fix;
}

function missingAnswersError(answers: Answers): CliError {
  const flags = missingQuestions(answers).map(({ name }) => flagOf(name));
  return new CliError(`Missing: ${[...flags, ...(hasContact(answers) ? [] : ['--phone or --email'])].join(', ')}. No file was written.`);
}
