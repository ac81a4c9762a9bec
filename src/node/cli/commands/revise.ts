/** `placard revise`: makes an edited feed ready to publish, and shows what a reader will see changed. */
import { Option, type Command } from 'commander';
import { shellPath, shellWord } from '../../../escape/shell.js';
import { quoted } from '../../../escape/terminal.js';
import { parseFeed, type Feed } from '../../../feed/parse-feed.js';
import { loadLocale } from '../../../i18n/load-locale.js';
import { parseDateOption } from '../../io/clock.js';
import { diffSections, formatChange, type Change } from '../../revise/diff-lines.js';
import { replaceFile, loadValidFeed, stringifyLike, type FeedDocument } from '../../io/feed-file.js';
import { EXIT, CliError } from '../../io/cli-error.js';
import { isUrl } from '../../io/http.js';
import { dateOption, jsonOption, secondsOption } from '../options.js';
import { isJsonObject } from '../../../lint/json-pointer.js';
import { publishedCopyPath, parseInputFeed } from '../../io/published-feed.js';
import { writeLine, writeJson } from '../../io/output.js';
import { publisherToLines, itemToLines } from '../../revise/plain-text-view.js';
import { printWarnings } from '../report.js';
import { reviseFeed, type ChangeKind, type Revision, type ReviseOptions } from '../../revise/revise-feed.js';
import { readSource, type InputFile } from '../../io/read-source.js';

interface Options {
  update?: boolean;
  correction?: string;
  retract?: string;
  erase?: boolean;
  item?: string;
  previous?: string;
  first?: boolean;
  dryRun?: boolean;
  date?: string;
  timeout?: number;
  json?: boolean;
}

export function addRevise(program: Command): void {
  program
    .command('revise')
    .description('make an edited feed ready to publish: numbers, dates, and what a reader will see changed')
    .argument('<file>', 'the feed that was edited')
    .addOption(new Option('--update', 'there is news (the default)').conflicts(['correction', 'retract']))
    .addOption(new Option('--correction <text>', 'something was wrong: tell readers what').conflicts('retract'))
    .option('--retract <reason>', 'withdraw a statement: every page that shows it will say so, and why')
    .option('--erase', 'with --retract: leave nothing of it and its translations but headline and reason')
    .option('--item <id>', 'the statement that is corrected or withdrawn')
    .option('--previous <feed>', 'what is published now: a file, or an https address (default: the copy beside the file)')
    .option('--first', 'nothing has been published yet')
    .option('--dry-run', 'show it, and write nothing')
    .addOption(dateOption())
    .addOption(secondsOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
It raises "sequence", and "revision" of each item that changed; dates them; takes out every "_comment", and signatures, which are
void from then on. A copy is kept beside the file (feed.published.json) to compare the next edit with.

Examples:
  placard revise feed.json --first
  placard revise feed.json
  placard revise feed.json --correction "Three cards were withdrawn, not two."
  placard revise feed.json --retract "The source has taken it back." --item press-cards
  placard revise feed.json --previous https://example.org/feed.json --dry-run`;

async function run(file: string, options: Options): Promise<void> {
  if (isUrl(file)) throw new CliError(`${file} is an address. Edit a file, then publish it.`);
  if (options.erase && options.retract === undefined) throw new CliError('--erase goes with --retract.');
  const time = parseDateOption(options.date);
  const source = await readSource(file);
  const { document } = loadValidFeed(source, time.ms);
  const published = publishedCopyPath(file);
  const previous = await readPrevious(file, document, published, options);
  const revision = reviseFeed(document, previous && documentOf(previous), parseOptions(options), time);
  const result = { ...(await createReport(revision, previous, source, time.ms)), file, written: revision.changed && !options.dryRun };

  const text = stringifyLike(revision.document, source.text);
  const { inspection } = loadValidFeed({ name: `${file}, revised,`, text }, time.ms, previous && parseInputFeed(previous));
  if (result.written) {
    await replaceFile(file, text);
    await replaceFile(published, text);
  }
  if (options.json) return writeJson({ ok: true, ...result });
  printReport(result, file);
  printWarnings(file, inspection.problems);
}

function parseOptions({ update, correction, retract, item, erase }: Options): ReviseOptions {
  for (const text of [correction, retract])
    if (text?.trim() === '') throw new CliError('The text is empty. Readers will see it: say in a sentence what it is.');
  if (item !== undefined && correction === undefined && retract === undefined)
    throw new CliError('--item goes with --correction or --retract.');
  if (correction !== undefined) return { kind: 'correction', text: correction, item };
  if (retract !== undefined) return { kind: 'retraction', text: retract, item, erase };
  return { kind: update ? 'update' : undefined };
}

// What was published.

async function readPrevious(
  file: string,
  document: FeedDocument,
  published: string,
  { previous, first, timeout }: Options,
): Promise<InputFile | undefined> {
  if (first && previous !== undefined) throw new CliError('--first and --previous contradict each other.');
  if (previous !== undefined) return readSource(previous, timeout);
  const kept = await readSource(published).catch((failure: CliError) => failure);
  if (!(kept instanceof CliError)) {
    if (first) throw new CliError(`${published} is there: it was published before. Leave out --first.`);
    return kept;
  }
  if (first) return undefined;
  const { feed_url: address } = document;
  const online = typeof address === 'string' && isUrl(address) ? shellWord(address, 'ADDRESS') : 'ADDRESS';
  throw new CliError(`There is nothing to compare with: ${published} is not there.`, EXIT.usage, [
    `If the feed is published, run: placard revise ${shellPath(file)} --previous ${online}`,
    `If nothing is published yet, run: placard revise ${shellPath(file)} --first`,
  ]);
}

function documentOf(source: InputFile): FeedDocument {
  const { document } = parseInputFeed(source);
  const { _placard: head, items } = document as Partial<FeedDocument>;
  return { ...(document as FeedDocument), _placard: isJsonObject(head) ? head : {}, items: (items ?? []).filter(isJsonObject) };
}

// What a reader will see.

interface Report {
  changed: boolean;
  sequence: unknown;
  generatedAt: unknown;
  /** Those that changed, and those that read otherwise because another one changed: a translation of what was withdrawn. */
  items: { id: string; title?: string; revision?: number; change?: ChangeKind; changes: Change[] }[];
  /** Under every statement. */
  everywhere: Change[];
  missing: string[];
  /** Withdrawn, gone from the file, and put back. */
  kept: string[];
  /** Pointers of statuses that changed, and are still dated as before. */
  undated: string[];
  /** Id of what is said to be corrected, and reads as before. */
  uncorrected?: string;
  /** There were signatures, and they are gone. */
  unsigned: boolean;
}

async function createReport(
  { document, items, missing, kept, undated, uncorrected, changed }: Revision,
  previous: InputFile | undefined,
  { text, url }: InputFile,
  time: number,
): Promise<Report> {
  const now = parseFeed(document, url);
  const before = previous && parseFeed(previous.text, previous.url);
  const locale = await loadLocale(now.head.language ?? 'en');
  const linesOf = (feed: Feed | undefined, id: string) => {
    const item = feed?.item(id);
    return feed && item ? itemToLines(feed, item, locale, time) : [];
  };
  return {
    changed,
    sequence: document._placard.sequence,
    generatedAt: document._placard.generated_at,
    items: now.ids.flatMap((id) => {
      const seen = { id, title: now.item(id)?.title, changes: diffSections(linesOf(before, id), linesOf(now, id)) };
      const revised = items.find((item) => item.id === id);
      return revised || seen.changes.length ? [{ ...seen, ...revised }] : [];
    }),
    everywhere: before ? diffSections(publisherToLines(before, locale, time), publisherToLines(now, locale, time)) : [],
    missing,
    kept,
    undated,
    uncorrected,
    unsigned: changed && 'signatures' in (JSON.parse(text) as FeedDocument)._placard,
  };
}

function printReport(revised: Report & { written: boolean }, file: string): void {
  const { changed, written, sequence, generatedAt, items, everywhere, missing, kept, undated, uncorrected, unsigned } = revised;
  if (!changed) return writeLine(`${file} says what was published: nothing is raised, and nothing written.`);
  writeLine(
    `${file} ${written ? 'is ready to publish' : 'would be ready to publish'}: sequence ${String(sequence)}, made ${String(generatedAt)}`,
  );
  for (const { id, title, revision, change, changes: seen } of items) {
    const how = revision === undefined ? 'unchanged itself' : `revision ${revision}, ${change}`;
    writeLine('');
    writeLine(`Item ${quoted(id)}${title ? `, ${quoted(title)}` : ''}: ${how}. A reader will see:`);
    const shown = change === 'retraction' ? seen.map((each) => ({ ...each, before: [] })).filter(({ now }) => now.length) : seen;
    for (const line of shown.length ? shown.flatMap(formatChange) : ['  no difference']) writeLine(line);
    if (change === 'retraction') writeLine('  and nothing else of it');
  }
  if (everywhere.length)
    for (const line of ['', 'With every statement a reader will see:', ...everywhere.flatMap(formatChange)]) writeLine(line);
  for (const path of undated) {
    writeLine('');
    writeLine(`A status changed, and ${path} still has its old date: readers take that for the day of the change.`);
  }
  if (uncorrected !== undefined) {
    writeLine('');
    writeLine(
      `${quoted(uncorrected)} now says what was wrong, and nothing else in it was changed. If the mistake still stands there, mend the text`,
    );
    writeLine('as well and run this again, without --correction.');
  }
  for (const id of kept) {
    writeLine('');
    writeLine(
      `${quoted(id)} was withdrawn, and was not in the file any more. It is put back: without it old snapshots stand as if nothing were.`,
    );
  }
  for (const id of missing) {
    writeLine('');
    writeLine(
      `${quoted(id)} was published and is not in the file any more. Pages that show it go on showing it: absence is no withdrawal.`,
    );
    writeLine(`To withdraw it, put it back and run: placard revise ${shellPath(file)} --retract REASON --item=${shellWord(id, 'ID')}`);
  }
  if (unsigned) {
    writeLine('');
    writeLine('Its signatures are taken out, since they are void now: sign it again with "placard sign".');
  }
}
