/** An id that can be a folder's name as it is: the builder finds such a folder without the hash that others have in theirs. */

/** Names of the site's own, and what some hosts and systems keep for themselves, whatever stands behind a dot. */
const RESERVED_NAMES = /^(assets|server|index|feed|schema|placard-site|con|prn|aux|nul|com\d|lpt\d)(\.|$)/;
const SAFE_NAME = /^[a-z\d](?:[a-z\d._-]{0,62}[a-z\d])?$/;

export function isSafeFolderName(id: string): boolean {
  // WordPress takes an address for a link to embed only where "https" stands in it once.
  return SAFE_NAME.test(id) && !RESERVED_NAMES.test(id) && !id.includes('https') && !/-[\da-f]{32}$/.test(id);
}
