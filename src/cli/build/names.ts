/// <reference types="node" />
/** A folder for each item, named by its id: an id may be any text, an address for instance, and a folder is part of an address. */
import { createHash } from 'node:crypto';
import { isPlainName } from './plain-name.js';

/** The same id has the same name always, and no two ids have one, whatever else is in the feed. */
export function folderName(id: string): string {
  if (isPlainName(id)) return id;
  const words = id
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replaceAll('https', '')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${words.slice(0, 40) || 'item'}-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`;
}
