/** The frame of every view: the bar, the state of saving, the places of a file, and the live region. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Studio } from '../studio.js';
import { chooseLanguage, LANGUAGES, type LanguageTag } from '../words/languages.js';
import { routeHash, type View } from '../route.js';
import { itemTitle } from './case-state.js';

export function shell(studio: Studio, content: TemplateResult): TemplateResult {
  const { words, route, file } = studio;
  return html`<a class="skip" href="#main" @click=${toMain}>${words.skip}</a>
    <header class="bar">
      <a class="brand" href=${routeHash({ view: 'home' })}>${words.app}</a>
      ${file ? html`<span class="file-name" dir="auto">${file.facts.name}</span>` : nothing} ${file ? saving(studio) : nothing}
      <label class="language"
        ><span class="hidden">${words.languageLabel}</span>
        <select @change=${changeLanguage}>
          ${Object.entries(LANGUAGES).map(([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === words.language}>${name}</option>`)}
        </select>
      </label>
    </header>
    ${file ? html`<nav class="places" aria-label=${file.facts.name}>${places(studio)}</nav>` : nothing} ${file ? warnings(studio) : nothing}
    <main id="main" data-view=${route.view} tabindex="-1">${content}</main>
    <div class="message">
      <p class="live" role="status">${studio.message}</p>
      ${studio.message ? html`<button type="button" aria-label=${words.closeMessage} title=${words.closeMessage} @click=${() => studio.say('')}>✕</button>` : nothing}
    </div>`;
}

function toMain(event: Event): void {
  event.preventDefault(); // the fragment of the address names the view
  document.getElementById('main')?.focus();
}

function changeLanguage({ target }: Event): void {
  chooseLanguage((target as HTMLSelectElement).value as LanguageTag);
  location.reload(); // every change is stored already
}

function saving(studio: Studio) {
  const { words, autosave, file, session } = studio;
  const { state } = autosave!;
  return html`<span class="saving" data-saving=${state}>${state === 'saved' || state === 'saving' ? words.saveState[state] : nothing}</span>
    <span class="history">
      <button type="button" class="quiet" ?disabled=${!file!.canUndo} @click=${() => studio.undo()}>${words.undo}</button>
      <button type="button" class="quiet" ?disabled=${!file!.canRedo} @click=${() => studio.redo()}>${words.redo}</button>
    </span>
    <button type="button" id="save-file" @click=${() => void studio.saveFile()}>${words.saveFile}</button>
    ${session?.preview ? html`<a href=${session.preview} target="_blank" rel="noreferrer" data-preview>${words.preview}</a>` : nothing}`;
}

function warnings(studio: Studio) {
  const { words, autosave, presence } = studio;
  const { state } = autosave!;
  if (state === 'full' || state === 'forbidden') {
    return html`<div class="warning" role="alert" data-fault=${state}>
      <p>${words.saveState[state]}</p>
      <button type="button" @click=${() => void studio.saveFile()}>${words.saveFile}</button>
    </div>`;
  }
  if (state === 'overtaken') {
    return html`<div class="warning" role="alert" data-fault=${state}>
      <p>${words.saveState.overtaken}</p>
      <button type="button" data-choice="join" @click=${() => void studio.compareTabs()}>${words.join}</button>
      <button type="button" data-choice="newer" @click=${() => void studio.reload()}>${words.useOther}</button>
      <button type="button" data-choice="copy" @click=${() => void studio.keepCopy()}>${words.keepCopy}</button>
      <button type="button" data-choice="mine" @click=${() => void studio.autosave!.overwrite()}>${words.overwrite}</button>
    </div>`;
  }
  return presence?.isSecond ? html`<div class="warning" role="alert" data-fault="second-tab"><p>${words.secondTab}</p></div>` : nothing;
}

/** The views of a file. The views of one case keep the case. */
function places({ words, route, file }: Studio) {
  const item = route.item ?? (file!.document.items.length ? 0 : undefined);
  const title = item === undefined ? '' : itemTitle(file!.document.items[item], words);
  const link = (view: Exclude<View, 'home' | 'import'>, withItem: boolean) =>
    html`<a
      href=${routeHash({ view, file: file!.id, item: withItem ? item : undefined })}
      data-place=${view}
      aria-current=${route.view === view ? 'page' : nothing}
      title=${withItem ? title : nothing}
      >${words.views[view]}</a
    >`;
  return [
    link('cases', false),
    ...(item === undefined ? [] : [link('edit', true), link('update', true), link('languages', true)]),
    link('publish', false),
  ];
}
