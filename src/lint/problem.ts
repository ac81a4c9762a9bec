/** A fault that was found, in words for people, and how it is printed. */

export interface Problem {
  /** An error is refused, or costs something that a reader would see; a warning is allowed, and may harm somebody. */
  readonly level: 'error' | 'warning';
  /** Kebab-case, stable. */
  readonly code: string;
  /** JSON Pointer into the feed; for a page, what it is about. */
  readonly path: string;
  /** From 1. */
  readonly line?: number;
  readonly message: string;
  /** What to write, or to do, instead. */
  readonly fix: string;
}

/** @returns "2 errors, 1 warning", or `none` */
export function summarize(problems: readonly Problem[], emptyText: string): string {
  const count = (level: Problem['level']) => {
    const found = problems.filter((problem) => problem.level === level).length;
    return found ? [`${found} ${level}${found === 1 ? '' : 's'}`] : [];
  };
  return [...count('error'), ...count('warning')].join(', ') || emptyText;
}

export const hasError = (problems: readonly Problem[]): boolean => problems.some(({ level }) => level === 'error');

/** The part of a status: where it is wrong it does the most harm, and is told at once and not counted alone. */
export const affectsStatus = ({ path }: Problem): boolean => /^\/items\/\d+\/_placard\/cases\//.test(path);

/** Errors before warnings, each group in the order in which it was found. */
export function sortBySeverity(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
}

/** Three lines: where, what, what instead. */
export function problemLines({ level, code, path, line, message, fix }: Problem): string[] {
  const where = [path || 'the whole file', line === undefined ? '' : `(line ${line})`, `[${code}]`].filter(Boolean).join(' ');
  return [`${level === 'error' ? 'error  ' : 'warning'}  ${where}`, `         ${message}`, `         ${fix}`];
}
