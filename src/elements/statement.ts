import { html, nothing, type TemplateResult } from 'lit';
import { htmlText } from '../feed/html-text.js';
import { PlacardElement } from './base.js';
import { asOf, incidentHead, provenance } from './incident.js';
import { incidentStyles } from './incident-styles.js';
import { notices } from './notices.js';
import { section, type Content, type View } from './view.js';

/**
 * The full text of the statement.
 *
 * @slot - The snapshot: shown until there is something truer, and whenever there is not.
 * @csspart card - The whole.
 * @csspart headline - The item's title.
 * @csspart text - The full text.
 * @fires placard-load - The item is there for the first time.
 * @fires placard-update - The item has changed.
 * @fires placard-error - Something failed; what was shown before still is.
 */
export class PlacardStatement extends PlacardElement {
  static override tag = 'placard-statement';
  static override styles = [...PlacardElement.styles, incidentStyles];

  protected override view(view: View): TemplateResult {
    return html`${incidentHead(view)}${notices(this, view)}
      <div class="pad">${section(view, view.locale.headings.statement, fullText(view), 'full')}</div>
      <footer class="pad">${provenance(view)}${asOf(view)}</footer>`;
  }
}

/** Paragraph by paragraph, as text. */
export function fullText({ item, lang, dir }: View): Content {
  const text = item.content_text ?? (item.content_html && htmlText(item.content_html));
  if (!text) return nothing;
  return html`<div class="text" part="text" lang=${lang ?? nothing} dir=${dir}>
    ${text
      .split(/\n\s*\n/)
      .filter((paragraph) => paragraph.trim())
      .map((paragraph) => html`<p>${paragraph.trim()}</p>`)}
  </div>`;
}
