/** Makes one problem of many alike: a thousand lines about one habit hide the others. */
import { parsePointer } from './json-pointer.js';
import type { Problem } from './problem.js';

/** Alike problems that are listed one by one. */
const MAX_ALIKE = 20;

/** Returns the problems. More than 20 warnings with one code in one field become one, with their number. Each error stays. */
export function groupAlike(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.level === 'error') continue;
    const key = `${problem.code} ${parsePointer(problem.path).map((token) => (/^\d+$/.test(token) ? '*' : token))}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  const errors = problems.filter(({ level }) => level === 'error');
  const warnings = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (group.length <= MAX_ALIKE || !first) return group;
    return [{ ...first, message: `${first.message} The feed has ${group.length} places like this.`, count: group.length }];
  });
  return [...errors, ...warnings];
}
