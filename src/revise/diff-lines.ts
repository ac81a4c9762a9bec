/** Compares two texts line by line, section by section. */
import type { Line } from './plain-text-view.js';

export interface Change {
  readonly section: string;
  /** Removed lines. */
  readonly before: string[];
  /** Added lines. */
  readonly now: string[];
}

/** Returns one change for each section that differs, in the order of the new text. */
export function diffSections(before: readonly Line[], now: readonly Line[]): Change[] {
  const sections = new Set([...now, ...before].map(({ section }) => section));
  const linesUnder = (lines: readonly Line[], section: string) => lines.filter((line) => line.section === section).map(({ text }) => text);
  return [...sections].flatMap((section) => {
    const [oldLines, newLines] = [linesUnder(before, section), linesUnder(now, section)];
    const kept = commonLines(oldLines, newLines);
    const change = { section, before: removeLines(oldLines, kept), now: removeLines(newLines, kept) };
    return change.before.length || change.now.length ? [change] : [];
  });
}

/** Returns the longest common subsequence. The common start and end need no table. */
function commonLines(a: string[], b: string[]): string[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = longestCommonSubsequence(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...a.slice(0, start), ...middle, ...a.slice(a.length - end)];
}

function longestCommonSubsequence(a: string[], b: string[]): string[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const kept: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      kept.push(a[i]!);
      i++;
      j++;
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return kept;
}

function removeLines(lines: string[], kept: string[]): string[] {
  let at = 0;
  return lines.filter((line) => (line === kept[at] ? void at++ : true));
}

/** Returns a line for the heading, and a line with a mark for each text. */
export function formatChange({ section, before, now }: Change): string[] {
  return [
    ...(section ? [`  ${section}`] : []),
    ...before.map((text) => `  - ${joinLines(text)}`),
    ...now.map((text) => `  + ${joinLines(text)}`),
  ];
}

const joinLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(' ↵ ');
