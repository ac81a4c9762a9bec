/** Types of the attributes and events of the tags, for frameworks. */
import type { PlacardActionEvent, PlacardErrorEvent, PlacardLoadEvent, PlacardUpdateEvent } from '../elements/events.js';
import type { Feed } from '../feed/index.js';

export type PlacardTagName =
  'placard-campaign' | 'placard-incident' | 'placard-status' | 'placard-action' | 'placard-statement' | 'placard-list' | 'placard-feed';

export interface PlacardEvents {
  'placard-load': PlacardLoadEvent;
  'placard-update': PlacardUpdateEvent;
  'placard-error': PlacardErrorEvent;
  'placard-action': PlacardActionEvent;
}

type Level = 2 | 3 | 4 | 5 | 6;

/** Both spellings are here: frameworks set a known property as a property, and other names as attributes. */
export interface PlacardAttributes {
  /** Address of the feed, resolved against the page. */
  src?: string;
  /** Id of the item. The default is the newest item with content. */
  item?: string;
  /** Mirrors: backup addresses of the same feed, separated by spaces. */
  mirrors?: string;
  /** Seconds between two polls. With 0, the element fetches the feed once. */
  refresh?: number | `${number}`;
  /** Shows the named item itself, not its translation. */
  original?: boolean;
  theme?: 'auto' | 'light' | 'dark';
  look?: 'editorial' | 'campaign' | 'plain';
  /** With `all` (the default), the sections are closed. With `none`, they are open. */
  fold?: 'all' | 'none';
  'heading-level'?: Level | `${Level}`;
  headingLevel?: Level;
  /** One or two pinned keys, separated by a space. The element shows only feeds that they signed. */
  'public-key'?: string;
  publicKey?: string;
  /** The minimum publication, as `sequence` or `epoch.sequence`. */
  'min-sequence'?: string | number;
  minSequence?: string | number;
  /** Saves the last good feed in the storage of this origin. */
  keep?: boolean;
  /** The publication of the snapshot, as `sequence` or `epoch.sequence`. */
  stamp?: string | number;
  /** A parsed feed. With it, the element sends no request. */
  data?: Feed;
}
