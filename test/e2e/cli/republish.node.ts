/** Tests `placard build` over a published site: what it refuses, what it leaves alone, and what it cleans. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { generateKey } from '../../../src/node/signing/signing-keys.js';
import { bundles, makeFolder, placard, placardJson, read, readJson, spawned, write } from './cli.js';
import { soundFeed, type Json } from './feeds.js';

const BASE = 'https://cases.example.org/';
type Feed = Json & { items: (Json & { _placard: Json })[]; _placard: Json };

/** Returns a feed with cases of different names. */
function cases(count: number, sequence = 3): Feed {
  const feed = { ...soundFeed(), feed_url: `${BASE}feed.json` } as unknown as Feed;
  const items = Array.from({ length: count }, (_, index) => ({ ...structuredClone(feed.items[0]!), id: `case-${index}` }));
  return { ...feed, items, _placard: { ...feed._placard, sequence } };
}

const filesIn = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => statSync(join(folder, name)).isFile()).sort();

interface Built {
  code: number | null;
  built: string[];
  error?: string;
  warnings: number;
}

describe('placard build over a published site', () => {
  before(() => bundles());

  const build = (folder: string, feed: unknown, ...more: string[]): Promise<Built> => buildBy(placard, folder, feed, ...more);

  function buildBy(run: typeof placard, folder: string, feed: unknown, ...more: string[]): Promise<Built> {
    write(folder, 'feed.json', feed);
    return placardJson(['build', join(folder, 'feed.json'), '--out', join(folder, 'public'), '--base-url', BASE, ...more], {}, run);
  }

  it('leaves the files of unchanged items as they are, bytes and dates', async () => {
    const folder = makeFolder();
    const out = join(folder, 'public');
    assert.equal((await build(folder, cases(3))).built.length, 3);
    const old = new Date('2020-01-01T00:00:00Z');
    for (const name of filesIn(out)) utimesSync(join(out, name), old, old);
    const same = await build(folder, cases(3));
    assert.deepEqual([same.code, same.built], [0, []]);
    const touched = () => filesIn(out).filter((name) => statSync(join(out, name)).mtimeMs !== old.getTime());
    assert.deepEqual(touched(), []);

    const edited = cases(3, 4);
    edited.items[1]!.title = 'Another headline';
    assert.deepEqual((await build(folder, edited)).built, ['case-1']);
    assert.deepEqual([...new Set(touched().map((name) => name.split('/')[0]))].sort(), [
      'atom.xml',
      'calendar.ics',
      'case-1',
      'feed.json',
      'index.html',
      'placard-site.json',
    ]);
    assert.match(read(out, 'index.html'), /Another headline/);
    assert.equal(read(out, 'index.html').split('<li ').length, 4);
  });

  it('lists the same entries as a new site, also if somebody has changed the published list', async () => {
    const folder = makeFolder();
    const list = () => read(folder, 'public/index.html');
    const edited = (sequence: number): Feed => {
      const feed = cases(5, sequence);
      feed.items[0]!._placard.translations = [{ language: 'fr', item_id: 'case-1', kind: 'official' }];
      feed.items[1]!.language = 'fr';
      feed.items[3]!.tags = ['prison', 'court "of appeal" | <first>'];
      feed.items[2]!.title = `Headline ${sequence}`;
      return feed;
    };
    const expected = async (feed: Feed) => {
      const fresh = makeFolder();
      await build(fresh, feed);
      return ['index.html', 'list.css'].map((name) => read(fresh, 'public', name));
    };
    await build(folder, edited(3));
    for (const sequence of [4, 5]) {
      assert.deepEqual((await build(folder, edited(sequence))).built, ['case-2']);
      assert.deepEqual([list(), read(folder, 'public/list.css')], await expected(edited(sequence)));
      write(folder, 'public/index.html', list().replace('Three press cards withdrawn', 'Words of somebody else'));
      assert.match(list(), /Words of somebody else/);
    }
    // An item that comes back unchanged has its entry again.
    await build(folder, { ...edited(6), items: edited(6).items.slice(0, 4) });
    await build(folder, edited(7));
    assert.equal(list(), (await expected(edited(7)))[0]);
  });

  it('takes the same feed again, and refuses a change under its sequence', async () => {
    const folder = makeFolder();
    const feed = cases(2);
    feed.items[0]!._placard = { ...feed.items[0]!._placard, change: 'retraction', retraction: { at: '2026-03-01', reason: 'A mistake.' } };
    assert.equal((await build(folder, feed)).code, 0);
    assert.deepEqual([(await build(folder, feed)).code, (await build(folder, feed)).built], [0, []]);
    const changed = structuredClone(feed);
    changed.items[1]!.title = 'Another headline';
    assert.equal((await build(folder, changed)).code, 1);
  });

  it('writes an unchanged item again if one of its files is missing', async () => {
    const folder = makeFolder();
    await build(folder, cases(2));
    const file = join(folder, 'public/case-0/oembed.json');
    const before = read(file);
    rmSync(file);
    assert.deepEqual((await build(folder, cases(2))).built, ['case-0']);
    assert.equal(read(file), before);
  });

  it('builds the translations and the successors of an edited item too', async () => {
    const folder = makeFolder();
    const linked = (sequence: number): Feed => {
      const feed = cases(4, sequence);
      feed.items[0]!._placard.translations = [{ language: 'fr', item_id: 'case-1', kind: 'official' }];
      feed.items[1]!.language = 'fr';
      feed.items[2]!._placard.superseded_by = 'case-0';
      return feed;
    };
    await build(folder, linked(3));
    const edited = linked(4);
    edited.items[0]!.title = 'Another headline';
    assert.deepEqual((await build(folder, edited)).built, ['case-0', 'case-1', 'case-2']);
  });

  it('reports a warning of an edited item, and lints everything again after an error', async () => {
    const folder = makeFolder();
    await build(folder, cases(3));
    const warned = cases(3, 4);
    warned.items[2]!.summary = 'Write to somebody@private.example.';
    const plain = await build(folder, warned);
    assert.deepEqual([plain.code, plain.built], [0, ['case-2']]);
    assert.ok(plain.warnings > 0);
    const broken = cases(3, 5);
    broken.items[2]!._placard.kind = 'rumour';
    const { code, problems } = (await build(folder, broken)) as unknown as { code: number; problems: { path: string; line?: number }[] };
    assert.equal(code, 1);
    assert.ok(problems.some(({ path, line }) => path === '/items/2/_placard/kind' && line! > 1));
  });

  it('refuses to replace signed feeds with unsigned ones, or with those of another key', async () => {
    const folder = makeFolder();
    const [own, other] = [generateKey(), generateKey()].map(({ jwk, publicKey }, index) => ({
      publicKey,
      file: write(folder, `${index}.jwk.json`, jwk),
    })) as [{ publicKey: string; file: string }, { publicKey: string; file: string }];
    const out = join(folder, 'public');
    assert.equal((await build(folder, cases(1), '--key', own.file)).code, 0);
    for (const file of ['feed.json', 'case-0/feed.json'])
      assert.equal((await placard(['verify', join(out, file), '--public-key', own.publicKey])).code, 0, file);
    const published = read(out, 'case-0/feed.json');
    for (const more of [[], ['--key', other.file]]) {
      const { code, error } = await build(folder, cases(1, 4), ...more);
      assert.equal(code, 1);
      assert.match(error!, /--drop-key/);
      assert.equal(read(out, 'case-0/feed.json'), published);
    }
    assert.equal((await build(folder, cases(1, 4), '--key', own.file, '--key', other.file)).code, 0, 'a rotation');
    assert.equal((await build(folder, cases(1, 5), '--key', other.file)).code, 0, 'after the rotation');
    assert.equal((await build(folder, cases(1, 6), '--drop-key')).code, 0, 'on purpose');
    assert.equal('signatures' in readJson<{ _placard: object }>(out, 'feed.json')._placard, false);
  });

  it('neither signs nor lists what somebody changed in the published folder', async () => {
    const folder = makeFolder();
    const out = join(folder, 'public');
    const { jwk, publicKey } = generateKey();
    const key = write(folder, 'key.jwk.json', jwk);
    assert.equal((await build(folder, cases(2), '--key', key)).code, 0);
    const forged = readJson<Feed>(out, 'feed.json');
    Object.assign(forged.items[0]!, { title: 'Forged words', content_text: 'Forged words' });
    write(out, 'feed.json', forged);
    write(out, 'index.html', read(out, 'index.html').replace(/Three press cards[^<]*/, 'Forged words'));

    const edited = cases(2, 4);
    edited.items[1]!.title = 'Another headline';
    assert.deepEqual((await build(folder, edited, '--key', key)).built, ['case-1']);
    for (const file of ['feed.json', 'case-1/feed.json', 'index.html', 'atom.xml', 'sitemap.xml', 'review.html'])
      assert.doesNotMatch(read(out, file), /Forged/, file);
    assert.equal((await placard(['verify', join(out, 'feed.json'), '--public-key', publicKey])).code, 0);
  });

  it('removes what a killed build left, and finishes what it had begun to publish', async () => {
    const folder = makeFolder();
    await build(folder, cases(1));
    const gone = 2 ** 22 + 7; // higher than any process id
    for (const name of [`public.next-${gone}-0a1b2c3d`, 'public.next-0a1b2c3d']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'feed.json'), '{');
    }
    const ready = join(folder, `public.ready-${gone}-0a1b2c3d`);
    mkdirSync(join(ready, 'case-0'), { recursive: true });
    writeFileSync(join(ready, 'case-0/note.txt'), 'half of a build');
    assert.equal((await build(folder, cases(1))).code, 0);
    assert.deepEqual(readdirSync(folder).sort(), ['feed.json', 'public']);
    assert.equal(read(folder, 'public/case-0/note.txt'), 'half of a build');
  });

  it('waits for no other build, and says that one is running', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, `public.next-${process.pid}-0a1b2c3d`));
    const { code, error } = await build(folder, cases(1));
    assert.equal(code, 2);
    assert.ok(error!.includes(`public.next-${process.pid}-0a1b2c3d`));
    assert.equal(existsSync(join(folder, 'public')), false);
  });

  it('accepts a folder of a host or of version control, and keeps its files', async () => {
    const folder = makeFolder();
    const out = join(folder, 'public');
    mkdirSync(join(out, '.git'), { recursive: true });
    writeFileSync(join(out, '.git/config'), '-----BEGIN PRIVATE KEY-----'); // not served, so not searched
    writeFileSync(join(out, 'CNAME'), 'cases.example.org\n');
    assert.equal((await build(folder, cases(1))).code, 0);
    assert.equal(read(out, 'CNAME'), 'cases.example.org\n');
    assert.ok(existsSync(join(out, '.git/config')) && existsSync(join(out, '.nojekyll')));
    writeFileSync(join(out, 'case-0/key.pem'), '-----BEGIN PRIVATE KEY-----');
    const { code, error } = await build(folder, cases(1));
    assert.equal(code, 1);
    assert.ok(error!.includes('key.pem'));
  });

  it('says plainly that it cannot write', async () => {
    const folder = makeFolder();
    const file = write(folder, 'feed.json', cases(1));
    for (const out of ['/sys/placard-test/public', join(file, 'public')]) {
      const { code, err } = await placard(['build', file, '--out', out, '--base-url', BASE]);
      assert.equal(code, 2, err);
      assert.doesNotMatch(err, /Unexpected|E[A-Z]{4,}/);
    }
    assert.deepEqual(readdirSync(folder), ['feed.json']);
  });

  it('builds a file that is larger than the maximum of pages, and warns of an item’s feed that is heavy, or rejects it', async () => {
    const folder = makeFolder();
    const feed = cases(3);
    for (const item of feed.items) item._notes = 'A sentence. '.repeat(150_000);
    write(folder, 'feed.json', feed);
    const { code, err } = await placard(['build', 'feed.json', '--out', 'public', '--base-url', BASE], { cwd: folder });
    assert.equal(code, 0, err);
    assert.match(err, /"case-0" has \d+ kB/);
    const tooLarge = cases(3, 4);
    tooLarge.items[0]!._notes = 'A sentence. '.repeat(400_000);
    const refused = await build(folder, tooLarge);
    assert.deepEqual([refused.code, refused.error!.includes('4 MiB')], [1, true]);
  });

  it('compares with the published feed, also if somebody replaced it after the build', async () => {
    const folder = makeFolder();
    const published = join(folder, 'public/feed.json');
    assert.equal((await build(folder, cases(2))).code, 0);
    assert.equal((await build(folder, cases(2, 4))).code, 0);
    assert.equal((await build(folder, cases(2, 3))).code, 1, 'a lower sequence');
    const changed = cases(2, 4);
    changed.items[0]!.title = 'Another headline';
    assert.equal((await build(folder, changed)).code, 1, 'a change under the same sequence');
    writeFileSync(published, JSON.stringify(cases(2, 9)));
    assert.equal((await build(folder, cases(2, 5))).code, 1, 'a lower sequence than in the file');
    const retracted = cases(2, 9);
    Object.assign(retracted.items[1]!._placard, { change: 'retraction', revision: 3, retraction: { at: '2026-03-02', reason: 'Wrong.' } });
    writeFileSync(published, JSON.stringify(retracted));
    assert.equal((await build(folder, cases(1, 10))).code, 1, 'a retraction that is gone');
    assert.equal((await build(folder, cases(2, 10))).code, 0, 'the item is there again');
  });

  it('builds a large feed with several threads, with the same bytes, and leaves nothing after an error', async () => {
    const [large, small] = [makeFolder(), makeFolder()];
    const { code, built } = await buildBy(spawned, large, cases(320));
    assert.deepEqual([code, built.length], [0, 320]);
    await build(small, cases(5));
    for (let index = 0; index < 5; index++)
      for (const name of filesIn(join(small, `public/case-${index}`)))
        assert.equal(read(large, `public/case-${index}`, name), read(small, `public/case-${index}`, name), `case-${index}/${name}`);
    const broken = cases(320, 4);
    for (const item of broken.items) item.title = 'Changed';
    broken.items[319]!._placard.kind = 'rumour';
    assert.equal((await buildBy(spawned, large, broken)).code, 1);
    assert.deepEqual(readdirSync(large).sort(), ['feed.json', 'public']);
    assert.doesNotMatch(read(large, 'public/case-0/index.html'), /Changed/);
  });

  it('reports each address that leads to no file of the site, and resolves relative ones', async () => {
    const folder = makeFolder();
    const feed = cases(2);
    feed.items[0]!.image = 'cards.png';
    feed.items[0]!.content_html = '<p><a href="missing.html">A page</a>, <a href="case-1/">a case</a>, <a href="other.example/">x</a></p>';
    feed.items[1]!.url = `${BASE}case-0/`;
    const { dead } = (await build(folder, feed)) as unknown as { dead: { id: string; url: string }[] };
    assert.deepEqual(
      dead.map(({ id, url }) => [id, url]).sort(),
      [`${BASE}cards.png`, `${BASE}missing.html`, `${BASE}other.example/`].map((url) => ['case-0', url]),
    );
    writeFileSync(join(folder, 'public/cards.png'), 'picture');
    const next = {
      ...feed,
      _placard: { ...feed._placard, sequence: 4, publisher: { ...(feed._placard.publisher as object), about: 'Changed.' } },
    };
    const again = (await build(folder, next)) as unknown as { dead: { url: string }[] };
    assert.equal(
      again.dead.some(({ url }) => url === `${BASE}cards.png`),
      false,
    );
  });

  it('remembers an accepted warning for the items that have it', async () => {
    const feed = cases(2);
    feed.items[0]!.summary = 'Write to somebody@private.example.';
    const other = makeFolder();
    const all = (await build(other, feed)).warnings;
    rmSync(join(other, 'public'), { recursive: true });
    const left = (await build(other, feed, '--accept', 'email-in-text')).warnings;
    assert.equal(left, all - 1);
    assert.deepEqual(readJson(other, 'placard-accepted.json'), { 'email-in-text': ['case-0'] });
    feed.items[1]!.summary = 'Write to another@private.example.';
    const { problems } = await placardJson<{ problems: { code: string; path: string }[] }>(['validate', join(other, 'feed.json')]);
    assert.equal(problems.filter((each) => each.code === 'email-in-text').length, 0);
    write(other, 'feed.json', feed);
    const again = await placardJson<{ problems: { code: string; path: string }[] }>(['validate', join(other, 'feed.json')]);
    assert.deepEqual(
      again.problems.filter((each) => each.code === 'email-in-text').map(({ path }) => path),
      ['/items/1/summary'],
    );
  });

  it('reports a new warning after many of its kind are accepted', async () => {
    const file = join(makeFolder(), 'feed.json');
    const feed = cases(26);
    for (const item of feed.items) item.summary = 'Write to somebody@private.example.';
    const warned = async (many: number, ...more: string[]) => {
      write(dirname(file), 'feed.json', { ...feed, items: feed.items.slice(0, many) });
      const { problems } = await placardJson<{ problems: { code: string; path: string }[] }>(['validate', file, ...more]);
      return problems.filter(({ code }) => code === 'email-in-text').map(({ path }) => path);
    };
    assert.deepEqual(await warned(25, '--accept', 'email-in-text'), []);
    assert.deepEqual(await warned(26), ['/items/25/summary']);
  });

  it('prints warnings of one kind as a few and a count', async () => {
    const folder = makeFolder();
    const feed = cases(15);
    for (const item of feed.items) item.summary = 'Write to somebody@private.example.';
    write(folder, 'feed.json', feed);
    const { out } = await placard(['validate', 'feed.json', '--date', '2026-03-09'], { cwd: folder });
    assert.equal(out.split('[email-in-text]').length - 1, 4);
    assert.match(out, /\b12 more\b.*\[email-in-text\]/);
  });
});

describe('a folder of item files', () => {
  before(() => bundles());

  it('is built as one feed in the order of its dates, without drafts', async () => {
    const folder = makeFolder();
    const source = join(folder, 'cases');
    mkdirSync(source);
    const { items, ...head } = cases(4);
    write(source, 'feed.json', head);
    for (const [index, item] of items.entries()) {
      const extension = index === 3 ? { ...item._placard, draft: true } : item._placard;
      write(source, `${item.id as string}.json`, { ...item, date_published: `2026-02-0${index + 1}T10:00:00Z`, _placard: extension });
    }
    write(source, 'feed.published.json', cases(1));
    const args = ['build', source, '--out', join(folder, 'public'), '--base-url', BASE];
    const { code, built } = await placardJson<Built>(args);
    assert.deepEqual([code, built], [0, ['case-2', 'case-1', 'case-0']]);
    assert.doesNotMatch(read(folder, 'public/feed.json'), /case-3|draft/);
    write(source, 'case-1.json', { ...items[1], _placard: { ...items[1]!._placard, kind: 'rumour' } });
    const { code: rejected, problems } = await placardJson<{ problems: { path: string; line: number }[] }>(args);
    assert.equal(rejected, 1);
    const [{ path, line }] = problems as [{ path: string; line: number }];
    assert.equal(path, 'case-1.json /_placard/kind');
    assert.match(read(source, 'case-1.json').split('\n')[line - 1]!, /rumour/);
    write(source, 'case-1.json', '{ "id": ');
    const broken = await placard(args);
    assert.equal(broken.code, 1);
    assert.match(broken.err, /case-1\.json/);
    assert.ok(readFileSync(join(folder, 'public/feed.json'), 'utf8').includes('case-1'), 'the site stays');
  });
});
