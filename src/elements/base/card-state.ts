import type { FeedState } from '../../client/watch-feed.js';
import type { FeedError } from '../../feed/errors.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import type { Settings } from './settings.js';

/** The result of one update of an element. The renderer, the event reporter and the announcer read it. */
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
  /** When the content changes without a new feed, for example because an action ends. In ms since 1970; 0 before that is known. */
  readonly changesAt: number;
}
