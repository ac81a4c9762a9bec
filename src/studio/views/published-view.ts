/** The next steps with the files: where to upload them, and the pages for readers and partners. */
import { html } from 'lit';
import type { SiteFiles } from '../publish/site-files.js';
import type { Studio } from '../studio.js';

export function uploadView({ words }: Studio, base: string) {
  return html`<li data-step="upload">
    <h2>${words.uploadTitle}</h2>
    <p>${words.uploadLead(base)}</p>
    ${Object.entries(words.hosts).map(
      ([name, steps]) =>
        html`<details class="host">
          <summary>${name}</summary>
          <p>${steps}</p>
        </details>`,
    )}
    <p class="hint">${words.uploadHint}</p>
  </li>`;
}

export function pagesView(studio: Studio, site: SiteFiles, base: string) {
  const { words } = studio;
  return html`<li data-step="pages">
    <h2>${words.pagesTitle}</h2>
    <ul class="pages">
      ${site.pages.map(
        ({ title, url, embed }) =>
          html`<li>
            <b dir="auto">${title ?? url}</b> <a href=${url} rel="noreferrer">${words.readersPage}</a>
            <a href=${embed} rel="noreferrer">${words.partnersPage}</a>
            <button type="button" class="quiet" data-copy-code @click=${() => void copyCode(studio, site, url.slice(base.length))}>
              ${words.copyCode}
            </button>
          </li>`,
      )}
    </ul>
  </li>`;
}

/** @param folder of the item in the site, with a slash at its end */
async function copyCode(studio: Studio, { files }: SiteFiles, folder: string): Promise<void> {
  await navigator.clipboard.writeText(new TextDecoder().decode(files.get(`${folder}snippets/full.html`)));
  studio.say(studio.words.codeCopied);
}
