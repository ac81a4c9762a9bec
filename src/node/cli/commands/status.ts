/** `placard status`: says what of a case, or of a whole feed, is not published yet. */
import type { Command } from 'commander';
import { isDraft, isUnpublished } from '../../../feed/drafts.js';
import { quoteForTerminal } from '../../../escape/terminal.js';
import { walk, type Json } from '../../../lint/json-pointer.js';
import { parseDateOption } from '../../io/clock.js';
import { writeJson, writeLine } from '../../io/output.js';
import { dateOption, jsonOption } from '../options.js';
import { extensionOf, findItem, languagesOf, openFeed } from '../edit-feed.js';

interface Options {
  date?: string;
  json?: boolean;
}

interface ItemStatus {
  readonly id: string;
  readonly title: unknown;
  readonly language: unknown;
  readonly state: 'published' | 'changed' | 'new' | 'draft' | 'scheduled';
  /** The published revision. */
  readonly revision: unknown;
  /** JSON Pointers, below the item, to what differs from the published item. */
  readonly changes: readonly string[];
}

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('list what is not published yet')
    .argument('<feed>', 'your file, or your folder of item files')
    .argument('[case]', 'the id of a case (default: all cases)')
    .addOption(dateOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nIt compares the feed with the copy that "placard revise" keeps. It exits with code 0 in any case.')
    .action(run);
}

async function run(name: string, id: string | undefined, { date, json }: Options): Promise<void> {
  const { ms } = parseDateOption(date);
  const { document, published } = await openFeed(name);
  if (id !== undefined) findItem(document, id);
  const ids = id === undefined ? document.items.map((item) => String(item.id)) : languagesOf(document, id);
  const before = new Map((published?.items ?? []).map((item) => [String(item.id), item]));
  const items = ids.map((each) => statusOf(findItem(document, each), before.get(each), ms));
  if (json) return writeJson({ ok: true, feed: name, sequence: published?._placard.sequence, items });
  const open = items.filter(({ state }) => state !== 'published');
  writeLine(published ? `${name}: sequence ${String(published._placard.sequence)} is published.` : `${name} was never published.`);
  for (const { id: itemId, title, state, revision, changes } of id === undefined ? open : items) {
    const words = typeof title === 'string' ? `, ${quoteForTerminal(title)}` : '';
    writeLine(`${quoteForTerminal(itemId)}${words}: ${WORDS[state]}${state === 'published' ? `, revision ${String(revision)}` : ''}`);
    for (const path of changes) writeLine(`  ${path}`);
  }
  if (!open.length) writeLine('Everything is published.');
}

const WORDS: Record<ItemStatus['state'], string> = {
  published: 'published',
  changed: 'changed since the publication',
  new: 'not published',
  draft: 'a draft',
  scheduled: 'not published before its "publish_at"',
};

function statusOf(item: Json, published: Json | undefined, now: number): ItemStatus {
  const { id, title, language } = item;
  const changes = published ? differences(published, item) : [];
  const state = isDraft(item)
    ? 'draft'
    : isUnpublished(item, now)
      ? 'scheduled'
      : !published
        ? 'new'
        : changes.length
          ? 'changed'
          : 'published';
  return { id: String(id), title, language, state, revision: published && extensionOf(published).revision, changes };
}

/** Returns the pointers of values that differ. */
function differences(before: Json, after: Json): string[] {
  const leaves = (value: unknown) =>
    new Map(
      [...walk(value)].flatMap(({ path, value: leaf }) => (typeof leaf === 'object' && leaf !== null ? [] : [[path, leaf] as const])),
    );
  const [one, other] = [leaves(before), leaves(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path)).sort();
}
