/** Tests `placard keys`, `sign` and `verify` against the verification of a page that pins a key. */
import assert from 'node:assert/strict';
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { verifyFeed } from '../../../src/feed/signature/verify-feed.js';
import { checkApproved, ranSection, type Section } from './approved.js';
import { makeFolder, placard, placardJson, read, readJson, write, type Ran } from './cli.js';
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
/** Outputs for the approved texts, without keys and key ids, which differ each time. */
const sections: Record<'keys' | 'sign' | 'verify', Section[]> = { keys: [], sign: [], verify: [] };
const withoutKeys = (text: string) => text.replaceAll(folder, 'folder').replace(/[\w-]{43}/g, 'KEY');
const record = (command: keyof typeof sections, name: string, { out, err }: Ran) =>
  void sections[command].push([name, withoutKeys(out + err)]);

const documentIn = (file: string) => parseFeed(read(file)).document;

describe('placard keys', () => {
  it('writes a private key that only its owner can read, and prints only the public key', async () => {
    const ran = await placard(['keys'], { cwd: folder });
    const { code, out, err } = ran;
    assert.equal(code, 0);
    record('keys', 'a new pair of keys', ran);
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
    const ran = await placard(['keys', 'one.jwk.json'], { cwd: folder });
    assert.equal(ran.code, 2);
    record('keys', 'an existing file', ran);
    assert.equal(read(folder, 'one.jwk.json'), before);
    assert.notEqual(one.publicKey, other.publicKey);
  });

  it('prints the public key of an existing file with --show, and creates no file', async () => {
    const { code, out } = await placard(['keys', 'one.jwk.json', '--show'], { cwd: folder });
    assert.deepEqual([code, out], [0, `${one.publicKey}\n`]);
    const missing = await placard(['keys', 'missing.jwk.json', '--show'], { cwd: folder });
    assert.equal(missing.code, 2);
    record('keys', 'a missing file', missing);
  });
});

describe('placard sign', () => {
  it('signs a feed with unknown fields so that a page with the pinned key accepts it', async () => {
    const file = feedFile('signed.json', withPart('/_other', { b: [1, null, 1e30], a: 'Қазақстан €' }));
    assert.equal((await sign(file, '--key', 'one.jwk.json')).code, 0);
    await verifyFeed(documentIn(file), [one.publicKey]);
    const { signatures } = readJson<{ _placard: { signatures: string[] } }>(file)._placard;
    assert.equal(signatures.length, 1);
    const [header, payload] = signatures[0]!.split('.');
    assert.deepEqual(JSON.parse(Buffer.from(header!, 'base64url').toString()), { alg: 'Ed25519', kid: one.kid });
    assert.equal(payload, ''); // detached
  });

  it('changes only the signatures, and keeps indentation and permissions', async () => {
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

  it('rejects an invalid feed, a plain JSON Feed, an address and an invalid key, and writes no file', async () => {
    const rejected: [name: string, Json, string[], code: number][] = [
      ['an invalid feed', withPart('/version', 'x'), ['--key', 'one.jwk.json'], 1],
      ['a plain JSON Feed', { version: 'https://jsonfeed.org/version/1.1', items: [] }, ['--key', 'one.jwk.json'], 1],
      ['a file without a private key', withPart('/_odd', 0), ['--key', 'broken.json'], 1],
      ['a missing key', soundFeed(), ['--key', 'missing.json'], 2],
      ['no key', soundFeed(), [], 2],
    ];
    write(folder, 'broken.json', { ...readJson<Json>(folder, 'one.jwk.json'), d: undefined });
    for (const [name, feed, options, code] of rejected) {
      const file = feedFile('rejected.json', feed);
      const before = read(file);
      const ran = await sign(file, ...options);
      assert.equal(ran.code, code, ran.err);
      record('sign', name, ran);
      assert.equal(read(file), before);
    }
    const online = await sign('https://example.org/feed.json', '--key', 'one.jwk.json');
    assert.equal(online.code, 2);
    record('sign', 'an address', online);
  });

  it('warns of a key that other users can read', async () => {
    chmodSync(join(folder, 'other.jwk.json'), 0o644);
    const ran = await sign(feedFile('exposed.json'), '--key', 'other.jwk.json');
    chmodSync(join(folder, 'other.jwk.json'), 0o600);
    assert.equal(ran.code, 0);
    assert.equal(ran.err.includes('chmod 600 other.jwk.json'), process.platform !== 'win32'); // Windows has no such permissions
    record('sign', 'a key that other users can read', ran);
  });
});

describe('placard verify', () => {
  it('accepts a valid signature, and rejects a missing one, one of another key, and a changed feed', async () => {
    const file = feedFile('verify.json');
    const unsigned = await verify(file, '--public-key', one.publicKey);
    assert.equal(unsigned.code, 1);
    assert.match(unsigned.out, /\[signature-missing\]/);
    record('verify', 'an unsigned feed', unsigned);

    await sign(file, '--key', 'one.jwk.json');
    const good = await verify(file, '--public-key', one.publicKey);
    assert.equal(good.code, 0);
    assert.ok(good.out.includes(one.kid));
    record('verify', 'a valid signature', good);

    const another = await verify(file, '--public-key', other.publicKey);
    assert.equal(another.code, 1);
    assert.match(another.out, /\[signature-failed\]/);
    record('verify', 'a signature of another key', another);
    assert.equal((await verify(file, '--public-key', other.publicKey, '--public-key', one.publicKey)).code, 0);

    write(folder, 'verify.json', withPart('/items/0/title', 'Two press cards withdrawn', readJson<Json>(file)));
    assert.equal((await verify(file, '--public-key', one.publicKey)).code, 1);
  });

  it('rejects an old publication with a valid signature', async () => {
    const file = feedFile('old.json');
    await sign(file, '--key', 'one.jwk.json');
    assert.equal((await verify(file, '--public-key', one.publicKey, '--min-sequence', '3')).code, 0);
    const old = await verify(file, '--public-key', one.publicKey, '--min-sequence', '4');
    assert.equal(old.code, 1);
    assert.match(old.out, /\[rollback\]/);
    record('verify', 'an old publication', old);
  });

  it('reads an address, and prints JSON with --json', async () => {
    await using server = await serve((_req, res) => res.end(read(folder, 'online.json')));
    await sign(feedFile('online.json', withPart('/feed_url', `${server.url}feed.json`)), '--key', 'one.jwk.json');
    const result = await placardJson<Json>(['verify', `${server.url}feed.json`, '--public-key', one.publicKey]);
    assert.deepEqual(result, {
      ok: true,
      feed: `${server.url}feed.json`,
      sequence: 3,
      generatedAt: '2026-03-02T10:00:00Z',
      signers: [one.kid],
      unchecked: 0,
      code: 0,
    });
  });

  it('rejects an invalid key with code 2, and a file that is not a feed with code 1', async () => {
    for (const key of ['abc', `${one.publicKey}=`, one.publicKey.slice(1)]) {
      const ran = await verify(feedFile('key.json'), '--public-key', key);
      assert.equal(ran.code, 2);
      if (key === 'abc') record('verify', 'an invalid key', ran);
    }
    const notFeed = await verify(write(folder, 'list.json', '[]'), '--public-key', one.publicKey);
    assert.equal(notFeed.code, 1);
    record('verify', 'a file that is not a feed', notFeed);
  });
});

describe('the wording of placard keys, sign and verify', () => {
  for (const command of ['keys', 'sign', 'verify'] as const)
    it(`is the approved text of ${command}`, async () => {
      const help = [command, '--help'];
      checkApproved(command, [ranSection(help, await placard(help)), ...sections[command]]);
    });
});
