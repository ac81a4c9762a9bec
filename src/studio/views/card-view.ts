/** The card of a case, rendered by the element that readers get. */
import { html, type TemplateResult } from 'lit';
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import type { Studio } from '../studio.js';

interface CardState {
  width: 'phone' | 'wide';
}

/** @param index of the item in the feed */
export function cardView(studio: Studio, index: number): TemplateResult {
  const { words, file } = studio;
  const state = studio.view<CardState>('card', () => ({ width: 'phone' }));
  const widths = { phone: words.previewPhone, wide: words.previewWide };
  return html`<div class="preview-bar">
      <h2>${words.preview}</h2>
      <div class="segments" role="group" aria-label=${words.preview}>
        ${(['phone', 'wide'] as const).map(
          (width) =>
            html`<button
              type="button"
              aria-pressed=${state.width === width}
              @click=${() => {
                state.width = width;
                studio.render();
              }}
            >
              ${widths[width]}
            </button>`,
        )}
      </div>
    </div>
    <div class="stage" data-width=${state.width}>${card(file!.feed, index, words.noPreview)}</div>`;
}

const isEmpty = ({ title, summary, content_html: html, content_text: text }: Item): boolean => ![title, summary, html, text].some(Boolean);

/** @param empty the words for a case without anything to show */
export function card(feed: Feed | undefined, index: number, empty: string): TemplateResult {
  const id = feed?.idAtIndex(index);
  const item = id === undefined ? undefined : feed?.item(id);
  if (!feed || !item || isEmpty(item)) return html`<p class="hint">${empty}</p>`;
  const language = item.language ?? feed.head.language ?? 'en';
  return html`<placard-campaign .data=${feed} .item=${item.id} .original=${true} lang=${language}></placard-campaign>`;
}
