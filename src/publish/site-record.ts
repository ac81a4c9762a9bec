/**
 * The file `placard-site.json` of a site. It marks the folder as one of this tool. It also says which inputs made each
 * item's folder, so that the next build leaves an unchanged item alone.
 */
import { isJsonObject } from '../lint/json-pointer.js';

export const RECORD_FILE = 'placard-site.json';

export interface SiteRecord {
  readonly made_by: string;
  readonly base_url: string;
  /** The keys that sign the site. */
  readonly public_keys: readonly string[];
  /** SHA-256 hashes in hexadecimal digits of an item's inputs, by its folder. */
  readonly items: Readonly<Record<string, string>>;
}

const EMPTY: SiteRecord = { made_by: '', base_url: '', public_keys: [], items: {} };

/** Returns the record of the published site; an empty one if the text is not a record. */
export function parseRecord(text: string | undefined): SiteRecord {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (!isJsonObject(value)) return EMPTY;
    const { public_keys: keys, items } = value;
    return {
      ...EMPTY,
      ...value,
      public_keys: Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : [],
      items: isJsonObject(items) ? (items as Record<string, string>) : {},
    };
  } catch {
    return EMPTY;
  }
}
