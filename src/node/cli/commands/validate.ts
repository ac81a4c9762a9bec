/** `placard validate`: lists every problem of a feed with its place, a message and a fix. */
import { Option, type Command } from 'commander';
import { lintFeed } from '../../../lint/lint-feed.js';
import { hasError } from '../../../lint/problem.js';
import { parseDateOption } from '../../io/clock.js';
import { readPublishedFeed } from '../../io/published-feed.js';
import { readSource } from '../../io/read-source.js';
import { collect, dateOption, jsonOption, secondsOption } from '../options.js';
import { printResult } from '../report.js';

interface Options {
  strict?: boolean;
  ignore?: string[];
  /** The old name of `ignore`. */
  accept?: string[];
  json?: boolean;
  previous?: string;
  published?: boolean;
  date?: string;
  timeout?: number;
}

export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('list the errors of a feed, and what can harm people')
    .argument('<feed>', 'a file, or an https address')
    .option('--strict', 'fail on warnings too')
    .option('--ignore <code>', 'leave out the warnings with this code; can be repeated', collect)
    .addOption(new Option('--accept <code>').argParser(collect).hideHelp())
    .option('--previous <feed>', 'the published feed: a file, or an https address (default: the copy that "placard revise" keeps)')
    .option('--published', 'check the feed that readers get: a draft is an error (default for an address)')
    .addOption(dateOption())
    .addOption(secondsOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
Error: clients reject the feed, or drop a part of it. Warning: clients accept the feed, and it can harm people.

Examples:
  placard validate feed.json
  placard validate https://example.org/feed.json --strict
  placard validate feed.json --previous https://example.org/feed.json
  placard validate feed.json --ignore names-affected --json`;

async function run(
  name: string,
  { strict, ignore = [], accept = [], json, date, timeout, previous, published: isPublished }: Options,
): Promise<void> {
  const time = parseDateOption(date);
  const source = await readSource(name, timeout);
  const published = await readPublishedFeed(name, previous, timeout);
  const { problems: all } = lintFeed(source.text, { url: source.url, now: time.ms, previous: published, published: isPublished });
  const problems = all.filter(({ level, code }) => level === 'error' || ![...ignore, ...accept].includes(code));
  const failed = hasError(problems) || (strict === true && problems.length > 0);
  printResult(name, problems, failed, json);
}
