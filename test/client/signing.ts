/** A publisher's key, made anew for each run. */
import { canonical } from '../../src/feed/canonical.js';
import { document, publication, type Publication } from './feeds.js';

export class Signer {
  private constructor(
    readonly publicKey: string,
    private readonly kid: string,
    private readonly privateKey: CryptoKey,
  ) {}

  /** Undefined in a browser without Ed25519, or on a page without `crypto.subtle`: there, nothing can be checked. */
  static async make(): Promise<Signer | undefined> {
    try {
      const { subtle } = crypto;
      const { publicKey, privateKey } = (await subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair;
      const x = base64url(await subtle.exportKey('raw', publicKey));
      const thumbprint = await subtle.digest('SHA-256', utf8(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`));
      return new Signer(x, base64url(thumbprint), privateKey);
    } catch {
      return undefined;
    }
  }

  /** The text of a publication that this key signed. */
  async sign(content: Publication = {}): Promise<string> {
    const header = base64url(utf8(JSON.stringify({ alg: 'Ed25519', kid: this.kid })));
    const payload = base64url(utf8(canonical(JSON.parse(JSON.stringify(document(content))))));
    const signature = await crypto.subtle.sign({ name: 'Ed25519' }, this.privateKey, utf8(`${header}.${payload}`));
    return publication({ ...content, signatures: [`${header}..${base64url(signature)}`] });
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);

function base64url(bytes: ArrayBuffer | Uint8Array): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
