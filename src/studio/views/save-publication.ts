/** Hands the publication to the user: as a folder, a zip or one file. */
import { stringifyLike, type FeedDocument } from '../../publish/feed-document.js';
import { PublishError } from '../../publish/publish-error.js';
import { RECORD_FILE } from '../../publish/site-record.js';
import { isOlder } from '../../feed/values/feed-version.js';
import type { CaseFile } from '../document/case-file.js';
import { differences } from '../document/later.js';
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

/** A publication, and the address of its site. */
export interface Order {
  readonly studio: Studio;
  /** The address of the site, with a slash at its end. */
  readonly base: string;
  readonly prepared: PreparedFeed;
}

/** A publication in the making. The user can go on writing, or open another file, until it ends. */
interface Job extends Order {
  readonly file: CaseFile;
  readonly signer: Signer;
}

/**
 * Runs one action at a time. While it runs, no other one starts; what stops it is shown.
 * @param whenBroken the sentence for any other error
 */
async function publish(order: Order, whenBroken: string, act: (job: Job) => Promise<void>): Promise<void> {
  const { studio } = order;
  const state = publishState(studio);
  if (state.busy) return;
  Object.assign(state, { busy: true, fault: undefined, result: undefined });
  studio.say(studio.words.building);
  const job = { ...order, file: studio.file!, signer: chosenSigner(studio) ?? UNSIGNED };
  try {
    await act(job);
  } catch (thrown) {
    if (thrown instanceof LaterSite) return showLater(job, thrown);
    if (!(thrown instanceof PublishError)) console.error(thrown);
    state.fault = thrown instanceof PublishError ? faultText(studio, thrown) : whenBroken;
    studio.say('');
  } finally {
    state.busy = false;
    studio.render();
  }
}

/** Returns what stops a publication, in the language of the app. The library speaks to people at a command line. */
export const faultText = ({ words }: Studio, { fault, message }: PublishError): string =>
  fault === undefined ? message : words.publishFaults[fault];

/** Hands out the publication without its site, for a publisher whose site is made elsewhere. */
export const saveFeed = (order: Order): Promise<void> =>
  publish(order, order.studio.words.buildFailed, async (job) => {
    const { prepared, signer, file, studio } = job;
    const { document } = prepared;
    const signatures = await signer.sign(document);
    const signed = signatures.length ? { ...document, _placard: { ...document._placard, signatures: [...signatures] } } : document;
    const { sample, site } = file.facts;
    const text = stringifyLike(signed, sample);
    download(new Blob([text], { type: 'application/feed+json' }), 'feed.json');
    await keep(job, { site: { ...site, 'feed.json': text } });
    studio.say(studio.words.fileSaved);
  });

export const saveZip = (order: Order): Promise<void> =>
  publish(order, order.studio.words.buildFailed, async (job) => {
    const { base, file } = job;
    const { site, published } = file.facts;
    // A file that was published elsewhere before: the earlier site is at the address that the user entered.
    const read = !site?.[RECORD_FILE] && published ? (path: string) => fetchText(base + path) : async (path: string) => site?.[path];
    const made = await build(job, read);
    download(zip(made.files), `${new URL(base).hostname}-site.zip`);
    await finish(job, made, {});
  });

/** @param known the folder of the last time. Without one, the user chooses. */
export const saveFolder = (order: Order, known?: FileSystemDirectoryHandle): Promise<void> =>
  // Another error: the folder was removed, or the disk is full.
  publish(order, order.studio.words.folderFailed, async (job) => {
    const { words } = job.studio;
    const folder = known ?? (await chooseFolder('readwrite'));
    if (!folder) return job.studio.say('');
    if (!(await mayWrite(folder))) throw new PublishError(words.folderFailed);
    if (await isForeign(folder)) throw new PublishError(words.foreignFolder);
    const made = await build(job, readFrom(folder));
    await writeTo(folder, made.files);
    await finish(job, made, { folder });
  });

/** @throws LaterSite, PublishError */
async function build(job: Job, read: (path: string) => Promise<string | undefined>): Promise<SiteFiles> {
  const { prepared, base, signer, file } = job;
  const { published, site } = file.facts;
  const found = async () => readDocument((await read('feed.json')) ?? '');
  const isAsNewAs = (document: FeedDocument, other: FeedDocument) => !isOlder(versionOf(document), versionOf(other));
  const known = readDocument(site?.['feed.json'] ?? '');
  if (known) {
    // The next number would replace what somebody has written into the published feed.
    const now = await found();
    if (now && isAsNewAs(now, known) && differences(known, { base: known, document: now }).length) throw new LaterSite(now);
  }
  try {
    return await createSite(prepared, base, await loadLibrary(), read, signer);
  } catch (thrown) {
    const now = thrown instanceof PublishError ? await found() : undefined;
    const isUnknown = now && (!published || !isAsNewAs(published, now) || (thrown as PublishError).fault === 'same-number');
    if (isUnknown && isAsNewAs(now, prepared.document)) throw new LaterSite(now);
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
function showLater({ studio, base, file }: Job, { document }: LaterSite): void {
  studio.say('');
  if (studio.file?.id !== file.id) return;
  const before = file.facts.published ?? { _placard: {}, items: [] };
  const from = isOlder(versionOf(before), versionOf(document)) ? 'site' : 'edited';
  studio.note({ later: { from, base: before, document, facts: { base, published: document, site: undefined, script: undefined } } });
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
