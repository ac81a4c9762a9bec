/** Tests the copy that servers renew, and its signature, as demo/docs/site.md documents them. */
import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { generateKey } from '../../../src/node/signing/signing-keys.js';
import { bundles, makeFolder, placard, read, readJson, write } from './cli.js';
import { withPart, type Json } from './feeds.js';

interface Snapshot {
  epoch: number;
  sequence: number;
  revision: number;
  html: string;
  title: string;
  lang: string;
  dir: string;
  url: string;
  feed: string;
  item: string;
  signature?: Record<string, string>;
}

const BASE = 'https://cases.example.org/';

/** Follows the documentation, and no code of the command. */
function isSigned({ signature = {}, html, ...own }: Snapshot, publicKey: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const { epoch, sequence, revision, feed, url, lang, dir, item, title } = own;
  const lines = ['placard-snapshot', epoch, sequence, revision, feed, url, lang, dir, hash(html), hash(item), title];
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return verify(null, Buffer.from(lines.join('\n')), key, Buffer.from(signature[publicKey] ?? '', 'base64url'));
}

async function built(feed: Json, ...more: string[]): Promise<string> {
  const folder = makeFolder();
  const file = write(folder, 'feed.json', feed);
  const { code, err } = await placard(['build', file, '--out', join(folder, 'public'), '--base-url', BASE, ...more]);
  assert.equal(code, 0, err);
  return join(folder, 'public');
}

describe('snapshot.json', () => {
  before(() => bundles());

  it('has the publication of the item’s feed, and the HTML of the snippet', async () => {
    const out = await built(withPart('/_placard/epoch', 2));
    const { html, ...rest } = readJson<Snapshot>(out, 'press-cards/snapshot.json');
    assert.deepEqual(rest, {
      epoch: 2,
      sequence: 3,
      revision: 2,
      title: 'Three press cards withdrawn',
      lang: 'en',
      dir: 'ltr',
      url: `${BASE}press-cards/`,
      feed: `${BASE}press-cards/feed.json`,
      item: 'press-cards',
    });
    const fixed = read(out, 'press-cards/snippets/html-only.html');
    assert.ok(fixed.startsWith(`${html}\n<p `) && !html.includes(fixed.slice(html.length).trim()));
  });

  it('has one signature for each key, over every member', async () => {
    const folder = makeFolder();
    const keys = [generateKey(), generateKey()];
    const files = keys.map(({ jwk }, index) => write(folder, `${index}.jwk.json`, jwk));
    const feed = withPart('/items/0/language', 'ar', withPart('/items/0/title', 'سحب\n ثلاث بطاقات'));
    const out = await built(feed, ...files.flatMap((file) => ['--key', file]));
    const snapshot = readJson<Snapshot>(out, 'press-cards/snapshot.json');
    assert.deepEqual([snapshot.dir, snapshot.title.includes('\n')], ['rtl', false]);
    for (const { publicKey } of keys) {
      assert.equal(isSigned(snapshot, publicKey), true);
      for (const name of ['epoch', 'sequence', 'revision', 'html', 'title', 'lang', 'dir', 'url', 'feed', 'item'])
        assert.equal(isSigned({ ...snapshot, [name]: `${snapshot[name as 'html']}1` }, publicKey), false, name);
    }
    assert.equal(isSigned(snapshot, generateKey().publicKey), false);
  });

  it('says first that a retracted item is retracted', async () => {
    const retraction = { kind: 'case', revision: 3, change: 'retraction', retraction: { at: '2026-03-02', reason: 'It was wrong.' } };
    const out = await built(withPart('/items/0/_placard', retraction));
    const { title, html } = readJson<Snapshot>(out, 'press-cards/snapshot.json');
    assert.ok(title.length > 'Three press cards withdrawn'.length && title.endsWith('Three press cards withdrawn'));
    assert.match(html, /It was wrong\./);
  });
});
