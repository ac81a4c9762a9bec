/** Types alone: what every tag takes and tells, for the frameworks that want to know it. */
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

/** Frameworks set what is a property of the element as a property, and everything else as an attribute, so both spellings are here. */
export interface PlacardAttributes {
  /** The feed's address, resolved against the page. */
  src?: string;
  /** The item's id; without it, the newest item that has something to show. */
  item?: string;
  /** Other addresses of the same feed, separated by spaces. */
  mirrors?: string;
  /** Seconds between two looks at the feed; 0 looks once. */
  refresh?: number | `${number}`;
  /** Show the named item itself, not its translation. */
  original?: boolean;
  theme?: 'auto' | 'light' | 'dark';
  look?: 'editorial' | 'campaign' | 'plain';
  /** Whether the sections are shut (`all`, the default) or open (`none`). */
  fold?: 'all' | 'none';
  'heading-level'?: Level | `${Level}`;
  headingLevel?: Level;
  /** One or two keys, separated by a space, that the feed must be signed with. */
  'public-key'?: string;
  publicKey?: string;
  /** The `sequence`, or `epoch.sequence`, that the feed has at least. */
  'min-sequence'?: string | number;
  minSequence?: string | number;
  /** Keep a last good copy in this origin's storage. */
  keep?: boolean;
  /** The `sequence` of the feed that the snapshot was made from. */
  stamp?: string | number;
  /** A parsed feed, in place of the network. */
  data?: Feed;
}
