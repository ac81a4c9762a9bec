/** Rejects a build that would replace signed feeds with feeds that pages with a pinned key reject. */
import { isSigned, type FeedDocument } from './feed-document.js';
import { PublishError } from './publish-error.js';
import type { SiteRecord } from './site-record.js';

/**
 * @param wasSigned whether the feed of the published site is signed
 * @param next the feed that replaces it
 * @throws PublishError if a signature, or a key of the site, is missing
 */
export function assertKeysKept(record: SiteRecord, wasSigned: boolean, next: FeedDocument, keys: readonly string[]): void {
  const fix = 'To give up the key on purpose, add --drop-key.';
  const effect = 'Pages that pin the key would show no update.';
  if (wasSigned && !isSigned(next))
    throw new PublishError(
      `The published feed is signed, and the new one is not. ${effect}`,
      [`Sign it: placard sign FILE --key KEY. ${fix}`],
      'unsigned',
    );
  if (record.public_keys.length && !record.public_keys.some((key) => keys.includes(key)))
    throw new PublishError(
      `The feeds of the published site are signed with the key ${record.public_keys.join(', ')}, and --key does not name its file. ${effect}`,
      [`Add --key FILE. ${fix}`],
      'other-key',
    );
}
