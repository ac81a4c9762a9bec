/** `placard revise`: prepares an edited feed for publication, and shows what changes for readers. */
import { Option, type Command } from 'commander';
import { shellPath, shellWord } from '../../../escape/shell.js';
import { quoteForTerminal } from '../../../escape/terminal.js';
import type { Feed } from '../../../feed/parse-feed.js';
import { earliestMs, latestMs } from '../../../feed/values/partial-date.js';
import { isJsonObject } from '../../../lint/json-pointer.js';
import { stringifyLike, type FeedDocument } from '../../../publish/feed-document.js';
import { CliError, EXIT } from '../../io/cli-error.js';
import { parseDateOption } from '../../io/clock.js';
import { loadValidFeed, replaceFile } from '../../io/feed-file.js';
import { readFeedSource, writeFeedSource } from '../../io/feed-source.js';
import { isUrl } from '../../io/http.js';
import { writeJson } from '../../io/output.js';
import { parseInputFeed, publishedCopyOf } from '../../io/published-feed.js';
import { readSource } from '../../io/read-source.js';
import type { EditTime } from '../../../revise/edit-time.js';
import { reviseFeed, type ReviseOptions } from '../../../revise/revise-feed.js';
import { dateOption, jsonOption, secondsOption } from '../options.js';
import { printWarnings } from '../report.js';
import { createReport, printReport } from '../revision-report.js';

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
