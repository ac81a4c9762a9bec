import { expect } from '@open-wc/testing';
import { canonicalizeJson } from '../../../src/feed/signature/canonical-json.js';
import { FeedError } from '../../../src/feed/errors.js';
import { verifyFeed } from '../../../src/feed/signature/verify-feed.js';
import { KEYS } from '../client/signing.js';
import { changed, feedOf, itemOf, pointers, wholeFeed, type JsonObject } from './feed-fixtures.js';

// The key of RFC 8037, appendix A, and its thumbprint there; the signature was made by another implementation.
const RFC_KEY = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const RFC_FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  items: [{ title: '€ "1"', id: 'one' }],
  _placard: {
    spec: 1,
    signatures: [
      'eyJhbGciOiJFZDI1NTE5Iiwia2lkIjoia1ByS19xbXhWV2FZVkE5d3dCRjZJdW8zdlZ6ejdUeEhDVHdYQnlnclM0ayJ9..0r4TbedUGs1o3U1neUsTReciST3S8up7lKRt-rbIhf-IPFcZgRxQ_FJDGlnvzKjCnAjWduGR64gYrP38m3ZSAQ',
    ],
    sequence: 1.0,
  },
};

interface Signer {
  publicKey: string;
  kid: string;
  privateKey: CryptoKey;
}

/** Undefined in a browser without Ed25519, or on a page without `crypto.subtle`: there, nothing can be checked. */
async function signerOf({ x, d }: (typeof KEYS)[number]): Promise<Signer | undefined> {
  try {
    const privateKey = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x, d }, { name: 'Ed25519' }, false, ['sign']);
    const digest = await crypto.subtle.digest('SHA-256', utf8(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`));
    return { publicKey: x, kid: base64url(new Uint8Array(digest)), privateKey };
  } catch {
    return undefined;
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** A detached JWS over the document without its signatures. */
async function sign(document: JsonObject, signer: Signer | undefined, header: object = {}): Promise<string> {
  if (!signer) return 'e30..AA';
  const { signatures: _, ...rest } = document._placard as JsonObject;
  const protectedHeader = base64url(utf8(JSON.stringify({ alg: 'Ed25519', kid: signer.kid, ...header })));
  const input = utf8(`${protectedHeader}.${base64url(utf8(canonicalizeJson({ ...document, _placard: rest })))}`);
  const signature = await crypto.subtle.sign({ name: 'Ed25519' }, signer.privateKey, input);
  return `${protectedHeader}..${base64url(new Uint8Array(signature))}`;
}

const withSignatures = (document: JsonObject, ...signatures: unknown[]) => changed(document, '/_placard/signatures', signatures);

async function outcome(document: object, ...keys: string[]): Promise<string> {
  try {
    await verifyFeed(document as JsonObject, keys);
    return 'verified';
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(FeedError);
    return (thrown as FeedError).code;
  }
}

describe('the signature of a feed', () => {
  let one: Signer | undefined;
  let other: Signer | undefined;
  const feed = feedOf([itemOf('one'), { id: 'two', title: 'Қазақстан €', _unknown: { b: [1, null], a: 1e30 } }], { sequence: 7 });

  before(async () => {
    one = await signerOf(KEYS[0]);
    other = await signerOf(KEYS[1]);
  });

  /** In a browser that cannot check, whatever has a signature is unchecked. */
  const here = (expected: string) => (one ? expected : 'signature-unchecked');
  const key = (signer: Signer | undefined) => signer?.publicKey ?? RFC_KEY;

  it('is verified in every browser that can', () => expect(!!one).to.equal(!!other));

  it('of another implementation, with the key of RFC 8037, verifies', async () => {
    expect(await outcome(RFC_FEED, RFC_KEY)).to.equal(here('verified'));
    expect(await outcome(changed(RFC_FEED, '/items/0/id', 'two'), RFC_KEY)).to.equal(here('signature-failed'));
  });

  it('verifies for any order and spacing of the document', async () => {
    const signed = withSignatures(feed, await sign(feed, one));
    expect(await outcome(signed, key(one))).to.equal(here('verified'));
    const reversed = Object.fromEntries(Object.entries(signed).toReversed());
    expect(await outcome(JSON.parse(JSON.stringify(reversed, null, 2)) as object, key(one))).to.equal(here('verified'));
  });

  it('by one of two pinned keys is enough, in either order', async () => {
    const both = withSignatures(feed, await sign(feed, other), await sign(feed, one));
    const single = withSignatures(feed, await sign(feed, one));
    expect(await outcome(both, key(one))).to.equal(here('verified'));
    expect(await outcome(both, key(other))).to.equal(here('verified'));
    expect(await outcome(single, key(one), key(other))).to.equal(here('verified'));
    expect(await outcome(single, key(other), key(one))).to.equal(here('verified'));
  });

  it('by another key fails', async () => {
    expect(await outcome(withSignatures(feed, await sign(feed, other)), key(one))).to.equal(here('signature-failed'));
    expect(await outcome(withSignatures(feed, await sign(feed, one)))).to.equal('signature-failed'); // no key, no trust
  });

  it('is reported as missing from an unsigned feed', async () => {
    for (const document of [
      feed,
      withSignatures(feed),
      changed(feed, '/_placard/signatures', null),
      changed(feed, '/_placard/signatures', 'e30..AA'),
      changed(feed, '/_placard/signatures', { 0: 'e30..AA', length: 1 }),
      feedOf([], null),
      ...[null, 5, 'text', [], true].map((_placard) => ({ ...feedOf([], null), _placard })),
    ])
      expect(await outcome(document, key(one))).to.equal('signature-missing');
  });

  it('names the key that made it', async () => {
    for (const header of [{ kid: other?.kid }, { kid: key(one) }, { kid: undefined }, { kid: '' }])
      expect(await outcome(withSignatures(feed, await sign(feed, one, header)), key(one)), JSON.stringify(header)).to.equal(
        here('signature-failed'),
      );
    expect(await outcome(withSignatures(feed, await sign(feed, other, { kid: one?.kid })), key(one))).to.equal(here('signature-failed'));
  });

  it('must use Ed25519', async () => {
    expect(await outcome(withSignatures(feed, await sign(feed, one, { alg: 'EdDSA' })), key(one))).to.equal(here('verified'));
    for (const header of [
      { alg: 'none' },
      { alg: 'HS256' },
      { alg: 'ES256' },
      { alg: 'ed25519' },
      { alg: undefined },
      { crit: ['exp'] },
      { crit: [] },
      { b64: false },
    ])
      expect(await outcome(withSignatures(feed, await sign(feed, one, header)), key(one)), JSON.stringify(header)).to.equal(
        here('signature-failed'),
      );
  });

  it('covers every field, unknown fields too', async () => {
    const whole = wholeFeed();
    const signed = withSignatures(whole, await sign(whole, one));
    const places = pointers(whole).filter((pointer) => pointer && !pointer.startsWith('/_placard/signatures') && pointer !== '/_placard');
    for (const pointer of [...places, '/more', '/_placard/more', '/items/1/_unknown'])
      expect(await outcome(changed(signed, pointer, 'tampered'), key(one)), pointer).to.equal(here('signature-failed'));
    for (const pointer of places)
      expect(await outcome(changed(signed, pointer, undefined), key(one)), pointer).to.equal(here('signature-failed'));
    const unknown = withSignatures(feed, await sign(feed, one));
    expect(await outcome(changed(unknown, '/items/1/_unknown/b/0', 2), key(one))).to.equal(here('signature-failed'));
    expect(await outcome(JSON.parse(JSON.stringify(unknown).replace('{', '{"__proto__":{"x":1},')) as object, key(one))).to.equal(
      here('signature-failed'),
    );
  });

  it('does not cover the other signatures', async () => {
    const signed = withSignatures(feed, 'e30..AA', '', '.', '..', 'a.b.c.d', 5, null, {}, [], await sign(feed, one), 'x');
    expect(await outcome(signed, key(one))).to.equal(here('verified'));
  });

  it('fails if it is not a detached JWS', async () => {
    const good = await sign(feed, one);
    const [header = '', , bytes = ''] = good.split('.');
    const { signatures: _, ...rest } = feed._placard as JsonObject;
    const payload = base64url(utf8(canonicalizeJson({ ...feed, _placard: rest })));
    for (const jws of [
      `${header}.${payload}.${bytes}`,
      `${header}..`,
      `..${bytes}`,
      `${header}..${bytes}.`,
      `${header}..${bytes.slice(0, -4)}`,
      `${header}..${bytes}AAAA`,
      `${header}..${'A'.repeat(86)}`,
      `${header}..%%%`,
      `%%%..${bytes}`,
      `${base64url(utf8('null'))}..${bytes}`,
      `${base64url(utf8('[]'))}..${bytes}`,
      `${base64url(utf8('{"alg":'))}..${bytes}`,
      { header, signature: bytes },
    ])
      expect(await outcome(withSignatures(feed, jws), key(one)), JSON.stringify(jws)).to.equal(here('signature-failed'));
  });

  it('is unchecked for an invalid pinned key, unless another key verifies it', async () => {
    const signed = withSignatures(feed, await sign(feed, one));
    for (const none of ['', 'AAAA', '%%%', `${key(one)}AAAA`, 'A'.repeat(44)]) {
      expect(await outcome(signed, none), none).to.equal('signature-unchecked');
      expect(await outcome(signed, none, key(one)), none).to.equal(here('verified'));
      expect(await outcome(signed, key(other), none), none).to.equal('signature-unchecked');
    }
  });

  it('verifies with a key that is padded or in the standard base64 alphabet', async () => {
    const padded = `${key(one).replaceAll('-', '+').replaceAll('_', '/')}=`;
    expect(await outcome(withSignatures(feed, await sign(feed, one)), padded)).to.equal(here('verified'));
  });

  it('fails for a document without a canonical form', async () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    const signed = withSignatures(feed, await sign(feed, one));
    expect(await outcome({ ...signed, deep }, key(one))).to.equal('signature-failed');
    expect(await outcome(JSON.parse(JSON.stringify(signed).replace('1e+30', '1e400')) as object, key(one))).to.equal('signature-failed');
    const withNull = changed(feed, '/items/1/_unknown/a', null);
    const infinite = { ...withSignatures(withNull, await sign(withNull, one)) };
    expect(await outcome(changed(infinite, '/items/1/_unknown/a', Infinity), key(one))).to.equal('signature-failed');
  });
});
