import { PlacardElement } from '../../base/placard-element.js';

/**
 * The whole placard: incident, status and calls to action, and the full statement folded below them. With placard elements
 * among its children it shows these as the author arranged them, and gives them its feed; otherwise its children are the snapshot.
 *
 * @slot - The snapshot, or the author's own arrangement of placard elements.
 * @csspart card - The whole.
 * @csspart languages - Links to the same statement in other languages.
 * @csspart translation - What a translation says of itself.
 * @csspart headline - The item's title.
 * @csspart stamp - The status in a word.
 * @csspart timeline - The course of the case.
 * @csspart contact - One contact.
 * @csspart action - A call to action.
 * @csspart statement - The folded full text.
 * @cssprop [--placard-accent=#b3261e] - The one colour: the rule on top, the newest step, the focus ring.
 * @cssprop [--placard-ink] - Text.
 * @cssprop [--placard-soft] - Labels, dates, small print.
 * @cssprop [--placard-line] - Hairlines.
 * @cssprop [--placard-paper] - The ground.
 * @cssprop [--placard-font] - What is told; the page's own by default.
 * @cssprop [--placard-sans] - Labels, dates, facts, controls.
 * @cssprop [--placard-space=1] - Factor of all spacing.
 * @cssprop [--placard-radius=0] - Corners.
 * @cssprop [--placard-border=1px] - Width of the outline.
 * @cssstate loading - The first answer is awaited.
 * @cssstate fresh - What is shown is what the feed says.
 * @cssstate stale - What is shown may have changed.
 * @cssstate failed - There is nothing to show but the snapshot.
 * @cssstate withdrawn - The statement was withdrawn.
 * @fires placard-load - The item is there for the first time.
 * @fires placard-update - The item has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 * @fires placard-action - A reader follows a call to action; cancelable.
 */
export class PlacardCampaign extends PlacardElement {
  static override tag = 'placard-campaign';

  protected override get announcesStatus(): boolean {
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-campaign': PlacardCampaign;
  }
}
