/// <reference types="node" />
/** `placard keys`: creates a pair of keys for signatures. The private key stays on this machine, in a file that only its owner can read. */
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { CliError } from '../../io/cli-error.js';
import { createFile } from '../../io/feed-file.js';
import { isPublished } from '../../io/output-folder.js';
import { writeError, writeJson, writeLine } from '../../io/output.js';
import { generateKey, readKey } from '../../signing/signing-keys.js';
import { jsonOption } from '../options.js';

export function addKeys(program: Command): void {
  program
    .command('keys')
    .description('create a pair of keys for signatures, or show a public key')
    .argument('[file]', 'the file of the private key', 'placard-key.jwk.json')
    .option('--show', 'print the public key of an existing file')
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
Only you can read the file, and the command never overwrites it. Keep it out of every repository, and keep a copy in a safe place.
A person who has the file can sign in your name. Without the file, you cannot sign.

Examples:
  placard keys
  placard keys next-year.jwk.json      a second key, for the change from one key to the next
  placard keys --show placard-key.jwk.json`;

async function run(file: string, { show, json }: { show?: boolean; json?: boolean }): Promise<void> {
  const { publicKey, kid } = show ? await readKey(file) : await createKeyFile(file);
  if (json) return writeJson({ ok: true, file, publicKey, kid });
  if (!show) writeError(`The private key is in ${file}. Keep it secret, and keep a copy.`);
  writeError(`The public key, which partners pin: <placard-campaign public-key="${publicKey}" …>`);
  writeLine(publicKey);
}

async function createKeyFile(file: string): Promise<{ publicKey: string; kid: string }> {
  if (await isPublished(dirname(resolve(file))))
    throw new CliError(`${file} is in a folder that is published. Name a file outside of that folder.`);
  const { jwk, publicKey, kid } = generateKey();
  await createFile(file, jwk, 0o600);
  return { publicKey, kid };
}
