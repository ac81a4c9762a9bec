/** One publication of a feed. It does not change. An item is validated once, when it is first read. */
import type { Issue, IssueCode } from './errors.js';
import { detectRollback, type CachedItem } from './detect-rollback.js';
import { hasUnreadableStatus, keepStatus } from './kept-status.js';
import { getOwn, isObject, nullObject } from './schema/compiled-runtime.js';
import { withSharedFacts } from './shared-facts.js';
import { originalId } from './translation-graph.js';
import { withBaseUrl } from './schema/field-rules.js';
import type { FeedHead, Item } from './schema/schema.js';
import { validateWithSizeLimit } from './schema/size-limit.js';
import { validate } from './schema/validator.js';
import { idText } from './values/id-text.js';

type Json = Record<string, unknown>;

/** More items than one page shows. */
const MAX_RETAINED_ITEMS = 100;
/** Issues that are reported of one feed. */
const MAX_ISSUES = 1_000;
/** Searches by id before an index is worth its cost: an index of thousands of ids costs as much as ten searches. */
const INDEX_THRESHOLD = 10;

export class Feed {
  // Fields are `private` and not `#private`, so that test/unit/client/object-size.ts can measure them.

  private readonly cache = new Map<string, CachedItem>();
  /** Retractions of earlier publications, by the id of an item that this publication does not have. */
  private readonly retractions = new Map<string, CachedItem>();
  /** The index of an item by its id: of the ids that were searched, or of all if `isIndexed`. */
  private indexById = new Map<string, number>();
  private isIndexed = false;

  constructor(
    /** The document as JSON.parse returned it, with its unknown fields: the signature covers all of it. */
    readonly document: Readonly<Json>,
    private readonly rawItems: readonly unknown[],
    readonly head: FeedHead,
    /** The base of relative addresses. */
    readonly base: string | undefined,
    /** The issues found so far; more follow as items are read. */
    readonly issues: Issue[],
    /** The address that answered; `feed_url` does not change it. */
    readonly address?: string,
  ) {}

  /** 0 without a valid `_placard`. */
  get sequence(): number {
    return this.head._placard?.sequence ?? 0;
  }

  get epoch(): number {
    return this.head._placard?.epoch ?? 0;
  }

  /** The version for a snapshot: `sequence`, or `epoch.sequence` if the epoch is above 0. Undefined without a valid `_placard`. */
  get stamp(): string | undefined {
    return this.head._placard && (this.epoch ? `${this.epoch}.` : '') + this.sequence;
  }

  /** The ids in the order of the feed. */
  get ids(): string[] {
    return [...this.#index().keys()];
  }

  /** Returns a validated item; undefined if the id is unknown, or the item has no valid field. */
  item(id: string): Item | undefined {
    return this.#read(id).item;
  }

  /** Returns whether an item has a proceeding that cannot be read, and no earlier publication has shown it here. */
  lacksStatus(id: string): boolean {
    return !!this.#read(id).hasUnreadableStatus;
  }

  /** Returns whether the feed has an item with that id, without reading it. */
  has(id: string): boolean {
    return this.#indexOf(id) >= 0 || !!this.#earlier(id)?.item;
  }

  /** Returns one field of an item without validation: a choice among thousands of items must not read each of them. */
  rawField(
    id: string,
    name: 'date_published' | 'language' | 'tags' | 'title' | 'summary' | 'content_text' | 'content_html' | '_placard',
  ): unknown {
    return getOwn(this.#rawItem(id) ?? this.#earlier(id)?.raw ?? {}, name);
  }

  /** Returns the id of the item at an index; undefined if it has no id, or an earlier item has the same. */
  idAtIndex(index: number): string | undefined {
    const id = idOf(this.rawItems[index]);
    return id && this.#indexOf(id) === index ? id : undefined;
  }

  /**
   * Retains the items of an earlier publication that this one must not replace: it has a lower revision, other content under the
   * same revision, or no such item. Reports an issue for each. Of missing items, retains the 100 that were read last: a feed that
   * drops its oldest items must not fill the memory. An item that is replaced hands on
   * its proceedings if they cannot be read here.
   * @param maxStep an earlier revision that is further ahead does not bind
   */
  retainFrom(earlier: Feed, maxStep = Infinity): void {
    const missing: string[] = [];
    for (const [id, cached] of earlier.cache) {
      const later = this.#read(id);
      const code = cached.item && detectRollback(cached, later, maxStep);
      if (!code) {
        keepStatus(cached, later);
        continue;
      }
      this.cache.set(id, cached);
      this.#report({ code, path: this.#pathOf(id) });
      if (code === 'item-missing') missing.push(id);
    }
    for (const id of missing.slice(0, -MAX_RETAINED_ITEMS)) this.cache.delete(id);
  }

  /** Retains the retractions of an earlier publication whose items are missing here. A new epoch does not end a retraction. */
  retainRetractions(earlier: Feed): void {
    const retracted = earlier.rawItems.filter((raw) => isObject(raw) && isObject(raw._placard) && raw._placard.change === 'retraction');
    const ids = [...new Set([...earlier.retractions.keys(), ...retracted.map(idOf)])].filter((id) => this.#indexOf(id) < 0);
    for (const id of ids.slice(-MAX_RETAINED_ITEMS)) this.retractions.set(id, earlier.#read(id));
  }

  /** The retained retractions, as JSON.parse returned them. */
  get retainedRetractions(): unknown[] {
    return [...this.retractions.values()].map(({ raw }) => raw);
  }

  /** Reports an issue that is found only when a field is shown. Reports each issue once. */
  reportIssue(id: string, field: string, code: IssueCode): void {
    const path = `${this.#pathOf(id)}/${field}`;
    if (!this.issues.some((issue) => issue.path === path && issue.code === code)) this.#report({ code, path });
  }

  #report(issue: Issue): void {
    if (this.issues.length < MAX_ISSUES) this.issues.push(issue);
  }

  #read(id: string): CachedItem {
    const cached = this.cache.get(id) ?? this.#validate(id);
    // The map ends with the item that was read last. `retainFrom` depends on that order.
    this.cache.delete(id);
    this.cache.set(id, cached);
    return cached;
  }

  /** Returns an item that an earlier publication had. */
  #earlier(id: string): CachedItem | undefined {
    return this.cache.get(id) ?? this.retractions.get(id);
  }

  #validate(id: string): CachedItem {
    const raw = this.#rawItem(id);
    if (!raw) return this.retractions.get(id) ?? {};
    const path = this.#pathOf(id);
    const own = withBaseUrl(this.base, () => validateWithSizeLimit('item', raw, path));
    const shared = this.#withSharedFacts(id, raw);
    const merged = shared && withBaseUrl(this.base, () => validateWithSizeLimit('item', shared, path));
    const item = (merged ?? own).value;
    for (const issue of own.issues) if (!merged || isOwnIssue(issue, merged.issues)) this.#report(issue);
    if (!item || !isObject(raw._placard)) return { item, raw };
    const { value: retraction } = item._placard ? {} : withBaseUrl(this.base, () => validate('retraction', raw._placard));
    if (retraction) item._placard = Object.assign(nullObject(), { kind: 'statement', revision: 1 } as const, retraction);
    if (item._placard?.change === 'retraction' && raw._placard.retraction === undefined) {
      this.#report({ code: 'required', path: `${path}/_placard/retraction` });
    }
    return {
      item,
      raw,
      hasUnreadableRevision: retraction && !retraction.revision,
      hasUnreadableStatus: hasUnreadableStatus((shared ?? raw)._placard, item),
    };
  }

  /** Returns a translation with the facts of its original; undefined for another item, and for one that is retracted. */
  #withSharedFacts(id: string, raw: Json): Json | undefined {
    const extension = raw._placard;
    if (!isObject(extension) || extension.change === 'retraction') return undefined;
    const original = originalId(this, id);
    const facts = original === id ? undefined : this.rawField(original, '_placard');
    return isObject(facts) && facts.change !== 'retraction' ? { ...raw, _placard: withSharedFacts(extension, facts) } : undefined;
  }

  #rawItem(id: string): Json | undefined {
    return this.rawItems[this.#indexOf(id)] as Json | undefined;
  }

  #pathOf(id: string): string {
    const index = this.#indexOf(id);
    return `/items/${index < 0 ? '-' : index}`;
  }

  /** Returns the index of an item; −1 if the id is unknown. */
  #indexOf(id: string): number {
    const known = this.indexById.get(id);
    if (known !== undefined || this.isIndexed) return known ?? -1;
    if (this.indexById.size >= INDEX_THRESHOLD) return this.#index().get(id) ?? -1;
    const index = id ? this.#search(id) : -1;
    this.indexById.set(id, index);
    return index;
  }

  #search(id: string): number {
    for (let index = 0; index < this.rawItems.length; index++) {
      if (idOf(this.rawItems[index]) === id) return index;
    }
    return -1;
  }

  /** Returns the index of all ids, and reports items without an id of their own. */
  #index(): Map<string, number> {
    if (this.isIndexed) return this.indexById;
    this.isIndexed = true;
    this.indexById = new Map();
    for (let index = 0; index < this.rawItems.length; index++) {
      const item = this.rawItems[index];
      if (item === undefined) continue; // a draft
      const id = idOf(item);
      if (!id) validate('itemId', item, `/items/${index}`).issues.forEach((issue) => this.#report(issue));
      else if (this.indexById.has(id)) this.#report({ code: 'duplicate-id', path: `/items/${index}/id` });
      else this.indexById.set(id, index);
    }
    return this.indexById;
  }
}

/** Returns whether an issue of a translation remains with the facts of its original, which may be what it lacks. */
function isOwnIssue({ code, path }: Issue, merged: readonly Issue[]): boolean {
  const field = path.slice(path.lastIndexOf('/'));
  return code !== 'required' || merged.some((issue) => issue.code === code && issue.path.endsWith(field));
}

/** Returns the id as a string; empty for an item without a valid one. */
function idOf(item: unknown): string {
  return isObject(item) ? idText(item.id) : '';
}
