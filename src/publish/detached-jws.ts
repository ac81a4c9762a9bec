/**
 * The form of a feed's signature: a detached JWS (RFC 7515, appendix F) with Ed25519 (RFC 8037) over the canonical feed without its
 * signatures. Node and browsers hold keys in their own ways, so the signature itself is a parameter.
 */
import { canonicalize, type FeedDocument } from './feed-document.js';

/**
 * @param kid the JWK thumbprint of the key
 * @param sign returns the Ed25519 signature of the text's UTF-8 bytes
 * @throws PublishError if the document has no canonical form
 */
export async function signFeed(document: FeedDocument, kid: string, sign: SignBytes): Promise<string> {
  const { signatures: _, ...head } = document._placard;
  const header = base64url(utf8(JSON.stringify({ alg: 'Ed25519', kid })));
  const payload = base64url(utf8(canonicalize({ ...document, _placard: head })));
  return `${header}..${base64url(await sign(utf8(`${header}.${payload}`)))}`;
}

type SignBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>;

/** Returns the text whose SHA-256 hash is the thumbprint of a public key (RFC 7638). */
export const thumbprintInput = (publicKey: string): string => `{"crv":"Ed25519","kty":"OKP","x":"${publicKey}"}`;

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export function base64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
