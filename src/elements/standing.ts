/** What stands where there is no statement: while it loads, when it cannot be shown, once it is withdrawn. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../feed/schema.js';
import type { Locale } from '../locales/index.js';
import { icon } from './icons.js';
import { checked, notices, type Speaker } from './notices.js';
import { filled, heading, none, say, sayHead, time, type View } from './view.js';

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

/**
 * In place of everything, the snapshot included.
 * @param by the item that says so: the one shown, or its original
 */
export function withdrawal(speaker: Speaker, view: View, by: Item): TemplateResult {
  const { item, locale } = view;
  const { at, reason } = by._placard?.retraction ?? none;
  return html`<div class="withdrawn pad" part="withdrawn">
      <p class="masthead"><b part="publisher">${sayHead(view, view.publisher)}</b></p>
      <p class="stamp" part="stamp">
        ${icon('withdrawn')}<span>${at ? time(view, at, { phrase: locale.withdrawn }) : locale.withdrawn()}</span>
      </p>
      ${item.title ? heading(view.level, html`<s>${say(view, item.title)}</s>`, 'headline') : nothing}
      ${reason ? html`<p class="reason">${filled(locale.withdrawnReason, say(view, reason, by.language ?? view.feed.head.language))}</p>` : nothing}
    </div>
    ${notices(speaker, view)}
    <footer class="pad">${checked(view)}</footer>`;
}
