/// <reference types="node" />
/** Whether a file holds a private key: as PEM, as a JWK (RFC 7517, RFC 8037), or as the bytes of an Ed25519 key (RFC 8410). */

const PEM = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/;
/** Quoted within another text too. */
const JWK_TYPE = /"kty\\*"\s*:\s*\\*"(?:OKP|EC|RSA|oct)\\*"/;
const JWK_PRIVATE = /"[dk]\\*"\s*:\s*\\*"[\w-]{20,}\\*"/;
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function holdsPrivateKey(content: string | Uint8Array): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const text = bytes.toString('latin1').replaceAll('\0', ''); // UTF-16 too
  return PEM.test(text) || (JWK_TYPE.test(text) && JWK_PRIVATE.test(text)) || bytes.includes(ED25519);
}
