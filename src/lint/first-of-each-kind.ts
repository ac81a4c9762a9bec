/** Chooses the problems that a list shows: a thousand entries about one habit hide the others. */
import type { Problem } from './problem.js';

/** Warnings with one code that are shown. */
const MAX_OF_A_KIND = 3;

export interface ShownProblems {
  readonly shown: readonly Problem[];
  /** How many more warnings there are, by code. */
  readonly more: ReadonlyMap<string, number>;
}

/** Returns each error, and the first warnings of each kind. */
export function firstOfEachKind(problems: readonly Problem[]): ShownProblems {
  const counts = new Map<string, number>();
  const shown = problems.filter(({ level, code }) => {
    if (level === 'error') return true;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts.get(code)! <= MAX_OF_A_KIND;
  });
  const more = [...counts].flatMap(([code, count]): [string, number][] => (count > MAX_OF_A_KIND ? [[code, count - MAX_OF_A_KIND]] : []));
  return { shown, more: new Map(more) };
}

/** Returns the line about more warnings of a kind. */
export const moreLine = ([code, count]: readonly [string, number]): string => `warning  ${count} more of this kind [${code}]`;
