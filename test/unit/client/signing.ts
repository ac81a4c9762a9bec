/**
 * Signs publications with the keys of RFC 8037, appendix A, and RFC 8032, 7.1, test 2. It generates no keys, because WebKitGTK 2.50
 * fails to generate one key in fifty (OperationError).
 */
import { canonicalizeJson } from '../../../src/feed/signature/canonical-json.js';
import { document, publication, type Publication } from './feeds.js';

export const KEYS = [
  { x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' },
  { x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw', d: 'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs' },
] as const;

export class Signer {
  private constructor(
    readonly publicKey: string,
    private readonly kid: string,
    private readonly privateKey: CryptoKey,
  ) {}

  /** Resolves to undefined in a browser without Ed25519, or on a page without `crypto.subtle`. */
  static async of({ x, d }: (typeof KEYS)[number]): Promise<Signer | undefined> {
    try {
      const { subtle } = crypto;
      const key = await subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x, d }, { name: 'Ed25519' }, false, ['sign']);
      const thumbprint = await subtle.digest('SHA-256', utf8(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`));
      return new Signer(x, base64url(thumbprint), key);
    } catch {
      return undefined;
    }
  }

  /** Returns the text of a signed publication. */
  async sign(given: Publication = {}): Promise<string> {
    const content = { feedUrl: 'https://publisher.example/feed.json', ...given };
    const header = base64url(utf8(JSON.stringify({ alg: 'Ed25519', kid: this.kid })));
    const payload = base64url(utf8(canonicalizeJson(JSON.parse(JSON.stringify(document(content))))));
    const signature = await crypto.subtle.sign({ name: 'Ed25519' }, this.privateKey, utf8(`${header}.${payload}`));
    return publication({ ...content, signatures: [`${header}..${base64url(signature)}`] });
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);

function base64url(bytes: ArrayBuffer | Uint8Array): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
