/** `placard new`: a feed to start from, by a few questions or by options. */
import type { Command } from 'commander';
import { shellPath } from '../../../escape/shell.js';
import { asker } from '../../io/prompt.js';
import { momentOf, type Moment } from '../../io/clock.js';
import { createFile, textOf } from '../../io/feed-file.js';
import { EXIT, Failure } from '../../io/cli-error.js';
import { allowedAt } from '../../../lint/schema-lookup.js';
import { inspect } from '../../../lint/lint-feed.js';
import { dateOption, jsonOption } from '../options.js';
import { note, say, sayJson } from '../../io/output.js';
import { problemLines, type Problem } from '../../../lint/problem.js';
import { startingFeed, type Answers } from '../../revise/feed-template.js';

interface Question {
  name: keyof Answers;
  /** What it is, for the question and the help. */
  text: string;
  /** Where the answer stands in the feed. */
  path: string;
  /** What an empty answer means. */
  otherwise?: string;
  optional?: boolean;
  /** Whether it is asked at all. */
  when?(answers: Answers): boolean;
}

const kinds = allowedAt('/items/0/_placard/kind').join(', ');
const statuses = allowedAt('/items/0/_placard/cases/0/status').join(', ');

const QUESTIONS: Question[] = [
  { name: 'publisher', text: 'who publishes this', path: '/_placard/publisher/name' },
  { name: 'url', text: 'their website', path: '/_placard/publisher/url', optional: true },
  { name: 'feedUrl', text: 'the address under which the feed will be published', path: '/feed_url', optional: true },
  { name: 'language', text: 'language, as a tag', path: '/language', otherwise: 'en' },
  { name: 'phone', text: 'telephone of the press desk', path: '/_placard/contacts/0/phone', optional: true },
  { name: 'email', text: 'e-mail address of the press desk', path: '/_placard/contacts/0/email', optional: true },
  { name: 'title', text: 'headline', path: '/items/0/title' },
  { name: 'summary', text: 'what happened and where the case stands, in a few sentences', path: '/items/0/summary' },
  { name: 'kind', text: `what it is: ${kinds}`, path: '/items/0/_placard/kind', otherwise: 'statement' },
  { name: 'forum', text: 'the court or body that deals with it', path: '/items/0/_placard/cases/0/forum', optional: true },
  {
    name: 'status',
    text: `what it is doing: ${statuses}`,
    path: '/items/0/_placard/cases/0/status',
    when: ({ forum }) => forum !== undefined,
  },
];

type Options = Answers & { date?: string; json?: boolean };

export function addNew(program: Command): void {
  const command = program
    .command('new')
    .description('write a feed to start from')
    .argument('[file]', 'where it is written; never over a file that is there', 'feed.json');
  for (const { name, text, otherwise } of QUESTIONS)
    command.option(`${flagOf(name)} <text>`, text + (otherwise ? ` (default: ${otherwise})` : ''));
  command
    .option('--id <id>', 'short name of the statement, which never changes (default: from the headline)')
    .addOption(dateOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(create);
}

const HELP = `
What is needed and not given as an option is asked for. The feed is valid at once; remarks in it ("_comment") say where there is more to tell.

Example:
  placard new feed.json --publisher "Example Union" --url https://example.org/ --phone "+44 20 7946 0958" \\
    --title "Three press cards withdrawn" --summary "The ministry withdrew the press cards of three reporters."`;

async function create(file: string, { date, json, ...given }: Options): Promise<void> {
  const moment = momentOf(date);
  const answers = complete(given) ? withDefaults(given) : await asked(given, moment);
  const feed = startingFeed(answers, moment);
  const text = textOf(feed);
  const faults = inspect(text, { now: moment.ms }).problems.filter(isRefused);
  if (faults.length) throw new Failure('Nothing is written.', EXIT.usage, faults.flatMap(problemLines));
  await createFile(file, text);

  if (json) return sayJson({ ok: true, file, id: (feed.items as { id: string }[])[0]!.id });
  say(`${file} is written. Then:`);
  say(`  1. Open it, and say more where a "_comment" invites you to.`);
  say(`  2. placard validate ${shellPath(file)}         tells what is wrong or missing`);
  say(`  3. placard revise ${shellPath(file)} --first   takes the remarks out and dates it`);
  say(`  4. Publish it with these headers, so that pages elsewhere may read it:`);
  say(`       Content-Type: application/feed+json`);
  say(`       Access-Control-Allow-Origin: *`);
  say(`       Access-Control-Expose-Headers: ETag, Retry-After, Date, Age`);
  say(`       Cache-Control: max-age=60, stale-while-revalidate=300, stale-if-error=86400`);
}

const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const needed = (answers: Answers): Question[] =>
  QUESTIONS.filter(
    ({ name, optional, otherwise, when = () => true }) =>
      !optional && otherwise === undefined && when(answers) && answers[name] === undefined,
  );

const reachable = ({ phone, email }: Answers): boolean => phone !== undefined || email !== undefined;

/** Whether the options say enough that nobody has to be asked. */
const complete = (answers: Answers): boolean => !needed(answers).length && reachable(answers);

function withDefaults(answers: Answers): Answers {
  return {
    ...Object.fromEntries(QUESTIONS.flatMap(({ name, otherwise }) => (otherwise === undefined ? [] : [[name, otherwise]]))),
    ...answers,
  };
}

async function asked(given: Answers, moment: Moment): Promise<Answers> {
  const answers = { ...given };
  const { ask, close } = asker();
  try {
    for (const question of QUESTIONS) {
      const { name, when = () => true } = question;
      while (answers[name] === undefined && when(answers)) {
        const answer = await ask(worded(question));
        const value = answer || question.otherwise;
        const required = !question.optional || (name === 'email' && !reachable(answers));
        if (value === undefined && !required) break;
        if (answer === undefined && value === undefined) throw unanswered(answers);
        const fault = value === undefined ? 'This is needed.' : faultOf({ ...answers, [name]: value }, question, moment);
        if (fault) note(`  ${fault}`);
        else answers[name] = value;
      }
    }
    return answers;
  } finally {
    close();
  }
}

function worded({ name, text, otherwise, optional }: Question): string {
  const hint = otherwise ? ` [${otherwise}]` : name === 'email' ? ' (it or a telephone is needed)' : optional ? ' (may be left empty)' : '';
  return `${text[0]!.toUpperCase()}${text.slice(1)}?${hint}`;
}

/** Allowed in a feed, and never meant by one who begins with it: nobody would be reached. */
const NEVER_MEANT = ['address-without-scheme', 'telephone-not-international'];
const isRefused = ({ level, code }: Problem): boolean => level === 'error' || NEVER_MEANT.includes(code);

/** What the feed's own reader would say to this answer. */
function faultOf(answers: Answers, { path }: Question, moment: Moment): string | undefined {
  const { problems } = inspect(textOf(startingFeed(answers, moment)), { now: moment.ms });
  return problems.find((problem) => isRefused(problem) && problem.path === path)?.instead;
}

function unanswered(answers: Answers): Failure {
  const flags = needed(answers).map(({ name }) => flagOf(name));
  return new Failure(
    `Nothing is written: ${[...flags, ...(reachable(answers) ? [] : ['--phone or --email'])].join(', ')} still has to be said.`,
  );
}
