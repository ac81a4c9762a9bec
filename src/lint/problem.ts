/** A problem of a feed or a page, and its text for people. */

export interface Problem {
  /** Clients reject or drop what has an error. A warning is allowed, and can harm people. */
  readonly level: 'error' | 'warning';
  /** Kebab-case, stable. */
  readonly code: string;
  /** JSON Pointer into the feed; for a page, the element or the address. */
  readonly path: string;
  /** From 1. */
  readonly line?: number;
  /** The problem, in one or two sentences. */
  readonly message: string;
  /** The text to write, or the action, as an imperative. */
  readonly fix: string;
}

export const error = (code: string, path: string, message: string, fix: string, line?: number): Problem => ({
  level: 'error',
  code,
  path,
  line,
  message,
  fix,
});

export const warning = (...about: Parameters<typeof error>): Problem => ({ ...error(...about), level: 'warning' });

/** Returns a text such as "2 errors, 1 warning", or "no problems". */
export function summarize(problems: readonly Problem[]): string {
  const count = (level: Problem['level']) => {
    const { length } = problems.filter((problem) => problem.level === level);
    return length ? [`${length} ${level}${length === 1 ? '' : 's'}`] : [];
  };
  return [...count('error'), ...count('warning')].join(', ') || 'no problems';
}

export const hasError = (problems: readonly Problem[]): boolean => problems.some(({ level }) => level === 'error');

/** Returns whether the problem is about a case's status. Commands print such a problem in full. */
export const affectsStatus = ({ path }: Problem): boolean => /^\/items\/\d+\/_placard\/cases\//.test(path);

/** Returns errors before warnings, each group in the order of the input. */
export function sortBySeverity(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
}

/** Returns three lines: the place with the code, the message, the fix. */
export function problemLines({ level, code, path, line, message, fix }: Problem): string[] {
  const place = [path || 'the whole file', line === undefined ? '' : `(line ${line})`, `[${code}]`].filter(Boolean).join(' ');
  return [`${level === 'error' ? 'error  ' : 'warning'}  ${place}`, `         ${message}`, `         ${fix}`];
}
