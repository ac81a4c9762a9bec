/**
 * Is this the publisher's feed? Detached JWS (RFC 7515, appendix F) with Ed25519 (RFC 8037, RFC 9864) over the canonical
 * form of the document without `_placard.signatures`. The key is pinned in the embedder's page, never taken from the feed.
 */
import { canonicalizeJson } from './canonical-json.js';
import { FeedError } from '../errors.js';

/**
 * Resolves where one pinned key signed the document.
 * @param document what JSON.parse returned, unknown members included
 * @param publicKeys raw 32-byte Ed25519 public keys in base64url, the `x` of their JWK
 * @throws FeedError `signature-missing` (none there), `signature-failed` (none by a pinned key),
 *   `signature-unchecked` (no Ed25519 here: it needs Chrome 137, Firefox 129 or Safari 17, and a secure page)
 */
export async function verifyFeed(document: Readonly<Record<string, unknown>>, publicKeys: readonly string[]): Promise<void> {
  const { signatures, ...rest } = (document._placard ?? {}) as { signatures?: unknown };
  if (!Array.isArray(signatures) || !signatures.length) throw new FeedError('signature-missing');
  const payload = payloadOf({ ...document, _placard: rest });
  let unchecked: FeedError | undefined;
  for (const publicKey of publicKeys) {
    try {
      const key = await importKey(publicKey);
      for (const signature of signatures as unknown[]) if (await verifies(signature, payload, key)) return;
    } catch (cause) {
      unchecked = new FeedError('signature-unchecked', { cause });
    }
  }
  throw unchecked ?? new FeedError('signature-failed');
}

function payloadOf(document: object): string {
  try {
    return encode(new TextEncoder().encode(canonicalizeJson(document)));
  } catch (cause) {
    throw new FeedError('signature-failed', { cause }); // it has no canonical form: nobody signed this
  }
}

interface Key {
  thumbprint: string;
  key: CryptoKey;
}

/**
 * With its JWK thumbprint (RFC 7638), which a signature names as its `kid`.
 * @throws TypeError or DOMException where the browser cannot, or this is no key
 */
async function importKey(publicKey: string): Promise<Key> {
  const { subtle } = crypto;
  const raw = decode(publicKey);
  const key = await subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(`{"crv":"Ed25519","kty":"OKP","x":"${encode(raw)}"}`));
  return { thumbprint: encode(new Uint8Array(digest)), key };
}

async function verifies(signature: unknown, payload: string, { thumbprint, key }: Key): Promise<boolean> {
  if (typeof signature !== 'string') return false;
  const [header, detached, bytes, ...more] = signature.split('.');
  if (!header || detached || !bytes || more.length) return false;
  try {
    const { alg, kid, crit, b64 } = JSON.parse(new TextDecoder().decode(decode(header))) as Record<string, unknown>;
    // `EdDSA` is the older name of the same. A critical extension that we do not know makes a JWS invalid (RFC 7515, 4.1.11).
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

/** @throws DOMException for anything but base64url */
function decode(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
