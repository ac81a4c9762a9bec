/** The events of the elements. They bubble and cross shadow roots. Only the outermost tag dispatches them. */
import type { FeedError } from '../feed/errors.js';
import type { Feed } from '../feed/parse-feed.js';
import type { Action, Item } from '../feed/schema/schema.js';

const OPTIONS = { bubbles: true, composed: true };

/** The item loads for the first time. */
export class PlacardLoadEvent extends Event {
  constructor(
    readonly feed: Feed,
    readonly item: Item | undefined,
  ) {
    super('placard-load', OPTIONS);
  }
}

/** The item changes. */
export class PlacardUpdateEvent extends Event {
  constructor(
    readonly previous: Item | undefined,
    readonly current: Item | undefined,
  ) {
    super('placard-update', OPTIONS);
  }
}

/** Reports a problem: `error.code` names it, and `error.issues` lists the paths. The content on the page stays. */
export class PlacardErrorEvent extends Event {
  constructor(readonly error: FeedError) {
    super('placard-error', OPTIONS);
  }
}

/** A reader follows a call to action. `preventDefault()` stops the link or the share dialog. */
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
