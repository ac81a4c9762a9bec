/** Ids that are folder names as they are. The builder finds such a folder by the id alone. */

/** Names that the site itself, some hosts or some systems use, with any extension. */
const RESERVED_NAMES =
  /^(assets|server|index|feed|schema|placard-site|list|atom|sitemap|calendar|review|icon|robots|cname|readme|license|con|prn|aux|nul|com\d|lpt\d)(\.|$)/;
const SAFE_NAME = /^[a-z\d](?:[a-z\d._-]{0,62}[a-z\d])?$/;
/** The end of a name that was made from another id. */
const HASH_SUFFIX = /-[\da-f]{32}$/;

export function isSafeFolderName(id: string): boolean {
  // WordPress embeds an address only if it contains "https" once.
  return SAFE_NAME.test(id) && !RESERVED_NAMES.test(id) && !id.includes('https') && !HASH_SUFFIX.test(id);
}
