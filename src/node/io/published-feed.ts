/// <reference types="node" />
/** What was published before: the copy that "revise" keeps beside a file, or what is named. */
import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { shellPath } from '../../escape/shell.js';
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import { EXIT, CliError } from './cli-error.js';
import { isUrl } from './http.js';
import { readSource, type InputFile } from './read-source.js';

export const publishedCopyPath = (file: string): string => join(dirname(file), `${basename(file).replace(/\.json$/, '')}.published.json`);

/** @throws Failure for what is named and cannot be read as a feed */
export async function readPublishedFeed(file: string, named?: string, seconds?: number): Promise<Feed | undefined> {
  if (named !== undefined) return parseInputFeed(await readSource(named, seconds));
  const copy = publishedCopyPath(file);
  const exists =
    !isUrl(file) &&
    (await access(copy).then(
      () => true,
      () => false,
    ));
  return exists ? parseInputFeed(await readSource(copy)) : undefined;
}

/** @throws Failure (1) */
export function parseInputFeed({ name, text, url }: InputFile): Feed {
  try {
    return parseFeed(text, url);
  } catch {
    throw new CliError(`${name} is no feed that can be read. To see why, run: placard validate ${shellPath(name)}`, EXIT.invalid);
  }
}
