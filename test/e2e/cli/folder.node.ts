/** Tests the published folder: no file outside of it is changed, it has no private key, and each item has its own folder. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { updateFolder } from '../../../src/node/io/output-folder.js';
import { assignFolders, folderName } from '../../../src/publish/item-folders.js';
import { parsePolicies } from '../../../src/node/doctor/csp.js';
import { generateKey } from '../../../src/node/signing/signing-keys.js';
import { CliError } from '../../../src/node/io/cli-error.js';
import { PublishError } from '../../../src/publish/publish-error.js';
import { bundles, makeFolder, placard, read, write } from './cli.js';
import { soundFeed, withPart } from './feeds.js';

type Contents = Record<string, string | Uint8Array>;

/** Writes files as a build does. */
const update = (out: string, files: Contents) =>
  updateFolder(out, async (folder) => {
    for (const [path, content] of Object.entries({ ...files, 'placard-site.json': '{}' })) await folder.write(path, content);
  });

/** Returns a folder that was published once. */
async function published(files: Contents = {}): Promise<string> {
  const out = join(makeFolder(), 'public');
  await update(out, { 'press-cards/index.html': 'first', ...files });
  return out;
}

const again = (out: string) => update(out, { 'press-cards/index.html': 'second' });

describe('updateFolder', () => {
  it('rejects a link to a file, to a folder, and to a missing file', async () => {
    const elsewhere = makeFolder();
    write(elsewhere, 'mine.txt', 'mine');
    for (const [name, target] of [
      ['other.html', join(elsewhere, 'mine.txt')],
      ['other', elsewhere],
      ['nowhere', join(elsewhere, 'new.txt')],
    ] as const) {
      const out = await published();
      symlinkSync(target, join(out, name));
      await assert.rejects(
        update(out, { [name === 'other' ? 'other/mine.txt' : name]: 'overwritten' }),
        (thrown) => thrown instanceof CliError && thrown.message.includes(name),
      );
      assert.equal(read(elsewhere, 'mine.txt'), 'mine');
      assert.equal(existsSync(join(elsewhere, 'new.txt')), false);
      assert.equal(read(out, 'press-cards/index.html'), 'first');
    }
  });

  it('rejects a private key of any form, in the folder and in a new file', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
    const { jwk } = generateKey();
    const forms: Record<string, string | Uint8Array> = {
      'key.jwk.json': jwk,
      'key.pem': pem,
      'key.der': privateKey.export({ format: 'der', type: 'pkcs8' }),
      id_ed25519: '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA',
      'notes.txt': JSON.stringify({ note: jwk }),
      'windows.json': Buffer.from(jwk, 'utf16le'),
    };
    for (const [name, content] of Object.entries(forms)) {
      const out = await published();
      mkdirSync(join(out, 'deep'));
      write(join(out, 'deep'), name, content);
      await assert.rejects(
        again(out),
        (thrown) => thrown instanceof CliError && thrown.exitCode === 1 && thrown.message.includes(name),
        name,
      );
      assert.equal(read(out, 'press-cards/index.html'), 'first');
      await assert.rejects(
        published({ 'feed.json': typeof content === 'string' ? `{"x":${JSON.stringify(content)}}` : content }),
        CliError,
        name,
      );
    }
  });

  it('accepts public keys, and texts about keys', async () => {
    const { publicKey } = generateKey();
    const out = await published({
      'key.json': JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: publicKey }),
      'a.html': 'a private key, "d"',
    });
    await again(out);
    assert.equal(read(out, 'press-cards/index.html'), 'second');
  });
});

describe('the folders of items', () => {
  it('have different names for ids with the same first 32 bits of the hash', async () => {
    // Found by trial: the same words, and the same first 32 bits of SHA-256.
    const [one, other] = ['x.......//.///.././/.y', 'x..../////.....//////y'];
    assert.notEqual(await folderName(one), await folderName(other));
    assert.match(await folderName(one), /-[\da-f]{32}$/);
  });

  it('are rejected if two items have the same one', async () => {
    await assert.rejects(
      assignFolders(['a', 'b'], async () => 'same'),
      PublishError,
    );
    const folders = await assignFolders(['a', 'b', 'feed.json', 'placard-site.json', 'con.txt']);
    for (const id of ['feed.json', 'placard-site.json', 'con.txt']) assert.notEqual(folders.get(id), id);
  });
});

describe('placard build', () => {
  before(() => bundles());

  it('refuses a mirror that would change the policy of its pages, and warns of a key that other users can read', async () => {
    const folder = makeFolder();
    const withMirror = (host: string) =>
      write(folder, 'feed.json', withPart('/_placard/mirrors', [`https://${host}/feed.json`], soundFeed()));
    for (const host of ['a;trusted-types', 'b,script-src', '*']) {
      const { code, out } = await placard(['validate', withMirror(host), '--json']);
      assert.equal(code, 1, host);
      assert.match(out, /"bad-url"/);
    }
    const file = withMirror('mirror.example.org');
    const key = write(folder, 'key.jwk.json', generateKey().jwk);
    chmodSync(key, 0o644);
    const args = ['build', file, '--out', join(folder, 'public'), '--base-url', 'https://example.org/', '--key', key];
    const { code, err } = await placard(args);
    assert.equal(code, 0, err);
    assert.match(err, /chmod 600 /);
    const page = readFileSync(join(folder, 'public/press-cards/index.html'), 'utf8');
    const policies = parsePolicies([/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!.replaceAll('&#039;', "'")]);
    assert.equal(policies.length, 1);
    assert.deepEqual(policies[0]!.get('connect-src'), ["'self'", 'https://example.org', 'https://mirror.example.org']);
    assert.deepEqual(policies[0]!.get('trusted-types'), ['lit-html', 'dompurify', "'allow-duplicates'"]);
    const { code: refused } = await placard(['keys', join(folder, 'public/press-cards/next.jwk.json')]);
    assert.equal(refused, 2);
    assert.equal(existsSync(join(folder, 'public/press-cards/next.jwk.json')), false);
  });
});
