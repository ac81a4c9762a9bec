/** What the page is told of an element's feed, by events and in the console: each thing once. */
import { FeedError } from '../../feed/errors.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import { PlacardErrorEvent, PlacardLoadEvent, PlacardUpdateEvent } from '../events.js';
import type { Settings } from './feed-controller.js';
import { warn } from '../dom/warn-once.js';

interface Host extends EventTarget {
  /** Whether it tells anything; else an element around it does. */
  readonly outermost: boolean;
  readonly settings: Settings;
}

export interface Told {
  readonly item?: Item;
  /** The item that withdraws it. */
  readonly withdrawing?: Item;
}

export class Telling {
  private feed?: Feed;
  private told: Told = {};
  private loaded = false;
  private reportedFault?: string;
  private reportedIssues = 0;

  constructor(private readonly host: Host) {}

  /**
   * Called after each render.
   * @param there whether the feed has what is to be shown
   * @returns what was told before, where that has changed
   */
  tell(feed: Feed | undefined, now: Told, there: boolean | undefined, fault: FeedError | undefined): Told | undefined {
    const [feedBefore, before] = [this.feed, this.told];
    [this.feed, this.told] = [feed, now];
    const { item } = now;
    if (fault && fault.code !== this.reportedFault) this.report(fault);
    this.reportedFault = fault?.code;
    if (!feed) return undefined;
    if (feed !== feedBefore) this.reportedIssues = 0;
    if (feed.issues.length > this.reportedIssues) {
      this.report(new FeedError('invalid-part', { issues: feed.issues.slice(this.reportedIssues) }));
      this.reportedIssues = feed.issues.length;
    }
    if (!there) return undefined;
    if (!this.loaded) {
      this.loaded = true;
      this.fire(new PlacardLoadEvent(feed, item));
    } else if (feed !== feedBefore && (!item || JSON.stringify(now) !== JSON.stringify(before))) {
      this.fire(new PlacardUpdateEvent(before.item, item));
      return before;
    }
    return undefined;
  }

  private report(error: FeedError): void {
    if (!this.host.outermost) return;
    const { src = '' } = this.host.settings;
    warn([`${error.message} ${src}`, ...error.issues.map(({ code, path }) => `${code} at ${path}`)].join('\n  '), error.cause);
    this.fire(new PlacardErrorEvent(error));
  }

  private fire(event: Event): void {
    if (this.host.outermost) this.host.dispatchEvent(event);
  }
}
