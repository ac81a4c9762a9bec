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

/** Warnings of one kind that are printed in full. More of them are one line with their number. */
const MAX_PRINTED_OF_A_KIND = 3;

export function writeProblems(problems: readonly Problem[]): void {
  const counts = new Map<string, number>();
  for (const problem of problems) {
    const count = (counts.get(kindOf(problem)) ?? 0) + 1;
    counts.set(kindOf(problem), count);
    if (problem.level === 'error' || count <= MAX_PRINTED_OF_A_KIND) for (const line of problemBlock(problem)) writeLine(line);
  }
  for (const line of moreLines(counts)) writeLine(line);
}

const kindOf = ({ level, code }: Problem): string => (level === 'error' ? '' : code);
const problemBlock = (problem: Problem): string[] => ['', ...problemLines(problem)];

function moreLines(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].flatMap(([code, count]) =>
    code && count > MAX_PRINTED_OF_A_KIND ? ['', `warning  ${count - MAX_PRINTED_OF_A_KIND} more of this kind [${code}]`] : [],
  );
}

/** Prints the number of warnings, and the warnings about a status: a wrong status does the most harm. */
export function printWarnings(feed: string, problems: readonly Problem[]): void {
  const counts = new Map<string, number>();
  for (const problem of problems.filter(affectsStatus)) {
    const count = (counts.get(problem.code) ?? 0) + 1;
    counts.set(problem.code, count);
    if (count <= MAX_PRINTED_OF_A_KIND) for (const line of problemBlock(problem)) writeError(line);
  }
  for (const line of moreLines(counts)) writeError(line);
  if (!problems.length) return;
  writeError('');
  writeError(`The feed has ${summarize(problems)}. To see them, run: placard validate ${shellPath(feed)}`);
}
