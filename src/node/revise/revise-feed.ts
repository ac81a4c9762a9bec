/**
 * A new publication from an edited file and what was published before: which items changed, and the numbers and dates that follow
 * from it. Pure. An item that differs in anything gets a higher revision, for a client refuses other content under one it holds.
 */
import { quoteForTerminal } from '../../escape/terminal.js';
import { latestMs } from '../../feed/values/partial-date.js';
import { parseFeed } from '../../feed/parse-feed.js';
import type { Moment } from '../io/clock.js';
import { canonicalOf, type Document } from '../io/feed-file.js';
import { EXIT, Failure } from '../io/cli-error.js';
import { isJson, objects, type Json } from '../../lint/json-pointer.js';
import { droppedFrom, translationsOf } from '../../lint/withdrawals.js';
import { dateIn } from '../../lint/rules/dates.js';
import { idOf, objectIn } from '../../lint/rules/rule-context.js';

/** Ids that a message names. */
const MOST_NAMED = 20;

export type ChangeKind = 'new' | 'update' | 'correction' | 'retraction';

export interface Wish {
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
  readonly document: Document;
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
export function revise(edited: Document, previous: Document | undefined, wish: Wish, moment: Moment): Revision {
  const document = withoutComments(edited) as Document;
  const before = new Map((previous?.items ?? []).map((item) => [idOf(item.id), item]));
  refuseOlder(document, previous, before);
  const feed = parseFeed(document);
  const kept = previous ? droppedFrom(parseFeed(previous), feed) : [];
  document.items = [...document.items, ...kept.map((id) => before.get(id)!)];

  const touched = document.items.filter((item) => !same(item, before.get(idOf(item.id))));
  const target = wish.text === undefined ? undefined : targetOf(document, touched, before, wish.item);
  const along = target && wish.erase ? translationsOf(feed, idOf(target.id)!) : [];
  const isMeant = (item: Json) => item === target || along.includes(idOf(item.id)!);
  const items: Revision['items'] = [];
  document.items = document.items.map((item) => {
    if (!isMeant(item) && !touched.includes(item)) return item;
    const changed = changedItem(
      item,
      before.get(idOf(item.id)),
      isMeant(item) ? wish : { kind: wish.text === undefined ? wish.kind : undefined },
      moment,
    );
    items.push({ id: idOf(item.id)!, revision: changed._placard.revision as number, change: changed._placard.change as ChangeKind });
    return changed;
  });

  const missing = [...before.keys()].filter((id) => id !== undefined && !document.items.some((item) => idOf(item.id) === id)) as string[];
  const headChanged = !same(headOf(document), previous && headOf(previous));
  const changed = !previous || items.length > 0 || missing.length > 0 || kept.length > 0 || headChanged;
  if (changed) document._placard = numbered(document._placard, previous?._placard, moment);
  const uncorrected = wish.kind === 'correction' && target && !touched.includes(target) && !headChanged ? idOf(target.id) : undefined;
  return { document, items, missing, kept, undated: undated(document, before, moment), uncorrected, changed };
}

/** A reader takes the old date for the day of the new status. */
function undated(document: Document, before: Map<string | undefined, Json>, { ms }: Moment): string[] {
  return objects(document, '/items/*/_placard/cases/*').flatMap(({ path, value }) => {
    const item = document.items[Number(path.split('/')[2])]!;
    const held = objects(before.get(idOf(item.id)), '/_placard/cases/*').find((one) => idOf(one.value.id) === idOf(value.id));
    const moved = held && ['status', 'outcome', 'compliance', 'next'].some((name) => !same([value[name] ?? 0], [held.value[name] ?? 0]));
    const asOf = dateIn(value, 'as_of');
    const past = !asOf || latestMs(asOf) <= ms; // one that changes twice a day is dated well
    return moved && past && same(value.as_of, held.value.as_of) ? [`${path}/as_of`] : [];
  });
}

function refuseOlder(document: Document, previous: Document | undefined, before: Map<string | undefined, Json>): void {
  const older = (what: string, is: unknown, was: unknown) => {
    if (typeof is !== 'number' || typeof was !== 'number' || is >= was) return;
    const text = `${what} is at ${is} in the file and was published at ${was}: the file is older than what is published. Take over what changed there, then set the number to ${was}.`;
    throw new Failure(text, EXIT.invalid);
  };
  const epochs = [document, previous].map((each) => Number(each?._placard?.epoch ?? 0));
  if (epochs[0] === epochs[1]) older('"sequence"', document._placard.sequence, previous?._placard?.sequence);
  for (const item of document.items) {
    const held = before.get(idOf(item.id));
    if (held)
      older(
        `The revision of ${quoteForTerminal(idOf(item.id)!)}`,
        objectIn(item, '_placard').revision,
        objectIn(held, '_placard').revision,
      );
  }
}

/** Some of the ids, as foreign text. */
function idList(ids: readonly (string | undefined)[]): string {
  const shown = ids.slice(0, MOST_NAMED).map((id) => quoteForTerminal(id ?? ''));
  return [...shown, ...(ids.length > MOST_NAMED ? ['and others'] : [])].join(', ');
}

/** The item that a correction or a retraction is about. */
function targetOf(document: Document, touched: Json[], before: Map<string | undefined, Json>, id: string | undefined): Json {
  const known = document.items.map((item) => idOf(item.id));
  if (id !== undefined) {
    const named = document.items.find((item) => idOf(item.id) === id);
    if (!named) throw new Failure(`No item has the id ${quoteForTerminal(id)}. There are: ${idList(known)}.`);
    return named;
  }
  const published = touched.filter((item) => before.has(idOf(item.id)));
  const candidates = published.length ? published : document.items;
  if (candidates.length !== 1) throw new Failure(`Say by --item which statement it is about. There are: ${idList(known)}.`);
  return candidates[0]!;
}

function changedItem(item: Json, held: Json | undefined, wish: Wish, { stated, day }: Moment): Json & { _placard: Json } {
  const facts = objectIn(item, '_placard');
  const before = objectIn(held ?? {}, '_placard');
  const revision = Math.max(numberOf(facts.revision, 1), held ? numberOf(before.revision, 0) + 1 : 1);
  const change = wish.kind ?? (held ? shownBy(facts, before) : ((facts.change as ChangeKind | undefined) ?? 'new'));
  let extension = placed(placed({ kind: 'statement', ...facts }, 'revision', revision, 'kind'), 'change', change, 'revision');
  if (wish.kind === 'correction') {
    const corrections = Array.isArray(facts.corrections) ? (facts.corrections as unknown[]) : [];
    extension.corrections = [...corrections, { at: day, revision, text: wish.text }];
  }
  if (wish.kind === 'retraction') extension = placed(extension, 'retraction', { at: day, reason: wish.text }, 'change');
  const dated = held ? placed(item, 'date_modified', stated, 'date_published') : { ...item, date_published: item.date_published ?? stated };
  const whole = { ...dated, _placard: extension };
  return wish.erase ? erased(whole) : whole;
}

/** What the edit itself says that it is. */
function shownBy(facts: Json, before: Json): ChangeKind {
  if (facts.change === 'retraction') return 'retraction';
  const count = (owner: Json) => objects(owner, '/corrections/*').length;
  return count(facts) > count(before) ? 'correction' : 'update';
}

const KEPT = ['id', 'url', 'title', 'language', 'date_published', 'date_modified'];
/** Translations are withdrawn with their original as long as that names them. */
const KEPT_FACTS = ['kind', 'revision', 'change', 'retraction', 'superseded_by', 'translations'];

function erased(item: Json & { _placard: Json }): Json & { _placard: Json } {
  const only = (owner: Json, names: string[]) => Object.fromEntries(Object.entries(owner).filter(([name]) => names.includes(name)));
  return { ...only(item, KEPT), _placard: only(item._placard, KEPT_FACTS) };
}

function numbered(head: Json, before: Json | undefined, { instant }: Moment): Json {
  const { signatures: _, ...rest } = head; // void from now on
  const epoch = Math.max(numberOf(head.epoch, 0), numberOf(before?.epoch, 0));
  const sameEpoch = epoch === numberOf(before?.epoch, 0);
  const sequence = Math.max(numberOf(head.sequence, 1), before && sameEpoch ? numberOf(before.sequence, 0) + 1 : 0);
  return { ...rest, sequence, ...(epoch && { epoch }), generated_at: instant };
}

const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** The member set, where it stands or else behind another. */
function placed(owner: Json, name: string, value: unknown, behind: string): Json {
  if (name in owner || !(behind in owner)) return { ...owner, [name]: value };
  return Object.fromEntries(Object.entries(owner).flatMap((entry) => (entry[0] === behind ? [entry, [name, value]] : [entry])));
}

/** Without the items, and without what changes with every publication. */
function headOf(document: Document): object {
  const { items: _items, ...head } = document;
  const { sequence: _sequence, generated_at: _made, signatures: _signatures, ...facts } = document._placard ?? {};
  return { ...head, _placard: facts };
}

function same(a: unknown, b: unknown): boolean {
  return b !== undefined && canonicalOf(withoutComments(a)) === canonicalOf(withoutComments(b));
}

/** The remarks that "placard new" leaves for those who write. */
function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutComments);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (name === '_comment' ? [] : [[name, withoutComments(member)]])),
  );
}
