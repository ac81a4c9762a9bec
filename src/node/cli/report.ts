/// <reference types="node" />
/** What is wrong in a feed, told; and the exit code that goes with it. */
import { shellPath } from '../../escape/shell.js';
import { EXIT } from '../io/cli-error.js';
import { writeError, writeLine, writeJson } from '../io/output.js';
import { summarize, affectsStatus, problemLines, type Problem } from '../../lint/problem.js';
import { terminal } from '../io/terminal.js';

export function printResult(feed: string, problems: readonly Problem[], failed: boolean, json = false): void {
  if (failed) terminal().exitCode = EXIT.invalid;
  if (json) return writeJson({ feed, ok: !failed, problems });
  writeLine(`${feed}: ${summarize(problems, 'nothing wrong')}`);
  writeProblems(problems);
}

export function writeProblems(problems: readonly Problem[]): void {
  for (const line of problems.flatMap(problemBlock)) writeLine(line);
}

const problemBlock = (problem: Problem): string[] => ['', ...problemLines(problem)];

/** Of a feed that was taken all the same: its warnings are counted, and those of a status told, beside the result. */
export function printWarnings(feed: string, problems: readonly Problem[]): void {
  for (const line of problems.filter(affectsStatus).flatMap(problemBlock)) writeError(line);
  if (!problems.length) return;
  writeError('');
  writeError(`The feed has ${summarize(problems, '')}. To see them, run: placard validate ${shellPath(feed)}`);
}
