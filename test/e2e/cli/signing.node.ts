/** `placard keys`, `sign` and `verify`: what they make and take is what a page with a pinned key takes. */
import assert from 'node:assert/strict';
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { verifyFeed } from '../../../src/feed/signature/verify-feed.js';
import { makeFolder, placard, placardJson, read, readJson, write } from './cli.js';
import { soundFeed, withPart, type Json } from './feeds.js';
import { serve } from './server.js';

interface Key {
  ok: boolean;
  file: string;
  publicKey: string;
  kid: string;
}

const folder = makeFolder();
const keys = (file: string) => placardJson<Key>(['keys', file], { cwd: folder });
const one = await keys('one.jwk.json');
const other = await keys('other.jwk.json');

const feedFile = (name: string, feed: Json = soundFeed()) => write(folder, name, feed);
const sign = (file: string, ...options: string[]) => placard(['sign', file, ...options], { cwd: folder });
const verify = (file: string, ...options: string[]) => placard(['verify', file, ...options], { cwd: folder });
const documentIn = (file: string) => parseFeed(read(file)).document;

describe('placard keys', () => {
  it('writes a private key that its owner alone can read, and prints the public half and nothing else', async () => {
    const { code, out, err } = await placard(['keys'], { cwd: folder });
    assert.equal(code, 0);
    const file = join(folder, 'placard-key.jwk.json');
    const { kty, crv, x, d, kid } = readJson<Record<string, string>>(file);
    assert.deepEqual([kty, crv], ['OKP', 'Ed25519']);
    assert.match(d!, /^[\w-]{43}$/);
    assert.match(kid!, /^[\w-]{43}$/);
    assert.equal(out, `${x}\n`);
    assert.ok(err.includes(`public-key="${x}"`));
    assert.ok(!(out + err).includes(d!));
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it('never overwrites a key', async () => {
    const before = read(folder, 'one.jwk.json');
    const { code, err } = await placard(['keys', 'one.jwk.json'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(err, /one\.jwk\.json exists already, and is left as it is/);
    assert.equal(read(folder, 'one.jwk.json'), before);
    assert.notEqual(one.publicKey, other.publicKey);
  });

  it('shows the public half of a key that is there, and makes none', async () => {
    const { code, out } = await placard(['keys', 'one.jwk.json', '--show'], { cwd: folder });
    assert.deepEqual([code, out], [0, `${one.publicKey}\n`]);
    const missing = await placard(['keys', 'missing.jwk.json', '--show'], { cwd: folder });
    assert.equal(missing.code, 2);
    assert.match(missing.err, /does not exist/);
  });
});

describe('placard sign', () => {
  it('signs so that a page with the key pinned takes the feed, unknown members and all', async () => {
    const file = feedFile('signed.json', withPart('/_other', { b: [1, null, 1e30], a: 'Қазақстан €' }));
    assert.equal((await sign(file, '--key', 'one.jwk.json')).code, 0);
    await verifyFeed(documentIn(file), [one.publicKey]);
    const { signatures } = readJson<{ _placard: { signatures: string[] } }>(file)._placard;
    assert.equal(signatures.length, 1);
    const [header, payload] = signatures[0]!.split('.');
    assert.deepEqual(JSON.parse(Buffer.from(header!, 'base64url').toString()), { alg: 'Ed25519', kid: one.kid });
    assert.equal(payload, ''); // detached
  });

  it('changes nothing but the signatures, and keeps indentation and permissions', async () => {
    const file = write(folder, 'tabs.json', JSON.stringify(soundFeed(), null, '\t'));
    chmodSync(file, 0o640);
    await sign(file, '--key', 'one.jwk.json');
    const { _placard, ...rest } = readJson<Json>(file);
    const { signatures, ...head } = _placard as Json;
    assert.ok(signatures);
    assert.deepEqual({ ...rest, _placard: head }, soundFeed());
    assert.match(read(file), /^\{\n\t"version"/);
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('signs with several keys, so that partners can change from one to the next', async () => {
    const file = feedFile('rotation.json');
    await sign(file, '--key', 'one.jwk.json', '--key', 'other.jwk.json');
    await verifyFeed(documentIn(file), [one.publicKey]);
    await verifyFeed(documentIn(file), [other.publicKey]);
  });

  it('replaces old signatures, and keeps those of other keys with --add', async () => {
    const file = feedFile('again.json');
    const count = () => (readJson<{ _placard: { signatures: string[] } }>(file)._placard.signatures ?? []).length;
    await sign(file, '--key', 'one.jwk.json');
    await sign(file, '--key', 'other.jwk.json', '--add');
    await sign(file, '--key', 'other.jwk.json', '--add');
    assert.equal(count(), 2);
    await verifyFeed(documentIn(file), [one.publicKey]);
    await verifyFeed(documentIn(file), [other.publicKey]);
    await sign(file, '--key', 'one.jwk.json');
    assert.equal(count(), 1);
    await assert.rejects(verifyFeed(documentIn(file), [other.publicKey]), { code: 'signature-failed' });
  });

  it('refuses a feed with an error, a feed that is no campaign feed, an address, and what is no key; and writes nothing', async () => {
    const refused: [Json, string[], number, RegExp][] = [
      [withPart('/version', 'x'), ['--key', 'one.jwk.json'], 1, /has 1 error\. .*placard validate/],
      [{ version: 'https://jsonfeed.org/version/1.1', items: [] }, ['--key', 'one.jwk.json'], 1, /plain JSON Feed/],
      [withPart('/_odd', 0), ['--key', 'broken.json'], 1, /holds no private Ed25519 key/],
      [soundFeed(), ['--key', 'missing.json'], 2, /missing\.json does not exist/],
      [soundFeed(), [], 2, /required option '--key <file>'/],
    ];
    write(folder, 'broken.json', { ...readJson<Json>(folder, 'one.jwk.json'), d: undefined });
    for (const [feed, options, code, says] of refused) {
      const file = feedFile('refused.json', feed);
      const before = read(file);
      const ran = await sign(file, ...options);
      assert.equal(ran.code, code, ran.err);
      assert.match(ran.err, says);
      assert.equal(read(file), before);
    }
    const online = await sign('https://example.org/feed.json', '--key', 'one.jwk.json');
    assert.equal(online.code, 2);
    assert.match(online.err, /Sign the file, then publish it/);
  });

  it('warns of a key that others can read', async () => {
    chmodSync(join(folder, 'other.jwk.json'), 0o644);
    const { code, err } = await sign(feedFile('exposed.json'), '--key', 'other.jwk.json');
    chmodSync(join(folder, 'other.jwk.json'), 0o600);
    assert.equal(code, 0);
    assert.equal(/others on this machine can read other\.jwk\.json/.test(err), process.platform !== 'win32'); // there, modes say nothing
  });
});

describe('placard verify', () => {
  it('tells a good signature from a missing one, another key’s, and a changed feed', async () => {
    const file = feedFile('verify.json');
    const unsigned = await verify(file, '--public-key', one.publicKey);
    assert.equal(unsigned.code, 1);
    assert.match(unsigned.out, /It is not signed/);

    await sign(file, '--key', 'one.jwk.json');
    const good = await verify(file, '--public-key', one.publicKey);
    assert.equal(good.code, 0);
    assert.match(good.out, /sequence 3, made 2026-03-02T10:00:00Z\nThe signature is good/);
    assert.ok(good.out.includes(`Signed by key ${one.kid}, which is the one asked for`));

    const another = await verify(file, '--public-key', other.publicKey);
    assert.equal(another.code, 1);
    assert.match(another.out, /None of its signatures is good for this key/);
    assert.equal((await verify(file, '--public-key', other.publicKey, '--public-key', one.publicKey)).code, 0);

    write(folder, 'verify.json', withPart('/items/0/title', 'Two press cards withdrawn', readJson<Json>(file)));
    assert.equal((await verify(file, '--public-key', one.publicKey)).code, 1);
  });

  it('refuses an old publication, however well signed', async () => {
    const file = feedFile('old.json');
    await sign(file, '--key', 'one.jwk.json');
    assert.equal((await verify(file, '--public-key', one.publicKey, '--min-sequence', '3')).code, 0);
    const old = await verify(file, '--public-key', one.publicKey, '--min-sequence', '4');
    assert.equal(old.code, 1);
    assert.match(old.out, /older than what was asked for/);
  });

  it('reads an address, and speaks to machines', async () => {
    await using server = await serve((_req, res) => res.end(read(folder, 'online.json')));
    await sign(feedFile('online.json', withPart('/feed_url', `${server.url}feed.json`)), '--key', 'one.jwk.json');
    const told = await placardJson<Json>(['verify', `${server.url}feed.json`, '--public-key', one.publicKey]);
    assert.deepEqual(told, {
      ok: true,
      feed: `${server.url}feed.json`,
      sequence: 3,
      generatedAt: '2026-03-02T10:00:00Z',
      signers: [one.kid],
      unchecked: 0,
      code: 0,
    });
  });

  it('says what a key looks like, and what a feed that is none needs', async () => {
    for (const key of ['abc', `${one.publicKey}=`, one.publicKey.slice(1)]) {
      const { code, err } = await verify(feedFile('key.json'), '--public-key', key);
      assert.equal(code, 2);
      assert.match(err, /It is 43 letters/);
    }
    const none = await verify(write(folder, 'none.json', '[]'), '--public-key', one.publicKey);
    assert.equal(none.code, 1);
    assert.match(none.err, /placard validate/);
  });
});
