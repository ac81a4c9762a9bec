/** `placard validate`: lists every problem of a feed with its place, a message and a fix. */
import type { Command } from 'commander';
import { lintFeed } from '../../../lint/lint-feed.js';
import { hasError } from '../../../lint/problem.js';
import { acceptedWarningsFile, withoutAccepted } from '../../io/accepted-warnings.js';
import { parseDateOption } from '../../io/clock.js';
import { readPublishedFeed } from '../../io/published-feed.js';
import { readFeedSource } from '../../io/feed-source.js';
import { collect, dateOption, jsonOption, secondsOption } from '../options.js';
import { inTheirFiles } from '../problem-files.js';
import { printResult } from '../report.js';

interface Options {
  strict?: boolean;
  ignore?: string[];
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
    .argument('<feed>', 'a file, a folder of item files, or an https address')
    .option('--strict', 'fail on warnings too')
    .option('--ignore <code>', 'leave out the warnings with this code; can be repeated', collect)
    .option('--accept <code>', 'leave out the warnings with this code from now on, for the items that have it; can be repeated', collect)
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
  const source = await readFeedSource(name, timeout);
  const published = await readPublishedFeed(name, previous, timeout);
  const { feed, problems: all } = lintFeed(source.text, { url: source.url, now: time.ms, previous: published, published: isPublished });
  const shown = all.filter(({ level, code }) => level === 'error' || !ignore.includes(code));
  const problems =
    source.url === undefined ? await withoutAccepted(acceptedWarningsFile(name, source.isFolder), feed?.document, shown, accept) : shown;
  const failed = hasError(problems) || (strict === true && problems.length > 0);
  printResult(name, await inTheirFiles(source, problems), failed, json);
}
