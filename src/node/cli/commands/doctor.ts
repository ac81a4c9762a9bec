/** `placard doctor`: what a partner's page gets wrong, each thing with its fix. */
import type { Command } from 'commander';
import { parseDateOption } from '../../io/clock.js';
import { EXIT, CliError } from '../../io/cli-error.js';
import { isUrl } from '../../io/http.js';
import { dateOption, jsonOption, secondsOption } from '../options.js';
import { writeLine, writeJson } from '../../io/output.js';
import { summarize, hasError } from '../../../lint/problem.js';
import { writeProblems } from '../report.js';
import { terminal } from '../../io/terminal.js';

interface Options {
  strict?: boolean;
  date?: string;
  timeout?: number;
  json?: boolean;
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('visit a page that shows placards, and tell what it gets wrong')
    .argument('<page>', 'the address of the page')
    .option('--strict', 'fail on warnings too')
    .addOption(dateOption())
    .addOption(secondsOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action((page: string, options: Options) => run(page, options, program.version() ?? ''));
}

const HELP = `
It reads the page as it comes from the server, then fetches script and feed as the page would. What a script adds to the page
later is not seen.

Example:
  placard doctor https://example.org/news/press-cards`;

async function run(page: string, { strict, date, timeout, json }: Options, version: string): Promise<void> {
  if (!isUrl(page)) throw new CliError(`${page} is no address of a page. Begin with https://.`);
  const { inspectPage } = await import('../../doctor/index.js'); // brings the parser and the elements; the other commands start without
  const { problems, tags, feeds } = await inspectPage(page, { version, now: parseDateOption(date).ms }, { seconds: timeout });
  const failed = hasError(problems) || (strict === true && problems.length > 0);
  if (failed) terminal().exitCode = EXIT.invalid;
  if (json) return writeJson({ page, ok: !failed, tags, feeds, problems });
  writeLine(`${page}: ${summarize(problems, 'nothing wrong')} (looked at: tags ${tags}, feeds ${feeds})`);
  writeProblems(problems);
}
