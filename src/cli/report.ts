/// <reference types="node" />
/** What is wrong in a feed, told; and the exit code that goes with it. */
import { EXIT } from './failure.js';
import { note, say, sayJson } from './print.js';
import { counted, isAboutStatus, problemText, type Problem } from './problem.js';
import { terminal } from './terminal.js';

export function report(feed: string, problems: readonly Problem[], failed: boolean, json = false): void {
  if (failed) terminal().exitCode = EXIT.invalid;
  if (json) return sayJson({ feed, ok: !failed, problems });
  say(`${feed}: ${counted(problems, 'nothing wrong')}`);
  for (const problem of problems) say(`\n${problemText(problem)}`);
}

/** Of a feed that was taken all the same: its warnings are counted, and those of a status told, beside the result. */
export function reportWarnings(feed: string, problems: readonly Problem[]): void {
  for (const problem of problems.filter(isAboutStatus)) note(`\n${problemText(problem)}`);
  if (problems.length) note(`\nThe feed has ${counted(problems, '')}: "placard validate ${feed}" tells them.`);
}
