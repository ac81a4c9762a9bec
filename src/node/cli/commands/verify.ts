/** `placard verify`: whether a page that pins a key would take this feed. */
import { InvalidArgumentError, type Command } from 'commander';
import { FeedError, type ErrorCode } from '../../../feed/errors.js';
import type { Feed } from '../../../feed/parse-feed.js';
import { verifyFeed } from '../../../feed/signature/verify-feed.js';
import { safeWebUrl } from '../../../feed/values/safe-url.js';
import { isOlder, readVersion, type Version } from '../../../feed/values/feed-version.js';
import { EXIT } from '../../io/cli-error.js';
import { jsonOption, secondsOption } from '../options.js';
import { writeLine, writeJson } from '../../io/output.js';
import { verifyingKeys } from '../../signing/signable.js';
import { isPublicKey, signatureKeyIds, thumbprint } from '../../signing/signing-keys.js';
import { parseInputFeed } from '../../io/published-feed.js';
import { readSource } from '../../io/read-source.js';
import { terminal } from '../../io/terminal.js';

interface Options {
  publicKey: string[];
  minSequence?: Version;
  timeout?: number;
  json?: boolean;
}

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('tell whether a feed is signed by a key')
    .argument('<feed>', 'a file, or an https address')
    .requiredOption('--public-key <key>', 'the key that a page pins; may be given again, as a page may pin two', publicKeys)
    .option('--min-sequence <[epoch.]sequence>', 'refuse an older publication, as a page does', version)
    .addOption(secondsOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(verify);
}

const HELP = `
A good signature says who wrote it, not that it is the newest: an old publication stays well signed. --min-sequence refuses those.

Example:
  placard verify https://example.org/feed.json --public-key 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo`;

function publicKeys(text: string, all: string[] = []): string[] {
  if (!isPublicKey(text)) throw new InvalidArgumentError('It is 43 letters, digits, - and _ long; "placard keys --show FILE" prints it.');
  return [...all, text];
}

function version(text: string): Version | undefined {
  if (!/^(\d{1,15}\.)?\d{1,15}$/.test(text))
    throw new InvalidArgumentError('It is a whole number, with the epoch and a dot before it where there is one.');
  return readVersion(text);
}

type VerifyProblem = ErrorCode | 'another-feed';

const MESSAGES: Partial<Record<VerifyProblem, string>> = {
  'signature-missing': 'It is not signed. "placard sign" signs it; a page that pins a key shows nothing of it until then.',
  'signature-failed':
    'None of its signatures is good for this key: it was changed after signing, or signed by another key. Do not publish it.',
  'signature-unchecked': 'This Node cannot check Ed25519 signatures. Use Node 20 or later.',
  rollback: 'It is well signed, and older than what was asked for: somebody may be showing an old publication again.',
  'another-feed': 'It is well signed, and names another address as its "feed_url": a page that pins a key refuses it here.',
};

async function verify(name: string, { publicKey: keys, minSequence, timeout, json }: Options): Promise<void> {
  const source = await readSource(name, timeout);
  const { url } = source;
  const feed = parseInputFeed(source);
  const signatures = signatureKeyIds((feed.document._placard as { signatures?: unknown } | undefined)?.signatures);
  const problem = await findProblem(feed, keys, minSequence, url);
  if (problem) terminal().exitCode = EXIT.invalid;

  const { sequence, head } = feed;
  const validKeys = await verifyingKeys(
    feed.document,
    [...new Set(keys)].map((publicKey) => ({ publicKey, kid: thumbprint(publicKey) })),
  );
  const signers = validKeys.map(({ kid }) => kid);
  // Of a signature whose key was not given nobody can tell whose it is: its name is not repeated.
  const unchecked = signatures.filter((kid) => kid === undefined || !signers.includes(kid)).length;
  if (json)
    return writeJson({ ok: !problem, feed: name, code: problem, sequence, generatedAt: head._placard?.generated_at, signers, unchecked });
  writeLine(`${name}: sequence ${sequence}, made ${head._placard?.generated_at ?? 'at an unknown time'}`);
  writeLine(problem ? MESSAGES[problem]! : 'The signature is good: nothing was changed since it was signed.');
  for (const kid of signers) writeLine(`Signed by key ${kid}, which is the one asked for`);
  if (unchecked)
    writeLine(
      `Besides, ${unchecked === 1 ? 'one signature is void or by a key' : `${unchecked} signatures are void or by keys`} that was not asked for.`,
    );
}

async function findProblem(
  feed: Feed,
  keys: string[],
  minSequence: Version | undefined,
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
