/** A key file of "placard keys", opened for one publication. The browser keeps it in memory, and no script can read it again. */
import { base64url, signFeed, thumbprintInput, utf8 } from '../../publish/detached-jws.js';
import type { SiteInput } from '../../publish/build-site.js';
import { isJsonObject } from '../../lint/json-pointer.js';

export type Signer = Pick<SiteInput, 'sign' | 'signText' | 'publicKeys'>;

/** The signer of a publication without a key. */
export const UNSIGNED: Signer = { sign: () => [], signText: undefined, publicKeys: [] };

/** @returns undefined for a file without a private Ed25519 key, and in a browser without Ed25519 */
export async function readSigningKey(text: string): Promise<Signer | undefined> {
  try {
    const jwk: unknown = JSON.parse(text);
    if (!isJsonObject(jwk) || typeof jwk.x !== 'string') return undefined;
    const { kty, crv, x, d } = jwk as unknown as JsonWebKey & { x: string };
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, d }, { name: 'Ed25519' }, false, ['sign']);
    const sign = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, bytes));
    const kid = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(thumbprintInput(x)))));
    return {
      publicKeys: [x],
      sign: async (document) => [await signFeed(document, kid, sign)],
      signText: async (words) => ({ [x]: base64url(await sign(utf8(words))) }),
    };
  } catch {
    return undefined;
  }
}
