/// <reference types="node" />
/** Reads what is published: the copy that "placard revise" keeps beside a file, or a feed that is named. */
import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { shellPath } from '../../escape/shell.js';
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import { CliError, EXIT } from './cli-error.js';
import { HEAD_FILE, isFolder } from './feed-source.js';
import { isUrl } from './http.js';
import { readSource, type InputFile } from './read-source.js';

const publishedCopyPath = (file: string): string => join(dirname(file), `${basename(file).replace(/\.json$/, '')}.published.json`);

/** Returns the path of the copy of a file, or of a folder of item files. */
export const publishedCopyOf = ({ name, isFolder }: { name: string; isFolder: boolean }): string =>
  publishedCopyPath(isFolder ? join(name, HEAD_FILE) : name);

/**
 * Returns the published feed; undefined if the command does not name one and there is not a copy.
 * @throws CliError if the named feed cannot be read
 */
export async function readPublishedFeed(file: string, named?: string, seconds?: number): Promise<Feed | undefined> {
  if (named !== undefined) return parseInputFeed(await readSource(named, seconds));
  if (isUrl(file)) return undefined;
  const copy = publishedCopyOf({ name: file, isFolder: await isFolder(file) });
  const exists = await access(copy).then(
    () => true,
    () => false,
  );
  return exists ? parseInputFeed(await readSource(copy)) : undefined;
}

/** @throws CliError (1) if no client can read the feed */
export function parseInputFeed({ name, text, url }: InputFile): Feed {
  try {
    return parseFeed(text, url);
  } catch {
    throw new CliError(`${name} is not a readable feed. To see the problems, run: placard validate ${shellPath(name)}`, EXIT.invalid);
  }
}
