/// <reference types="node" />
/** Recognizes a private key: PEM, a JWK (RFC 7517, RFC 8037), or the bytes of an Ed25519 key (RFC 8410). */

const PEM = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/;
/** Also inside a JSON string. */
const JWK_TYPE = /"kty\\*"\s*:\s*\\*"(?:OKP|EC|RSA|oct)\\*"/;
const JWK_PRIVATE = /"[dk]\\*"\s*:\s*\\*"[\w-]{20,}\\*"/;
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function holdsPrivateKey(content: string | Uint8Array): boolean {
  // A fast answer for the many files of a site, which are UTF-8.
  if (typeof content === 'string' && !/PRIVATE KEY|kty/.test(content)) return false;
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const text = bytes.toString('latin1').replaceAll('\0', ''); // recognizes UTF-16 too
  return PEM.test(text) || (JWK_TYPE.test(text) && JWK_PRIVATE.test(text)) || bytes.includes(ED25519);
}
