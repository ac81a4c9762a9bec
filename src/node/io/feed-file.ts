/// <reference types="node" />
/** A feed as a file that people edit: read whole, unknown members and all, and written back as it was laid out. */
import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { shellPath } from '../../escape/shell.js';
import { canonical } from '../../feed/signature/canonical-json.js';
import type { Feed } from '../../feed/parse-feed.js';
import { EXIT, CliError } from './cli-error.js';
import { lintFeed, type LintResult } from '../../lint/lint-feed.js';
import { describeFsError } from './read-source.js';
import type { Json } from '../../lint/json-pointer.js';
import { summarize, hasError, problemLines } from '../../lint/problem.js';
import type { InputFile } from './read-source.js';

/** What the commands change. Everything else in the document is kept as it stands. */
export interface FeedDocument extends Json {
  _placard: Json;
  items: Json[];
}

/**
 * The document of a feed in which nothing is wrong.
 * @throws Failure (1) that names what is wrong
 */
export function loadValidFeed(source: InputFile, now: number, previous?: Feed): { document: FeedDocument; inspection: LintResult } {
  const { name, text, url } = source;
  const inspection = lintFeed(text, { url, now, previous });
  const errors = inspection.problems.filter(({ level }) => level === 'error');
  if (hasError(errors)) {
    const advice = `To see all of them, run: placard validate ${shellPath(name)}`;
    throw new CliError(`${name} has ${summarize(errors, '')}. ${advice}`, EXIT.invalid, errors.slice(0, 5).flatMap(problemLines));
  }
  return { document: parseFeedDocument(source), inspection };
}

/** @throws Failure for a plain JSON Feed */
export function parseFeedDocument({ name, text }: InputFile): FeedDocument {
  const document = JSON.parse(text) as FeedDocument;
  if (!document._placard) {
    throw new CliError(`${name} is a plain JSON Feed. Add "_placard" to it; "placard new" shows how that looks.`, EXIT.invalid);
  }
  return document;
}

/** As text, with the indentation of the text that it came from. */
export function stringifyLike(document: object, sample = ''): string {
  const indent = /^[{[]\s*?\n([ \t]+)/.exec(sample)?.[1] ?? '  ';
  return `${JSON.stringify(document, null, indent)}\n`;
}

/** Whole or not at all: a reader of the file never finds half of it. Links and permissions stay. @throws Failure */
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
    throw new CliError(`${file} ${describeFsError(thrown)}`);
  }
}

/** @param mode the file's permissions. @throws Failure where the file exists already */
export async function createFile(file: string, text: string, mode = 0o666): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode });
  } catch (thrown) {
    const exists = (thrown as NodeJS.ErrnoException).code === 'EEXIST';
    throw new CliError(exists ? `${file} exists already, and is left as it is. Name another file.` : `${file} ${describeFsError(thrown)}`);
  }
}

/** The canonical form, by which two documents are compared and one is signed. @throws Failure where it has none */
export function canonicalize(value: unknown): string {
  try {
    return canonical(value);
  } catch {
    throw new CliError('The feed holds a number that is too large, or is nested too deeply. Make it smaller.', EXIT.invalid);
  }
}
