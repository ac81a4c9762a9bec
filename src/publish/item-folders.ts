/// <reference types="node" />
/** A folder for each item, named by its id: an id may be any text, an address for instance, and a folder is part of an address. */
import { createHash } from 'node:crypto';
import { quoted } from '../escape/terminal.js';
import { EXIT, CliError } from '../node/io/cli-error.js';
import { isSafeFolderName } from './folder-name.js';

/** The same id has the same name always, whatever else is in the feed: its words, and 128 bits of its hash. */
export function folderName(id: string): string {
  if (isSafeFolderName(id)) return id;
  const words = id
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replaceAll('https', '')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${words.slice(0, 30) || 'item'}-${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}

/** @throws Failure where two ids have one folder: one statement would be published over the other */
export function assertDistinctFolders(ids: readonly string[], nameOf = folderName): void {
  const holders = new Map<string, string>();
  for (const id of ids) {
    const name = nameOf(id);
    const other = holders.get(name);
    if (other !== undefined)
      throw new CliError(`The ids ${quoted(other)} and ${quoted(id)} have one folder, ${name}. Change the newer one.`, EXIT.invalid);
    holders.set(name, id);
  }
}
