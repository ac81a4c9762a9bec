/** Stores each change of a file at once. While a write runs, only the newest change waits. */
import type { CaseFile } from '../document/case-file.js';
import type { DraftStore, StorageFault } from './draft-store.js';

export type SaveState = 'saved' | 'saving' | StorageFault;

export class Autosave {
  state: SaveState = 'saved';
  private pending = false;
  private running?: Promise<void>;

  constructor(
    private readonly store: DraftStore,
    private readonly file: CaseFile,
    private readonly changed: () => void,
  ) {}

  save(): void {
    this.pending = true;
    // Another tab has newer work. The user decides first.
    if (this.state === 'overtaken') return;
    this.show('saving');
    this.running ??= this.run().finally(() => (this.running = undefined));
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
    while (this.pending) {
      this.pending = false;
      this.file.savedAt = Date.now();
      const result = await this.store.write(this.file.stored);
      if (typeof result !== 'number') return this.show(result);
      this.file.version = result;
    }
    this.show('saved');
  }

  private show(state: SaveState): void {
    this.state = state;
    this.changed();
  }
}
