import { PlacardElement } from '../../base/placard-element.js';

/**
 * The actions of readers and the contacts: the first action is large, the others are next to it, and each contact has its telephone number.
 *
 * @slot - The snapshot. The card replaces it; if the card cannot be shown, the snapshot stays.
 * @csspart card - The whole card.
 * @csspart headline - The title of the item.
 * @csspart publisher - The name of the publisher.
 * @csspart status - The status of one proceeding: stamp, sentences and court.
 * @csspart stamp - The status in a word, with its date.
 * @csspart notice - A notice: the feed is old, the text is a translation, or a newer item replaces it.
 * @csspart reason - The reason for a retraction.
 * @csspart action - A call to action.
 * @csspart copy - The button that copies a letter.
 * @csspart primary - The main action, in addition to `action`.
 * @csspart actions - The line of the other actions and contacts.
 * @csspart contact - One contact.
 * @csspart label - The heading of a section.
 * @csspart phone - A telephone number.
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
export class PlacardAction extends PlacardElement {
  static override tag = 'placard-action';

  protected override readonly kind = 'action';
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-action': PlacardAction;
  }
}
