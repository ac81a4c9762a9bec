/** The files in this browser's storage. A write that another tab has overtaken is rejected, so that no work is overwritten. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { StoredFile } from '../document/case-file.js';

const DATABASE = 'placard-studio';

interface Schema extends DBSchema {
  files: { key: string; value: StoredFile };
}

/** Why a file was not stored. `overtaken`: another tab has stored a newer version. */
export type StorageFault = 'full' | 'forbidden' | 'overtaken';

export class DraftStore {
  private opened?: Promise<IDBPDatabase<Schema>>;

  private open(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= openDB<Schema>(DATABASE, 1, { upgrade: (database) => void database.createObjectStore('files', { keyPath: 'id' }) });
    return this.opened;
  }

  /** Returns the files, the newest first; an empty list where the browser forbids storage. */
  async list(): Promise<StoredFile[]> {
    try {
      return (await (await this.open()).getAll('files')).toSorted((a, b) => b.savedAt - a.savedAt);
    } catch {
      return [];
    }
  }

  async read(id: string): Promise<StoredFile | undefined> {
    return (await this.open()).get('files', id);
  }

  /**
   * Stores the file as the version after its own.
   * @returns the stored version, or why it was not stored
   */
  async write(file: StoredFile): Promise<number | StorageFault> {
    try {
      const transaction = (await this.open()).transaction('files', 'readwrite');
      transaction.done.catch(() => {}); // each request below reports its own failure
      const version = (await transaction.store.get(file.id))?.version ?? 0;
      if (version > file.version) return 'overtaken';
      await transaction.store.put({ ...file, version: file.version + 1 });
      await transaction.done;
      return file.version + 1;
    } catch (thrown) {
      return (thrown as DOMException | undefined)?.name === 'QuotaExceededError' ? 'full' : 'forbidden';
    }
  }

  async remove(id: string): Promise<void> {
    await (await this.open()).delete('files', id);
  }

  /** Removes everything that the browser keeps of this app, the files of the app for offline use too. */
  async forget(): Promise<void> {
    await this.removeDatabase().catch(() => {});
    for (const name of await caches.keys().catch(() => [])) await caches.delete(name);
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
    sessionStorage.clear();
    localStorage.clear();
  }

  private async removeDatabase(): Promise<void> {
    const database = await this.open();
    await database.clear('files');
    database.close();
    this.opened = undefined;
    await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(DATABASE);
      for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, resolve);
    });
  }
}
