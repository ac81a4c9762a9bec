/**
 * A new publication from an edited file and what was published before: which items changed, and the numbers and dates that follow
 * from it. Pure. An item that differs in anything gets a higher revision, for a client refuses other content under one it holds.
 */
import { quoted } from '../../escape/terminal.js';
import { latest } from '../../feed/values/partial-date.js';
import { parseFeed } from '../../feed/parse-feed.js';
import type { CommandTime } from '../io/clock.js';
import { canonicalize, type FeedDocument } from '../../publish/feed-document.js';
import { EXIT, CliError } from '../io/cli-error.js';
import { isJsonObject, queryObjects, type Json } from '../../lint/json-pointer.js';
import { missingRetractions, translationIds } from '../../lint/retractions.js';
import { dateIn } from '../../lint/rules/dates.js';
import { idOf, objectIn } from '../../lint/rules/rule-context.js';

/** Ids that a message names. */
const MAX_NAMED_IDS = 20;

export type ChangeKind = 'new' | 'update' | 'correction' | 'retraction';

export interface ReviseOptions {
  /** Without it: as the edit itself shows. */
  kind?: Exclude<ChangeKind, 'new'>;
  /** What was corrected, or why it is withdrawn. */
  text?: string;
  /** Id of the item that is corrected or withdrawn. */
  item?: string;
  /** Leave nothing of a withdrawn statement and its translations but headline and reason. */
  erase?: boolean;
}

export interface Revision {
  readonly document: FeedDocument;
  readonly items: { id: string; revision: number; change: ChangeKind }[];
  /** Ids that were published and are not there any more. */
  readonly missing: string[];
  /** Ids of withdrawn items that were not there any more, and are put back. */
  readonly kept: string[];
  /** Pointers of statuses that changed, and are still dated as before. */
  readonly undated: string[];
  /** Id of what is said to be corrected, and reads as before. */
  readonly uncorrected?: string;
  /** Whether there is anything to publish. */
  readonly changed: boolean;
}

/** @throws Failure where the file is older than what was published, or the wish fits no item */
export function reviseFeed(edited: FeedDocument, previous: FeedDocument | undefined, options: ReviseOptions, time: CommandTime): Revision {
  const document = withoutComments(edited) as FeedDocument;
  const before = new Map((previous?.items ?? []).map((item) => [idOf(item.id), item]));
  assertNotOlder(document, previous, before);
  const feed = parseFeed(document);
  const restored = previous ? missingRetractions(parseFeed(previous), feed) : [];
  document.items = [...document.items, ...restored.map((id) => before.get(id)!)];

  const changedItems = document.items.filter((item) => !same(item, before.get(idOf(item.id))));
  const target = options.text === undefined ? undefined : findTarget(document, changedItems, before, options.item);
  const translations = target && options.erase ? translationIds(feed, idOf(target.id)!) : [];
  const isTarget = (item: Json) => item === target || translations.includes(idOf(item.id)!);
  const items: Revision['items'] = [];
  document.items = document.items.map((item) => {
    if (!isTarget(item) && !changedItems.includes(item)) return item;
    const changed = reviseItem(
      item,
      before.get(idOf(item.id)),
      isTarget(item) ? options : { kind: options.text === undefined ? options.kind : undefined },
      time,
    );
    items.push({ id: idOf(item.id)!, revision: changed._placard.revision as number, change: changed._placard.change as ChangeKind });
    return changed;
  });

  const missing = [...before.keys()].filter((id) => id !== undefined && !document.items.some((item) => idOf(item.id) === id)) as string[];
  const headChanged = !same(comparableHead(document), previous && comparableHead(previous));
  const changed = !previous || items.length > 0 || missing.length > 0 || restored.length > 0 || headChanged;
  if (changed) document._placard = bumpVersion(document._placard, previous?._placard, time);
  const unchangedCorrection =
    options.kind === 'correction' && target && !changedItems.includes(target) && !headChanged ? idOf(target.id) : undefined;
  return {
    document,
    items,
    missing,
    kept: restored,
    undated: staleStatusDates(document, before, time),
    uncorrected: unchangedCorrection,
    changed,
  };
}

/** A reader takes the old date for the day of the new status. */
function staleStatusDates(document: FeedDocument, before: Map<string | undefined, Json>, { ms }: CommandTime): string[] {
  return queryObjects(document, '/items/*/_placard/cases/*').flatMap(({ path, value }) => {
    const item = document.items[Number(path.split('/')[2])]!;
    const publishedItem = queryObjects(before.get(idOf(item.id)), '/_placard/cases/*').find((one) => idOf(one.value.id) === idOf(value.id));
    const moved =
      publishedItem &&
      ['status', 'outcome', 'compliance', 'next'].some((name) => !same([value[name] ?? 0], [publishedItem.value[name] ?? 0]));
    const asOf = dateIn(value, 'as_of');
    const past = !asOf || latest(asOf) <= ms; // one that changes twice a day is dated well
    return moved && past && same(value.as_of, publishedItem.value.as_of) ? [`${path}/as_of`] : [];
  });
}

function assertNotOlder(document: FeedDocument, previous: FeedDocument | undefined, before: Map<string | undefined, Json>): void {
  const assertNotLower = (what: string, is: unknown, was: unknown) => {
    if (typeof is !== 'number' || typeof was !== 'number' || is >= was) return;
    const text = `${what} is at ${is} in the file and was published at ${was}: the file is older than what is published. Take over what changed there, then set the number to ${was}.`;
    throw new CliError(text, EXIT.invalid);
  };
  const epochs = [document, previous].map((each) => Number(each?._placard?.epoch ?? 0));
  if (epochs[0] === epochs[1]) assertNotLower('"sequence"', document._placard.sequence, previous?._placard?.sequence);
  for (const item of document.items) {
    const publishedItem = before.get(idOf(item.id));
    if (publishedItem)
      assertNotLower(
        `The revision of ${quoted(idOf(item.id)!)}`,
        objectIn(item, '_placard').revision,
        objectIn(publishedItem, '_placard').revision,
      );
  }
}

/** Some of the ids, as foreign text. */
function idList(ids: readonly (string | undefined)[]): string {
  const shown = ids.slice(0, MAX_NAMED_IDS).map((id) => quoted(id ?? ''));
  return [...shown, ...(ids.length > MAX_NAMED_IDS ? ['and others'] : [])].join(', ');
}

/** The item that a correction or a retraction is about. */
function findTarget(document: FeedDocument, changedItems: Json[], before: Map<string | undefined, Json>, id: string | undefined): Json {
  const known = document.items.map((item) => idOf(item.id));
  if (id !== undefined) {
    const named = document.items.find((item) => idOf(item.id) === id);
    if (!named) throw new CliError(`No item has the id ${quoted(id)}. There are: ${idList(known)}.`);
    return named;
  }
  const published = changedItems.filter((item) => before.has(idOf(item.id)));
  const candidates = published.length ? published : document.items;
  if (candidates.length !== 1) throw new CliError(`Say by --item which statement it is about. There are: ${idList(known)}.`);
  return candidates[0]!;
}

function reviseItem(
  item: Json,
  publishedItem: Json | undefined,
  options: ReviseOptions,
  { asGiven, day }: CommandTime,
): Json & { _placard: Json } {
  const extension = objectIn(item, '_placard');
  const before = objectIn(publishedItem ?? {}, '_placard');
  const revision = Math.max(numberOf(extension.revision, 1), publishedItem ? numberOf(before.revision, 0) + 1 : 1);
  const change =
    options.kind ?? (publishedItem ? inferChangeKind(extension, before) : ((extension.change as ChangeKind | undefined) ?? 'new'));
  let revised = insertAfter(insertAfter({ kind: 'statement', ...extension }, 'revision', revision, 'kind'), 'change', change, 'revision');
  if (options.kind === 'correction') {
    const corrections = Array.isArray(extension.corrections) ? (extension.corrections as unknown[]) : [];
    revised.corrections = [...corrections, { at: day, revision, text: options.text }];
  }
  if (options.kind === 'retraction') revised = insertAfter(revised, 'retraction', { at: day, reason: options.text }, 'change');
  const dated = publishedItem
    ? insertAfter(item, 'date_modified', asGiven, 'date_published')
    : { ...item, date_published: item.date_published ?? asGiven };
  const whole = { ...dated, _placard: revised };
  return options.erase ? eraseContent(whole) : whole;
}

/** What the edit itself says that it is. */
function inferChangeKind(extension: Json, before: Json): ChangeKind {
  if (extension.change === 'retraction') return 'retraction';
  const count = (owner: Json) => queryObjects(owner, '/corrections/*').length;
  return count(extension) > count(before) ? 'correction' : 'update';
}

const RETAINED_FIELDS = ['id', 'url', 'title', 'language', 'date_published', 'date_modified'];
/** Translations are withdrawn with their original as long as that names them. */
const RETAINED_EXTENSION_FIELDS = ['kind', 'revision', 'change', 'retraction', 'superseded_by', 'translations'];

function eraseContent(item: Json & { _placard: Json }): Json & { _placard: Json } {
  const only = (owner: Json, names: string[]) => Object.fromEntries(Object.entries(owner).filter(([name]) => names.includes(name)));
  return { ...only(item, RETAINED_FIELDS), _placard: only(item._placard, RETAINED_EXTENSION_FIELDS) };
}

function bumpVersion(head: Json, before: Json | undefined, { instant }: CommandTime): Json {
  const { signatures: _, ...rest } = head; // void from now on
  const epoch = Math.max(numberOf(head.epoch, 0), numberOf(before?.epoch, 0));
  const sameEpoch = epoch === numberOf(before?.epoch, 0);
  const sequence = Math.max(numberOf(head.sequence, 1), before && sameEpoch ? numberOf(before.sequence, 0) + 1 : 0);
  return { ...rest, sequence, ...(epoch && { epoch }), generated_at: instant };
}

const numberOf = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);

/** The member set, where it stands or else behind another. */
function insertAfter(owner: Json, name: string, value: unknown, behind: string): Json {
  if (name in owner || !(behind in owner)) return { ...owner, [name]: value };
  return Object.fromEntries(Object.entries(owner).flatMap((entry) => (entry[0] === behind ? [entry, [name, value]] : [entry])));
}

/** Without the items, and without what changes with every publication. */
function comparableHead(document: FeedDocument): object {
  const { items: _items, ...head } = document;
  const { sequence: _sequence, generated_at: _made, signatures: _signatures, ...extension } = document._placard ?? {};
  return { ...head, _placard: extension };
}

function same(a: unknown, b: unknown): boolean {
  return b !== undefined && canonicalize(withoutComments(a)) === canonicalize(withoutComments(b));
}

/** The remarks that "placard new" leaves for those who write. */
function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutComments);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (name === '_comment' ? [] : [[name, withoutComments(member)]])),
  );
}
