/** `placard retract`: withdraws a case in all its languages. */
import type { Command } from 'commander';
import { quoteForTerminal } from '../../../escape/terminal.js';
import type { FeedDocument } from '../../../publish/feed-document.js';
import { parseDateOption } from '../../io/clock.js';
import { writeJson, writeLine } from '../../io/output.js';
import { dateOption, jsonOption } from '../options.js';
import { assertNoDraft, extensionOf, findItem, languagesOf, openFeed, printPublication, publishEdit } from '../edit-feed.js';

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
  const time = parseDateOption(date);
  const feed = await openFeed(name);
  assertNoDraft(findItem(feed.document, id), time);
  const ids = languagesOf(feed.document, id);
  const edited = withRetraction(feed.document, ids, reason, time.day);
  const options = erase ? ({ kind: 'retraction', text: reason, item: ids[0], erase } as const) : {};
  const publication = await publishEdit(feed, edited, options, time);
  if (json) return writeJson({ ok: true, file: name, ...publication });
  printPublication(name, publication);
  if (edited === feed.document && !erase) writeLine(`${quoteForTerminal(id)} was retracted before. Its reason is as it was.`);
  if (publication.written)
    writeLine('If the feed is signed, add --key. Ask partners who pasted plain HTML to replace it: no script renews it.');
}

/** Returns the feed with all versions of a case marked as retracted; the same object if they were before. */
export function withRetraction(document: FeedDocument, ids: readonly string[], reason: string, day: string): FeedDocument {
  const items = document.items.map((item) => {
    const extension = extensionOf(item);
    if (!ids.includes(String(item.id)) || extension.change === 'retraction') return item;
    return { ...item, _placard: { kind: 'statement', ...extension, change: 'retraction', retraction: { at: day, reason } } };
  });
  return items.every((item, index) => item === document.items[index]) ? document : { ...document, items };
}
