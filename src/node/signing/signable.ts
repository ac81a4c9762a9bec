/** Checks that a feed may be signed: it is the publisher's file, or it has a signature of the publisher's key. */
import { verifyFeed } from '../../feed/signature/verify-feed.js';
import { quoteForTerminal } from '../../escape/terminal.js';
import { safeWebUrl } from '../../feed/values/safe-url.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { EXIT, CliError } from '../io/cli-error.js';
import { signatureKeyIds, type SigningKey } from './signing-keys.js';
import type { InputFile } from '../io/read-source.js';

/** Returns the keys that have a valid signature in the document. */
export async function verifyingKeys<Key extends { publicKey: string }>(
  document: Readonly<Record<string, unknown>>,
  keys: readonly Key[],
): Promise<Key[]> {
  const holds = await Promise.all(
    keys.map(({ publicKey }) =>
      verifyFeed(document, [publicKey]).then(
        () => true,
        () => false,
      ),
    ),
  );
  return keys.filter((_, index) => holds[index]);
}

/** @throws CliError (1) for an invalid signature of a key, and for a feed from an address without a signature of a key */
export async function assertSignable({ name, url }: InputFile, document: FeedDocument, keys: readonly SigningKey[]): Promise<void> {
  if (!keys.length) return;
  const good = await verifyingKeys(document, keys);
  const claimed = signatureKeyIds(document._placard.signatures);
  const broken = keys.find((key) => claimed.includes(key.kid) && !good.includes(key));
  if (broken) {
    const problem = `The signature of ${broken.file} (key ${broken.kid}) is invalid: ${name} was changed after it was signed.`;
    throw new CliError(`${problem} Nothing was signed. Compare it with your own file, then sign your file again.`, EXIT.invalid);
  }
  if (url !== undefined && !good.length) {
    const problem = `${name} is an address, and its feed has no signature of your keys.`;
    throw new CliError(`${problem} Nothing was signed. Build from your own file.`, EXIT.invalid);
  }
}

/** @throws CliError (1) for a feed without its address: its signature would be valid at any address */
export function assertHasFeedUrl(name: string, { feed_url: address }: FeedDocument): void {
  if (typeof address === 'string' && safeWebUrl(address)) return;
  const problem =
    address === undefined
      ? 'has no "feed_url"'
      : `has the "feed_url" ${quoteForTerminal(String(address))}, which is not an absolute address`;
  throw new CliError(`${name} ${problem}. Write the address of the published feed: pages that pin a key compare it.`, EXIT.invalid);
}
