/** Stores each change of a file at once. While a write runs, only the newest change waits. */
import type { FeedDocument } from '../../publish/feed-document.js';
import type { CaseFile } from '../document/case-file.js';
import type { DraftStore, StorageFault } from './draft-store.js';

export type SaveState = 'saved' | 'saving' | StorageFault;

export class Autosave {
  state: SaveState;
  /** The document that the browser has last stored for this tab. */
  base: FeedDocument;
  private pending = false;
  private running?: Promise<void>;

  constructor(
    private readonly store: DraftStore,
    private readonly file: CaseFile,
    private readonly changed: () => void,
  ) {
    this.base = file.document;
    this.state = file.version ? 'saved' : 'saving'; // a new file is not stored yet
  }

  save(): void {
    this.pending = true;
    // Another tab has newer work. The user decides first.
    if (this.state === 'overtaken') return;
    this.show('saving');
    this.running ??= this.run();
  }

  /** Resolves when no write is left. */
  async idle(): Promise<void> {
    await this.running;
  }

  /** Stores the file over a newer version of another tab. The user has asked for it. */
  async overwrite(): Promise<void> {
    this.file.version = (await this.store.read(this.file.id))?.version ?? 0;
    this.state = 'saved';
    this.save();
  }

  private async run(): Promise<void> {
    let state: SaveState = 'saved';
    while (this.pending && state === 'saved') {
      this.pending = false;
      this.file.savedAt = Date.now();
      const { stored } = this.file;
      const result = await this.store.write(stored);
      if (typeof result === 'number') {
        this.file.version = result;
        this.base = stored.document;
      } else state = result;
    }
    this.running = undefined; // at once: a change that follows begins the next one
    this.show(state);
  }

  private show(state: SaveState): void {
    this.state = state;
    this.changed();
  }
}
