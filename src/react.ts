/**
 * Types alone: after `import 'placard/react'`, React 19 and TypeScript know the tags and their attributes. React sets what is a property of the
 * element as a property, and everything else as an attribute, so both spellings are here.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PlacardActionEvent, PlacardErrorEvent, PlacardLoadEvent, PlacardUpdateEvent } from './elements/events.js';
import type { Feed } from './feed/index.js';

type Level = 2 | 3 | 4 | 5 | 6;

interface PlacardAttributes extends DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> {
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
  'heading-level'?: Level | `${Level}`;
  headingLevel?: Level;
  /** One or two keys, separated by a space, that the feed must be signed with. */
  'public-key'?: string;
  publicKey?: string;
  'min-sequence'?: number | `${number}`;
  minSequence?: number;
  /** Keep a last good copy in this origin's storage. */
  keep?: boolean;
  /** The `sequence` of the feed that the snapshot was made from. */
  stamp?: string | number;
  /** A parsed feed, in place of the network. */
  data?: Feed;
  'onplacard-load'?: (event: PlacardLoadEvent) => void;
  'onplacard-update'?: (event: PlacardUpdateEvent) => void;
  'onplacard-error'?: (event: PlacardErrorEvent) => void;
  'onplacard-action'?: (event: PlacardActionEvent) => void;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'placard-campaign': PlacardAttributes;
      'placard-incident': PlacardAttributes;
      'placard-status': PlacardAttributes;
      'placard-action': PlacardAttributes;
      'placard-statement': PlacardAttributes;
      'placard-list': PlacardAttributes;
      'placard-feed': PlacardAttributes;
    }
  }
}
