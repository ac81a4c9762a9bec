import { PAGE_SIZE } from '../../../card/context.js';
import type { Feed } from '../../../feed/parse-feed.js';
import { PlacardElement } from '../../base/placard-element.js';

/**
 * The campaigns of a feed, each with its state and date.
 *
 * @slot - The snapshot. The card replaces it; if the card cannot be shown, the snapshot stays.
 * @csspart card - The whole card.
 * @csspart publisher - The name of the publisher.
 * @csspart headline - The heading of the list.
 * @csspart entry - One entry of the list.
 * @csspart title - The title of an entry.
 * @csspart stamp - The state of an entry.
 * @csspart filter - The choice of a topic.
 * @csspart more - The button that shows more entries.
 * @csspart link - A link.
 * @csspart notice - A notice: the feed is old, the text is a translation, or a newer item replaces it.
 * @csspart checked - The time of the last check.
 * @csspart message - The sentence that replaces missing content.
 * @csspart skeleton - The placeholder while the feed or the language loads.
 * @fires placard-load - The list loads for the first time.
 * @fires placard-update - An entry changes.
 * @fires placard-error - A problem with the feed. The content on the page stays.
 */
export class PlacardList extends PlacardElement {
  static override tag = 'placard-list';

  protected override readonly kind = 'list';

  protected override entries = PAGE_SIZE;

  protected override requiresItem(feed: Feed): boolean {
    return !feed.ids.length;
  }

  protected override readonly lists = {
    showTopic: (topic: string): void => {
      this.topic = topic;
      this.entries = PAGE_SIZE;
      this.requestUpdate();
    },
    showMore: (): void => {
      this.entries += PAGE_SIZE;
      this.requestUpdate();
    },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-list': PlacardList;
  }
}
