/** `placard sign`: signs a feed with one key, or with two while partners change from one key to the next. */
import type { Command } from 'commander';
import { verifyFeed } from '../../../feed/signature/verify-feed.js';
import { stringifyLike, type FeedDocument } from '../../../publish/feed-document.js';
import { isUnpublished } from '../../../feed/drafts.js';
import { CliError } from '../../io/cli-error.js';
import { parseDateOption } from '../../io/clock.js';
import { loadValidFeed, replaceFile } from '../../io/feed-file.js';
import { isUrl } from '../../io/http.js';
import { writeError, writeJson, writeLine } from '../../io/output.js';
import { readSource } from '../../io/read-source.js';
import { assertHasFeedUrl } from '../../signing/signable.js';
import { createSignature, readKeys, signatureKeyIds } from '../../signing/signing-keys.js';
import { collect, jsonOption } from '../options.js';

interface Options {
  key: string[];
  add?: boolean;
  json?: boolean;
}

export function addSign(program: Command): void {
  program
    .command('sign')
    .description('sign a feed, in its file')
    .argument('<file>', 'the feed')
    .requiredOption('--key <file>', 'a private key from "placard keys"; can be repeated', collect)
    .option('--add', 'keep the signatures of other keys')
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
Sign last: any change after it, "placard revise" included, makes the signature invalid.

Examples:
  placard sign feed.json --key placard-key.jwk.json
  placard sign feed.json --key placard-key.jwk.json --key next-year.jwk.json`;

async function run(file: string, { key: keyFiles, add, json }: Options): Promise<void> {
  if (isUrl(file)) throw new CliError(`${file} is an address. Sign the file, then publish it.`);
  const source = await readSource(file);
  const now = parseDateOption(undefined).ms;
  const { document } = loadValidFeed(source, now);
  assertHasFeedUrl(file, document);
  assertNoDrafts(file, document, now);
  const keys = await readKeys(keyFiles, writeError);

  const old = Array.isArray(document._placard.signatures) ? (document._placard.signatures as unknown[]) : [];
  const keyIds = signatureKeyIds(old);
  const kept = add ? old.filter((_, index) => !keys.some(({ kid }) => kid === keyIds[index])) : [];
  const signatures = [...kept, ...(await Promise.all(keys.map((key) => createSignature(document, key))))];
  const signed = { ...document, _placard: { ...document._placard, signatures } };
  // Verifies as a client does, before the file is written.
  for (const { publicKey } of keys) await verifyFeed(signed, [publicKey]);
  await replaceFile(file, stringifyLike(signed, source.text));

  if (json)
    return writeJson({ ok: true, file, signatures: signatures.length, keys: keys.map(({ publicKey, kid }) => ({ publicKey, kid })) });
  for (const { publicKey } of keys) writeLine(`${file} is signed. Public key: ${publicKey}`);
  if (kept.length) writeLine(`Kept: ${kept.length === 1 ? 'one signature' : `${kept.length} signatures`} of other keys.`);
}

/** @throws CliError if the file has drafts: a signature covers all items, and everybody can read a signed feed */
function assertNoDrafts(file: string, document: FeedDocument, now: number): void {
  const { length } = document.items.filter((item) => isUnpublished(item, now));
  if (length)
    throw new CliError(
      `${file} has ${length === 1 ? 'a draft' : `${length} drafts`}, which must not be signed. Remove it, or run "placard build".`,
    );
}
