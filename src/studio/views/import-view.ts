/** The ways to bring in a text that exists: paste it, open a file, or name an address. */
import { html, nothing, type TemplateResult } from 'lit';
import { importClipboard, importText, type Imported } from '../import/read-file.js';
import { importAddress, importDocument, startDraft, useImported } from '../open.js';
import type { Studio } from '../studio.js';
import { addressForm } from './address-form.js';

export function importView(studio: Studio): TemplateResult {
  const { words, entries } = studio;
  return html`<h1 tabindex="-1">${words.importTitle}</h1>
    <p class="lead">${words.importLead}</p>
    <div class="import">
      <label for="paste">${words.pasteHere}</label>
      <textarea id="paste" rows="12" dir="auto" @paste=${(event: ClipboardEvent) => paste(studio, event)}></textarea>
      <div class="row">
        <button
          type="button"
          class="strong"
          id="use-text"
          @click=${() => void useImported(studio, importText(document.querySelector<HTMLTextAreaElement>('#paste')!.value))}
        >
          ${words.useText}
        </button>
        <label class="button"
          >${words.openDocument}
          <input
            type="file"
            id="import-file"
            accept=".docx,.html,.htm,.txt,.md,.xml,.rss,.atom,.json"
            @change=${(event: Event) => void openDocument(studio, event)}
        /></label>
      </div>
      ${addressForm(words, 'import-address', words.importAddress, 'https://example.org/news/rss.xml', (address) => importAddress(studio, address))}
    </div>
    ${
      entries
        ? html`<h2>${words.chooseEntry}</h2>
            <ul class="cases entries">
              ${entries.map((entry) => html`<li><button type="button" class="quiet" dir="auto" @click=${() => void startDraft(studio, entry)}>${entry.title ?? words.untitled}</button> <span class="tag">${entry.date?.slice(0, 10)}</span></li>`)}
            </ul>`
        : nothing
    }`;
}

function paste(studio: Studio, event: ClipboardEvent): void {
  const imported = event.clipboardData && importClipboard(event.clipboardData);
  if (!imported || !isWorthADraft(imported)) return; // the text is in the field, for the user to complete
  event.preventDefault();
  void useImported(studio, imported);
}

/** One pasted line may be the first of several. */
const isWorthADraft = (imported: Imported): boolean => 'entries' in imported || imported.text.blocks.length > 1;

async function openDocument(studio: Studio, { target }: Event): Promise<void> {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (file) await importDocument(studio, file);
}
