import { PlacardElement } from '../../base/placard-element.js';

/**
 * Summary of an incident: the publisher, the events and the people in them, the place, the date and the official reason, with
 * quotes, background, sources and corrections.
 *
 * @slot - The snapshot. The card replaces it; if the card cannot be shown, the snapshot stays.
 * @csspart card - The whole card.
 * @csspart headline - The title of the item.
 * @csspart publisher - The name of the publisher.
 * @csspart summary - The first sentences.
 * @csspart status - The status of one proceeding: stamp, sentences and court.
 * @csspart stamp - The status in a word, with its date.
 * @csspart notice - A notice: the feed is old, the text is a translation, or a newer item replaces it.
 * @csspart reason - The reason for a retraction.
 * @csspart picture - A figure with its caption and credit.
 * @csspart fold - A section that readers open.
 * @csspart label - The heading of a section.
 * @csspart facts - The table of facts.
 * @csspart quote - A quote with its speaker.
 * @csspart sources - The list of sources.
 * @csspart source - The source of a fact.
 * @csspart provenance - The author, the publisher and the carriers of the statement.
 * @csspart contact - One contact.
 * @csspart phone - A telephone number.
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
export class PlacardIncident extends PlacardElement {
  static override tag = 'placard-incident';

  protected override readonly kind = 'incident';
}

declare global {
  interface HTMLElementTagNameMap {
    'placard-incident': PlacardIncident;
  }
}
