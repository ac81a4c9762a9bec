/** `placard doctor`: checks a partner's page. */
import type { Command } from 'commander';
import { hasError, summarize } from '../../../lint/problem.js';
import { CliError, EXIT } from '../../io/cli-error.js';
import { parseDateOption } from '../../io/clock.js';
import { isUrl } from '../../io/http.js';
import { writeJson, writeLine } from '../../io/output.js';
import { terminal } from '../../io/terminal.js';
import { dateOption, jsonOption, secondsOption } from '../options.js';
import { writeProblems } from '../report.js';

interface Options {
  strict?: boolean;
  date?: string;
  timeout?: number;
  json?: boolean;
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check a page that shows placards')
    .argument('<page>', 'the address of the page')
    .option('--strict', 'fail on warnings too')
    .addOption(dateOption())
    .addOption(secondsOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action((page: string, options: Options) => run(page, options, program.version() ?? ''));
}

const HELP = `
It reads the page as the server sends it, then fetches scripts and feeds as the page would. It does not run the page's scripts.

Example:
  placard doctor https://example.org/news/press-cards`;

async function run(page: string, { strict, date, timeout, json }: Options, version: string): Promise<void> {
  if (!isUrl(page)) throw new CliError(`${page} is not the address of a page. Begin with https://.`);
  const { inspectPage } = await import('../../doctor/index.js'); // loads the HTML parser, which other commands do not need
  const { problems, tags, feeds } = await inspectPage(page, { version, now: parseDateOption(date).ms }, { seconds: timeout });
  const failed = hasError(problems) || (strict === true && problems.length > 0);
  if (failed) terminal().exitCode = EXIT.invalid;
  if (json) return writeJson({ page, ok: !failed, tags, feeds, problems });
  writeLine(`${page}: ${summarize(problems)} (checked: tags ${tags}, feeds ${feeds})`);
  writeProblems(problems);
}
