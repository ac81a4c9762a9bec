import { PlacardElement } from '../../base/placard-element.js';

/**
 * What readers can do, and whom they can reach: the first action large, the others beside it, the contact large enough to dial from.
 *
 * @slot - The snapshot: shown until there is something truer, and whenever there is not.
 * @csspart card - The whole.
 * @csspart translation - What a translation says of itself.
 * @csspart contact - One contact.
 * @csspart phone - Its telephone number.
 * @csspart action - A call to action; the first one also bears the part `primary`.
 * @fires placard-action - A reader follows a call to action; cancelable.
 * @fires placard-load - The item is there for the first time.
 * @fires placard-update - The item has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardAction extends PlacardElement {
  static override tag = 'placard-action';

  protected override readonly kind = 'action';
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-action': PlacardAction;
  }
}
