/// <reference types="node" />
/** `placard keys`: a pair of keys to sign feeds with. The private half stays on this machine, in a file that only its owner reads. */
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { isPublished } from '../../io/output-folder.js';
import { createFile } from '../../io/feed-file.js';
import { CliError } from '../../io/cli-error.js';
import { jsonOption } from '../options.js';
import { writeError, writeLine, writeJson } from '../../io/output.js';
import { generateKey, readKey } from '../../signing/signing-keys.js';

export function addKeys(program: Command): void {
  program
    .command('keys')
    .description('make a pair of keys to sign feeds with, or show the public half of one')
    .argument('[file]', 'where the private key is kept', 'placard-key.jwk.json')
    .option('--show', 'print the public key of a file that exists, and make nothing')
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
The file is readable by you alone, and is never overwritten. Keep it out of any repository, and keep a copy where it is safe:
whoever has it can sign in your name, and without it nobody can.

Examples:
  placard keys
  placard keys next-year.jwk.json      a second key, to rotate to: sign with both for a while
  placard keys --show placard-key.jwk.json`;

async function run(file: string, { show, json }: { show?: boolean; json?: boolean }): Promise<void> {
  const { publicKey, kid } = show ? await readKey(file) : await createKeyFile(file);
  if (json) return writeJson({ ok: true, file, publicKey, kid });
  if (!show) writeError(`The private key is in ${file}: keep it secret, and keep it.`);
  writeError(`The public key, for partners to pin: <placard-campaign public-key="${publicKey}" …>`);
  writeLine(publicKey);
}

async function createKeyFile(file: string): Promise<{ publicKey: string; kid: string }> {
  if (await isPublished(dirname(resolve(file))))
    throw new CliError(`${file} would be published with the site. Name a file outside of that folder.`);
  const { jwk, publicKey, kid } = generateKey();
  await createFile(file, jwk, 0o600);
  return { publicKey, kid };
}
