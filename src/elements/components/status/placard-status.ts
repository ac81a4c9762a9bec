import { PlacardElement } from '../../base/placard-element.js';

/**
 * Live status of the case: each proceeding with its decision, its next step and the time of the last check.
 *
 * @slot - The snapshot. The card replaces it; if the card cannot be shown, the snapshot stays.
 * @csspart card - The whole card.
 * @csspart publisher - The name of the publisher.
 * @csspart headline - The title of the item.
 * @csspart status - The status of one proceeding: stamp, sentences and court.
 * @csspart stamp - The status in a word, with its date.
 * @csspart notice - A notice: the feed is old, the text is a translation, or a newer item replaces it.
 * @csspart reason - The reason for a retraction.
 * @csspart fold - A section that readers open.
 * @csspart label - The heading of a section.
 * @csspart timeline - The steps of the case.
 * @csspart step - One step of the timeline.
 * @csspart sources - The list of sources.
 * @csspart source - The source of a fact.
 * @csspart link - A link.
 * @csspart checked - The time of the last check.
 * @csspart correction - The link to report a mistake.
 * @csspart message - The sentence that replaces missing content.
 * @csspart skeleton - The placeholder while the feed or the language loads.
 * @fires placard-load - The item loads for the first time.
 * @fires placard-update - The item changes.
 * @fires placard-error - A problem with the feed. The content on the page stays.
 * @fires placard-action - A reader follows an action; cancelable.
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
