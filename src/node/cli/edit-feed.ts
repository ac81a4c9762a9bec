/** Opens the publisher's own feed to change it, and writes the change as a new publication, as `placard revise` does. */
import { isUnpublished, withoutUnpublished } from '../../feed/drafts.js';
import { originalId } from '../../feed/translations.js';
import { parseFeed } from '../../feed/parse-feed.js';
import { parseDate, toEpochMs } from '../../feed/values/partial-date.js';
import { quoteForTerminal } from '../../escape/terminal.js';
import { shellPath } from '../../escape/shell.js';
import { isJsonObject, valueAt, type Json } from '../../lint/json-pointer.js';
import { lintFeed } from '../../lint/lint-feed.js';
import { hasError, problemLines, type Problem } from '../../lint/problem.js';
import { isSigned, stringifyLike, type FeedDocument } from '../../publish/feed-document.js';
import { CliError, EXIT } from '../io/cli-error.js';
import type { EditTime } from '../../revise/edit-time.js';
import { replaceFile, toFeedDocument } from '../io/feed-file.js';
import { readFeedSource, writeFeedSource, type FeedSource } from '../io/feed-source.js';
import { isUrl } from '../io/http.js';
import { parseInputFeed, publishedCopyOf } from '../io/published-feed.js';
import { readSource } from '../io/read-source.js';
import { reviseFeed, type ReviseOptions } from '../../revise/revise-feed.js';
import { writeLine } from '../io/output.js';
import { printWarnings } from './report.js';
import { createReport, printReport, type Report } from './revision-report.js';

export interface OpenFeed {
  readonly source: FeedSource;
  readonly document: FeedDocument;
  /** What is published; undefined before the first `placard revise`. */
  readonly published: FeedDocument | undefined;
}

/** @throws CliError for an address, and for a feed that no client can read */
export async function openFeed(name: string): Promise<OpenFeed> {
  if (isUrl(name)) throw new CliError(`${name} is an address. Name your own file or folder.`);
  const source = await readFeedSource(name);
  const document = toFeedDocument(parseInputFeed(source), name);
  const copy = await readSource(publishedCopyOf(source)).catch(() => undefined);
  return { source, document, published: copy && toFeedDocument(parseInputFeed(copy), copy.name) };
}

/** @throws CliError if no item has that id */
export function findItem({ items }: FeedDocument, id: string): Json {
  const found = items.find((item) => String(item.id) === id);
  const some = items.slice(0, 10).map((item) => quoteForTerminal(String(item.id)));
  if (!found) throw new CliError(`No item has the id ${quoteForTerminal(id)}. Use one of: ${some.join(', ')}.`);
  return found;
}

/** @throws CliError for a draft: a publication changes nothing that a reader has seen */
export function assertNoDraft(item: Json, { ms }: EditTime): void {
  const id = quoteForTerminal(String(item.id));
  if (isUnpublished(item, ms)) throw new CliError(`${id} is a draft, which no reader has seen. Change it in the file.`);
}

/** Returns the ids of a case in all languages, the original first. */
export function languagesOf(document: FeedDocument, id: string): string[] {
  const feed = parseFeed(document);
  const original = originalId(feed, id);
  return [original, ...feed.ids.filter((each) => each !== original && originalId(feed, each) === original)];
}

export const extensionOf = (item: Json): Json => (isJsonObject(item._placard) ? item._placard : {});

export interface Publication extends Report {
  readonly written: boolean;
  readonly warnings: readonly Problem[];
}

/**
 * Writes an edit as a new publication: numbers, dates and kind of change are set.
 * @throws CliError if the feed was never published, or if the result has an error or a contradiction; then nothing is written
 */
export async function publishEdit(
  { source, document, published }: OpenFeed,
  edited: FeedDocument,
  options: ReviseOptions,
  time: EditTime,
): Promise<Publication> {
  const { name } = source;
  if (!published)
    throw new CliError(`${name} was never published, as far as this folder shows.`, EXIT.usage, [
      `Run first: placard revise ${shellPath(name)} --initial`,
    ]);
  const made = parseDate(String(published._placard.generated_at));
  if (made && toEpochMs(made) > time.ms)
    throw new CliError(
      `--date ${time.asGiven} is before the last publication, ${String(published._placard.generated_at)}. Use a later date.`,
    );
  const drafts = edited.items.filter((item) => isUnpublished(item, time.ms));
  const revision = reviseFeed(withoutUnpublished(edited, time.ms), published, options, time);
  const text = stringifyLike(revision.document, source.text);
  const warnings = assertValid(name, text, time);
  assertNoContradiction(name, withoutUnpublished(document, time.ms), revision.document, warnings);
  const report = await createReport(revision, parseFeed(published), isSigned(document), source.url, time.ms);
  if (revision.changed) {
    await writeFeedSource(source, document, withDrafts(revision.document, edited, drafts));
    await replaceFile(publishedCopyOf(source), text);
  }
  return { ...report, written: revision.changed, warnings };
}

/** Prints what an edit changes for readers, the warnings, and the next command. */
export function printPublication(name: string, { warnings, ...report }: Publication): void {
  printReport(report, name);
  printWarnings(name, warnings);
  if (report.written) writeLine(`Now run: placard build ${shellPath(name)} --out DIR --base-url URL`);
}

/** Warnings of a status that cannot be true. */
const CONTRADICTIONS = ['next-left-over', 'scheduled-in-past', 'end-before-start', 'custody-over'];

/** @throws CliError (1) if the edit itself makes a status that cannot be true: a wrong status does the most harm */
function assertNoContradiction(name: string, before: FeedDocument, after: FeedDocument, warnings: readonly Problem[]): void {
  const isMade = ({ path }: Problem): boolean => {
    const [place] = /^\/items\/\d+\/_placard\/(cases\/\d+\/next|persons\/\d+\/custody)/.exec(path) ?? [];
    return place !== undefined && JSON.stringify(valueAt(before, place)) !== JSON.stringify(valueAt(after, place));
  };
  const made = warnings.filter((warning) => CONTRADICTIONS.includes(warning.code) && isMade(warning));
  if (!made.length) return;
  throw new CliError("The answers contradict the case, or today's date. Nothing was written.", EXIT.invalid, [
    ...made.flatMap(({ message, fix }) => [`  ${message}`, `  ${fix}`]),
    `If they are right, write the change in the file, then run: placard revise ${shellPath(name)}`,
  ]);
}

/** Returns the revised document with the drafts at the places that they had. */
function withDrafts(revised: FeedDocument, edited: FeedDocument, drafts: readonly Json[]): FeedDocument {
  if (!drafts.length) return revised;
  const byId = new Map(revised.items.map((item) => [String(item.id), item]));
  const inOrder = edited.items.map((item) => (drafts.includes(item) ? item : byId.get(String(item.id))!));
  const known = new Set(edited.items.map(({ id }) => String(id)));
  return { ...revised, items: [...inOrder, ...revised.items.filter(({ id }) => !known.has(String(id)))] };
}

/**
 * Returns the warnings.
 * @throws CliError (1) with the first errors
 */
export function assertValid(name: string, text: string, { ms }: EditTime): readonly Problem[] {
  const { problems } = lintFeed(text, { now: ms });
  const errors = problems.filter(({ level }) => level === 'error');
  if (hasError(problems))
    throw new CliError(`${name} would have an error. Nothing was written.`, EXIT.invalid, errors.slice(0, 5).flatMap(problemLines));
  return problems;
}
