/** Reads and writes a folder of the user, in browsers with the File System Access API. */
import { RECORD_FILE } from '../../publish/site-record.js';

type Mode = 'read' | 'readwrite';

declare global {
  interface Window {
    showDirectoryPicker?(options: { mode: Mode; id?: string }): Promise<FileSystemDirectoryHandle>;
  }
  interface FileSystemHandle {
    requestPermission?(options: { mode: Mode }): Promise<PermissionState>;
  }
}

export const canUseFolders = (): boolean => typeof window.showDirectoryPicker === 'function';

/** @returns undefined if the user chose no folder */
export async function chooseFolder(mode: Mode): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await window.showDirectoryPicker!({ mode, id: 'placard-site' });
  } catch {
    return undefined;
  }
}

/** Asks the user, unless the browser remembers the answer. A handle from an earlier visit has lost it. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const answer = await folder.requestPermission?.({ mode: 'readwrite' }).catch(() => 'denied');
  return answer === undefined || answer === 'granted';
}

/** Returns whether the folder has files of another kind: it has no record of a site. */
export async function isForeign(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const names = [];
  for await (const name of folder.keys()) names.push(name);
  return names.length > 0 && !names.includes(RECORD_FILE);
}

export const readFrom =
  (root: FileSystemDirectoryHandle) =>
  async (path: string): Promise<string | undefined> => {
    try {
      const file = await fileIn(root, path, false);
      return await (await file.getFile()).text();
    } catch {
      return undefined;
    }
  };

export async function writeTo(root: FileSystemDirectoryHandle, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, bytes] of files) {
    const stream = await (await fileIn(root, path, true)).createWritable();
    await stream.write(bytes as Uint8Array<ArrayBuffer>);
    await stream.close();
  }
}

async function fileIn(root: FileSystemDirectoryHandle, path: string, create: boolean): Promise<FileSystemFileHandle> {
  const names = path.split('/');
  let folder = root;
  for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create });
  return folder.getFileHandle(names.at(-1)!, { create });
}
