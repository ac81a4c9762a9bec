/** `placard sign`: signs a feed with one key, or with several while partners change from one to the next. */
import type { Command } from 'commander';
import { verifyFeed } from '../../../feed/signature/verify-feed.js';
import { momentOf } from '../../io/clock.js';
import { replaceFile, soundDocument, textOf } from '../../io/feed-file.js';
import { Failure } from '../../io/cli-error.js';
import { isUrl } from '../../io/http.js';
import { jsonOption } from '../options.js';
import { note, say, sayJson } from '../../io/output.js';
import { readKeys, signatureOf, signersOf } from '../../signing/signing-keys.js';
import { checkAddressed } from '../../signing/signable.js';
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
    .action(sign);
}

const HELP = `
Sign last: any change after it, "placard revise" included, makes the signature void.

Examples:
  placard sign feed.json --key placard-key.jwk.json
  placard sign feed.json --key placard-key.jwk.json --key next-year.jwk.json`;

async function sign(file: string, { key: files, add, json }: Options): Promise<void> {
  if (isUrl(file)) throw new Failure(`${file} is an address. Sign the file, then publish it.`);
  const source = await readSource(file);
  const { document } = soundDocument(source, momentOf(undefined).ms);
  checkAddressed(file, document);
  const keys = await readKeys(files, note);

  const old = Array.isArray(document._placard.signatures) ? (document._placard.signatures as unknown[]) : [];
  const signers = signersOf(old);
  const others = add ? old.filter((_, index) => !keys.some(({ kid }) => kid === signers[index])) : [];
  const signed = {
    ...document,
    _placard: { ...document._placard, signatures: [...others, ...keys.map((one) => signatureOf(document, one))] },
  };
  // The browser's own check: what it would refuse is never written.
  for (const { publicKey } of keys) await verifyFeed(signed, [publicKey]);
  await replaceFile(file, textOf(signed, source.text));

  if (json)
    return sayJson({
      ok: true,
      file,
      signatures: signed._placard.signatures.length,
      keys: keys.map(({ publicKey, kid }) => ({ publicKey, kid })),
    });
  for (const { publicKey } of keys) say(`${file} is signed, for public-key ${publicKey}`);
  if (others.length) say(`Kept besides: ${others.length === 1 ? 'one signature' : `${others.length} signatures`} by other keys.`);
}
