/// <reference types="node" />
/** What is wrong in a feed, told; and the exit code that goes with it. */
import { EXIT } from './failure.js';
import { say, sayJson } from './print.js';
import { counted, problemText, type Problem } from './problem.js';

export function report(feed: string, problems: readonly Problem[], failed: boolean, json = false): void {
  if (failed) process.exitCode = EXIT.invalid;
  if (json) return sayJson({ feed, ok: !failed, problems });
  say(`${feed}: ${counted(problems, 'nothing wrong')}`);
  for (const problem of problems) say(`\n${problemText(problem)}`);
}
