/** Placeholders: while a statement loads, and when it cannot be shown. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../i18n/load-locale.js';
import { icon } from './icons.js';

/** About as large as what will come, so that the page does not jump; without a word as long as the language is not there. */
export function skeleton(locale?: Locale): TemplateResult {
  return html`<div class="skeleton pad" part="skeleton">
    ${locale ? html`<p class="hidden">${locale.loading}</p>` : nothing} ${[1, 2, 3, 4, 5, 6].map(() => html`<i></i>`)}
  </div>`;
}

/** A sentence in place of content that is not there. */
export function message(sentence: string, shape: string): TemplateResult {
  return html`<p class="message pad" part="message">${icon(shape)}<span>${sentence}</span></p>`;
}
