/// <reference types="node" />
/** What is wrong in a feed, told; and the exit code that goes with it. */
import { shellPath } from '../../escape/shell.js';
import { EXIT } from '../io/cli-error.js';
import { note, say, sayJson } from '../io/output.js';
import { counted, isAboutStatus, problemLines, type Problem } from '../../lint/problem.js';
import { terminal } from '../io/terminal.js';

export function report(feed: string, problems: readonly Problem[], failed: boolean, json = false): void {
  if (failed) terminal().exitCode = EXIT.invalid;
  if (json) return sayJson({ feed, ok: !failed, problems });
  say(`${feed}: ${counted(problems, 'nothing wrong')}`);
  sayProblems(problems);
}

export function sayProblems(problems: readonly Problem[]): void {
  for (const line of problems.flatMap(apart)) say(line);
}

const apart = (problem: Problem): string[] => ['', ...problemLines(problem)];

/** Of a feed that was taken all the same: its warnings are counted, and those of a status told, beside the result. */
export function reportWarnings(feed: string, problems: readonly Problem[]): void {
  for (const line of problems.filter(isAboutStatus).flatMap(apart)) note(line);
  if (!problems.length) return;
  note('');
  note(`The feed has ${counted(problems, '')}. To see them, run: placard validate ${shellPath(feed)}`);
}
