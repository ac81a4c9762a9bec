/** Placeholders: while a statement loads, and when it cannot be shown. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../i18n/load-locale.js';

/**
 * Returns a placeholder about as high as the card, to avoid layout shifts. It has text as soon as the language is loaded. On paper, it
 * says where the statement is: printing does not wait for the feed.
 */
export function renderSkeleton(src: string | undefined, locale?: Locale): TemplateResult {
  return html`<div class="placard-skeleton" part="skeleton">
    ${locale ? html`<p class="placard-hidden">${locale.loading}</p>` : nothing} ${[1, 2, 3, 4, 5, 6].map(() => html`<i></i>`)}
    <p class="placard-paper">${locale?.failedOnce} <bdi dir="ltr">${src}</bdi></p>
  </div>`;
}

/** Returns a sentence that replaces missing content. */
export function renderMessage(sentence: string, icon: string): TemplateResult {
  return html`<p class=${`placard-message placard-icon-${icon}`} part="message">${sentence}</p>`;
}
