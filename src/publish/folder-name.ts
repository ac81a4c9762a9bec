/** An id that can be a folder's name as it is: the builder finds such a folder without the hash that others have in theirs. */

/** Names of the site's own, and what some hosts and systems keep for themselves, whatever stands behind a dot. */
const TAKEN = /^(assets|server|index|feed|schema|placard-site|con|prn|aux|nul|com\d|lpt\d)(\.|$)/;
const PLAIN = /^[a-z\d](?:[a-z\d._-]{0,62}[a-z\d])?$/;

export function isPlainName(id: string): boolean {
  // WordPress takes an address for a link to embed only where "https" stands in it once.
  return PLAIN.test(id) && !TAKEN.test(id) && !id.includes('https') && !/-[\da-f]{32}$/.test(id);
}
