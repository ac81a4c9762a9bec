/** The next steps with the files: where to upload them, whether they are online, and the pages for readers and partners. */
import { html, nothing } from 'lit';
import { fetchText } from '../fetch-text.js';
import type { SiteFiles } from '../publish/site-files.js';
import type { Studio } from '../studio.js';

interface OnlineState {
  /** The publication that was checked. */
  checked?: SiteFiles;
  online?: 'checking' | 'current' | 'old' | 'unreadable';
}

const stateOf = (studio: Studio): OnlineState => studio.view<OnlineState>('online', () => ({}));

export function publishedView(studio: Studio, site: SiteFiles, base: string) {
  const { words } = studio;
  const { checked, online } = stateOf(studio);
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
    </li>
    <li data-step="check">
      <h2>${words.onlineTitle}</h2>
      <button type="button" id="check-online" @click=${() => void checkOnline(studio, site, base)}>${words.checkOnline}</button>
      ${online && checked === site ? html`<p data-online=${online} role="status">${words.online[online]}</p>` : nothing}
      <h3>${words.pagesTitle}</h3>
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

const textOf = ({ files }: SiteFiles, path: string): string => new TextDecoder().decode(files.get(path));

/** @param folder of the item in the site, with a slash at its end */
async function copyCode(studio: Studio, site: SiteFiles, folder: string): Promise<void> {
  await navigator.clipboard.writeText(textOf(site, `${folder}snippets/full.html`));
  studio.say(studio.words.codeCopied);
}

async function checkOnline(studio: Studio, site: SiteFiles, base: string): Promise<void> {
  const state = stateOf(studio);
  Object.assign(state, { checked: site, online: 'checking' });
  studio.render();
  const text = await fetchText(`${base}feed.json`);
  state.online = text === undefined ? 'unreadable' : text === textOf(site, 'feed.json') ? 'current' : 'old';
  studio.render();
}
