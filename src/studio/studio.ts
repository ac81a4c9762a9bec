/** The state of the app, and every action on it. Views are functions of it; each action ends with a new render. */
import type { FeedDocument } from '../publish/feed-document.js';
import type { Json } from '../lint/json-pointer.js';
import { Autosave } from './drafts/autosave.js';
import type { DraftStore } from './drafts/draft-store.js';
import { enter, type Presence } from './drafts/other-tabs.js';
import { CaseFile, newFileId, type DiskFile, type LaterVersion, type StoredFile } from './document/case-file.js';
import { readDocument } from './document/read-document.js';
import type { FeedEntry } from './import/feed-entries.js';
import type { Session } from './session.js';
import { readRoute, routeHash, type Route } from './route.js';
import type { Words } from './words/words.js';

/** ms without a change, after which the app checks the feed. */
const CHECK_PAUSE_MS = 250;

export class Studio {
  files: StoredFile[] = [];
  session?: Session;
  file?: CaseFile;
  autosave?: Autosave;
  presence?: Presence;
  route: Route = { view: 'home' };
  /** A message for the live region: the result of the last action. It stays until the user closes it, or goes to another view. */
  message = '';
  /** The entries of an imported news feed, for the user to choose one. */
  entries?: readonly FeedEntry[];
  /** The message that the next view begins with. */
  private arrival = '';
  private checkTimer?: ReturnType<typeof setTimeout>;
  /** The last save as a file. The next one waits for it, because it needs its ETag. */
  private saving = Promise.resolve();
  /** State of the views that is not stored, such as opened sections. */
  readonly views = new Map<string, unknown>();

  constructor(
    readonly store: DraftStore,
    readonly words: Words,
    readonly render: () => void,
  ) {}

  async start(session?: Session): Promise<void> {
    this.session = session;
    this.files = await this.store.list();
    window.addEventListener('hashchange', () => void this.follow());
  }

  /** The id of the file that the address names. */
  get namedFile(): string | undefined {
    return readRoute(location.hash).file;
  }

  /** Shows what the address names. */
  async follow(): Promise<void> {
    const route = readRoute(location.hash);
    if (route.file !== undefined && route.file !== this.file?.id) {
      const stored = await this.store.read(route.file).catch(() => undefined);
      if (!stored) return this.go({ view: 'home' });
      await this.load(new CaseFile(stored));
    }
    if (route.file === undefined) await this.close();
    this.route = route;
    if (route.view === 'publish' && this.file && !this.file.facts.showsLacks) this.note({ showsLacks: true });
    this.say(this.arrival);
    this.arrival = '';
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    // After the render. On a telephone, the row of places is wider than the screen.
    queueMicrotask(() => document.querySelector('.places [aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }

  /** @param message of the action that leads there */
  go(route: Route, message = ''): void {
    this.arrival = message;
    const hash = routeHash(route);
    if (hash === location.hash) void this.follow();
    else location.hash = hash;
  }

  private async load(file: CaseFile): Promise<void> {
    await this.close();
    this.file = file;
    this.views.clear();
    this.autosave = new Autosave(this.store, file, () => this.render());
    this.presence = await enter(file.id);
  }

  private async close(): Promise<void> {
    await this.autosave?.idle();
    this.presence?.leave();
    this.file = this.autosave = this.presence = undefined;
    this.files = await this.store.list();
  }

  /** Opens a document as a new file of the browser. */
  async open(document: FeedDocument, facts: CaseFile['facts'], item?: number): Promise<void> {
    const file = new CaseFile({ ...facts, id: newFileId(), document, savedAt: Date.now(), version: 0 });
    await this.load(file);
    this.autosave!.save();
    this.go({ view: item === undefined ? 'cases' : 'edit', file: file.id, item });
  }

  /** Goes on with a file of this browser. */
  async openStored(stored: StoredFile, message: string): Promise<void> {
    await this.load(new CaseFile(stored));
    this.autosave!.save();
    this.go({ view: 'cases', file: stored.id }, message);
  }

  /**
   * Adds a case to the newest file, and shows its form: an organisation has one feed, and a second one at the same address would replace it.
   * @param unconfirmed pointers in the item, which an import has found
   * @param sentences the sentences of the text from which they were concluded
   * @returns false without a file
   */
  async addToNewest(item: Json, unconfirmed: readonly string[] = [], sentences: Readonly<Record<string, string>> = {}): Promise<boolean> {
    const stored = this.files[0] && (await this.store.read(this.files[0].id).catch(() => undefined));
    if (!stored) return false;
    await this.load(new CaseFile(stored));
    this.addItem(item, unconfirmed, sentences);
    return true;
  }

  /** Adds a case to the open file, and shows its form. */
  addItem(item: Json, unconfirmed: readonly string[] = [], sentences: Readonly<Record<string, string>> = {}): void {
    const file = this.file!;
    const { length } = file.document.items;
    const inFeed = (pointer: string) => `/items/${length}${pointer}`;
    this.edit((document) => ({ ...document, items: [...document.items, item] }));
    this.note({
      unconfirmed: [...(file.facts.unconfirmed ?? []), ...unconfirmed.map(inFeed)],
      sentences: {
        ...file.facts.sentences,
        ...Object.fromEntries(Object.entries(sentences).map(([pointer, sentence]) => [inFeed(pointer), sentence])),
      },
      showsLacks: false,
    });
    this.go({ view: 'edit', file: file.id, item: length });
  }

  /** @param place the pointer of the field that the user edits */
  edit(change: (document: FeedDocument) => FeedDocument, place?: string): void {
    this.file?.edit(change, place);
    this.changed();
  }

  /** Changes what is known about the file, not the document. */
  note(facts: Partial<CaseFile['facts']>): void {
    if (this.file) this.file.facts = { ...this.file.facts, ...facts };
    this.changed();
  }

  /**
   * Ends a long action on a file. By then, the user may have written more, or opened another file. The change stays when the user undoes
   * what was written before: a published number is never given twice.
   */
  async settle(id: string, change: (document: FeedDocument) => FeedDocument, facts: Partial<CaseFile['facts']>): Promise<void> {
    if (this.file?.id === id) {
      this.file.amend(change);
      return this.note(facts);
    }
    const stored = await this.store.read(id).catch(() => undefined);
    if (!stored) return; // the user has removed it
    await this.store.write({ ...stored, ...facts, document: change(stored.document), savedAt: Date.now() });
    this.files = await this.store.list();
  }

  undo(): void {
    this.file?.undo();
    this.changed();
  }

  redo(): void {
    this.file?.redo();
    this.changed();
  }

  private changed(): void {
    this.autosave?.save();
    this.render();
    clearTimeout(this.checkTimer);
    this.checkTimer = setTimeout(() => {
      this.file?.check();
      this.render();
    }, CHECK_PAUSE_MS);
  }

  /** Loads the newer version that another tab has stored. */
  async reload(): Promise<void> {
    const stored = this.file && (await this.store.read(this.file.id));
    if (stored) await this.load(new CaseFile(stored));
    this.render();
  }

  /** Keeps the work of this tab as a file of its own, beside the newer version of another tab. */
  async keepCopy(): Promise<void> {
    if (!this.file) return;
    const { document, facts } = this.file;
    await this.open(document, { ...facts, name: this.words.copyOf(facts.name), disk: undefined }, this.route.item);
  }

  /** Stores the work of this tab as another file, which is not the one of the site any more. Returns whether the browser has stored it. */
  async storeCopy(): Promise<boolean> {
    const { document, facts } = this.file!;
    const { sample, published, translated, agreedNames } = facts;
    const copy = { name: this.words.copyOf(facts.name), sample, published, translated, agreedNames };
    const result = await this.store.write({ ...copy, id: newFileId(), document, savedAt: Date.now(), version: 0 });
    if (typeof result === 'number') return true;
    this.say(this.words.saveState[result]);
    return false;
  }

  /** Ends the decision about a later version. The steps before it belong to another publication, so undo ends here. */
  async decide(document: FeedDocument, { facts }: LaterVersion): Promise<void> {
    await this.autosave!.idle();
    await this.openStored({ ...this.file!.stored, ...facts, document, later: undefined }, this.words.laterDone);
  }

  /** Shows the version of this tab beside the newer one that another tab has stored. */
  async compareTabs(): Promise<void> {
    const { file, autosave } = this;
    const stored = file && (await this.store.read(file.id));
    if (!stored) return;
    const { published, base, site, script, folder, publicKey, disk } = stored;
    const later: LaterVersion = {
      from: 'tab',
      base: autosave!.base,
      document: stored.document,
      facts: { published, base, site, script, folder, publicKey, disk },
    };
    file.facts = { ...file.facts, later };
    await autosave!.overwrite();
  }

  /** Hands the feed to the user as a file. A file of `placard studio` is written where it is. */
  saveFile(): Promise<void> {
    this.saving = this.saving.then(() => this.save());
    return this.saving;
  }

  private async save(): Promise<void> {
    const { file, session } = this;
    if (!file) return;
    const { disk } = file.facts;
    if (session && disk?.session === session.id) return this.saveToDisk(file, session, disk);
    downloadFile(file);
    this.sayFileSaved(file);
  }

  private sayFileSaved({ facts: { unconfirmed = [] } }: CaseFile): void {
    this.say(unconfirmed.length ? this.words.fileSavedUnconfirmed(unconfirmed.length) : this.words.fileSaved);
  }

  /** Writes the file of `placard studio`. If another program has changed it since, the user sees both versions, and nothing is overwritten. */
  private async saveToDisk(file: CaseFile, session: Session, disk: DiskFile): Promise<void> {
    const { document } = file;
    const etag = await session.save(file.text, disk.etag);
    if (etag !== undefined) {
      await this.settle(file.id, (now) => now, { disk: { ...disk, etag, document } });
      return this.sayFileSaved(file);
    }
    const now = await session.read();
    const there = now && now.etag !== disk.etag ? readDocument(now.text) : undefined;
    if (now && there && this.file === file) {
      const facts = { disk: { ...disk, etag: now.etag, document: there } };
      return this.note({ later: { from: 'disk', base: disk.document, document: there, facts } });
    }
    downloadFile(file);
    this.say(this.words.notWritten(file.facts.name));
  }

  async removeFile(id: string): Promise<void> {
    await this.store.remove(id);
    this.files = await this.store.list();
    this.render();
  }

  async forget(): Promise<void> {
    await this.close();
    await this.store.forget();
    this.files = [];
    this.say(this.words.forgotten);
  }

  say(message: string): void {
    this.message = message;
    this.render();
  }

  /** Returns state of a view that lives as long as the file is open. */
  view<T>(name: string, initial: () => T): T {
    if (!this.views.has(name)) this.views.set(name, initial());
    return this.views.get(name) as T;
  }
}

const downloadFile = ({ text, facts }: CaseFile): void => download(new Blob([text], { type: 'application/feed+json' }), facts.name);

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
