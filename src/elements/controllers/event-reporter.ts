/** Reports loads, updates and errors to the page by events, and errors also in the console. */
import { FeedError } from '../../feed/errors.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import { PlacardErrorEvent, PlacardLoadEvent, PlacardUpdateEvent } from '../events.js';
import type { CardState } from '../base/card-state.js';
import type { Settings } from '../base/settings.js';
import { warn } from '../dom/warn-once.js';

interface Host extends EventTarget {
  /** Whether this element dispatches events. Otherwise, an element around it does. */
  readonly isEventRoot: boolean;
  readonly settings: Settings;
}

export interface ReportedItem {
  readonly item?: Item;
  /** The item with the retraction. */
  readonly retractedBy?: Item;
}

export class EventReporter {
  private feed?: Feed;
  private reported: ReportedItem = {};
  private loaded = false;
  private lastErrorCode?: string;
  private reportedIssues = 0;

  constructor(private readonly host: Host) {}

  /** Reports an update after its render. Returns the item that was reported before, if it dispatches an update event. */
  report({ feed, item, retractedBy, hasContent, error }: CardState): ReportedItem | undefined {
    const [previousFeed, previous] = [this.feed, this.reported];
    const current: ReportedItem = { item, retractedBy };
    [this.feed, this.reported] = [feed, current];
    if (error && error.code !== this.lastErrorCode) this.reportError(error);
    this.lastErrorCode = error?.code;
    if (!feed) return undefined;
    if (feed !== previousFeed) this.reportedIssues = 0;
    if (feed.issues.length > this.reportedIssues) {
      this.reportError(new FeedError('invalid-part', { issues: feed.issues.slice(this.reportedIssues) }));
      this.reportedIssues = feed.issues.length;
    }
    if (!hasContent) return undefined;
    if (!this.loaded) {
      this.loaded = true;
      this.dispatch(new PlacardLoadEvent(feed, item));
    } else if (feed !== previousFeed && (!item || JSON.stringify(current) !== JSON.stringify(previous))) {
      this.dispatch(new PlacardUpdateEvent(previous.item, item));
      return previous;
    }
    return undefined;
  }

  private reportError(error: FeedError): void {
    if (!this.host.isEventRoot) return;
    const { src = '' } = this.host.settings;
    warn([`${error.message} ${src}`, ...error.issues.map(({ code, path }) => `${code} at ${path}`)].join('\n  '), error.cause);
    this.dispatch(new PlacardErrorEvent(error));
  }

  private dispatch(event: Event): void {
    if (this.host.isEventRoot) this.host.dispatchEvent(event);
  }
}
