/** `placard revise`: prepares an edited feed for publication, and shows what changes for readers. */
import { Option, type Command } from 'commander';
import { shellPath, shellWord } from '../../../escape/shell.js';
import { quoteForTerminal } from '../../../escape/terminal.js';
import { parseFeed, type Feed } from '../../../feed/parse-feed.js';
import { earliestMs, latestMs } from '../../../feed/values/partial-date.js';
import { loadLocale } from '../../../i18n/load-locale.js';
import { isJsonObject } from '../../../lint/json-pointer.js';
import { stringifyLike, type FeedDocument } from '../../../publish/feed-document.js';
import { CliError, EXIT } from '../../io/cli-error.js';
import { parseDateOption } from '../../io/clock.js';
import { loadValidFeed, replaceFile } from '../../io/feed-file.js';
import { readFeedSource, writeFeedSource } from '../../io/feed-source.js';
import { isUrl } from '../../io/http.js';
import { writeJson, writeLine } from '../../io/output.js';
import { parseInputFeed, publishedCopyOf } from '../../io/published-feed.js';
import { readSource } from '../../io/read-source.js';
import { diffSections, formatChange, type Change } from '../../../revise/diff-lines.js';
import { itemToLines, publisherToLines } from '../../../revise/plain-text-view.js';
import type { EditTime } from '../../../revise/edit-time.js';
import { reviseFeed, type ChangeKind, type ReviseOptions, type Revision } from '../../../revise/revise-feed.js';
import { dateOption, jsonOption, secondsOption } from '../options.js';
import { printWarnings } from '../report.js';

interface Options {
  update?: boolean;
  correction?: string;
  retract?: string;
  erase?: boolean;
  item?: string;
  previous?: string;
  initial?: boolean;
  /** The old name of `initial`. */
  first?: boolean;
  dryRun?: boolean;
  date?: string;
  timeout?: number;
  json?: boolean;
}

export function addRevise(program: Command): void {
  program
    .command('revise')
    .description('prepare an edited feed for publication, and show what changes for readers')
    .argument('<file>', 'the edited feed: a file, or a folder of item files')
    .addOption(new Option('--update', 'publish news (default)').conflicts(['correction', 'retract']))
    .addOption(new Option('--correction <text>', 'publish a correction with this text for readers').conflicts('retract'))
    .option('--retract <reason>', 'retract a statement: every page that shows it shows this reason')
    .option('--erase', 'with --retract: keep only the headline and the reason, of translations too')
    .option('--item <id>', 'the statement to correct or to retract')
    .option('--previous <feed>', 'the published feed: a file, or an https address (default: the copy beside the file)')
    .option('--initial', 'the feed was never published')
    .addOption(new Option('--first').hideHelp())
    .option('--dry-run', 'show the result, and write no file')
    .addOption(dateOption())
    .addOption(secondsOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
It raises "sequence", raises "revision" of each changed item, and sets their dates. It removes every "_comment", and the signatures,
which are no longer valid. It keeps a copy beside the file (feed.published.json), to compare the next edit with.

Examples:
  placard revise feed.json --initial
  placard revise feed.json
  placard revise feed.json --correction "Three cards were withdrawn, not two."
  placard revise feed.json --retract "The source has taken it back." --item press-cards
  placard revise feed.json --previous https://example.org/feed.json --dry-run`;

async function run(file: string, options: Options): Promise<void> {
  if (isUrl(file)) throw new CliError(`${file} is an address. Edit the file, then publish it.`);
  if (options.erase && options.retract === undefined) throw new CliError('--erase needs --retract.');
  const time = parseDateOption(options.date);
  const source = await readFeedSource(file);
  const { document } = loadValidFeed(source, time.ms);
  const copy = publishedCopyOf(source);
  const previous = await readPrevious(file, document, copy, options);
  assertNotEarlier(options.date, time, previous);
  const revision = reviseFeed(document, previous && toRevisable(previous), parseOptions(options), time);
  const report = await createReport(revision, previous, 'signatures' in document._placard, source.url, time.ms);
  const result = { ...report, file, written: revision.changed && !options.dryRun };

  const text = stringifyLike(revision.document, source.text);
  const { problems } = loadValidFeed({ name: `${file}, revised,`, text }, time.ms, previous);
  if (result.written) {
    await writeFeedSource(source, document, revision.document);
    await replaceFile(copy, text);
  }
  if (options.json) return writeJson({ ok: true, ...result });
  printReport(result, file);
  printWarnings(file, problems);
}

function parseOptions({ update, correction, retract, item, erase }: Options): ReviseOptions {
  for (const text of [correction, retract]) if (text?.trim() === '') throw new CliError('The text is empty. Write a sentence for readers.');
  if (item !== undefined && correction === undefined && retract === undefined)
    throw new CliError('--item needs --correction or --retract.');
  if (correction !== undefined) return { kind: 'correction', text: correction, item };
  if (retract !== undefined) return { kind: 'retraction', text: retract, item, erase };
  return { kind: update ? 'update' : undefined };
}

/** Returns the published feed; undefined with `--initial`. */
async function readPrevious(
  file: string,
  document: FeedDocument,
  copy: string,
  { previous, initial, first = initial, timeout }: Options,
): Promise<Feed | undefined> {
  if (first && previous !== undefined) throw new CliError('--initial and --previous exclude each other. Use one of them.');
  if (previous !== undefined) return parseInputFeed(await readSource(previous, timeout));
  const kept = await readSource(copy).catch((error: CliError) => error);
  if (!(kept instanceof CliError)) {
    if (first) throw new CliError(`${copy} exists, so the feed was published before. Remove --initial.`);
    return parseInputFeed(kept);
  }
  if (first) return undefined;
  const { feed_url: address } = document;
  const published = typeof address === 'string' && isUrl(address) ? shellWord(address, 'ADDRESS') : 'ADDRESS';
  throw new CliError(`The published feed is missing: ${copy} does not exist.`, EXIT.usage, [
    `If the feed is published, run: placard revise ${shellPath(file)} --previous ${published}`,
    `If the feed was never published, run: placard revise ${shellPath(file)} --initial`,
  ]);
}

/** A publication that is dated before the last one looks older than it. The clock of this machine is not judged. */
function assertNotEarlier(date: string | undefined, { asGiven }: EditTime, previous: Feed | undefined): void {
  const made = previous?.head._placard?.generated_at;
  if (date === undefined || made === undefined || latestMs(asGiven) > earliestMs(made)) return;
  throw new CliError(`--date ${date} is before the last publication, which is dated ${quoteForTerminal(made)}. Write a later date.`);
}

/** Returns the published document, without parts of a wrong type: it may be a plain JSON Feed. */
function toRevisable({ document }: Feed): FeedDocument {
  const { _placard: head, items } = document as Partial<FeedDocument>;
  return { ...(document as FeedDocument), _placard: isJsonObject(head) ? head : {}, items: (items ?? []).filter(isJsonObject) };
}

interface Report {
  changed: boolean;
  sequence: unknown;
  generatedAt: unknown;
  /** Items that changed, and items that readers see changed: the translations of a retracted one. */
  items: { id: string; title?: string; revision?: number; change?: ChangeKind; changes: Change[] }[];
  /** Changes of the publisher and the contacts, which every statement shows. */
  everywhere: Change[];
  missing: string[];
  /** Ids of retracted items that the file had lost, and that are restored. */
  kept: string[];
  /** Pointers to the old dates of statuses that changed. */
  undated: string[];
  /** Id of the item that has a correction, and no other change. */
  uncorrected?: string;
  /** The revision removed signatures. */
  unsigned: boolean;
}

async function createReport(
  { document, items, missing, kept, undated, uncorrected, changed }: Revision,
  previous: Feed | undefined,
  wasSigned: boolean,
  url: string | undefined,
  now: number,
): Promise<Report> {
  const feed = parseFeed(document, url);
  const locale = await loadLocale(feed.head.language ?? 'en');
  const linesOf = (of: Feed | undefined, id: string) => {
    const item = of?.item(id);
    return of && item ? itemToLines(of, item, locale, now) : [];
  };
  return {
    changed,
    sequence: document._placard.sequence,
    generatedAt: document._placard.generated_at,
    items: feed.ids.flatMap((id) => {
      const entry = { id, title: feed.item(id)?.title, changes: diffSections(linesOf(previous, id), linesOf(feed, id)) };
      const revised = items.find((item) => item.id === id);
      return revised || entry.changes.length ? [{ ...entry, ...revised }] : [];
    }),
    everywhere: previous ? diffSections(publisherToLines(previous, locale, now), publisherToLines(feed, locale, now)) : [],
    missing,
    kept,
    undated,
    uncorrected,
    unsigned: changed && wasSigned,
  };
}

function printReport(report: Report & { written: boolean }, file: string): void {
  const { changed, written, sequence, generatedAt, items, everywhere: sharedChanges } = report;
  if (!changed) return writeLine(`${file} has no change since the publication. No file was written.`);
  const state = written ? 'is ready to publish' : 'would be ready to publish';
  writeLine(`${file} ${state}: sequence ${String(sequence)}, generated at ${String(generatedAt)}`);
  for (const item of items) writeBlock(itemLines(item));
  if (sharedChanges.length) writeBlock(['Changes under every statement:', ...sharedChanges.flatMap(formatChange)]);
  for (const notice of notices(report, file)) writeBlock(notice);
}

function writeBlock(lines: readonly string[]): void {
  for (const line of ['', ...lines]) writeLine(line);
}

function itemLines({ id, title, revision, change, changes }: Report['items'][number]): string[] {
  const version = revision === undefined ? 'not changed itself' : `revision ${revision}, ${change}`;
  const isRetraction = change === 'retraction';
  // A retraction removes everything else, so the removed lines are not listed.
  const shown = isRetraction ? changes.map((each) => ({ ...each, before: [] })).filter(({ now }) => now.length) : changes;
  return [
    `Item ${quoteForTerminal(id)}${title ? `, ${quoteForTerminal(title)}` : ''}: ${version}. Changes for readers:`,
    ...(shown.length ? shown.flatMap(formatChange) : ['  no difference']),
    ...(isRetraction ? ['  Readers see nothing else of it.'] : []),
  ];
}

/** Returns what the author has to check, each with its fix. */
function notices({ undated, uncorrected, kept, missing, unsigned }: Report, file: string): string[][] {
  return [
    ...undated.map((path) => [`The status changed, and ${path} has the old date. Set it to the day of the change.`]),
    ...(uncorrected === undefined
      ? []
      : [
          [
            `${quoteForTerminal(uncorrected)} has a correction, and no other change.`,
            'If the mistake is still in the text, fix the text and run this again without --correction.',
          ],
        ]),
    ...kept.map((id) => [
      `${quoteForTerminal(id)} is retracted, and was missing from the file. It is restored: old snapshots need the retraction.`,
    ]),
    ...missing.map((id) => [
      `${quoteForTerminal(id)} is published, and missing from the file. Pages that show it will continue to show it.`,
      `To retract it, restore it in the file and run: placard revise ${shellPath(file)} --retract REASON --item=${shellWord(id, 'ID')}`,
    ]),
    ...(unsigned ? [['The signatures are removed, because they are no longer valid. Sign the feed again with "placard sign".']] : []),
  ];
}
