/** The first view: the ways to begin, and the cases in this browser. */
import { html, nothing, type TemplateResult } from 'lit';
import { CaseFile, type StoredFile } from '../document/case-file.js';
import { emptyFeed, newItem } from '../document/new-case.js';
import { Form } from '../form/form.js';
import { openAddress, openFile, openFolder, openFolderFiles } from '../open.js';
import { canUseFolders } from '../publish/folder.js';
import { routeHash } from '../route.js';
import type { Studio } from '../studio.js';
import { addressForm } from './address-form.js';
import { caseStates } from './case-state.js';

export function homeView(studio: Studio): TemplateResult {
  const { words, files } = studio;
  return html`<h1 tabindex="-1">${words.homeTitle}</h1>
    <p class="lead">${words.homeLead}</p>
    <div class="doors">
      <button type="button" class="door main" id="new-case" @click=${() => void startCase(studio)}>
        <b>${words.newCase}</b><span>${words.newCaseHint}</span>
      </button>
      <a class="door" id="import" href=${routeHash({ view: 'import' })}><b>${words.importText}</b><span>${words.importHint}</span></a>
      <label class="door" tabindex="-1"
        ><b>${words.openFile}</b><span>${words.openFileHint}</span>
        <input
          type="file"
          id="open-file"
          accept=".json,.zip,application/json,application/feed+json,application/zip"
          @change=${(event: Event) => withFiles(event, ([file]) => openFile(studio, file!))}
      /></label>
      <a class="door" href="builder.html"><b>${words.embedCase}</b><span>${words.embedHint}</span></a>
    </div>
    <div class="openers">
      ${addressForm(words, 'address', words.openAddress, 'https://example.org/feed.json', (address) => openAddress(studio, address))}
      ${folderOpener(studio)}
    </div>
    <section aria-labelledby="your-cases">
      <h2 id="your-cases">${words.yourCases}</h2>
      ${
        files.length
          ? html`<ul class="files">
              ${files.map((stored) => fileView(studio, stored))}
            </ul>`
          : html`<p class="hint">${words.noCases}</p>`
      }
    </section>
    ${
      files.length
        ? html`<p class="forget">
            <button type="button" class="quiet" id="forget" @click=${() => forget(studio)}>${words.forget}</button>
            <span class="hint">${words.forgetHint}</span>
          </p>`
        : nothing
    }`;
}

/** A browser that cannot write to a folder can still read its files. */
function folderOpener(studio: Studio) {
  const { words } = studio;
  return canUseFolders()
    ? html`<button type="button" id="open-folder" @click=${() => void openFolder(studio)}>${words.openFolder}</button>`
    : html`<label class="button"
        >${words.openFolder}
        <input
          type="file"
          id="open-folder"
          webkitdirectory
          @change=${(event: Event) => withFiles(event, (files) => openFolderFiles(studio, files))}
      /></label>`;
}

function withFiles({ target }: Event, open: (files: File[]) => Promise<void>): void {
  const input = target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  input.value = ''; // the same file can be chosen again
  if (files.length) void open(files);
}

function fileView(studio: Studio, stored: StoredFile) {
  const { words } = studio;
  return html`<li class="file">
    <div class="file-head">
      <a href=${routeHash({ view: 'cases', file: stored.id })} dir="auto">${stored.name}</a>
      <button
        type="button"
        class="quiet"
        aria-label=${words.removeFile(stored.name)}
        @click=${() => confirm(words.removeConfirm(stored.name)) && void studio.removeFile(stored.id)}
      >
        ${words.remove}
      </button>
    </div>
    <ul class="cases">
      ${casesView(studio, new CaseFile(stored))}
    </ul>
  </li>`;
}

/** Returns the cases of a file, each with a link to its form. */
export function casesView({ words }: Studio, file: CaseFile) {
  return caseStates(file, words).map(
    ({ index, title, languages, state }) =>
      html`<li>
        <a href=${routeHash({ view: 'edit', file: file.id, item: index })} dir="auto">${title}</a>
        <span class="tags">
          ${languages.map((language) => html`<span class="tag">${language}</span>`)}
          <span class="tag" data-state=${state}>${words[state]}</span>
        </span>
        <span class="case-links">
          <a href=${routeHash({ view: 'update', file: file.id, item: index })}>${words.whatHappened}</a>
          <a href=${routeHash({ view: 'languages', file: file.id, item: index })}>${words.translate}</a>
        </span>
      </li>`,
  );
}

/** Begins a case in the newest feed of this browser, or a new feed without one. */
async function startCase(studio: Studio): Promise<void> {
  const { words, files } = studio;
  if (!files[0] || !(await studio.addToNewest(newItem(files[0].document, new Date()))))
    await studio.open(emptyFeed(words.language, new Date()), { name: words.newFileName }, 0);
  writeHeadline(studio);
}

export function addCase(studio: Studio): void {
  studio.addItem(newItem(studio.file!.document, new Date()));
  writeHeadline(studio);
}

/** Puts the cursor into the headline of the last case, as soon as its form is there. */
const writeHeadline = (studio: Studio): void => new Form(studio).focus(`/items/${studio.file!.document.items.length - 1}/title`);

function forget(studio: Studio): void {
  if (confirm(studio.words.forgetConfirm)) void studio.forget();
}
