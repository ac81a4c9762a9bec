/// <reference types="node" />
/** The files of a folder, by the folders in it: a large site has 160,000 files, and to make all of their paths takes longer than to list them. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from './cli-error.js';

/** Paths are relative, with slashes. */
export class FileList {
  private constructor(private readonly namesByFolder: Map<string, readonly string[]>) {}

  /**
   * Lists the files in `real`, without those of the folders `omitted`.
   * @param name of the folder in a message
   * @throws CliError for a link, which could publish or overwrite a file elsewhere
   */
  static of(real: string, name: string, omitted: readonly string[]): FileList {
    const namesByFolder = new Map<string, readonly string[]>();
    const visit = (folder: string) => {
      const names: string[] = [];
      for (const entry of readdirSync(folder ? `${real}/${folder}` : real, { withFileTypes: true })) {
        const path = () => inFolder(folder, entry.name);
        if (entry.isFile()) names.push(entry.name);
        else if (omitted.includes(path())) continue;
        else if (entry.isSymbolicLink())
          throw new CliError(`${join(name, path())} is a link, which can lead out of the folder. Replace it by the file itself.`);
        else if (entry.isDirectory()) visit(path());
      }
      namesByFolder.set(folder, names);
    };
    if (lstatSync(real, { throwIfNoEntry: false })) visit('');
    return new FileList(namesByFolder);
  }

  /** Returns a list that changes by itself. */
  copy(): FileList {
    return new FileList(new Map(this.namesByFolder));
  }

  has(path: string): boolean {
    const [folder, name] = parts(path);
    return this.hasAll(folder, [name]);
  }

  hasAll(folder: string, names: readonly string[]): boolean {
    const listed = this.namesByFolder.get(folder);
    return listed !== undefined && names.every((name) => listed.includes(name));
  }

  remove(folder: string, names: readonly string[]): void {
    const listed = this.namesByFolder.get(folder);
    if (!listed) return;
    if (listed.length === names.length && this.hasAll(folder, names)) return void this.namesByFolder.delete(folder);
    const rest = listed.filter((name) => !names.includes(name));
    if (rest.length) this.namesByFolder.set(folder, rest);
    else this.namesByFolder.delete(folder);
  }

  removeFile(path: string): void {
    const [folder, name] = parts(path);
    this.remove(folder, [name]);
  }

  *[Symbol.iterator](): Iterator<string> {
    for (const [folder, names] of this.namesByFolder) for (const name of names) yield inFolder(folder, name);
  }
}

const inFolder = (folder: string, name: string): string => (folder ? `${folder}/${name}` : name);

function parts(path: string): [folder: string, name: string] {
  const slash = path.lastIndexOf('/');
  return [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
}
