import { PlacardElement } from '../../base/placard-element.js';

/**
 * The whole card: incident, status and actions, and the full statement in a section below them. If its children include
 * placard elements, they get its feed and stay in the author's layout. Otherwise, the children are the snapshot.
 *
 * @slot - The snapshot, or the author's layout of placard elements.
 * @csspart card - The whole card.
 * @csspart headline - The title of the item.
 * @csspart publisher - The name of the publisher.
 * @csspart summary - The first sentences.
 * @csspart status - The status of one proceeding: stamp, sentences and court.
 * @csspart stamp - The status in a word, with its date.
 * @csspart notice - A notice: the feed is old, the text is a translation, or a newer item replaces it.
 * @csspart reason - The reason for a retraction.
 * @csspart picture - A figure with its caption and credit.
 * @csspart action - A call to action.
 * @csspart copy - The button that copies a letter.
 * @csspart primary - The main action, in addition to `action`.
 * @csspart actions - The line of the other actions and contacts.
 * @csspart phone - A telephone number.
 * @csspart fold - A section that readers open.
 * @csspart label - The heading of a section.
 * @csspart timeline - The steps of the case.
 * @csspart step - One step of the timeline.
 * @csspart facts - The table of facts.
 * @csspart quote - A quote with its speaker.
 * @csspart statement - The section with the full statement.
 * @csspart text - The full text of the statement.
 * @csspart sources - The list of sources.
 * @csspart source - The source of a fact.
 * @csspart provenance - The author, the publisher and the carriers of the statement.
 * @csspart contact - One contact.
 * @csspart link - A link.
 * @csspart languages - Links to the same statement in other languages.
 * @csspart checked - The time of the last check.
 * @csspart correction - The link to report a mistake.
 * @csspart message - The sentence that replaces missing content.
 * @csspart skeleton - The placeholder while the feed or the language loads.
 * @cssprop [--placard-accent=#b3261e] - The accent colour: the line at the top, the newest step, the focus ring.
 * @cssprop [--placard-ink] - Colour of the text.
 * @cssprop [--placard-soft] - Colour of labels, dates and notes.
 * @cssprop [--placard-line] - Colour of thin lines.
 * @cssprop [--placard-paper] - Background colour.
 * @cssprop [--placard-font] - Font of the text. The default is the font of the page.
 * @cssprop [--placard-sans] - Font of labels, dates, facts and controls.
 * @cssprop [--placard-space=1] - Factor of all distances.
 * @cssprop [--placard-radius=0] - Radius of the corners.
 * @cssprop [--placard-border=1px] - Width of the border.
 * @cssstate loading - The element waits for the first response.
 * @cssstate fresh - The last request confirmed the content.
 * @cssstate stale - The last request did not confirm the content.
 * @cssstate failed - The element has no content to show, except the snapshot.
 * @cssstate withdrawn - The publisher retracted the statement.
 * @fires placard-load - The item loads for the first time.
 * @fires placard-update - The item changes.
 * @fires placard-error - A problem with the feed. The content on the page stays.
 * @fires placard-action - A reader follows an action; cancelable.
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
