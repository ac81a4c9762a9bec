/** The state of an element after one update. The renderer, the event reporter and the announcer read it. */
import type { FeedState } from '../../client/feed-state.js';
import { FeedError } from '../../feed/errors.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import { hasContent, selectItem } from '../../feed/select-item.js';
import { findRetraction } from '../../feed/translations.js';
import type { Settings } from './settings.js';

export interface CardState {
  readonly settings: Settings;
  readonly feedState: FeedState;
  readonly feed: Feed | undefined;
  /** The selected item. A list has no selected item. */
  readonly item: Item | undefined;
  /** The item with the retraction: `item` itself, or its original. */
  readonly retractedBy: Item | undefined;
  /** Whether the feed has readable content for this element. */
  readonly hasContent: boolean;
  readonly error: FeedError | undefined;
  /** The clock of the card, in ms since 1970. */
  readonly now: number;
}

interface Input {
  readonly settings: Settings;
  readonly feedState: FeedState;
  /** The reader's language, as a BCP 47 tag. */
  readonly language: string;
  /** The clock of the card, in ms since 1970. */
  readonly now: number;
  /** Whether the element needs a selected item. */
  readonly requiresItem: (feed: Feed) => boolean;
  /** Whether the element has no feed, and no element around it has one. */
  readonly isMissingFeed: boolean;
}

/** @throws ChunkMissing if the selection needs the rare chunk */
export function computeCardState({ settings, feedState, language, now, requiresItem, isMissingFeed }: Input): CardState {
  const { feed } = feedState;
  const item = feed && selectItem(feed, { id: settings.item, language, original: settings.original, now });
  const itemRequired = !!feed && requiresItem(feed);
  const canShow = !!feed && (hasContent(item) || !itemRequired);
  return {
    settings,
    feedState,
    feed,
    item,
    retractedBy: item && itemRequired ? findRetraction(feed, item) : undefined,
    hasContent: canShow,
    error: feedState.error ?? (feed && !canShow ? new FeedError('unknown-item') : isMissingFeed ? new FeedError('no-address') : undefined),
    now,
  };
}
