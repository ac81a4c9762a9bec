/** Reports the changes of a new publication for readers, and what the author has to check. */
import { quoteForTerminal } from '../../escape/terminal.js';
import { shellPath, shellWord } from '../../escape/shell.js';
import { parseFeed, type Feed } from '../../feed/parse-feed.js';
import { loadLocale } from '../../i18n/load-locale.js';
import { diffSections, formatChange, type Change } from '../../revise/diff-lines.js';
import { itemToLines, publisherToLines } from '../../revise/plain-text-view.js';
import type { ChangeKind, Revision } from '../../revise/revise-feed.js';
import { writeLine } from '../io/output.js';

export interface Report {
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

export async function createReport(
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

export function printReport(report: Report & { written: boolean }, file: string): void {
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
