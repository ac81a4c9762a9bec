/**
 * Verifies that a publisher signed a feed: a detached JWS (RFC 7515, appendix F) with Ed25519 (RFC 8037, RFC 9864) over the
 * canonical form of the document without `_placard.signatures`. The embedder's page pins the key; the feed cannot name it.
 */
import { canonicalizeJson } from './canonical-json.js';
import { FeedError } from '../errors.js';

/**
 * Resolves if a pinned key signed the document.
 * @param document the value from JSON.parse, with its unknown fields
 * @param publicKeys raw 32-byte Ed25519 public keys in base64url, the `x` of their JWK
 * @throws FeedError `signature-missing`, `signature-failed` (no valid signature by a pinned key), `signature-unchecked` (Ed25519
 *   needs Chrome 137, Firefox 129 or Safari 17, and a secure page)
 */
export async function verifyFeed(document: Readonly<Record<string, unknown>>, publicKeys: readonly string[]): Promise<void> {
  const { signatures, ...rest } = (document._placard ?? {}) as { signatures?: unknown };
  if (!Array.isArray(signatures) || !signatures.length) throw new FeedError('signature-missing');
  const payload = signedPayload({ ...document, _placard: rest });
  let couldNotVerify: FeedError | undefined;
  for (const publicKey of publicKeys) {
    try {
      const key = await importKey(publicKey);
      for (const signature of signatures as unknown[]) if (await verifySignature(signature, payload, key)) return;
    } catch (cause) {
      couldNotVerify = new FeedError('signature-unchecked', { cause });
    }
  }
  throw couldNotVerify ?? new FeedError('signature-failed');
}

function signedPayload(document: object): string {
  try {
    return encode(new TextEncoder().encode(canonicalizeJson(document)));
  } catch (cause) {
    throw new FeedError('signature-failed', { cause }); // a document without a canonical form cannot be signed
  }
}

interface Key {
  thumbprint: string;
  key: CryptoKey;
}

/**
 * Returns the key with its JWK thumbprint (RFC 7638), which a signature names as its `kid`.
 * @throws TypeError or DOMException if the browser lacks Ed25519, or the key is malformed
 */
async function importKey(publicKey: string): Promise<Key> {
  const { subtle } = crypto;
  const raw = decode(publicKey);
  const key = await subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(`{"crv":"Ed25519","kty":"OKP","x":"${encode(raw)}"}`));
  return { thumbprint: encode(new Uint8Array(digest)), key };
}

async function verifySignature(signature: unknown, payload: string, { thumbprint, key }: Key): Promise<boolean> {
  if (typeof signature !== 'string') return false;
  const [header, detached, bytes, ...more] = signature.split('.');
  if (!header || detached || !bytes || more.length) return false;
  try {
    const { alg, kid, crit, b64 } = JSON.parse(new TextDecoder().decode(decode(header))) as Record<string, unknown>;
    // `EdDSA` is the older name of the algorithm. An unknown critical extension makes a JWS invalid (RFC 7515, 4.1.11).
    if ((alg !== 'Ed25519' && alg !== 'EdDSA') || kid !== thumbprint || crit !== undefined || b64 !== undefined) return false;
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, decode(bytes), new TextEncoder().encode(`${header}.${payload}`));
  } catch {
    return false;
  }
}

function encode(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws DOMException for text that is not base64url */
function decode(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
