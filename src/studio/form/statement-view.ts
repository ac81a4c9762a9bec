/** The field of the statement's text. It is plain text while it has no formatting, and HTML otherwise. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { sanitizeHtml } from '../document/sanitize.js';
import { hintOf, labelOf } from './labels.js';
import type { Form } from './form.js';
import { controlId, problemsView } from './problems-view.js';
import { fitsEditor, type StatementValue } from './rich-text.js';
import { fieldAt } from './schema.js';

/** @param item pointer of the item */
export function statementView(form: Form, item: string): TemplateResult {
  const [htmlField, textField] = [fieldAt(`${item}/content_html`)!, fieldAt(`${item}/content_text`)!];
  const { words } = form;
  const source = form.valueAt(htmlField.pointer);
  const plain = form.valueAt(textField.pointer);
  const value = typeof source === 'string' ? cleanOf(source) : typeof plain === 'string' ? toHtml(plain) : '';
  const id = controlId(textField.pointer);
  const problems = [...form.problemsAt(htmlField.pointer), ...form.problemsAt(textField.pointer)];
  const change = ({ detail }: CustomEvent<StatementValue>) => {
    checked = { value: detail.html, fits: true };
    cleaned = { source: detail.html, html: detail.html };
    const hasHtml = form.valueAt(htmlField.pointer) !== undefined || detail.text === undefined;
    if (!hasHtml) return form.set(textField.pointer, detail.text || undefined);
    form.set(htmlField.pointer, detail.html || undefined);
    if (form.valueAt(textField.pointer) !== undefined) form.set(textField.pointer, undefined); // it would keep the old words
  };
  const found = [htmlField, textField].find(({ pointer }) => form.isUnconfirmed(pointer));
  return html`<div
    class="field statement"
    data-path=${textField.pointer}
    data-pattern="${htmlField.pattern} ${textField.pattern}"
    ?data-unconfirmed=${!!found}
  >
    <div class="label"><label for=${id}>${labelOf(textField, words)}</label></div>
    <p class="hint">${hintOf(textField, words)}</p>
    ${
      fits(value)
        ? html`<studio-rich-text
            id=${id}
            .words=${words}
            .label=${labelOf(textField, words)}
            .html=${value}
            @statement=${change}
          ></studio-rich-text>`
        : html`<p class="hint">${words.editedAsHtml}</p>
            <textarea
              id=${id}
              rows="16"
              spellcheck="false"
              .value=${live(String(source))}
              @input=${(event: Event) => form.set(htmlField.pointer, (event.target as HTMLTextAreaElement).value || undefined)}
            ></textarea>`
    }
    ${
      found
        ? html`<p class="found">
            <span>${words.found}</span>
            <button type="button" class="quiet" @click=${() => form.confirmAndContinue(found.pointer)}>${words.confirm}</button>
          </p>`
        : nothing
    }
    ${problemsView(form, problems, id)}
  </div>`;
}

/** The last answer: the check parses the whole statement. The editor's own HTML always fits. */
let checked = { value: '', fits: true };

function fits(value: string): boolean {
  if (checked.value !== value) checked = { value, fits: fitsEditor(value) };
  return checked.fits;
}

/** The last clean HTML. The editor's own HTML stays as it is, so that the cursor keeps its place. */
let cleaned = { source: '', html: '' };

function cleanOf(source: string): string {
  if (cleaned.source !== source) cleaned = { source, html: sanitizeHtml(source, 1) ?? '' };
  return cleaned.html;
}

/** Returns paragraphs as the editor writes them. */
function toHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((words) => {
      const paragraph = document.createElement('p');
      for (const [index, line] of words.split('\n').entries()) paragraph.append(...(index ? [document.createElement('br')] : []), line);
      return paragraph.outerHTML;
    })
    .join('');
}
