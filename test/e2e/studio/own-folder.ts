/** The private folder of a page's origin, as the answer to the dialog for folders: a test cannot answer a dialog of the operating system. */
import type { Page } from 'puppeteer-core';

export const chooseOwnFolder = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.showDirectoryPicker = () => navigator.storage.getDirectory();
  });

/** Runs in the page. Returns the texts of the folder by their path. */
const TEXTS = `(async () => {
  const texts = {};
  const read = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') await read(handle, path + name + '/');
      else texts[path + name] = await (await handle.getFile()).text();
    }
  };
  await read(await navigator.storage.getDirectory(), '');
  return texts;
})()`;

export const ownFolderTexts = (page: Page) => page.evaluate(TEXTS) as Promise<Record<string, string>>;

/** Writes files into the folder, after everything in it is removed. */
export async function fillOwnFolder(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      let folder = root;
      for (const name of path.split('/').slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const stream = await (await folder.getFileHandle(path.split('/').at(-1)!, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
  }, texts);
}

/** Makes each write into a folder fail as on a full disk. */
export const fillDisk = (page: Page): Promise<void> =>
  page.evaluate(() => {
    FileSystemWritableFileStream.prototype.write = () => Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'));
  });

/** Holds each write into a folder. Resolves with a function that lets all of them go. A write that waits sets `data-writing` on the root. */
export async function holdWrites(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { createWritable } = FileSystemFileHandle.prototype;
    const released = new Promise((resolve) => document.addEventListener('release', resolve, { once: true }));
    FileSystemFileHandle.prototype.createWritable = async function (options) {
      document.documentElement.dataset.writing = '';
      await released;
      return createWritable.call(this, options);
    };
  });
  return () => page.evaluate(() => void document.dispatchEvent(new Event('release')));
}
