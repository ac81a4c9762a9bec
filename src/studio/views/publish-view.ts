/** Publishing: the address of the site, its files as a folder or a zip, what to do with them, and whether they are online. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { stringifyLike } from '../../publish/feed-document.js';
import { PublishError } from '../../publish/publish-error.js';
import { RECORD_FILE } from '../../publish/site-record.js';
import { canUseFolders, chooseFolder, isForeign, mayWrite, readFrom, writeTo } from '../publish/folder.js';
import { problemText } from '../form/problem-places.js';
import { baseOf } from '../publish/open-site.js';
import { loadLibrary } from '../publish/library.js';
import { createSite, prepareFeed, type PreparedFeed, type SiteFiles } from '../publish/site-files.js';
import { zip } from '../publish/zip.js';
import { download, type Studio } from '../studio.js';
import { openNames } from '../publish/names.js';
import { UNSIGNED } from '../publish/signing-key.js';
import { chosenSigner, forgetSigner, signingView } from './signing-view.js';
import { namesView } from './names-view.js';
import { onlineView } from './online-view.js';
import { pagesView, uploadView } from './published-view.js';
import { fetchText } from '../fetch-text.js';

interface PublishState {
  address?: string;
  fault?: string;
  /** The last prepared publication, for the document and the address that it was made from. */
  prepared?: { readonly document: object; readonly base: string | undefined; readonly feed: PreparedFeed | undefined };
  busy?: boolean;
  result?: SiteFiles;
}

const stateOf = (studio: Studio): PublishState => studio.view<PublishState>('publish', () => ({}));

export function publishView(studio: Studio): TemplateResult {
  const { words, file } = studio;
  const state = stateOf(studio);
  const address = state.address ?? file!.facts.base ?? '';
  const base = baseOf(address);
  const { folder, site, script } = file!.facts;
  const prepared = prepare(studio, base);
  const isReady = base !== undefined && prepared && !prepared.errors.length && !openNames(file!).length && !state.busy;
  return html`<h1 tabindex="-1">${words.publishTitle}</h1>
    <ol class="steps">
      <li>
        <h2>${words.whereTitle}</h2>
        <label for="base">${words.baseLabel}</label>
        <input
          id="base"
          type="url"
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
                  ${prepared.errors.slice(0, 20).map((problem) => html`<li data-code=${problem.code} data-level="error"><strong>${problemText(problem, words).message}</strong> ${itemLink(studio, problem.path)}</li>`)}
                </ul>`
            : base === undefined
              ? html`<p class="hint" data-address-first>${words.addressFirst}</p>`
              : html`<p class="all-good">${words.readyToPublish}</p>`
        }
        ${namesView(studio)} ${confirmNote(studio)}
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
                  ?disabled=${!isReady}
                  @click=${() => void saveFolder(studio, base!, prepared!, folder)}
                >
                  ${folder ? words.saveInto(folder.name) : words.saveFolder}
                </button>`
              : nothing
          }
          <button
            type="button"
            class=${canUseFolders() ? '' : 'strong'}
            id="download-zip"
            ?disabled=${!isReady}
            @click=${() => void saveZip(studio, base!, prepared!)}
          >
            ${words.downloadZip}
          </button>
          ${
            folder
              ? html`<button
                  type="button"
                  id="other-folder"
                  ?disabled=${!isReady}
                  @click=${() => void saveFolder(studio, base!, prepared!)}
                >
                  ${words.otherFolder}
                </button>`
              : nothing
          }
          <button type="button" id="save-feed" ?disabled=${!isReady} @click=${() => void saveFeed(studio, base!, prepared!)}>
            ${words.saveFeed}
          </button>
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
  const state = stateOf(studio);
  const { document } = studio.file!;
  if (state.prepared?.document === document && state.prepared.base === base) return state.prepared.feed;
  let feed: PreparedFeed | undefined;
  try {
    feed = prepareFeed(studio.file!, base ?? 'https://unpublished.invalid/', new Date());
  } catch (thrown) {
    if (!(thrown instanceof PublishError)) throw thrown;
    state.fault = thrown.message;
  }
  state.prepared = { document, base, feed };
  return feed;
}

function setAddress(studio: Studio, address: string): void {
  Object.assign(stateOf(studio), { address, fault: undefined, result: undefined });
  const base = baseOf(address);
  if (base === undefined) studio.render();
  else if (base !== studio.file!.facts.base) studio.note({ base, site: undefined, script: undefined });
  else studio.render();
}

function itemLink({ words, file }: Studio, path: string) {
  const index = /^\/items\/(\d+)/.exec(path)?.[1] ?? '0';
  return html`<a href="#/${file!.id}/edit/${index}">${words.goTo}</a>`;
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

/** Builds the site, and reports what stops it. */
async function build(
  studio: Studio,
  base: string,
  prepared: PreparedFeed,
  read: (path: string) => Promise<string | undefined>,
): Promise<SiteFiles | undefined> {
  const state = stateOf(studio);
  Object.assign(state, { busy: true, fault: undefined, result: undefined });
  studio.say(studio.words.building);
  try {
    return await createSite(prepared, base, await loadLibrary(), read, chosenSigner(studio) ?? UNSIGNED);
  } catch (thrown) {
    state.fault = thrown instanceof PublishError ? thrown.message : studio.words.buildFailed;
    if (!(thrown instanceof PublishError)) console.error(thrown);
    return undefined;
  } finally {
    state.busy = false;
    studio.say('');
  }
}

/** Keeps the publication as the user wrote it, without the addresses that the site adds: the next one is compared with it. */
function finish(studio: Studio, base: string, site: SiteFiles, { whole, document }: PreparedFeed): void {
  stateOf(studio).result = site;
  studio.edit(() => whole);
  studio.note({ base, published: document, site: site.kept, script: site.script, publicKey: chosenSigner(studio)?.publicKeys[0] });
  forgetSigner(studio);
  studio.say(studio.words.filesReady);
}

/** Hands out the publication without its site, for a publisher whose site is made elsewhere. */
async function saveFeed(studio: Studio, base: string, { whole, document }: PreparedFeed): Promise<void> {
  const signer = chosenSigner(studio) ?? UNSIGNED;
  const signatures = await signer.sign(document);
  const signed = signatures.length ? { ...document, _placard: { ...document._placard, signatures: [...signatures] } } : document;
  const { sample, site } = studio.file!.facts;
  const text = stringifyLike(signed, sample);
  download(new Blob([text], { type: 'application/feed+json' }), 'feed.json');
  studio.edit(() => whole);
  studio.note({ base, published: document, site: { ...site, 'feed.json': text }, publicKey: signer.publicKeys[0] });
  forgetSigner(studio);
  studio.say(studio.words.fileSaved);
}

async function saveZip(studio: Studio, base: string, prepared: PreparedFeed): Promise<void> {
  const { site, published } = studio.file!.facts;
  // A file that was published elsewhere before: the earlier site is at the address that the user entered.
  const read = !site?.[RECORD_FILE] && published ? (path: string) => fetchText(base + path) : async (path: string) => site?.[path];
  const made = await build(studio, base, prepared, read);
  if (!made) return studio.render();
  download(zip(made.files), `${new URL(base).hostname}-site.zip`);
  finish(studio, base, made, prepared);
}

/** @param known the folder of the last time. Without one, the user chooses. */
async function saveFolder(studio: Studio, base: string, prepared: PreparedFeed, known?: FileSystemDirectoryHandle): Promise<void> {
  const { words } = studio;
  const stop = (fault: string) => {
    stateOf(studio).fault = fault;
    studio.render();
  };
  const folder = known ?? (await chooseFolder('readwrite'));
  if (!folder) return;
  try {
    if (!(await mayWrite(folder))) return stop(words.folderFailed);
    if (await isForeign(folder)) return stop(words.foreignFolder);
    const made = await build(studio, base, prepared, readFrom(folder));
    if (!made) return studio.render();
    await writeTo(folder, made.files);
    studio.note({ folder });
    finish(studio, base, made, prepared);
  } catch {
    stop(words.folderFailed); // the folder was removed, or the disk is full
  }
}
