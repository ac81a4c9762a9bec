/** Placeholders: while a statement loads, and when it cannot be shown. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../i18n/load-locale.js';

/** About as large as what will come, so that the page does not jump. It says nothing before the language is there. */
export function renderSkeleton(locale?: Locale): TemplateResult {
  return html`<div class="placard-skeleton" part="skeleton">
    ${locale ? html`<p class="placard-hidden">${locale.loading}</p>` : nothing} ${[1, 2, 3, 4, 5, 6].map(() => html`<i></i>`)}
  </div>`;
}

/** A sentence in place of content that is not there. */
export function renderMessage(sentence: string, icon: string): TemplateResult {
  return html`<p class=${`placard-message placard-icon-${icon}`} part="message">${sentence}</p>`;
}
