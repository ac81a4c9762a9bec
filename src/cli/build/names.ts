/// <reference types="node" />
/** A folder for each item, named by its id: an id may be any text, an address for instance, and a folder is part of an address. */
import { createHash } from 'node:crypto';

/** Names of the site's own, and what some hosts and systems keep for themselves. */
const TAKEN = /^(assets|server|index|feed|schema|con|prn|aux|nul|com\d|lpt\d)$/;
const PLAIN = /^[a-z\d](?:[a-z\d._-]{0,62}[a-z\d])?$/;

/** The same id has the same name always, and no two ids have one, whatever else is in the feed. */
export function folderName(id: string): string {
  // WordPress takes an address for a link to embed only where "https" stands in it once.
  if (PLAIN.test(id) && !TAKEN.test(id) && !id.includes('https') && !/-[\da-f]{8}$/.test(id)) return id;
  const words = id
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replaceAll('https', '')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${words.slice(0, 40) || 'item'}-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`;
}
