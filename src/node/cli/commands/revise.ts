/** `placard revise`: makes an edited feed ready to publish, and shows what a reader will see changed. */
import { Option, type Command } from 'commander';
import { shellPath, shellWord } from '../../../escape/shell.js';
import { quoteForTerminal } from '../../../escape/terminal.js';
import { parseFeed, type Feed } from '../../../feed/parse-feed.js';
import { loadLocale } from '../../../i18n/load-locale.js';
import { momentOf } from '../../io/clock.js';
import { changes, changeLines, type Change } from '../../revise/diff-lines.js';
import { replaceFile, soundDocument, textOf, type Document } from '../../io/feed-file.js';
import { EXIT, Failure } from '../../io/cli-error.js';
import { isUrl } from '../../io/http.js';
import { dateOption, jsonOption, secondsOption } from '../options.js';
import { isJson } from '../../../lint/json-pointer.js';
import { copyBeside, feedOf } from '../../io/published-feed.js';
import { say, sayJson } from '../../io/output.js';
import { headLines, itemLines } from '../../revise/plain-text-view.js';
import { reportWarnings } from '../report.js';
import { revise, type ChangeKind, type Revision, type Wish } from '../../revise/revise-feed.js';
import { readSource, type Source } from '../../io/read-source.js';

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
    .action(command);
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

async function command(file: string, options: Options): Promise<void> {
  if (isUrl(file)) throw new Failure(`${file} is an address. Edit a file, then publish it.`);
  if (options.erase && options.retract === undefined) throw new Failure('--erase goes with --retract.');
  const moment = momentOf(options.date);
  const source = await readSource(file);
  const { document } = soundDocument(source, moment.ms);
  const published = copyBeside(file);
  const previous = await previousOf(file, document, published, options);
  const revision = revise(document, previous && documentOf(previous), wishOf(options), moment);
  const result = { ...(await report(revision, previous, source, moment.ms)), file, written: revision.changed && !options.dryRun };

  const text = textOf(revision.document, source.text);
  const { inspection } = soundDocument({ name: `${file}, revised,`, text }, moment.ms, previous && feedOf(previous));
  if (result.written) {
    await replaceFile(file, text);
    await replaceFile(published, text);
  }
  if (options.json) return sayJson({ ok: true, ...result });
  tell(result, file);
  reportWarnings(file, inspection.problems);
}

function wishOf({ update, correction, retract, item, erase }: Options): Wish {
  for (const text of [correction, retract])
    if (text?.trim() === '') throw new Failure('The text is empty. Readers will see it: say in a sentence what it is.');
  if (item !== undefined && correction === undefined && retract === undefined)
    throw new Failure('--item goes with --correction or --retract.');
  if (correction !== undefined) return { kind: 'correction', text: correction, item };
  if (retract !== undefined) return { kind: 'retraction', text: retract, item, erase };
  return { kind: update ? 'update' : undefined };
}

// What was published.

async function previousOf(
  file: string,
  document: Document,
  published: string,
  { previous, first, timeout }: Options,
): Promise<Source | undefined> {
  if (first && previous !== undefined) throw new Failure('--first and --previous contradict each other.');
  if (previous !== undefined) return readSource(previous, timeout);
  const kept = await readSource(published).catch((failure: Failure) => failure);
  if (!(kept instanceof Failure)) {
    if (first) throw new Failure(`${published} is there: it was published before. Leave out --first.`);
    return kept;
  }
  if (first) return undefined;
  const { feed_url: address } = document;
  const online = typeof address === 'string' && isUrl(address) ? shellWord(address, 'ADDRESS') : 'ADDRESS';
  throw new Failure(`There is nothing to compare with: ${published} is not there.`, EXIT.usage, [
    `If the feed is published, run: placard revise ${shellPath(file)} --previous ${online}`,
    `If nothing is published yet, run: placard revise ${shellPath(file)} --first`,
  ]);
}

function documentOf(source: Source): Document {
  const { document } = feedOf(source);
  const { _placard: head, items } = document as Partial<Document>;
  return { ...(document as Document), _placard: isJson(head) ? head : {}, items: (items ?? []).filter(isJson) };
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

async function report(
  { document, items, missing, kept, undated, uncorrected, changed }: Revision,
  previous: Source | undefined,
  { text, url }: Source,
  moment: number,
): Promise<Report> {
  const now = parseFeed(document, url);
  const before = previous && parseFeed(previous.text, previous.url);
  const locale = await loadLocale(now.head.language ?? 'en');
  const linesOf = (feed: Feed | undefined, id: string) => {
    const item = feed?.item(id);
    return feed && item ? itemLines(feed, item, locale, moment) : [];
  };
  return {
    changed,
    sequence: document._placard.sequence,
    generatedAt: document._placard.generated_at,
    items: now.ids.flatMap((id) => {
      const seen = { id, title: now.item(id)?.title, changes: changes(linesOf(before, id), linesOf(now, id)) };
      const revised = items.find((item) => item.id === id);
      return revised || seen.changes.length ? [{ ...seen, ...revised }] : [];
    }),
    everywhere: before ? changes(headLines(before, locale, moment), headLines(now, locale, moment)) : [],
    missing,
    kept,
    undated,
    uncorrected,
    unsigned: changed && 'signatures' in (JSON.parse(text) as Document)._placard,
  };
}

function tell(revised: Report & { written: boolean }, file: string): void {
  const { changed, written, sequence, generatedAt, items, everywhere, missing, kept, undated, uncorrected, unsigned } = revised;
  if (!changed) return say(`${file} says what was published: nothing is raised, and nothing written.`);
  say(
    `${file} ${written ? 'is ready to publish' : 'would be ready to publish'}: sequence ${String(sequence)}, made ${String(generatedAt)}`,
  );
  for (const { id, title, revision, change, changes: seen } of items) {
    const how = revision === undefined ? 'unchanged itself' : `revision ${revision}, ${change}`;
    say('');
    say(`Item ${quoteForTerminal(id)}${title ? `, ${quoteForTerminal(title)}` : ''}: ${how}. A reader will see:`);
    const shown = change === 'retraction' ? seen.map((each) => ({ ...each, before: [] })).filter(({ now }) => now.length) : seen;
    for (const line of shown.length ? shown.flatMap(changeLines) : ['  no difference']) say(line);
    if (change === 'retraction') say('  and nothing else of it');
  }
  if (everywhere.length) for (const line of ['', 'With every statement a reader will see:', ...everywhere.flatMap(changeLines)]) say(line);
  for (const path of undated) {
    say('');
    say(`A status changed, and ${path} still has its old date: readers take that for the day of the change.`);
  }
  if (uncorrected !== undefined) {
    say('');
    say(
      `${quoteForTerminal(uncorrected)} now says what was wrong, and nothing else in it was changed. If the mistake still stands there, mend the text`,
    );
    say('as well and run this again, without --correction.');
  }
  for (const id of kept) {
    say('');
    say(
      `${quoteForTerminal(id)} was withdrawn, and was not in the file any more. It is put back: without it old snapshots stand as if nothing were.`,
    );
  }
  for (const id of missing) {
    say('');
    say(
      `${quoteForTerminal(id)} was published and is not in the file any more. Pages that show it go on showing it: absence is no withdrawal.`,
    );
    say(`To withdraw it, put it back and run: placard revise ${shellPath(file)} --retract REASON --item=${shellWord(id, 'ID')}`);
  }
  if (unsigned) {
    say('');
    say('Its signatures are taken out, since they are void now: sign it again with "placard sign".');
  }
}
