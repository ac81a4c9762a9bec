import { PlacardElement } from '../../base/placard-element.js';

/**
 * The full text of the statement.
 *
 * @slot - The snapshot. The card replaces it; if the card cannot be shown, the snapshot stays.
 * @csspart card - The whole card.
 * @csspart headline - The title of the item.
 * @csspart publisher - The name of the publisher.
 * @csspart status - The status of one proceeding: stamp, sentences and court.
 * @csspart stamp - The status in a word, with its date.
 * @csspart notice - A notice: the feed is old, the text is a translation, or a newer item replaces it.
 * @csspart reason - The reason for a retraction.
 * @csspart label - The heading of a section.
 * @csspart text - The full text of the statement.
 * @csspart provenance - The author, the publisher and the carriers of the statement.
 * @csspart link - A link.
 * @csspart languages - Links to the same statement in other languages.
 * @csspart checked - The time of the last check.
 * @csspart correction - The link to report a mistake.
 * @csspart message - The sentence that replaces missing content.
 * @csspart skeleton - The placeholder while the feed or the language loads.
 * @fires placard-load - The item loads for the first time.
 * @fires placard-update - The item changes.
 * @fires placard-error - A problem with the feed. The content on the page stays.
 * @fires placard-action - A reader follows an action; cancelable.
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
