/// <reference types="node" />
/**
 * The warnings that the publisher accepted with `--accept`, in a file beside the feed. A warning is accepted for one item, so that the
 * same warning about another item is reported again.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isJsonObject, parsePointer, valueAt } from '../../lint/json-pointer.js';
import type { Problem } from '../../lint/problem.js';
import { replaceFile } from './feed-file.js';

const FILE = 'placard-accepted.json';
/** The name of the feed's head in the file. */
const HEAD = '';

/** Ids of items by the code of a warning. */
type Accepted = Readonly<Record<string, readonly string[]>>;

export const acceptedWarningsFile = (feedFile: string, isFolder: boolean): string => join(isFolder ? feedFile : dirname(feedFile), FILE);

/** Returns an empty object if the file does not exist, or is not of this form. */
async function readAccepted(file: string): Promise<Accepted> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    const value: unknown = JSON.parse(text);
    if (!isJsonObject(value)) return {};
    return Object.fromEntries(
      Object.entries(value).map(([code, ids]) => [
        code,
        Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [],
      ]),
    );
  } catch {
    return {};
  }
}

/**
 * Returns the problems without the accepted warnings. An error cannot be accepted.
 * @param codes that are accepted from now on; the file is written if there are any
 */
export async function withoutAccepted(
  file: string,
  document: unknown,
  problems: readonly Problem[],
  codes: readonly string[] = [],
): Promise<readonly Problem[]> {
  const before = await readAccepted(file);
  const accepted = new Map(Object.entries(before).map(([code, ids]) => [code, new Set(ids)]));
  const ownerOf = ({ path }: Problem): string => {
    const [list, index] = parsePointer(path);
    return list === 'items' ? String((Object(valueAt(document, `/items/${index}`)) as { id?: unknown }).id ?? HEAD) : HEAD;
  };
  for (const problem of problems)
    if (problem.level === 'warning' && codes.includes(problem.code))
      accepted.set(problem.code, (accepted.get(problem.code) ?? new Set()).add(ownerOf(problem)));
  const after = Object.fromEntries([...accepted].sort().map(([code, ids]) => [code, [...ids].sort()]));
  if (codes.length && JSON.stringify(after) !== JSON.stringify(before)) await replaceFile(file, `${JSON.stringify(after, null, 2)}\n`);
  return problems.filter((problem) => problem.level === 'error' || !accepted.get(problem.code)?.has(ownerOf(problem)));
}
