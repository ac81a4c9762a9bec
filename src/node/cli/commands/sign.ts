/** `placard sign`: signs a feed with one key, or with several while partners change from one to the next. */
import type { Command } from 'commander';
import { verifyFeed } from '../../../feed/signature/verify-feed.js';
import { parseDateOption } from '../../io/clock.js';
import { replaceFile, loadValidFeed, stringifyLike } from '../../io/feed-file.js';
import { CliError } from '../../io/cli-error.js';
import { isUrl } from '../../io/http.js';
import { jsonOption } from '../options.js';
import { writeError, writeLine, writeJson } from '../../io/output.js';
import { readKeys, createSignature, signatureKeyIds } from '../../signing/signing-keys.js';
import { assertHasFeedUrl } from '../../signing/signable.js';
import { readSource } from '../../io/read-source.js';

interface Options {
  key: string[];
  add?: boolean;
  json?: boolean;
}

export function addSign(program: Command): void {
  program
    .command('sign')
    .description('sign a feed, in place')
    .argument('<file>', 'the feed')
    .requiredOption('--key <file>', 'a private key that "placard keys" made; may be given again', (file: string, all: string[] = []) => [
      ...all,
      file,
    ])
    .option('--add', 'keep the signatures of other keys: somebody else signed this same publication')
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
Sign last: any change after it, "placard revise" included, makes the signature void.

Examples:
  placard sign feed.json --key placard-key.jwk.json
  placard sign feed.json --key placard-key.jwk.json --key next-year.jwk.json`;

async function run(file: string, { key: files, add, json }: Options): Promise<void> {
  if (isUrl(file)) throw new CliError(`${file} is an address. Sign the file, then publish it.`);
  const source = await readSource(file);
  const { document } = loadValidFeed(source, parseDateOption(undefined).ms);
  assertHasFeedUrl(file, document);
  const keys = await readKeys(files, writeError);

  const old = Array.isArray(document._placard.signatures) ? (document._placard.signatures as unknown[]) : [];
  const signers = signatureKeyIds(old);
  const others = add ? old.filter((_, index) => !keys.some(({ kid }) => kid === signers[index])) : [];
  const signed = {
    ...document,
    _placard: { ...document._placard, signatures: [...others, ...keys.map((key) => createSignature(document, key))] },
  };
  // The browser's own check: what it would refuse is never written.
  for (const { publicKey } of keys) await verifyFeed(signed, [publicKey]);
  await replaceFile(file, stringifyLike(signed, source.text));

  if (json)
    return writeJson({
      ok: true,
      file,
      signatures: signed._placard.signatures.length,
      keys: keys.map(({ publicKey, kid }) => ({ publicKey, kid })),
    });
  for (const { publicKey } of keys) writeLine(`${file} is signed, for public-key ${publicKey}`);
  if (others.length) writeLine(`Kept besides: ${others.length === 1 ? 'one signature' : `${others.length} signatures`} by other keys.`);
}
