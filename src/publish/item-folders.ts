/** One folder for each item. An id may be any text, and a folder's name is part of an address. */
import { quoteForTerminal } from '../escape/terminal.js';
import { isSafeFolderName } from './folder-name.js';
import { sha256Hex } from './hash.js';
import { PublishError } from './publish-error.js';

const WORD_CHARS = 30;
/** Hexadecimal digits: 128 bits, so that two ids do not meet by chance. */
const HASH_DIGITS = 32;

/** Returns the same name for the same id, whatever else the feed has: the id's words, and a hash of it. */
export async function folderName(id: string): Promise<string> {
  if (isSafeFolderName(id)) return id;
  const words = id
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replaceAll('https', '')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  const hash = await sha256Hex(new TextEncoder().encode(id));
  return `${words.slice(0, WORD_CHARS) || 'item'}-${hash.slice(0, HASH_DIGITS)}`;
}

/**
 * Returns the folders' names by the items' ids.
 * @throws PublishError if two ids have the same folder: one statement would replace the other
 */
export async function assignFolders(ids: readonly string[], nameOf = folderName): Promise<ReadonlyMap<string, string>> {
  const folders = new Map<string, string>();
  const idByFolder = new Map<string, string>();
  for (const id of ids) {
    const name = await nameOf(id);
    const other = idByFolder.get(name);
    if (other !== undefined)
      throw new PublishError(
        `The ids ${quoteForTerminal(other)} and ${quoteForTerminal(id)} have the same folder, ${name}. Change the newer id.`,
        [],
        'same-folder',
      );
    idByFolder.set(name, id);
    folders.set(id, name);
  }
  return folders;
}
