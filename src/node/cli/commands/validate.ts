/** `placard validate`: every problem of a feed, with its place, what is wrong, and what to write instead. */
import type { Command } from 'commander';
import { parseDateOption } from '../../io/clock.js';
import { lintFeed } from '../../../lint/lint-feed.js';
import { dateOption, jsonOption, secondsOption } from '../options.js';
import { hasError } from '../../../lint/problem.js';
import { readPublishedFeed } from '../../io/published-feed.js';
import { printResult } from '../report.js';
import { readSource } from '../../io/read-source.js';

interface Options {
  strict?: boolean;
  accept: string[];
  json?: boolean;
  previous?: string;
  date?: string;
  timeout?: number;
}

export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('tell everything that is wrong in a feed, or may harm somebody')
    .argument('<feed>', 'a file, or an https address')
    .option('--strict', 'fail on warnings too')
    .option(
      '--accept <code>',
      'leave out a warning that was considered; may be given again',
      (code: string, all: string[]) => [...all, code],
      [],
    )
    .option('--previous <feed>', 'what was published before: a file, or an https address (default: the copy that "revise" keeps)')
    .addOption(dateOption())
    .addOption(secondsOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
An error is something that pages refuse or leave out; a warning is allowed, and may harm somebody.

Examples:
  placard validate feed.json
  placard validate https://example.org/feed.json --strict
  placard validate feed.json --previous https://example.org/feed.json
  placard validate feed.json --accept names-affected --json`;

async function run(name: string, { strict, accept, json, date, timeout, previous }: Options): Promise<void> {
  const time = parseDateOption(date);
  const source = await readSource(name, timeout);
  const published = await readPublishedFeed(name, previous, timeout);
  const all = lintFeed(source.text, { url: source.url, now: time.ms, previous: published }).problems;
  const problems = all.filter(({ level, code }) => level === 'error' || !accept.includes(code));
  const failed = hasError(problems) || (strict === true && problems.length > 0);
  printResult(name, problems, failed, json);
}
