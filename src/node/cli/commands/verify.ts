/** `placard verify`: checks whether a page that pins a key accepts this feed. */
import { InvalidArgumentError, type Command } from 'commander';
import { FeedError, type ErrorCode } from '../../../feed/errors.js';
import type { Feed } from '../../../feed/parse-feed.js';
import { verifyFeed } from '../../../feed/signature/verify-feed.js';
import { isOlder, parseVersion, type FeedVersion } from '../../../feed/values/feed-version.js';
import { safeWebUrl } from '../../../feed/values/safe-url.js';
import { EXIT } from '../../io/cli-error.js';
import { writeJson, writeLine } from '../../io/output.js';
import { parseInputFeed } from '../../io/published-feed.js';
import { readSource } from '../../io/read-source.js';
import { terminal } from '../../io/terminal.js';
import { verifyingKeys } from '../../signing/signable.js';
import { isPublicKey, signatureKeyIds, thumbprint } from '../../signing/signing-keys.js';
import { jsonOption, secondsOption } from '../options.js';

interface Options {
  publicKey: string[];
  minSequence?: FeedVersion;
  timeout?: number;
  json?: boolean;
}

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('check whether a feed is signed by a key')
    .argument('<feed>', 'a file, or an https address')
    .requiredOption('--public-key <key>', 'a key that the page pins; can be repeated', parsePublicKey)
    .option('--min-sequence <[epoch.]sequence>', 'reject an older publication', parseMinSequence)
    .addOption(secondsOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
A valid signature proves who signed the feed. It does not prove that the feed is the newest: use --min-sequence to reject older ones.

Example:
  placard verify https://example.org/feed.json --public-key 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo`;

function parsePublicKey(text: string, all: readonly string[] = []): string[] {
  if (!isPublicKey(text))
    throw new InvalidArgumentError('A public key has 43 letters, digits, - and _. To print it, run: placard keys --show FILE');
  return [...all, text];
}

function parseMinSequence(text: string): FeedVersion | undefined {
  if (!/^(\d{1,15}\.)?\d{1,15}$/.test(text))
    throw new InvalidArgumentError('Write a whole number, such as 12, or epoch.sequence, such as 1.12.');
  return parseVersion(text);
}

type VerifyProblem = ErrorCode | 'another-feed';

const MESSAGES: Partial<Record<VerifyProblem, string>> = {
  'signature-missing': 'The feed is not signed. Sign it with "placard sign": pages that pin a key do not show an unsigned feed.',
  'signature-failed': 'The feed has no valid signature of this key: it was changed, or signed with another key. Do not publish it.',
  'signature-unchecked': 'This version of Node cannot verify Ed25519 signatures. Use Node 20 or later.',
  rollback: 'The signature is valid, and the publication is older than --min-sequence. Check whether the server has an old file.',
  'another-feed': 'The signature is valid, and "feed_url" is another address. Pages that pin a key reject the feed here.',
};

async function run(name: string, { publicKey: keys, minSequence, timeout, json }: Options): Promise<void> {
  const source = await readSource(name, timeout);
  const feed = parseInputFeed(source);
  const problem = await findProblem(feed, keys, minSequence, source.url);
  if (problem) terminal().exitCode = EXIT.invalid;

  const { sequence, head } = feed;
  const named = [...new Set(keys)].map((publicKey) => ({ publicKey, kid: thumbprint(publicKey) }));
  const signers = (await verifyingKeys(feed.document, named)).map(({ kid }) => kid);
  // A signature can name any key. Without its public key, the name is not verified, so it is not printed.
  const keyIds = signatureKeyIds((feed.document._placard as { signatures?: unknown } | undefined)?.signatures);
  const unchecked = keyIds.filter((kid) => kid === undefined || !signers.includes(kid)).length;
  const generatedAt = head._placard?.generated_at;
  if (json) return writeJson({ ok: !problem, feed: name, code: problem, sequence, generatedAt, signers, unchecked });
  writeLine(`${name}: sequence ${sequence}, generated at ${generatedAt ?? 'an unknown time'}`);
  writeLine(problem ? `${MESSAGES[problem] ?? 'The feed cannot be verified.'} [${problem}]` : 'The signature is valid.');
  for (const kid of signers) writeLine(`Signed with key ${kid}`);
  if (unchecked) writeLine(`Not verified: ${unchecked === 1 ? 'one signature' : `${unchecked} signatures`}, invalid or of other keys.`);
}

async function findProblem(
  feed: Feed,
  keys: string[],
  minSequence: FeedVersion | undefined,
  url: string | undefined,
): Promise<VerifyProblem | undefined> {
  try {
    await verifyFeed(feed.document, keys);
  } catch (thrown) {
    if (thrown instanceof FeedError) return thrown.code;
    throw thrown;
  }
  if (isOlder(feed, minSequence)) return 'rollback';
  const { feed_url: address } = feed.document;
  const feedUrl = typeof address === 'string' ? safeWebUrl(address) : undefined;
  const mirrors = feed.head._placard?.mirrors ?? [];
  const knownUrls: string[] = feedUrl ? [feedUrl, ...mirrors] : [];
  return feedUrl && (url === undefined || knownUrls.includes(url)) ? undefined : 'another-feed';
}
