import { PlacardElement } from '../../base/placard-element.js';

/**
 * Summary of an incident: who speaks, what happened, to whom, by whom, where, when and on what stated ground, with quotes,
 * background, sources and corrections.
 *
 * @slot - The snapshot: shown until there is something truer, and whenever there is not.
 * @csspart card - The whole.
 * @csspart languages - Links to the same statement in other languages.
 * @csspart translation - What a translation says of itself.
 * @csspart headline - The item's title.
 * @csspart summary - Its first words.
 * @csspart facts - The table of facts.
 * @csspart picture - A figure with its caption and credit.
 * @csspart quotes - What was said.
 * @fires placard-load - The item is there for the first time.
 * @fires placard-update - The item has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardIncident extends PlacardElement {
  static override tag = 'placard-incident';

  protected override readonly kind = 'incident';
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-incident': PlacardIncident;
  }
}
