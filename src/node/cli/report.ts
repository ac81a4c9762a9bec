/// <reference types="node" />
/** Prints the problems of a feed, and sets the exit code. */
import { shellPath } from '../../escape/shell.js';
import { firstOfEachKind, moreLine } from '../../lint/first-of-each-kind.js';
import { affectsStatus, problemLines, summarize, type Problem } from '../../lint/problem.js';
import { EXIT } from '../io/cli-error.js';
import { writeError, writeJson, writeLine } from '../io/output.js';
import { terminal } from '../io/terminal.js';

export function printResult(feed: string, problems: readonly Problem[], failed: boolean, json = false): void {
  if (failed) terminal().exitCode = EXIT.invalid;
  if (json) return writeJson({ feed, ok: !failed, problems });
  writeLine(`${feed}: ${summarize(problems)}`);
  writeProblems(problems);
}

export const writeProblems = (problems: readonly Problem[]): void => writeWith(writeLine, problems);

function writeWith(write: (line: string) => void, problems: readonly Problem[]): void {
  const { shown, more } = firstOfEachKind(problems);
  for (const problem of shown) for (const line of ['', ...problemLines(problem)]) write(line);
  for (const kind of more) for (const line of ['', moreLine(kind)]) write(line);
}

/** Prints the number of warnings, and the warnings about a status: a wrong status does the most harm. */
export function printWarnings(feed: string, problems: readonly Problem[]): void {
  writeWith(writeError, problems.filter(affectsStatus));
  if (!problems.length) return;
  writeError('');
  writeError(`The feed has ${summarize(problems)}. To see them, run: placard validate ${shellPath(feed)}`);
}
