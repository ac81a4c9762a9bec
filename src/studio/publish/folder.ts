/** Writes a site into a folder that the user chooses, in browsers with the File System Access API. */
import { RECORD_FILE } from '../../publish/site-record.js';

declare global {
  interface Window {
    showDirectoryPicker?(options: { mode: 'readwrite'; id?: string }): Promise<FileSystemDirectoryHandle>;
  }
}

export const canWriteFolder = (): boolean => typeof window.showDirectoryPicker === 'function';

/** @returns undefined if the user chose no folder, `foreign` for a folder with other files */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | 'foreign' | undefined> {
  let folder: FileSystemDirectoryHandle;
  try {
    folder = await window.showDirectoryPicker!({ mode: 'readwrite', id: 'placard-site' });
  } catch {
    return undefined;
  }
  const names = [];
  for await (const name of folder.keys()) names.push(name);
  return names.length && !names.includes(RECORD_FILE) ? 'foreign' : folder;
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
