/** The cases of one file. */
import { html, type TemplateResult } from 'lit';
import type { Studio } from '../studio.js';
import { addCase, casesView } from './home-view.js';

export function casesPage(studio: Studio): TemplateResult {
  const { words, file } = studio;
  return html`<h1 tabindex="-1">${words.casesIn(file!.facts.name)}</h1>
    <ul class="cases">
      ${casesView(studio, file!)}
    </ul>
    <p><button type="button" id="add-case" class="strong" @click=${() => addCase(studio)}>${words.addCase}</button></p>`;
}
