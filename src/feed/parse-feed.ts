/** Text to Feed: the envelope at once, items one by one and only when asked for. */
import { validate } from './schema/validator.js';
import { nullObject, isObject, getOwn } from './schema/compiled-runtime.js';
import { FeedError, type Issue, type IssueCode } from './errors.js';
import { detectRollback, type CachedItem } from './keep-newer-items.js';
import { MAX_ENTRIES, withBaseUrl } from './schema/field-rules.js';
import type { FeedHead, Item } from './schema/schema.js';
import { safeWebUrl } from './values/safe-url.js';

type Json = Record<string, unknown>;

/**
 * Reads a campaign feed, or a plain JSON Feed 1.0 or 1.1.
 * @param input the document's text, or what JSON.parse made of it
 * @param url the address that answered; relative addresses resolve against the feed's own `feed_url`, else against this
 * @throws FeedError `html`, `not-json`, `not-a-feed`, `unsupported-spec`
 */
export function parseFeed(input: unknown, url?: string): Feed {
  let document = input;
  if (typeof input === 'string') {
    const text = input.replace(/^\uFEFF/, '');
    try {
      document = JSON.parse(text);
    } catch (cause) {
      throw new FeedError(/^\s*</.test(text) ? 'html' : 'not-json', { cause });
    }
  }
  if (!isObject(document) || !Array.isArray(document.items)) throw new FeedError('not-a-feed');
  const spec = isObject(document._placard) ? document._placard.spec : undefined;
  if (typeof spec === 'number' && spec !== 1) throw new FeedError('unsupported-spec');
  const { items, ...head } = document;
  const answered = url && safeWebUrl(url);
  const address = getOwn(head, 'feed_url');
  const base = (typeof address === 'string' && safeWebUrl(address, answered)) || answered;
  const checked = withBaseUrl(base, () => checkBounded('head', head, ''));
  if (!checked.value) throw new FeedError('not-a-feed', { issues: checked.issues });
  return new Feed(document, items as unknown[], checked.value, base, checked.issues, answered);
}

/** Roughly the characters of its JSON; more facts are no case, but an attack on the page that shows them. */
const LARGEST = 256 * 1024;

/** An extension that is too large is dropped whole. */
function checkBounded<R extends 'head' | 'item'>(root: R, input: Json, path: string): ReturnType<typeof validate<R>> {
  if (isBounded(input._placard)) return validate(root, input, path);
  const { value, issues } = validate(root, { ...input, _placard: undefined }, path);
  return { value, issues: [...issues, { code: 'bad-value', path: `${path}/_placard` }] };
}

/** Without recursion, for it may be nested deeper than the stack. */
function isBounded(value: unknown): boolean {
  const parts = [value];
  let size = 0;
  for (let part; parts.length && size <= LARGEST; size += typeof part === 'string' ? part.length : 2) {
    part = parts.pop();
    if (typeof part !== 'object' || !part) continue;
    // The rest of a list is dropped by its check.
    const members: unknown[] = Array.isArray(part) ? part.slice(0, MAX_ENTRIES) : Object.values(part);
    for (const member of members) parts.push(member);
  }
  return size <= LARGEST;
}

/** More than one page shows one by one. */
const MOST_MISSING = 100;
/** Faults that are told of one feed; who has more looks at these first. */
const MOST_ISSUES = 1_000;
/** An index of thousands of ids costs as much as looking for so many of them. */
const FEW = 10;

/** One publication of a feed. Nothing in it changes; items are read when they are asked for, and once. */
export class Feed {
  private readonly read = new Map<string, CachedItem>();
  /** Withdrawals of earlier publications, by the id of an item that is gone. */
  private readonly gone = new Map<string, CachedItem>();
  /** Where items stand, by id: those that were looked for one by one, until `indexed` says all. */
  private places = new Map<string, number>();
  private indexed = false;

  constructor(
    /** The document as it came, unknown members and all: what is signed. */
    readonly document: Readonly<Json>,
    private readonly raw: readonly unknown[],
    readonly head: FeedHead,
    /** What relative addresses resolve against. */
    readonly base: string | undefined,
    /** What was dropped so far; grows as items are read. */
    readonly issues: Issue[],
    /** The address that answered, whatever the feed says of its own. */
    readonly address?: string,
  ) {}

  /** 0 in a feed without a readable `_placard`. */
  get sequence(): number {
    return this.head._placard?.sequence ?? 0;
  }

  get epoch(): number {
    return this.head._placard?.epoch ?? 0;
  }

  /** Of what was made from it: its sequence; with its epoch before it once that was raised, since it then counts anew. None without a readable `_placard`. */
  get stamp(): string | undefined {
    return this.head._placard && (this.epoch ? `${this.epoch}.` : '') + this.sequence;
  }

  /** Ids in the order of the feed. */
  get ids(): string[] {
    return [...this.index().keys()];
  }

  /** An item, checked; undefined where there is none of that id, or nothing of it could be read. */
  item(id: string): Item | undefined {
    return this.reading(id).item;
  }

  /** Whether there is an item of that id; without reading it. */
  has(id: string): boolean {
    return this.place(id) >= 0 || !!this.held(id)?.item;
  }

  /** One member of an item as it stands in the document, unchecked: enough to choose among thousands without reading each. */
  rawField(
    id: string,
    member: 'date_published' | 'language' | 'title' | 'summary' | 'content_text' | 'content_html' | '_placard',
  ): unknown {
    return getOwn(this.rawItem(id) ?? this.held(id)?.raw ?? {}, member);
  }

  /** The id of what stands at a place; undefined where it has none, or one that stands before it. */
  idAtIndex(place: number): string | undefined {
    const id = idOf(this.raw[place]);
    return id && this.place(id) === place ? id : undefined;
  }

  /**
   * Keeps what `previous` has shown wherever this publication would turn it back: an item of a lower revision, of the same
   * revision with other content, or missing altogether (absence is no retraction). Each is reported. Of the missing ones those
   * are kept that were asked for last: a feed that drops its oldest with each publication must not fill the memory.
   * @param largestStep a revision that is further ahead does not bind
   */
  retainFrom(previous: Feed, largestStep = Infinity): void {
    const missing: string[] = [];
    for (const [id, held] of previous.read) {
      const fault = held.item && detectRollback(held, this.reading(id), largestStep);
      if (!fault) continue;
      this.read.set(id, held);
      this.tell({ code: fault, path: this.pathOf(id) });
      if (fault === 'item-missing') missing.push(id);
    }
    for (const id of missing.slice(0, -MOST_MISSING)) this.read.delete(id);
  }

  /** Keeps the withdrawals of `previous` whose items are gone. Neither absence nor a new epoch takes a withdrawal back. */
  retainRetractions(previous: Feed): void {
    const retracted = previous.raw.filter((raw) => isObject(raw) && isObject(raw._placard) && raw._placard.change === 'retraction');
    const ids = [...new Set([...previous.gone.keys(), ...retracted.map(idOf)])].filter((id) => this.place(id) < 0);
    for (const id of ids.slice(-MOST_MISSING)) this.gone.set(id, previous.reading(id));
  }

  /** The withdrawn items that are gone, as they stood in their documents. */
  get retainedRetractions(): unknown[] {
    return [...this.gone.values()].map(({ raw }) => raw);
  }

  /** Reports a fault of an item's member that shows only when the member is shown; once. */
  reportIssue(id: string, member: string, code: IssueCode): void {
    const path = `${this.pathOf(id)}/${member}`;
    if (!this.issues.some((issue) => issue.path === path && issue.code === code)) this.tell({ code, path });
  }

  private tell(issue: Issue): void {
    if (this.issues.length < MOST_ISSUES) this.issues.push(issue);
  }

  private reading(id: string): CachedItem {
    const known = this.read.get(id) ?? this.check(id);
    // What was asked for last stands last: `inherit` goes by it.
    this.read.delete(id);
    this.read.set(id, known);
    return known;
  }

  /** What an earlier publication said of an item. */
  private held(id: string): CachedItem | undefined {
    return this.read.get(id) ?? this.gone.get(id);
  }

  private check(id: string): CachedItem {
    const raw = this.rawItem(id);
    if (!raw) return this.gone.get(id) ?? {};
    const path = this.pathOf(id);
    const { value: item, issues } = withBaseUrl(this.base, () => checkBounded('item', raw, path));
    for (const issue of issues) this.tell(issue);
    if (!item || !isObject(raw._placard)) return { item, raw };
    const { value: withdrawal } = item._placard ? {} : withBaseUrl(this.base, () => validate('retraction', raw._placard));
    if (withdrawal) item._placard = Object.assign(nullObject(), { kind: 'statement', revision: 1 } as const, withdrawal);
    if (item._placard?.change === 'retraction' && raw._placard.retraction === undefined) {
      this.tell({ code: 'required', path: `${path}/_placard/retraction` });
    }
    return { item, raw, unnumbered: withdrawal && !withdrawal.revision };
  }

  private rawItem(id: string): Json | undefined {
    return this.raw[this.place(id)] as Json | undefined;
  }

  private pathOf(id: string): string {
    const place = this.place(id);
    return `/items/${place < 0 ? '-' : place}`;
  }

  /** Where an item stands; −1 where there is none of that id. */
  private place(id: string): number {
    const known = this.places.get(id);
    if (known !== undefined || this.indexed) return known ?? -1;
    if (this.places.size >= FEW) return this.index().get(id) ?? -1;
    const place = id ? this.search(id) : -1;
    this.places.set(id, place);
    return place;
  }

  private search(id: string): number {
    for (let place = 0; place < this.raw.length; place++) {
      const own = (this.raw[place] as Json | null)?.id;
      if (own === id || (typeof own === 'number' && String(own) === id)) return place;
    }
    return -1;
  }

  private index(): Map<string, number> {
    if (this.indexed) return this.places;
    this.indexed = true;
    this.places = new Map();
    for (let place = 0; place < this.raw.length; place++) {
      const item = this.raw[place];
      const id = idOf(item);
      if (!id) validate('itemId', item, `/items/${place}`).issues.forEach((issue) => this.tell(issue));
      else if (this.places.has(id)) this.tell({ code: 'duplicate-id', path: `/items/${place}/id` });
      else this.places.set(id, place);
    }
    return this.places;
  }
}

/** Empty where an item has none that could be one. */
function idOf(item: unknown): string {
  return isObject(item) && (typeof item.id === 'string' || typeof item.id === 'number') ? String(item.id) : '';
}
