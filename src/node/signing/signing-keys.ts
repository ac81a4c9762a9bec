/// <reference types="node" />
/**
 * Ed25519 keys as JWK files (RFC 8037), and signatures for src/feed/signature/verify-feed.ts.
 */
import { createPublicKey, createHash, generateKeyPairSync, sign, createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { shellPath } from '../../escape/shell.js';
import { signFeed, thumbprintInput } from '../../publish/detached-jws.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { EXIT, CliError } from '../io/cli-error.js';
import { isJsonObject } from '../../lint/json-pointer.js';
import { describeFsError } from '../io/read-source.js';

export interface SigningKey {
  readonly file: string;
  readonly key: KeyObject;
  /** The raw 32 bytes in base64url, which a page pins as `public-key`. */
  readonly publicKey: string;
  /** JWK thumbprint (RFC 7638), by which a signature names its key. */
  readonly kid: string;
  /** Other users of this machine can read the file. */
  readonly isWorldReadable: boolean;
}

/** Returns a new pair of keys, with the text of a private JWK file. */
export function generateKey(): { jwk: string; publicKey: string; kid: string } {
  const { crv, d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const kid = thumbprint(x!);
  return { jwk: `${JSON.stringify({ kty: 'OKP', crv, alg: 'Ed25519', use: 'sig', kid, x, d }, null, 2)}\n`, publicKey: x!, kid };
}

/** @param warn receives a line for each file that other users of this machine can read */
export async function readKeys(files: readonly string[], warn: (line: string) => void): Promise<SigningKey[]> {
  if (files.some((file) => !file.trim())) throw new CliError('--key is empty. Name the file of a private key.');
  const keys = await Promise.all(files.map(readKey));
  for (const { isWorldReadable, file } of keys)
    if (isWorldReadable) warn(`placard: Other users of this machine can read ${file}. Run: chmod 600 ${shellPath(file, 'FILE')}`);
  return keys;
}

/** @throws CliError if the file cannot be read, or has no private Ed25519 JWK */
export async function readKey(file: string): Promise<SigningKey> {
  const key = privateKey(await readText(file), file);
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  const isWorldReadable = process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0;
  return { file, key, publicKey: x!, kid: thumbprint(x!), isWorldReadable };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    throw new CliError(`${file} ${describeFsError(thrown)}`);
  }
}

function privateKey(text: string, file: string): KeyObject {
  try {
    const key = createPrivateKey({ key: JSON.parse(text) as Record<string, string>, format: 'jwk' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The error below does not repeat the content of the file.
  }
  throw new CliError(`${file} has no private Ed25519 key. To create one, run "placard keys".`, EXIT.invalid);
}

export function thumbprint(publicKey: string): string {
  return createHash('sha256').update(thumbprintInput(publicKey)).digest('base64url');
}

/** Returns whether the text is a public key: 32 bytes, as verifyFeed reads them. */
export const isPublicKey = (text: string): boolean => /^[\w-]{43}$/.test(text) && Buffer.from(text, 'base64url').length === 32;

/** @throws PublishError if the document has no canonical form */
export const createSignature = (document: FeedDocument, { key, kid }: SigningKey): Promise<string> =>
  signFeed(document, kid, (bytes) => sign(null, bytes, key));

/** Returns an Ed25519 signature (RFC 8032) of the text's UTF-8 bytes in base64url, by public key. */
export function signText(text: string, keys: readonly SigningKey[]): Record<string, string> {
  return Object.fromEntries(keys.map(({ key, publicKey }) => [publicKey, sign(null, Buffer.from(text), key).toString('base64url')]));
}

/** Returns the key ids that the signatures name; undefined for an invalid signature. */
export function signatureKeyIds(signatures: unknown): (string | undefined)[] {
  return Array.isArray(signatures) ? signatures.map(keyIdOf) : [];
}

function keyIdOf(signature: unknown): string | undefined {
  if (typeof signature !== 'string') return undefined;
  try {
    const header: unknown = JSON.parse(Buffer.from(signature.split('.')[0]!, 'base64url').toString());
    return isJsonObject(header) && typeof header.kid === 'string' ? header.kid : undefined;
  } catch {
    return undefined;
  }
}
