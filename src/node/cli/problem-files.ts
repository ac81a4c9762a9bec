/** Shows the problems of a folder of item files at their places in these files, not in the assembled feed. */
import { basename } from 'node:path';
import type { Problem } from '../../lint/problem.js';
import { scanSource } from '../../lint/source-lines.js';
import type { FeedSource } from '../io/feed-source.js';
import { readSource } from '../io/read-source.js';

/** Returns the problems with the name of the file before the pointer, and the line in that file. The problems of one file stay as they are. */
export async function inTheirFiles(source: FeedSource, problems: readonly Problem[]): Promise<readonly Problem[]> {
  if (!source.isFolder) return problems;
  const lookups = new Map<string, (pointer: string) => number | undefined>();
  const lineIn = async (file: string, pointer: string) => {
    if (!lookups.has(file)) lookups.set(file, scanSource((await readSource(file)).text).lineOf);
    return lookups.get(file)!(pointer);
  };
  return Promise.all(
    problems.map(async (problem) => {
      const [, index] = /^\/items\/(\d+)/.exec(problem.path) ?? [];
      const file = source.fileOf(index === undefined ? -1 : Number(index));
      const pointer = index === undefined ? problem.path : problem.path.slice(`/items/${index}`.length);
      return { ...problem, path: `${basename(file)} ${pointer}`.trim(), line: await lineIn(file, pointer) };
    }),
  );
}
