/** `placard verify`: whether a page that pins a key would take this feed. */
import { InvalidArgumentError, type Command } from 'commander';
import { shellPath } from '../../embed/escape/shell.js';
import { FeedError, type ErrorCode } from '../../feed/error.js';
import { parseFeed } from '../../feed/parse.js';
import { verifyFeed } from '../../feed/signature.js';
import { EXIT, Failure } from '../failure.js';
import { jsonOption, secondsOption } from '../options.js';
import { say, sayJson } from '../print.js';
import { isPublicKey, signersOf, thumbprint } from '../signing.js';
import { readSource } from '../source.js';

interface Options {
  publicKey: string[];
  minSequence?: number;
  timeout?: number;
  json?: boolean;
}

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('tell whether a feed is signed by a key')
    .argument('<feed>', 'a file, or an https address')
    .requiredOption('--public-key <key>', 'the key that a page pins; may be given again, as a page may pin two', publicKeys)
    .option('--min-sequence <number>', 'refuse an older publication, as a page does', wholeNumber)
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

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return Number(text);
}

const WORDS: Partial<Record<ErrorCode, string>> = {
  'signature-missing': 'It is not signed. "placard sign" signs it; a page that pins a key shows nothing of it until then.',
  'signature-failed':
    'None of its signatures is good for this key: it was changed after signing, or signed by another key. Do not publish it.',
  'signature-unchecked': 'This Node cannot check Ed25519 signatures. Use Node 20 or later.',
  rollback: 'It is well signed, and older than what was asked for: somebody may be showing an old publication again.',
};

async function verify(name: string, { publicKey: keys, minSequence = 0, timeout, json }: Options): Promise<void> {
  const { text, url } = await readSource(name, timeout);
  const feed = read(text, url, name);
  const signers = signersOf((feed.document._placard as { signatures?: unknown } | undefined)?.signatures);
  const fault = await faultOf(feed, keys, minSequence);
  if (fault) process.exitCode = EXIT.invalid;

  const { sequence, head } = feed;
  if (json) return sayJson({ ok: !fault, feed: name, code: fault, sequence, generatedAt: head._placard?.generated_at, signers });
  say(`${name}: sequence ${sequence}, made ${head._placard?.generated_at ?? 'at an unknown time'}`);
  say(fault ? WORDS[fault]! : 'The signature is good: nothing was changed since it was signed.');
  const thumbprints = keys.map(thumbprint);
  for (const kid of signers)
    say(`Signed by key ${kid ?? '(not readable)'}${kid && thumbprints.includes(kid) ? ', which is the one asked for' : ''}`);
}

function read(text: string, url: string | undefined, name: string) {
  try {
    return parseFeed(text, url);
  } catch {
    throw new Failure(`${name} is no feed that can be read. To see why, run: placard validate ${shellPath(name)}`, EXIT.invalid);
  }
}

async function faultOf(feed: ReturnType<typeof parseFeed>, keys: string[], minSequence: number): Promise<ErrorCode | undefined> {
  try {
    await verifyFeed(feed.document, keys);
  } catch (thrown) {
    if (thrown instanceof FeedError) return thrown.code;
    throw thrown;
  }
  return feed.epoch === 0 && feed.sequence < minSequence ? 'rollback' : undefined;
}
