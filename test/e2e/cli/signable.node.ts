/** Tests that only the publisher's own feeds are signed, and that `placard verify` names only keys with a valid signature. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { createUrlResolver } from '../../../src/publish/absolute-urls.js';
import { generateKey } from '../../../src/node/signing/signing-keys.js';
import { verifyFeed } from '../../../src/feed/signature/verify-feed.js';
import { bundles, makeFolder, placard, placardJson, readJson, write } from './cli.js';
import { soundFeed, withPart, type Json } from './feeds.js';
import { serve } from './server.js';

const keyIn = (folder: string, name: string) => {
  const made = generateKey();
  return { ...made, file: write(folder, name, made.jwk) };
};

async function signed(folder: string, feed: Json, ...keys: string[]): Promise<Json & { _placard: Json; items: Json[] }> {
  const file = write(folder, 'signed.json', feed);
  const { code, err } = await placard(['sign', file, ...keys.flatMap((key) => ['--key', key])]);
  assert.equal(code, 0, err);
  return readJson(file);
}

describe('placard build --key', () => {
  before(() => bundles());
  const BASE = 'https://cases.example.org/';
  const args = (source: string, out: string, key: string) => ['build', source, '--out', out, '--base-url', BASE, '--key', key];

  it('signs a feed from an address only if it has a valid signature of a given key', async () => {
    const folder = makeFolder();
    const [own, other] = [keyIn(folder, 'own.jwk.json'), keyIn(folder, 'other.jwk.json')];
    const good = await signed(folder, soundFeed(), own.file);
    const answers: Record<string, unknown> = {
      '/good.json': good,
      '/unsigned.json': soundFeed(),
      '/changed.json': withPart('/items/0/title', 'Nothing happened', structuredClone(good)),
    };
    await using server = await serve(
      (req, res) => void res.setHeader('content-type', 'application/feed+json').end(JSON.stringify(answers[req.url!])),
    );
    for (const [path, key] of [
      ['changed.json', own],
      ['unsigned.json', own],
      ['good.json', other],
    ] as const) {
      const out = join(folder, 'refused');
      const { code, err } = await placard(args(server.url + path, out, key.file));
      assert.equal(code, 1, path);
      assert.equal(err.includes(own.kid), path === 'changed.json', err);
      assert.equal(existsSync(out), false);
    }
    const out = join(folder, 'public');
    const { code, err } = await placard(args(`${server.url}good.json`, out, own.file));
    assert.equal(code, 0, err);
    await verifyFeed(readJson(out, 'press-cards/feed.json'), [own.publicKey]);
  });

  it('leaves drafts and later items out of each file, and "sign" refuses them', async () => {
    const folder = makeFolder();
    const feed = soundFeed() as Json & { items: Json[] };
    const [item] = feed.items as [Json & { _placard: Json }];
    const secret = { ...item, id: 'secret', title: 'Secret plan', _placard: { ...item._placard, draft: true } };
    const later = { ...item, id: 'later', title: 'Later news', _placard: { ...item._placard, publish_at: '2999-01-01T00:00:00Z' } };
    const source = write(folder, 'feed.json', { ...feed, items: [secret, item, later] });
    const key = keyIn(folder, 'own.jwk.json');
    const refused = await placard(['sign', source, '--key', key.file]);
    assert.notEqual(refused.code, 0);
    const out = join(folder, 'public');
    const { code, err } = await placard(['build', source, '--out', out, '--base-url', BASE]);
    assert.equal(code, 0, err);
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8')).join();
    assert.ok(texts.includes(String(item.title)));
    assert.doesNotMatch(texts, /Secret plan|Later news/);
  });

  it('rejects a file with an invalid signature, and an empty key', async () => {
    const folder = makeFolder();
    const own = keyIn(folder, 'own.jwk.json');
    const changed = withPart('/items/0/title', 'Nothing happened', await signed(folder, soundFeed(), own.file));
    const file = write(folder, 'feed.json', changed);
    const { code, err } = await placard(args(file, join(folder, 'public'), own.file));
    assert.equal(code, 1);
    assert.ok(err.includes(own.kid), err);
    for (const key of ['', ' ']) assert.equal((await placard(args(file, join(folder, 'public'), key))).code, 2);
  });

  it('writes for each item a feed with its own address and absolute links', async () => {
    const folder = makeFolder();
    const own = keyIn(folder, 'own.jwk.json');
    const feed = withPart(
      '/items/0/url',
      'cases/press-cards.html',
      withPart('/items/0/content_html', '<p><a href="more.html">More</a></p>'),
    );
    const file = write(folder, 'feed.json', feed);
    const { code, err } = await placard(args(file, join(folder, 'public'), own.file));
    assert.equal(code, 0, err);
    const made = readJson<{ feed_url: string; items: { url: string; content_html: string }[] }>(folder, 'public/press-cards/feed.json');
    assert.equal(made.feed_url, `${BASE}press-cards/feed.json`);
    assert.equal(made.items[0]!.url, 'https://example.org/cases/press-cards.html');
    assert.equal(made.items[0]!.content_html, '<p><a href="https://example.org/more.html">More</a></p>');
  });
});

describe('createUrlResolver', () => {
  it('changes only relative addresses', () => {
    const sound = soundFeed() as Json & { items: Json[] };
    const elsewhere = createUrlResolver('https://elsewhere.example/feed.json');
    assert.equal(elsewhere.item(sound.items[0]!), sound.items[0]);
    const { items: _, ...head } = sound;
    assert.deepEqual(elsewhere.head(sound), head);
    const content_html = '<p>a<br>b <a href=https://example.org/>c</a> <A HREF="mailto:a@b.example">d</A>';
    assert.equal(elsewhere.item({ content_html }).content_html, content_html);
    const own = createUrlResolver('https://example.org/x/feed.json');
    const publisher = { name: 'a/b.html', logo: '../logo.png' };
    assert.deepEqual(own.head({ _placard: { publisher } })._placard, { publisher: { ...publisher, logo: 'https://example.org/logo.png' } });
    assert.deepEqual(own.item({ title: 'a/b.html', image: 'c.png' }), { title: 'a/b.html', image: 'https://example.org/x/c.png' });
  });
});

describe('placard sign', () => {
  it('rejects a feed without an absolute "feed_url", and an empty key', async () => {
    const folder = makeFolder();
    const key = keyIn(folder, 'key.jwk.json');
    for (const address of [undefined, 'feed.json', '/feed.json']) {
      const file = write(folder, 'feed.json', withPart('/feed_url', address));
      const { code, err } = await placard(['sign', file, '--key', key.file]);
      assert.equal(code, 1, String(address));
      assert.match(err, /feed_url/);
      assert.equal('signatures' in readJson<{ _placard: object }>(file)._placard, false);
    }
    for (const empty of ['', ' ']) assert.equal((await placard(['sign', write(folder, 'feed.json', soundFeed()), '--key', empty])).code, 2);
  });
});

describe('placard verify', () => {
  it('names only keys with a valid signature', async () => {
    const folder = makeFolder();
    const [own, other] = [keyIn(folder, 'own.jwk.json'), keyIn(folder, 'other.jwk.json')];
    const [byOwn, byOther] = [await signed(folder, soundFeed(), own.file), await signed(folder, withPart('/title', 'Another'), other.file)];
    const both = withPart(
      '/_placard/signatures',
      [...(byOwn._placard.signatures as string[]), ...(byOther._placard.signatures as string[])],
      byOwn,
    );
    const file = write(folder, 'both.json', both);
    const asked = ['verify', file, '--public-key', own.publicKey, '--public-key', other.publicKey];
    const { code, out } = await placard(asked);
    assert.equal(code, 0);
    assert.ok(out.includes(own.kid) && !out.includes(other.kid) && !out.includes(other.publicKey), out);
    const { signers, unchecked } = await placardJson<{ signers: string[]; unchecked: number }>(asked);
    assert.deepEqual([signers, unchecked], [[own.kid], 1]);
    assert.equal((await placard(['verify', file, '--public-key', other.publicKey])).out.includes(own.kid), false);
  });

  it('rejects a feed that is signed for another address, an older epoch, and an empty key', async () => {
    const folder = makeFolder();
    const own = keyIn(folder, 'own.jwk.json');
    const feed = await signed(folder, withPart('/_placard/epoch', 1), own.file);
    await using server = await serve((_, res) => void res.end(JSON.stringify(feed)));
    const verify = (source: string, ...more: string[]) =>
      placardJson<{ code: string }>(['verify', source, '--public-key', own.publicKey, ...more]);
    const resultOf = async (source: string, ...more: string[]) =>
      JSON.parse((await placard(['verify', source, '--public-key', own.publicKey, '--json', ...more])).out) as { code?: string };
    assert.equal((await resultOf(`${server.url}feed.json`)).code, 'another-feed');
    const file = write(folder, 'feed.json', feed);
    assert.equal((await resultOf(file, '--min-sequence', '2.1')).code, 'rollback');
    assert.equal((await resultOf(file, '--min-sequence', '1.3')).code, undefined);
    assert.equal((await verify(file, '--min-sequence', '40')).code, 0);
    assert.equal((await placard(['verify', file, '--public-key', ''])).code, 2);
  });
});
