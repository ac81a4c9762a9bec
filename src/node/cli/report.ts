/// <reference types="node" />
/** Prints the problems of a feed, and sets the exit code. */
import { shellPath } from '../../escape/shell.js';
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

export function writeProblems(problems: readonly Problem[]): void {
  for (const line of problems.flatMap(problemBlock)) writeLine(line);
}

const problemBlock = (problem: Problem): string[] => ['', ...problemLines(problem)];

/** Prints the number of warnings, and in full the warnings about a status: a wrong status does the most harm. */
export function printWarnings(feed: string, problems: readonly Problem[]): void {
  for (const line of problems.filter(affectsStatus).flatMap(problemBlock)) writeError(line);
  if (!problems.length) return;
  writeError('');
  writeError(`The feed has ${summarize(problems)}. To see them, run: placard validate ${shellPath(feed)}`);
}
