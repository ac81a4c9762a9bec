import { PlacardElement } from '../../base/placard-element.js';

/**
 * The full text of the statement.
 *
 * @slot - The snapshot: shown until there is something truer, and whenever there is not.
 * @csspart card - The whole.
 * @csspart languages - Links to the same statement in other languages.
 * @csspart translation - What a translation says of itself.
 * @csspart headline - The item's title.
 * @csspart text - The full text.
 * @fires placard-load - The item is there for the first time.
 * @fires placard-update - The item has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardStatement extends PlacardElement {
  static override tag = 'placard-statement';

  protected override readonly kind = 'statement';
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-statement': PlacardStatement;
  }
}
