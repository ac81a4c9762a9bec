/**
 * The file `placard-site.json` of a site. It marks the folder as one of this tool. It also says which inputs made each item's folder, so
 * that the next build leaves an unchanged item alone. It has the facts of the published feed that the next build needs.
 */
import { isJsonObject, type Json } from '../lint/json-pointer.js';
import { isSigned, type FeedDocument } from './feed-document.js';

export const RECORD_FILE = 'placard-site.json';

export interface SiteRecord {
  readonly made_by: string;
  readonly base_url: string;
  /** The keys that sign the site. */
  readonly public_keys: readonly string[];
  /** SHA-256 hashes in hexadecimal digits of an item's inputs, by its folder. */
  readonly items: Readonly<Record<string, string>>;
  /** Undefined in a record of an earlier version. */
  readonly feed?: FeedRecord;
  /** SHA-256 of the list of all items in hexadecimal digits. Its entries are those of this text alone. */
  readonly list?: string;
}

/** Facts of the published feed. A large feed is not parsed to find them. */
export interface FeedRecord {
  /** SHA-256 of the text in hexadecimal digits. The facts are those of this text alone. */
  readonly sha256: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly signed: boolean;
  /** Whether an item is retracted. */
  readonly retracts: boolean;
}

/** @param sha256 of the document's text */
export function feedRecord(document: FeedDocument, sha256: string): FeedRecord {
  const { epoch, sequence } = document._placard;
  const retracts = document.items.some((item) => (Object(item?._placard) as Json).change === 'retraction');
  return { sha256, epoch: Number(epoch ?? 0), sequence: Number(sequence), signed: isSigned(document), retracts };
}

const EMPTY: SiteRecord = { made_by: '', base_url: '', public_keys: [], items: {} };

/** Returns the record of the published site; an empty one if the text is not a record. */
export function parseRecord(text: string | undefined): SiteRecord {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (!isJsonObject(value)) return EMPTY;
    const { public_keys: keys, items, feed } = value;
    return {
      ...EMPTY,
      ...value,
      public_keys: Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : [],
      items: isJsonObject(items) ? (items as Record<string, string>) : {},
      feed: isJsonObject(feed) ? (feed as unknown as FeedRecord) : undefined,
    };
  } catch {
    return EMPTY;
  }
}
