/** Placeholders: while a statement loads, and when it cannot be shown. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../i18n/load-locale.js';
import type { CardState } from './card-state.js';

/** Errors of the document itself, which the next request does not end. */
const REFUSED = new Set<string>(['not-a-feed', 'unsupported-spec']);

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

/** Returns the sentence of an element that has no content and no snapshot. */
export function renderLack({ settings, feed, error }: CardState, locale: Locale): TemplateResult {
  if (feed) return renderMessage(feed.ids.length && settings.item !== undefined ? locale.unknownItem : locale.empty, 'none');
  const isFinal = settings.refresh === 0 || REFUSED.has(error?.code ?? '');
  return renderMessage(isFinal ? locale.failedOnce : locale.failed, 'stale');
}

const renderMessage = (sentence: string, icon: string) =>
  html`<p class=${`placard-message placard-icon-${icon}`} part="message">${sentence}</p>`;
