/// <reference types="node" />
/** Reads and writes a feed as a file that people edit, with the fields that the format does not know. */
import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { shellPath } from '../../escape/shell.js';
import type { Feed } from '../../feed/parse-feed.js';
import { lintFeed } from '../../lint/lint-feed.js';
import { hasError, problemLines, summarize, type Problem } from '../../lint/problem.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { CliError, EXIT } from './cli-error.js';
import { describeFsError, type InputFile } from './read-source.js';

/** Problems that an error message has in full. */
const MAX_LISTED_ERRORS = 5;

export interface ValidFeed {
  readonly document: FeedDocument;
  /** Warnings alone. */
  readonly problems: readonly Problem[];
}

/**
 * Returns a feed that has no error.
 * @throws CliError (1) that lists the first errors
 */
export function loadValidFeed({ name, text, url }: InputFile, now: number, previous?: Feed): ValidFeed {
  const { feed, problems } = lintFeed(text, { url, now, previous });
  if (hasError(problems)) {
    const errors = problems.filter(({ level }) => level === 'error');
    const message = `${name} has ${summarize(errors)}. To see all of them, run: placard validate ${shellPath(name)}`;
    throw new CliError(message, EXIT.invalid, errors.slice(0, MAX_LISTED_ERRORS).flatMap(problemLines));
  }
  return { document: toFeedDocument(feed!, name), problems };
}

/** @throws CliError (1) for a plain JSON Feed */
export function toFeedDocument({ document }: Feed, name: string): FeedDocument {
  if (!document._placard)
    throw new CliError(`${name} is a plain JSON Feed. Add "_placard"; "placard new" writes an example.`, EXIT.invalid);
  return document as FeedDocument;
}

/**
 * Replaces the file in one step, so that no program reads half of it. Keeps links and permissions.
 * @throws CliError if the file cannot be written
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const real = await realpath(file).catch(() => file);
  const tempPath = `${real}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const mode = await stat(real).then(
      (found) => found.mode,
      () => undefined,
    );
    await writeFile(tempPath, text, { flag: 'wx', mode });
    await rename(tempPath, real);
  } catch (thrown) {
    await rm(tempPath, { force: true });
    throw new CliError(describeWriteError(file, thrown));
  }
}

/**
 * Writes a new file.
 * @param mode the file's permissions
 * @throws CliError if the file exists, or cannot be written; a part of it does not remain
 */
export async function createFile(file: string, text: string, mode = 0o666): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST')
      throw new CliError(`${file} exists already. Nothing was changed. Name another file.`);
    await rm(file, { force: true }).catch(() => {}); // a full disk leaves an empty file
    throw new CliError(describeWriteError(file, thrown));
  }
}

/** Returns why a new file cannot be written. If something is missing, it is the folder. */
function describeWriteError(file: string, thrown: unknown): string {
  const isFolderMissing = ['ENOENT', 'ENOTDIR'].includes((thrown as NodeJS.ErrnoException).code ?? '');
  if (isFolderMissing) return `The folder ${dirname(file)} does not exist. Make it, or name another one.`;
  return `${file} ${describeFsError(thrown)}`;
}
