/** What may be signed: a file of the publisher's, or what a key of theirs has signed already. */
import { verifyFeed } from '../../feed/signature/verify-feed.js';
import { quoted } from '../../escape/terminal.js';
import { safeWebUrl } from '../../feed/values/safe-url.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { EXIT, CliError } from '../io/cli-error.js';
import { signatureKeyIds, type SigningKey } from './signing-keys.js';
import type { InputFile } from '../io/read-source.js';

/** Tells which of the keys signed the document. */
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

/** @throws Failure (1) for a void signature by one of the keys, and for what came from an address and none of them signed */
export async function assertSignable({ name, url }: InputFile, document: FeedDocument, keys: readonly SigningKey[]): Promise<void> {
  if (!keys.length) return;
  const good = await verifyingKeys(document, keys);
  const claimed = signatureKeyIds(document._placard.signatures);
  const broken = keys.find((key) => claimed.includes(key.kid) && !good.includes(key));
  if (broken) {
    const problem = `The signature of ${broken.file} (key ${broken.kid}) is void: ${name} was changed after it was signed.`;
    throw new CliError(`${problem} Nothing is signed. Compare it with your own file, then sign that again.`, EXIT.invalid);
  }
  if (url !== undefined && !good.length) {
    const problem = `${name} is an address, and what it sends is not signed by a key that you gave.`;
    throw new CliError(`${problem} Nothing is signed. Build from your own file.`, EXIT.invalid);
  }
}

/** @throws Failure (1) for a feed that does not say where it lives: signed, it would pass for any other of the same key */
export function assertHasFeedUrl(name: string, { feed_url: address }: FeedDocument): void {
  if (typeof address === 'string' && safeWebUrl(address)) return;
  const problem = address === undefined ? 'has no "feed_url"' : `says ${quoted(String(address))} as its "feed_url"`;
  throw new CliError(
    `${name} ${problem}. Write the whole address under which it is published; pages that pin a key compare it.`,
    EXIT.invalid,
  );
}
