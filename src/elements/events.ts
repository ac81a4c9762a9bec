/** What elements tell the page. All bubble and cross shadow roots; each is fired by the outermost tag. */
import type { FeedError } from '../feed/errors.js';
import type { Feed } from '../feed/parse-feed.js';
import type { Action, Item } from '../feed/schema/schema.js';

const OPTIONS = { bubbles: true, composed: true };

/** The item is there for the first time. */
export class PlacardLoadEvent extends Event {
  constructor(
    readonly feed: Feed,
    readonly item: Item | undefined,
  ) {
    super('placard-load', OPTIONS);
  }
}

/** The item shown has changed. */
export class PlacardUpdateEvent extends Event {
  constructor(
    readonly previous: Item | undefined,
    readonly current: Item | undefined,
  ) {
    super('placard-update', OPTIONS);
  }
}

/** Something failed; what was shown before still is. `error.code` says what, `error.issues` where. */
export class PlacardErrorEvent extends Event {
  constructor(readonly error: FeedError) {
    super('placard-error', OPTIONS);
  }
}

/** A reader is about to follow a call to action; `preventDefault()` keeps the element from doing it itself. */
export class PlacardActionEvent extends Event {
  constructor(readonly action: Action) {
    super('placard-action', { ...OPTIONS, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'placard-load': PlacardLoadEvent;
    'placard-update': PlacardUpdateEvent;
    'placard-error': PlacardErrorEvent;
    'placard-action': PlacardActionEvent;
  }
}
