import { PlacardElement } from '../../base/placard-element.js';

/**
 * Live status of the case: what the forum is doing, what it decided, whether it was obeyed, what comes next, and the way there.
 *
 * @slot - The snapshot: shown until there is something truer, and whenever there is not.
 * @csspart card - The whole.
 * @csspart translation - What a translation says of itself.
 * @csspart stamp - The status in a word.
 * @csspart timeline - The course of the case.
 * @csspart step - One step of it.
 * @fires placard-load - The item is there for the first time.
 * @fires placard-update - The item has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardStatus extends PlacardElement {
  static override tag = 'placard-status';

  protected override readonly kind = 'status';

  protected override get announcesStatus(): boolean {
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-status': PlacardStatus;
  }
}
