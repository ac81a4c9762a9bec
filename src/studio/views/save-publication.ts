/** Hands the publication to the user: as a folder, a zip or one file. */
import { stringifyLike, type FeedDocument } from '../../publish/feed-document.js';
import { PublishError } from '../../publish/publish-error.js';
import { RECORD_FILE } from '../../publish/site-record.js';
import { isOlder } from '../../feed/values/feed-version.js';
import type { CaseFile } from '../document/case-file.js';
import { merge } from '../document/merge.js';
import { readDocument, versionOf } from '../document/read-document.js';
import { fetchText } from '../fetch-text.js';
import { chooseFolder, isForeign, mayWrite, readFrom, writeTo } from '../publish/folder.js';
import { loadLibrary } from '../publish/library.js';
import { UNSIGNED, type Signer } from '../publish/signing-key.js';
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

/** A publication in the making. The user can go on writing, or open another file, until it ends. */
interface Job {
  readonly studio: Studio;
  readonly base: string;
  readonly prepared: PreparedFeed;
  readonly file: CaseFile;
  readonly signer: Signer;
}

/** Runs one action at a time. While it runs, no other one starts; what stops it is shown. */
async function publish(
  studio: Studio,
  base: string,
  prepared: PreparedFeed,
  act: (job: Job) => Promise<void>,
  whenBroken: string,
): Promise<void> {
  const state = publishState(studio);
  if (state.busy) return;
  Object.assign(state, { busy: true, fault: undefined, result: undefined });
  studio.say(studio.words.building);
  const job = { studio, base, prepared, file: studio.file!, signer: chosenSigner(studio) ?? UNSIGNED };
  try {
    await act(job);
  } catch (thrown) {
    if (thrown instanceof LaterSite) return showLater(studio, job, thrown);
    if (!(thrown instanceof PublishError)) console.error(thrown);
    state.fault = thrown instanceof PublishError ? thrown.message : whenBroken;
    studio.say('');
  } finally {
    state.busy = false;
    studio.render();
  }
}

/** Hands out the publication without its site, for a publisher whose site is made elsewhere. */
export const saveFeed = (studio: Studio, base: string, prepared: PreparedFeed): Promise<void> =>
  publish(
    studio,
    base,
    prepared,
    async (job) => {
      const { document } = prepared;
      const signatures = await job.signer.sign(document);
      const signed = signatures.length ? { ...document, _placard: { ...document._placard, signatures: [...signatures] } } : document;
      const { sample, site } = job.file.facts;
      const text = stringifyLike(signed, sample);
      download(new Blob([text], { type: 'application/feed+json' }), 'feed.json');
      await keep(job, { site: { ...site, 'feed.json': text } });
      studio.say(studio.words.fileSaved);
    },
    studio.words.buildFailed,
  );

export const saveZip = (studio: Studio, base: string, prepared: PreparedFeed): Promise<void> =>
  publish(
    studio,
    base,
    prepared,
    async (job) => {
      const { site, published } = job.file.facts;
      // A file that was published elsewhere before: the earlier site is at the address that the user entered.
      const read = !site?.[RECORD_FILE] && published ? (path: string) => fetchText(base + path) : async (path: string) => site?.[path];
      const made = await build(job, read);
      download(zip(made.files), `${new URL(base).hostname}-site.zip`);
      await finish(job, made, {});
    },
    studio.words.buildFailed,
  );

/** @param known the folder of the last time. Without one, the user chooses. */
export const saveFolder = (studio: Studio, base: string, prepared: PreparedFeed, known?: FileSystemDirectoryHandle): Promise<void> =>
  publish(
    studio,
    base,
    prepared,
    async (job) => {
      const { words } = studio;
      const folder = known ?? (await chooseFolder('readwrite'));
      if (!folder) return studio.say('');
      if (!(await mayWrite(folder))) throw new PublishError(words.folderFailed);
      if (await isForeign(folder)) throw new PublishError(words.foreignFolder);
      const made = await build(job, readFrom(folder));
      await writeTo(folder, made.files);
      await finish(job, made, { folder });
    },
    studio.words.folderFailed, // the folder was removed, or the disk is full
  );

/** @throws LaterSite, PublishError */
async function build({ prepared, base, signer, file }: Job, read: (path: string) => Promise<string | undefined>): Promise<SiteFiles> {
  try {
    return await createSite(prepared, base, await loadLibrary(), read, signer);
  } catch (thrown) {
    const found = thrown instanceof PublishError ? readDocument((await read('feed.json')) ?? '') : undefined;
    const { published } = file.facts;
    const isUnknown = found && (!published || isOlder(versionOf(published), versionOf(found)));
    if (isUnknown && !isOlder(versionOf(found), versionOf(prepared.document))) throw new LaterSite(found);
    throw thrown;
  }
}

/** The site has a publication that this file does not know: another person has published in the meantime. */
class LaterSite extends Error {
  constructor(readonly document: FeedDocument) {
    super();
  }
}

/** Shows both versions to the user, who decides what stays. */
function showLater(studio: Studio, { base, file }: Job, { document }: LaterSite): void {
  studio.say('');
  if (studio.file?.id !== file.id) return;
  const before = file.facts.published ?? { _placard: {}, items: [] };
  studio.note({
    later: { from: 'site', base: before, document, facts: { base, published: document, site: undefined, script: undefined } },
  });
}

async function finish(job: Job, site: SiteFiles, facts: Facts): Promise<void> {
  const { studio, file } = job;
  await keep(job, { ...facts, site: site.kept, script: site.script });
  if (studio.file?.id === file.id) publishState(studio).result = site;
  studio.say(studio.words.filesReady);
}

type Facts = Partial<CaseFile['facts']>;

/**
 * Keeps the publication as the user wrote it, without the addresses that the site adds: the next one is compared with it. A change that
 * the user has made since then stays, as a change of this publication.
 */
async function keep({ studio, base, prepared, file, signer }: Job, facts: Facts): Promise<void> {
  const { draft, whole, document } = prepared;
  const withStamps = (now: FeedDocument) => merge(draft, now, whole, () => 'mine');
  await studio.settle(file.id, withStamps, { ...facts, base, published: document, publicKey: signer.publicKeys[0] });
  if (studio.file?.id === file.id) forgetSigner(studio);
}
