/** Publishing: the address of the site, its files, what to do with them, and whether they are online. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Problem } from '../../lint/problem.js';
import { PublishError } from '../../publish/publish-error.js';
import { canUseFolders } from '../publish/folder.js';
import { Form } from '../form/form.js';
import { problemInList } from '../form/problem-places.js';
import { baseOf } from '../publish/open-site.js';
import { prepareFeed, type PreparedFeed } from '../publish/site-files.js';
import type { Studio } from '../studio.js';
import { openNames } from '../publish/names.js';
import { signingView } from './signing-view.js';
import { faultText, publishState, saveFeed, saveFolder, saveZip } from './save-publication.js';
import { namesView } from './names-view.js';
import { onlineView } from './online-view.js';
import { pagesView, uploadView } from './published-view.js';

export function publishView(studio: Studio): TemplateResult {
  const { words, file } = studio;
  const state = publishState(studio);
  const address = state.address ?? file!.facts.base ?? '';
  const base = baseOf(address);
  const { folder, site, script } = file!.facts;
  const prepared = prepare(studio, base);
  const isReady = prepared && !prepared.errors.length && !openNames(file!).length && !state.busy;
  const order = base !== undefined && isReady ? { studio, base, prepared } : undefined;
  return html`<h1 tabindex="-1">${words.publishTitle}</h1>
    <ol class="steps">
      <li>
        <h2>${words.whereTitle}</h2>
        <label for="base">${words.baseLabel}</label>
        <input
          id="base"
          type="url"
          dir="ltr"
          autocomplete="off"
          placeholder="https://example.org/cases/"
          .value=${live(address)}
          aria-invalid=${!!address && base === undefined}
          aria-describedby="base-hint"
          @input=${(event: Event) => setAddress(studio, (event.target as HTMLInputElement).value)}
        />
        <p class="hint" id="base-hint">${address && base === undefined ? words.baseInvalid : words.baseHint}</p>
      </li>
      <li>
        <h2>${words.checkTitle}</h2>
        ${
          typeof prepared === 'object' && prepared.errors.length
            ? html`<p class="problem-note" data-errors>${words.errorsLeft(prepared.errors.length)}</p>
                <ul class="problems">
                  ${prepared.errors.slice(0, 20).map((problem) => html`<li data-code=${problem.code} data-level="error"><strong>${problemInList(problem, words)}</strong> ${itemLink(studio, problem)}</li>`)}
                </ul>`
            : base === undefined
              ? html`<p class="hint" data-address-first>${words.addressFirst}</p>`
              : html`<p class="all-good">${words.readyToPublish}</p>`
        }
        ${namesView(studio)} ${confirmNote(studio)} ${checkNote(studio)}
        ${state.fault ? html`<p class="problem-note" role="alert" data-publish-fault>${state.fault}</p>` : nothing}
      </li>
      <li>
        <h2>${words.filesTitle}</h2>
        <div class="row">
          ${
            canUseFolders()
              ? html`<button
                  type="button"
                  class="strong"
                  id="save-folder"
                  ?disabled=${!order}
                  @click=${() => void saveFolder(order!, folder)}
                >
                  ${folder ? words.saveInto(folder.name) : words.saveFolder}
                </button>`
              : nothing
          }
          <button
            type="button"
            class=${canUseFolders() ? '' : 'strong'}
            id="download-zip"
            ?disabled=${!order}
            @click=${() => void saveZip(order!)}
          >
            ${words.downloadZip}
          </button>
          ${
            folder
              ? html`<button type="button" id="other-folder" ?disabled=${!order} @click=${() => void saveFolder(order!)}>
                  ${words.otherFolder}
                </button>`
              : nothing
          }
          <button type="button" id="save-feed" ?disabled=${!order} @click=${() => void saveFeed(order!)}>${words.saveFeed}</button>
        </div>
        <p class="hint">${words.filesHint}</p>
        ${signingView(studio)}
      </li>
      ${state.result ? uploadView(studio, base!) : nothing}
      ${base !== undefined && site?.['feed.json'] ? onlineView(studio, { base, site, script }) : nothing}
      ${state.result ? pagesView(studio, state.result, base!) : nothing}
    </ol>`;
}

/** Returns undefined for a file that is older than its publication. */
function prepare(studio: Studio, base: string | undefined): PreparedFeed | undefined {
  const state = publishState(studio);
  const { document } = studio.file!;
  if (state.prepared?.document === document && state.prepared.base === base) return state.prepared.feed;
  let feed: PreparedFeed | undefined;
  try {
    feed = prepareFeed(studio.file!, base ?? 'https://unpublished.invalid/', new Date());
  } catch (thrown) {
    if (!(thrown instanceof PublishError)) throw thrown;
    state.fault = faultText(studio, thrown);
  }
  state.prepared = { document, base, feed };
  return feed;
}

function setAddress(studio: Studio, address: string): void {
  Object.assign(publishState(studio), { address, fault: undefined, result: undefined });
  const base = baseOf(address);
  if (base === undefined) studio.render();
  else if (base !== studio.file!.facts.base) studio.note({ base, site: undefined, script: undefined });
  else studio.render();
}

/** Returns a link to the field of a problem. */
function itemLink(studio: Studio, problem: Problem) {
  const index = /^\/items\/(\d+)/.exec(problem.path)?.[1] ?? '0';
  const reveal = () => {
    const form = new Form(studio);
    form.reveal(form.placeOf(problem));
  };
  return html`<a href="#/${studio.file!.id}/edit/${index}" @click=${reveal}>${studio.words.goTo}</a>`;
}

/** Points that stop no publication: what is missing is shown at its field from now on. */
function checkNote({ words, file }: Studio) {
  const [first, ...others] = file!.problems.filter(({ level }) => level !== 'error');
  if (!first) return nothing;
  const index = /^\/items\/(\d+)/.exec(first.path)?.[1] ?? '0';
  return html`<p class="hint" data-to-check=${others.length + 1}>
    ${words.problemCount(others.length + 1)}. <a href="#/${file!.id}/edit/${index}">${words.goTo}</a>
  </p>`;
}

function confirmNote({ words, file }: Studio) {
  const count = file!.facts.unconfirmed?.length ?? 0;
  return count
    ? html`<p class="problem-note" data-unconfirmed-count=${count}>
        ${words.stillToConfirm(count)}.
        <a href="#/${file!.id}/edit/${/^\/items\/(\d+)/.exec(file!.facts.unconfirmed![0]!)?.[1] ?? 0}">${words.goTo}</a>
      </p>`
    : nothing;
}
