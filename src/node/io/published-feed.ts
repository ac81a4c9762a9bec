/// <reference types="node" />
/** What was published before: the copy that "revise" keeps beside a file, or what is named. */
import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { shellPath } from '../../escape/shell.js';
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import { EXIT, Failure } from './cli-error.js';
import { isUrl } from './http.js';
import { readSource, type Source } from './read-source.js';

export const copyBeside = (file: string): string => join(dirname(file), `${basename(file).replace(/\.json$/, '')}.published.json`);

/** @throws Failure for what is named and cannot be read as a feed */
export async function publishedFeed(file: string, named?: string, seconds?: number): Promise<Feed | undefined> {
  if (named !== undefined) return feedOf(await readSource(named, seconds));
  const copy = copyBeside(file);
  const kept =
    !isUrl(file) &&
    (await access(copy).then(
      () => true,
      () => false,
    ));
  return kept ? feedOf(await readSource(copy)) : undefined;
}

/** @throws Failure (1) */
export function feedOf({ name, text, url }: Source): Feed {
  try {
    return parseFeed(text, url);
  } catch {
    throw new Failure(`${name} is no feed that can be read. To see why, run: placard validate ${shellPath(name)}`, EXIT.invalid);
  }
}
