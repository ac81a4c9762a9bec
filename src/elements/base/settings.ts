import type { Feed } from '../../feed/parse-feed.js';

/** The attributes of an element, with those that it inherits. */
export interface Settings {
  /** Absolute address; undefined if it is missing or not allowed. */
  readonly src?: string;
  readonly item?: string;
  readonly mirrors: readonly string[];
  readonly refresh?: number;
  readonly publicKeys: readonly string[];
  readonly minSequence?: string | number;
  /** Stamp of the snapshot, or of an element around it if that one is newer. */
  readonly stamp?: string | number;
  readonly keep: boolean;
  readonly original: boolean;
  readonly theme?: string;
  readonly look?: string;
  readonly fold?: 'all' | 'none';
  /** A parsed feed from the page. With it, the controller sends no request. */
  readonly data?: Feed;
}
