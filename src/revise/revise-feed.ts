/**
 * Returns a new publication from an edited file and the published feed: the changed items, their numbers and their dates. Pure.
 * Each changed item gets a higher revision, because clients ignore other content under a revision that they have.
 */
import { quoteForTerminal } from '../escape/terminal.js';
import { latestMs } from '../feed/values/partial-date.js';
import { parseFeed, type Feed } from '../feed/parse-feed.js';
import { originalId } from '../feed/translations.js';
import type { EditTime } from './edit-time.js';
import type { FeedDocument } from '../publish/feed-document.js';
import { OptionError, PublishError } from '../publish/publish-error.js';
import { isJsonObject, queryObjects, type Json } from '../lint/json-pointer.js';
import { missingRetractions, translationIds } from '../lint/retractions.js';
import { dateIn } from '../lint/rules/dates.js';
import { idOf, objectIn } from '../lint/rules/rule-context.js';
import { same, withoutComments } from './same-content.js';
import { followLinks, nextRevision } from './translated-revision.js';

/** Maximum number of ids in a message. */
const MAX_NAMED_IDS = 20;

export type ChangeKind = 'new' | 'update' | 'correction' | 'retraction';

export interface ReviseOptions {
  /** Undefined: the edit itself shows the kind. */
  kind?: Exclude<ChangeKind, 'new'>;
  /** The text of the correction, or the reason of the retraction. */
  text?: string;
  /** Id of the item to correct or to retract. */
  item?: string;
  /** Keep only the headline and the reason of a retracted statement and its translations. */
  erase?: boolean;
}

export interface Revision {
  readonly document: FeedDocument;
  readonly items: { id: string; revision: number; change: ChangeKind }[];
  /** Ids of published items that are missing from the file. */
  readonly missing: string[];
  /** Ids of retracted items that were missing from the file, and that are restored. */
  readonly kept: string[];
  /** Pointers to the old dates of statuses that changed. */
  readonly undated: string[];
  /** Id of the item that has a correction, and no other change. */
  readonly uncorrected?: string;
  /** Whether the publication differs from the published feed. */
  readonly changed: boolean;
}

/** @throws PublishError if the file is older than the published feed, or if the options match no item */
export function reviseFeed(edited: FeedDocument, previous: FeedDocument | undefined, options: ReviseOptions, time: EditTime): Revision {
  const document = withoutComments(edited) as FeedDocument;
  const before = new Map((previous?.items ?? []).map((item) => [idOf(item.id), item]));
  assertNotOlder(document, previous, before);
  const feed = parseFeed(document);
  const restored = previous ? missingRetractions(parseFeed(previous), feed) : [];
  document.items = [...document.items, ...restored.map((id) => before.get(id)!)];

  const editedItems = document.items.filter((item) => !same(item, before.get(idOf(item.id))));
  const followed = followLinks(document.items, editedItems, before, feed);
  const changedItems = [...new Set([...editedItems, ...followed.keys()])].map((item) => followed.get(item) ?? item);
  document.items = document.items.map((item) => followed.get(item) ?? item);
  const target = options.text === undefined ? undefined : findTarget(document, changedItems, before, options.item, feed);
  // One mistake is in every language, and readers of one language must not keep what the others lost.
  const translations = target ? translationIds(feed, idOf(target.id)!) : [];
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

  if (options.kind === 'correction')
    document.items = document.items.map((item) => withCorrectedTranslations(item, changedItems, before, items));

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

/**
 * Returns an original that knows which of its translations were corrected with it. They were up to date before, and their own words changed
 * in this publication. Otherwise, readers would see that they are older than the original.
 */
function withCorrectedTranslations(
  item: Json,
  changedItems: readonly Json[],
  before: Map<string | undefined, Json>,
  revised: Revision['items'],
): Json {
  const id = idOf(item.id);
  const now = revised.find((each) => each.id === id && each.change === 'correction')?.revision;
  const was = objectIn(before.get(id) ?? {}, '_placard').revision;
  const extension = objectIn(item, '_placard');
  if (now === undefined || !Array.isArray(extension.translations)) return item;
  const isCorrected = (entry: unknown) =>
    isJsonObject(entry) && entry.of_revision === was && changedItems.some((each) => idOf(each.id) === idOf(entry.item_id));
  const translations = extension.translations.map((entry: unknown) =>
    isCorrected(entry) ? { ...(entry as Json), of_revision: now } : entry,
  );
  return { ...item, _placard: { ...extension, translations } };
}

/** Returns pointers to old dates of changed statuses: readers believe that the old date is the day of the change. */
function staleStatusDates(document: FeedDocument, before: Map<string | undefined, Json>, { ms }: EditTime): string[] {
  return queryObjects(document, '/items/*/_placard/cases/*').flatMap(({ path, value }) => {
    const item = document.items[Number(path.split('/')[2])]!;
    const publishedCase = queryObjects(before.get(idOf(item.id)), '/_placard/cases/*').find(
      (each) => idOf(each.value.id) === idOf(value.id),
    );
    const changed =
      publishedCase &&
      ['status', 'outcome', 'compliance', 'next'].some((name) => !same([value[name] ?? 0], [publishedCase.value[name] ?? 0]));
    const asOf = dateIn(value, 'as_of');
    const isPast = !asOf || latestMs(asOf) <= ms; // a status can change twice on its day
    return changed && isPast && same(value.as_of, publishedCase.value.as_of) ? [`${path}/as_of`] : [];
  });
}

function assertNotOlder(document: FeedDocument, previous: FeedDocument | undefined, before: Map<string | undefined, Json>): void {
  const assertNotLower = (name: string, value: unknown, published: unknown) => {
    if (typeof value !== 'number' || typeof published !== 'number' || value >= published) return;
    const problem = `${name} is ${value} in the file, and ${published} is published, so the file is older than the published feed.`;
    const fix = `Copy the changes of the published feed into the file, then set the number to ${published}.`;
    throw new PublishError(`${problem} ${fix}`, [], 'older');
  };
  const epochs = [document, previous].map((each) => Number(each?._placard?.epoch ?? 0));
  if (epochs[0] === epochs[1]) assertNotLower('"sequence"', document._placard.sequence, previous?._placard?.sequence);
  for (const item of document.items) {
    const publishedItem = before.get(idOf(item.id));
    if (publishedItem)
      assertNotLower(
        `The revision of ${quoteForTerminal(idOf(item.id)!)}`,
        objectIn(item, '_placard').revision,
        objectIn(publishedItem, '_placard').revision,
      );
  }
}

/** Returns the first ids, quoteForTerminal as foreign text. */
function idList(ids: readonly (string | undefined)[]): string {
  const shown = ids.slice(0, MAX_NAMED_IDS).map((id) => quoteForTerminal(id ?? ''));
  return [...shown, ...(ids.length > MAX_NAMED_IDS ? ['and others'] : [])].join(', ');
}

/** Returns the item to correct or to retract: of several languages of one statement, the original. */
function findTarget(
  document: FeedDocument,
  changedItems: Json[],
  before: Map<string | undefined, Json>,
  id: string | undefined,
  feed: Feed,
): Json {
  const known = document.items.map((item) => idOf(item.id));
  if (id !== undefined) {
    const named = document.items.find((item) => idOf(item.id) === id);
    if (!named) throw new OptionError(`No item has the id ${quoteForTerminal(id)}. Use one of: ${idList(known)}.`);
    return named;
  }
  const published = changedItems.filter((item) => before.has(idOf(item.id)));
  const candidates = published.length ? published : document.items;
  const originals = new Set(candidates.map((item) => originalId(feed, idOf(item.id) ?? '')));
  const original = originals.size === 1 ? document.items.find((item) => originals.has(idOf(item.id) ?? '')) : undefined;
  if (candidates.length > 1 && original) return original;
  if (candidates.length !== 1) throw new OptionError(`Several items match. Add --item with one of: ${idList(known)}.`);
  return candidates[0]!;
}

function reviseItem(
  item: Json,
  publishedItem: Json | undefined,
  options: ReviseOptions,
  { asGiven, day }: EditTime,
): Json & { _placard: Json } {
  const extension = objectIn(item, '_placard');
  const before = objectIn(publishedItem ?? {}, '_placard');
  const revision = nextRevision(item, publishedItem);
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

/** Returns the kind that the edit itself shows. */
function inferChangeKind(extension: Json, before: Json): ChangeKind {
  if (extension.change === 'retraction') return 'retraction';
  const count = (owner: Json) => queryObjects(owner, '/corrections/*').length;
  return count(extension) > count(before) ? 'correction' : 'update';
}

const RETAINED_FIELDS = ['id', 'url', 'title', 'language', 'date_published', 'date_modified'];
/** A translation is retracted with its original only if the original names it. */
const RETAINED_EXTENSION_FIELDS = ['kind', 'revision', 'change', 'retraction', 'superseded_by', 'translations'];

function eraseContent(item: Json & { _placard: Json }): Json & { _placard: Json } {
  const only = (owner: Json, names: string[]) => Object.fromEntries(Object.entries(owner).filter(([name]) => names.includes(name)));
  return { ...only(item, RETAINED_FIELDS), _placard: only(item._placard, RETAINED_EXTENSION_FIELDS) };
}

function bumpVersion(head: Json, before: Json | undefined, { instant }: EditTime): Json {
  const { signatures: _, ...rest } = head; // no longer valid
  const epoch = Math.max(numberOf(head.epoch, 0), numberOf(before?.epoch, 0));
  const sameEpoch = epoch === numberOf(before?.epoch, 0);
  const sequence = Math.max(numberOf(head.sequence, 1), before && sameEpoch ? numberOf(before.sequence, 0) + 1 : 0);
  return { ...rest, sequence, ...(epoch && { epoch }), generated_at: instant };
}

const numberOf = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);

/** Returns the object with the field, at its place or after the field `behind`. */
function insertAfter(owner: Json, name: string, value: unknown, behind: string): Json {
  if (name in owner || !(behind in owner)) return { ...owner, [name]: value };
  return Object.fromEntries(Object.entries(owner).flatMap((entry) => (entry[0] === behind ? [entry, [name, value]] : [entry])));
}

/** Returns the document without its items, and without the fields that change with every publication. */
function comparableHead(document: FeedDocument): object {
  const { items: _items, ...head } = document;
  const { sequence: _sequence, generated_at: _made, signatures: _signatures, ...extension } = document._placard ?? {};
  return { ...head, _placard: extension };
}
