import { PAGE_SIZE } from '../../../card/sections/list.js';
import type { Feed } from '../../../feed/parse-feed.js';
import { PlacardElement } from '../../base/placard-element.js';
import { listStyles } from './list.styles.js';

/**
 * The campaigns of a feed, each with its state and date.
 *
 * @slot - The snapshot: shown until there is something truer, and whenever there is not.
 * @csspart card - The whole.
 * @csspart entry - One campaign.
 * @csspart title - Its title.
 * @csspart stamp - Its state.
 * @fires placard-load - The list is there for the first time.
 * @fires placard-update - An entry has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardList extends PlacardElement {
  static override tag = 'placard-list';
  static override styles = [...PlacardElement.styles, listStyles];

  protected override readonly kind = 'list';

  protected override entries = PAGE_SIZE;

  protected override requiresItem(feed: Feed): boolean {
    return !feed.ids.length;
  }

  protected override showMore(): void {
    this.entries += PAGE_SIZE;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-list': PlacardList;
  }
}
