/** Hands the publication to the user: as a folder, a zip or one file. */
import { stringifyLike } from '../../publish/feed-document.js';
import { PublishError } from '../../publish/publish-error.js';
import { RECORD_FILE } from '../../publish/site-record.js';
import { fetchText } from '../fetch-text.js';
import { chooseFolder, isForeign, mayWrite, readFrom, writeTo } from '../publish/folder.js';
import { loadLibrary } from '../publish/library.js';
import { UNSIGNED } from '../publish/signing-key.js';
import { createSite, type PreparedFeed, type SiteFiles } from '../publish/site-files.js';
import { zip } from '../publish/zip.js';
import { download, type Studio } from '../studio.js';
import { chosenSigner, forgetSigner } from './signing-view.js';

export interface PublishState {
  address?: string;
  fault?: string;
  /** The last prepared publication, for the document and the address that it was made from. */
  prepared?: { readonly document: object; readonly base: string | undefined; readonly feed: PreparedFeed | undefined };
  /** The files are being made or written. */
  busy?: boolean;
  result?: SiteFiles;
}

export const publishState = (studio: Studio): PublishState => studio.view<PublishState>('publish', () => ({}));

/** Runs one action at a time. While it runs, no other one starts; what stops it is shown. */
async function publish(studio: Studio, act: () => Promise<void>, whenBroken: string): Promise<void> {
  const state = publishState(studio);
  if (state.busy) return;
  Object.assign(state, { busy: true, fault: undefined, result: undefined });
  studio.say(studio.words.building);
  try {
    await act();
  } catch (thrown) {
    if (!(thrown instanceof PublishError)) console.error(thrown);
    state.fault = thrown instanceof PublishError ? thrown.message : whenBroken;
    studio.say('');
  } finally {
    state.busy = false;
    studio.render();
  }
}

/** Hands out the publication without its site, for a publisher whose site is made elsewhere. */
export const saveFeed = (studio: Studio, base: string, { whole, document }: PreparedFeed): Promise<void> =>
  publish(
    studio,
    async () => {
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
    },
    studio.words.buildFailed,
  );

export const saveZip = (studio: Studio, base: string, prepared: PreparedFeed): Promise<void> =>
  publish(
    studio,
    async () => {
      const { site, published } = studio.file!.facts;
      // A file that was published elsewhere before: the earlier site is at the address that the user entered.
      const read = !site?.[RECORD_FILE] && published ? (path: string) => fetchText(base + path) : async (path: string) => site?.[path];
      const made = await build(studio, base, prepared, read);
      download(zip(made.files), `${new URL(base).hostname}-site.zip`);
      finish(studio, base, made, prepared);
    },
    studio.words.buildFailed,
  );

/** @param known the folder of the last time. Without one, the user chooses. */
export async function saveFolder(studio: Studio, base: string, prepared: PreparedFeed, known?: FileSystemDirectoryHandle): Promise<void> {
  const { words } = studio;
  const folder = known ?? (await chooseFolder('readwrite'));
  if (!folder) return;
  await publish(
    studio,
    async () => {
      if (!(await mayWrite(folder))) throw new PublishError(words.folderFailed);
      if (await isForeign(folder)) throw new PublishError(words.foreignFolder);
      const made = await build(studio, base, prepared, readFrom(folder));
      await writeTo(folder, made.files);
      studio.note({ folder });
      finish(studio, base, made, prepared);
    },
    words.folderFailed, // the folder was removed, or the disk is full
  );
}

const build = async (
  studio: Studio,
  base: string,
  prepared: PreparedFeed,
  read: (path: string) => Promise<string | undefined>,
): Promise<SiteFiles> => createSite(prepared, base, await loadLibrary(), read, chosenSigner(studio) ?? UNSIGNED);

/** Keeps the publication as the user wrote it, without the addresses that the site adds: the next one is compared with it. */
function finish(studio: Studio, base: string, site: SiteFiles, { whole, document }: PreparedFeed): void {
  publishState(studio).result = site;
  studio.edit(() => whole);
  studio.note({ base, published: document, site: site.kept, script: site.script, publicKey: chosenSigner(studio)?.publicKeys[0] });
  forgetSigner(studio);
  studio.say(studio.words.filesReady);
}
