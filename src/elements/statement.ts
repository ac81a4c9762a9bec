import { html, nothing, type TemplateResult } from 'lit';
import { htmlText } from '../feed/html-text.js';
import { PlacardElement } from './base.js';
import { asOf, incidentHead, provenance } from './incident.js';
import { incidentStyles } from './incident-styles.js';
import { notices } from './notices.js';
import { folded, statementRoom } from './room.js';
import { StatementHtml } from './statement-html.js';
import { numbers, section, type Content, type View } from './view.js';

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
  static override styles = [...PlacardElement.styles, incidentStyles];

  private readonly html = new StatementHtml(this, true);

  protected override label({ locale, publisher }: View): string {
    return locale.labelled(locale.headings.statement, publisher);
  }

  protected override view(view: View): TemplateResult {
    const head = incidentHead(view);
    const steps = provenance(view);
    return html`${head}${notices(this, view)}
      <div class="pad">${section(view, view.locale.headings.statement, fullText(view, this.html, view.level + 1), 'full')}</div>
      <footer class="pad">${steps}${asOf(view)}</footer>`;
  }
}

/** Paragraphs; those after them stand together, as long as a paragraph may be. */
const MOST = 300;

/** Paragraph by paragraph, as text, and as the HTML that takes its place on screen. */
export function fullText(view: View, rich: StatementHtml, level: number): Content {
  const { item, lang, dir } = view;
  const text = item.content_text ?? (item.content_html && htmlText(item.content_html));
  if (!text) return nothing;
  statementRoom(view);
  return html`${rich.content(view, level)}
    <div class="text" part="text" lang=${lang ?? nothing} dir=${dir}>
      ${folded(view, paragraphsOf(text), (all) => all.map((paragraph) => html`<p>${numbers(paragraph, lang)}</p>`))}
    </div>`;
}

function paragraphsOf(text: string): string[] {
  const all = text.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const rest = all.splice(MOST).join('\n\n');
  return [...all, rest].flatMap((paragraph) => paragraph.match(LINES) ?? []);
}

/** A longer paragraph is cut, between words where there are any: engines take the square of its length to lay it out from right to left. */
const LINES = /[^]{1,2000}(?!\S)|[^]{1,2000}/gu;

declare global {
  interface HTMLElementTagNameMap {
    'placard-statement': PlacardStatement;
  }
}
