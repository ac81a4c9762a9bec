/** The ways to bring in a text that exists: paste it, open a file, or name an address. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ReadText } from '../import/blocks.js';
import { extractDraft, type KnownFacts } from '../import/extract-draft.js';
import type { FeedEntry } from '../import/feed-entries.js';
import { importClipboard, importFile, importText, type Imported } from '../import/read-file.js';
import { fetchText } from '../fetch-text.js';
import type { Studio } from '../studio.js';

interface ImportState {
  entries?: readonly FeedEntry[];
}

export function importView(studio: Studio): TemplateResult {
  const { words } = studio;
  const { entries } = studio.view<ImportState>('import', () => ({}));
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
          @click=${() => void use(studio, importText(document.querySelector<HTMLTextAreaElement>('#paste')!.value))}
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
      <form class="address" @submit=${(event: Event) => void openAddress(studio, event)}>
        <label for="import-address">${words.importAddress}</label>
        <input id="import-address" name="address" type="url" autocomplete="off" placeholder="https://example.org/news/rss.xml" required />
        <button type="submit">${words.openButton}</button>
      </form>
    </div>
    ${
      entries
        ? html`<h2>${words.chooseEntry}</h2>
            <ul class="cases entries">
              ${entries.map((entry) => html`<li><button type="button" class="quiet" dir="auto" @click=${() => void start(studio, entry.text, entry)}>${entry.title ?? words.untitled}</button> <span class="tag">${entry.date?.slice(0, 10)}</span></li>`)}
            </ul>`
        : nothing
    }`;
}

function paste(studio: Studio, event: ClipboardEvent): void {
  const imported = event.clipboardData && importClipboard(event.clipboardData);
  if (!imported || !isWorthADraft(imported)) return; // the text is in the field, for the user to complete
  event.preventDefault();
  void use(studio, imported);
}

/** One pasted line may be the first of several. */
const isWorthADraft = (imported: Imported): boolean => 'entries' in imported || imported.text.blocks.length > 1;

async function use(studio: Studio, imported: Imported | undefined): Promise<void> {
  if (!imported) return studio.say(studio.words.nothingFound);
  if ('text' in imported) return start(studio, imported.text);
  studio.view<ImportState>('import', () => ({})).entries = imported.entries;
  studio.render();
}

async function start(studio: Studio, text: ReadText, known: KnownFacts = {}): Promise<void> {
  const { document, found } = extractDraft(text, new Date(), known);
  const item = '/items/0';
  const inItem = found.filter((pointer) => pointer.startsWith(item)).map((pointer) => pointer.slice(item.length));
  if (await studio.addToNewest(document.items[0]!, inItem)) return;
  await studio.open(document, { name: studio.words.newFileName, unconfirmed: found }, 0);
}

/** Also called for a dropped file. */
export async function importDropped(studio: Studio, file: File): Promise<void> {
  await use(studio, await importFile(file));
}

async function openDocument(studio: Studio, { target }: Event): Promise<void> {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (file) await importDropped(studio, file);
}

async function openAddress(studio: Studio, event: Event): Promise<void> {
  event.preventDefault();
  const address = ((event.target as HTMLFormElement).elements.namedItem('address') as HTMLInputElement).value.trim();
  studio.say(studio.words.opening);
  const text = await fetchText(address);
  if (text === undefined) return studio.say(studio.words.addressFailed(address));
  await use(studio, importText(text));
}
