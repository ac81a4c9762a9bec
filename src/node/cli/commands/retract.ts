/** `placard retract`: withdraws a case in all its languages. */
import type { Command } from 'commander';
import { quoteForTerminal } from '../../../escape/terminal.js';
import { shellPath } from '../../../escape/shell.js';
import type { FeedDocument } from '../../../publish/feed-document.js';
import { CliError } from '../../io/cli-error.js';
import { parseDateOption } from '../../io/clock.js';
import { writeJson, writeLine } from '../../io/output.js';
import { dateOption, jsonOption } from '../options.js';
import { extensionOf, findItem, languagesOf, openFeed, publishEdit } from '../edit-feed.js';

interface Options {
  reason: string;
  erase?: boolean;
  date?: string;
  json?: boolean;
}

export function addRetract(program: Command): void {
  program
    .command('retract')
    .description('withdraw a case in all its languages')
    .argument('<feed>', 'your file, or your folder of item files')
    .argument('<case>', 'the id of the case, or of a translation of it')
    .requiredOption('--reason <text>', 'the reason for readers, in a sentence: every page that shows the case shows it')
    .option('--erase', 'keep only the headline and the reason')
    .addOption(dateOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
A retraction stays in the feed. Old copies on other pages need it, to say that the case is withdrawn.

Example:
  placard retract cases/ press-cards --reason "The source has taken it back." --erase`,
    )
    .action(run);
}

async function run(name: string, id: string, { reason, erase, date, json }: Options): Promise<void> {
  if (!reason.trim()) throw new CliError('The reason is empty. Write a sentence for readers.');
  const time = parseDateOption(date);
  const feed = await openFeed(name);
  findItem(feed.document, id);
  const ids = languagesOf(feed.document, id);
  const edited = withRetraction(feed.document, ids, reason, time.day);
  const { items, document } = await publishEdit(feed, edited, erase ? { kind: 'retraction', text: reason, item: ids[0], erase } : {}, time);
  if (json) return writeJson({ ok: true, file: name, items, sequence: document._placard.sequence });
  for (const item of items) writeLine(`${quoteForTerminal(item.id)}: revision ${item.revision}, ${item.change}`);
  writeLine(`${name} is ready to publish. Now run: placard build ${shellPath(name)} --out DIR --base-url URL`);
  writeLine('If the feed is signed, add --key. Ask partners who pasted plain HTML to replace it: no script renews it.');
}

/** Returns the feed with all versions of a case marked as retracted. */
export function withRetraction(document: FeedDocument, ids: readonly string[], reason: string, day: string): FeedDocument {
  const items = document.items.map((item) => {
    const extension = extensionOf(item);
    if (!ids.includes(String(item.id)) || extension.change === 'retraction') return item;
    return { ...item, _placard: { kind: 'statement', ...extension, change: 'retraction', retraction: { at: day, reason } } };
  });
  return { ...document, items };
}
