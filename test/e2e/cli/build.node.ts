/** Tests `placard build`: the files that it writes, keeps and leaves alone. site.node.ts tests the site in a browser. */
import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { updateFolder } from '../../../src/node/io/output-folder.js';
import { CliError } from '../../../src/node/io/cli-error.js';
import { folderName } from '../../../src/publish/item-folders.js';
import { parseFeed } from '../../../src/feed/index.js';
import { detailsOf } from '../../../src/i18n/details.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { checkApproved, ranSection, type Section } from './approved.js';
import { bundles, makeFolder, placard, placardJson, readJson, write } from './cli.js';
import { soundFeed, type Json } from './feeds.js';

const BASE = 'https://cases.example.org/';
const ARGS = ['--base-url', BASE];
/** An id that cannot be the name of a folder, and its folder. */
const OTHER = 'https://example.org/Other?case=1';
const OTHER_FOLDER = await folderName(OTHER);

interface FeedFile {
  $schema: string;
  feed_url: string;
  _placard: { sequence: number; mirrors?: string[]; signatures?: string[]; generated_at: string };
  items: { id: string; title: string; url: string }[];
}

/** Returns two cases, and a translation of the first one. */
function threeItems(): Json & { items: Json[]; _placard: Json } {
  const feed = soundFeed() as Json & { items: Json[]; _placard: Json };
  const [first] = feed.items as [Json & { _placard: Json }];
  const plain = { ...first, url: undefined, image: undefined };
  const translations = [{ language: 'fr', item_id: 'press-cards-fr', kind: 'official', of_revision: 1 }];
  return {
    ...feed,
    items: [
      { ...plain, _placard: { ...first._placard, translations } },
      { ...plain, id: 'press-cards-fr', language: 'fr', title: 'Trois cartes retirées' },
      { ...plain, id: OTHER, title: 'Another case' },
    ],
  };
}

function everyFile(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true }) as string[];
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );
}

/** Outputs for the approved text. */
const sections: Section[] = [];

describe('placard build', () => {
  before(() => bundles());

  const site = (folder: string) => join(folder, 'public');
  async function built(feed: unknown, folder = makeFolder(), args: string[] = []) {
    const file = write(folder, 'feed.json', feed);
    const result = await placardJson<{
      ok: boolean;
      pages: { id: string; url: string; embed: string }[];
      error?: string;
      problems?: { path: string }[];
    }>(['build', file, '--out', site(folder), ...ARGS, ...args]);
    return { ...result, folder, out: site(folder), own: (name: string) => readJson<FeedFile>(site(folder), name, 'feed.json') };
  }

  it('writes a page, a frame, an oEmbed response, a feed and snippets for each item, and a list of all items', async () => {
    const { code, pages, out } = await built(threeItems());
    assert.equal(code, 0);
    const names = ['press-cards', 'press-cards-fr', OTHER_FOLDER];
    assert.deepEqual(
      pages.map(({ url, embed }) => [url, embed]),
      names.map((name) => [`${BASE}${name}/`, `${BASE}${name}/embed.html`]),
    );
    for (const name of names)
      for (const file of [
        'index.html',
        'frame.html',
        'embed.html',
        'oembed.json',
        'feed.json',
        'snippets/full.html',
        'snippets/iframe.html',
      ])
        assert.ok(existsSync(join(out, name, file)), `${name}/${file}`);
    for (const file of ['index.html', 'feed.json', 'schema.json', '_headers', '.htaccess', 'server/nginx.conf', 'server/Caddyfile'])
      assert.ok(existsSync(join(out, file)), file);
    const [assets] = readdirSync(join(out, 'assets')) as [string];
    const bundled = readdirSync(join(out, 'assets', assets), { recursive: true }) as string[];
    for (const file of [
      'placard.js',
      'placard.iife.js',
      'placard-loader.js',
      'placard-frame.js',
      'placard-host.js',
      'placard.css',
      'integrity.json',
    ])
      assert.ok(bundled.includes(file), file);
    const { version } = readJson<{ version: string }>(fileURLToPath(new URL('../../../package.json', import.meta.url)));
    assert.equal(assets.startsWith(`${version}-`), true);
    // `placard doctor` reads the version in this banner.
    for (const file of bundled.filter((each) => /^placard[\w.-]*\.js$/.test(each)))
      assert.ok(readFileSync(join(out, 'assets', assets, file), 'utf8').startsWith(`/*! Placard ${version}, MIT`), file);
    const integrity = readJson<Record<string, string>>(out, 'assets', assets, 'integrity.json');
    for (const name of Object.keys(integrity)) assert.ok(bundled.includes(name), name);
  });

  it('writes the same bytes for the same feed and the same folder at any time', async () => {
    const feed = threeItems();
    // An action that has ended since, and was open at the date of the feed.
    (feed.items[0]!._placard as Json).actions = [{ id: 'sign', type: 'sign', url: 'https://example.org/sign', ends: '2026-03-05' }];
    const one = await built(feed);
    const other = await built(feed);
    assert.deepEqual(everyFile(one.out), everyFile(other.out));
    await built(feed, one.folder);
    assert.deepEqual(everyFile(one.out), everyFile(other.out));
    assert.match(readFileSync(join(one.out, 'press-cards/index.html'), 'utf8'), /href="https:\/\/example\.org\/sign"/);
  });

  it('prints the addresses of each item, and warnings about a status', async () => {
    const folder = makeFolder();
    const feed = threeItems();
    const [proceeding] = (feed.items[0]!._placard as { cases: Json[] }).cases;
    feed.items[0] = { ...feed.items[0], _placard: { ...(feed.items[0]!._placard as Json), cases: [{ ...proceeding, status: 'decided' }] } };
    write(folder, 'feed.json', feed);
    const args = ['build', 'feed.json', '--out', 'public', ...ARGS];
    const ran = await placard(args, { cwd: folder });
    const { code, out, err } = ran;
    assert.equal(code, 0);
    sections.push(ranSection(args, { ...ran, err: '' })); // the warnings depend on the present date
    for (const page of ['', 'embed.html']) assert.ok(out.includes(`${BASE}press-cards/${page}`), out);
    assert.match(err, /\[next-left-over\]/);
    assert.match(err, /placard validate feed\.json$/m);
  });

  it('lists all statements with the name, the site and the description of the publisher', async () => {
    const feed = threeItems();
    const publisher = { ...(feed._placard.publisher as Json), about: 'A union of <reporters>.' };
    const list = async (changes: Json) => {
      const { out } = await built({ ...feed, ...changes });
      return readFileSync(join(out, 'index.html'), 'utf8');
    };
    const html = await list({ _placard: { ...feed._placard, publisher } });
    assert.match(html, /<nav class="top"><a href="https:\/\/example\.org\/" lang="en" dir="ltr">Example Union<\/a><\/nav>/);
    assert.match(html, /<\/h1>\n<p lang="en" dir="ltr">A union of &lt;reporters&gt;\.<\/p>\n<ul class="campaigns">/);
    assert.match(html, /<a href="feed\.json">JSON Feed<\/a>/);
    const bare = await list({ home_page_url: undefined, _placard: { ...feed._placard, publisher: { name: 'Example Union' } } });
    assert.doesNotMatch(bare, /<nav|undefined/);
  });

  it('publishes a complete feed byte for byte, and adds what is missing in another one', async () => {
    const complete = `${JSON.stringify(soundFeed(), null, '\t')}\n\n`;
    assert.equal(readFileSync(join((await built(complete)).out, 'feed.json'), 'utf8'), complete);
    const feed = { ...threeItems(), feed_url: undefined };
    feed.items[0]!.image = 'cards.png';
    const { own } = await built(feed);
    const { feed_url, items } = own('.');
    assert.equal(feed_url, `${BASE}feed.json`);
    assert.deepEqual(
      items.map(({ url }) => url),
      ['press-cards', 'press-cards-fr', OTHER_FOLDER].map((name) => `${BASE}${name}/`),
    );
    assert.equal((items[0] as { image?: string }).image, `${BASE}cards.png`);
  });

  it('writes a feed for each item, with its original and its translations, and without a problem', async () => {
    const { own, out } = await built(threeItems());
    assert.deepEqual(
      own('press-cards').items.map(({ id }) => id),
      ['press-cards', 'press-cards-fr'],
    );
    assert.deepEqual(
      own('press-cards-fr').items.map(({ id }) => id),
      ['press-cards', 'press-cards-fr'],
    );
    const other = own(OTHER_FOLDER);
    assert.equal(other.$schema, `${BASE}schema.json`);
    assert.equal(other.items.length, 1);
    assert.equal(other.items[0]!.url, `${BASE}${OTHER_FOLDER}/`, 'an item without a url gets its page');
    assert.equal(other.feed_url, `${BASE}${OTHER_FOLDER}/feed.json`, 'pages that pin a key compare it');
    assert.deepEqual(other._placard.mirrors, [`https://mirror.example.org/${OTHER_FOLDER}/feed.json`]);
    for (const name of readdirSync(out)) {
      if (!existsSync(join(out, name, 'feed.json'))) continue;
      const feed = parseFeed(readFileSync(join(out, name, 'feed.json'), 'utf8'), BASE);
      for (const id of feed.ids) assert.ok(feed.item(id));
      assert.deepEqual(feed.issues, []);
    }
  });

  it('adds the successor of an item, and the successor of that one, to the feed of the item', async () => {
    const feed = threeItems();
    const [first] = feed.items as [Json & { _placard: Json }];
    first._placard.superseded_by = OTHER;
    const { own } = await built(feed);
    assert.equal(own('press-cards-fr').items.length, 3);
  });

  it('raises the sequence of an item’s feed only if the item, a related item or the head changed', async () => {
    const feed = threeItems();
    const { folder, own } = await built(feed);
    assert.equal(own('press-cards')._placard.sequence, 3);
    const raised: typeof feed = { ...feed, _placard: { ...feed._placard, sequence: 9, generated_at: '2026-03-04T10:00:00Z' } };
    raised.items[2] = { ...raised.items[2], title: 'Another headline' };
    const before = readFileSync(join(site(folder), 'press-cards/feed.json'), 'utf8');
    await built(raised, folder);
    assert.equal(own(OTHER_FOLDER)._placard.sequence, 9);
    assert.equal(readFileSync(join(site(folder), 'press-cards/feed.json'), 'utf8'), before);

    raised._placard = { ...raised._placard, sequence: 10, contacts: [{ id: 'press', role: 'press', phone: '+44 20 7946 0000' }] };
    await built(raised, folder);
    assert.equal(own('press-cards')._placard.sequence, 10);
  });

  it('retracts translations in their own feeds with the original', async () => {
    const feed = threeItems();
    Object.assign(feed.items[0]!._placard as Json, {
      change: 'retraction',
      retraction: { at: '2026-03-03', reason: 'The source has taken it back.' },
    });
    const { out } = await built(feed);
    const list = readFileSync(join(out, 'index.html'), 'utf8');
    assert.match(list, /<s>[^<]*press cards[^<]*<\/s><\/a>\n<p>Withdrawn on 3 March 2026<\/p><\/li>/i);
    assert.doesNotMatch(list, /trois/i);
    const page = readFileSync(join(out, 'press-cards/index.html'), 'utf8');
    for (const title of [/<title>Withdrawn: /, /"og:title" content="Withdrawn: /, /"headline":"Withdrawn: /]) assert.match(page, title);
    for (const file of ['index.html', 'frame.html', 'snippets/full.html']) {
      const html = readFileSync(join(out, 'press-cards-fr', file), 'utf8');
      assert.match(html, /The source has taken it back\./, file);
      assert.doesNotMatch(html, /The ministry withdrew/, file);
    }
  });

  it('renders each language in its words and direction, without a script', async () => {
    const { items, ...feed } = soundFeed() as Json & { items: Json[] };
    const tags = ['en', 'fr', 'es', 'de', 'pt', 'ru', 'uk', 'kk', 'tr', 'ar', 'fa', 'zh'];
    const { out, code } = await built({ ...feed, items: tags.map((language) => ({ ...items[0], id: `case-${language}`, language })) });
    assert.equal(code, 0);
    for (const tag of tags) {
      const locale = await loadLocale(tag);
      const { statuses, roles, headings } = locale;
      const { actors } = detailsOf(locale);
      const dir = /^(ar|fa)$/.test(tag) ? 'rtl' : 'ltr';
      for (const file of ['index.html', 'frame.html', 'snippets/full.html', 'snippets/html-only.html']) {
        const html = readFileSync(join(out, `case-${tag}`, file), 'utf8');
        assert.match(html, new RegExp(`<section class="placard-snapshot" lang="${tag}(-Hans)?" dir="${dir}"`), file);
        if (!file.startsWith('snippets')) assert.match(html, new RegExp(`<html lang="${tag}" dir="${dir}">`), file);
        const open = file === 'index.html' ? [headings.sources, actors.state] : [];
        for (const words of [statuses.pending, roles.press, headings.facts, ...open])
          assert.ok(html.includes(words), `${tag}, ${file}: ${words}`);
        assert.ok(html.includes('href="tel:+442079460958"'), `${tag}, ${file}`);
      }
    }
  });

  it('keeps the pages of removed items, and the files of earlier versions', async () => {
    const feed = threeItems();
    const { folder, out } = await built(feed);
    mkdirSync(join(out, 'assets/0.0.1-abcdef00'));
    writeFileSync(join(out, 'assets/0.0.1-abcdef00/placard.js'), 'old');
    const before = readFileSync(join(out, 'press-cards-fr/index.html'), 'utf8');
    feed.items.splice(1, 1);
    await built({ ...feed, _placard: { ...feed._placard, sequence: 4 } }, folder);
    assert.equal(readFileSync(join(out, 'press-cards-fr/index.html'), 'utf8'), before);
    assert.equal(readFileSync(join(out, 'assets/0.0.1-abcdef00/placard.js'), 'utf8'), 'old');
    assert.doesNotMatch(readFileSync(join(out, 'index.html'), 'utf8'), /press-cards-fr/);
  });

  it('rejects a feed that clients of the published feed would ignore', async () => {
    const feed = threeItems();
    const { folder, out } = await built(feed);
    const before = everyFile(out);
    const at = (sequence: number, title: string) => ({
      ...feed,
      _placard: { ...feed._placard, sequence },
      items: [{ ...feed.items[0], title }, ...feed.items.slice(1)],
    });
    for (const [name, next] of [
      ['a lower sequence', at(2, 'As it was')],
      ['a change without a new sequence', at(3, 'Changed')],
    ] as const) {
      const { code, error } = await built(next, folder);
      assert.equal(code, 1);
      sections.push([name, error!]);
      assert.deepEqual(everyFile(out), before);
    }
    const recovered = at(1, 'Counted again');
    assert.equal((await built({ ...recovered, _placard: { ...recovered._placard, epoch: 1 } }, folder)).code, 0);
  });

  it('follows a link to the folder, and keeps the link', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), site(folder));
    assert.equal((await built(threeItems(), folder)).code, 0);
    assert.ok(lstatSync(site(folder)).isSymbolicLink());
    assert.ok(existsSync(join(folder, 'elsewhere/index.html')));
    assert.deepEqual(readdirSync(folder).sort(), ['elsewhere', 'feed.json', 'public']);
  });

  it('accepts an empty folder, and leaves a folder with other files as it is', async () => {
    const folder = makeFolder();
    mkdirSync(site(folder));
    assert.equal((await built(threeItems(), folder)).code, 0);
    const foreign = makeFolder();
    mkdirSync(site(foreign));
    writeFileSync(join(site(foreign), 'index.html'), 'mine');
    const { code, error } = await built(threeItems(), foreign);
    assert.equal(code, 2);
    sections.push(['a folder with other files', error!.replaceAll(site(foreign), 'public')]);
    assert.deepEqual(readdirSync(site(foreign)), ['index.html']);
  });

  it('rejects a feed with an error, and keeps the published folder', async () => {
    const { folder, out } = await built(threeItems());
    const before = everyFile(out);
    const broken = threeItems();
    (broken.items[0]!._placard as Json).kind = 'rumour';
    const { code, ...result } = await built(broken, folder);
    assert.equal(code, 1);
    const file = join(folder, 'feed.json');
    const { code: _, ...validated } = await placardJson(['validate', file]);
    assert.deepEqual({ feed: file, ok: result.ok, problems: result.problems }, validated);
    assert.ok(result.problems!.some(({ path }) => path === '/items/0/_placard/kind'));
    const plain = await placard(['build', file, '--out', out, ...ARGS]);
    assert.deepEqual([plain.code, plain.out], [1, (await placard(['validate', file])).out]);
    assert.deepEqual(everyFile(out), before);
    assert.deepEqual(readdirSync(folder).sort(), ['feed.json', 'public']);
  });

  it('keeps the old folder complete if the new one fails', async () => {
    const { folder, out } = await built(threeItems());
    const before = everyFile(out);
    await assert.rejects(
      updateFolder(out, async (next) => {
        await next.write('index.html', 'half');
        await next.write('key.pem', '-----BEGIN PRIVATE KEY-----');
      }),
      CliError,
    );
    await assert.rejects(
      updateFolder(out, async (next) => {
        await next.write('index.html', 'half');
        throw new RangeError();
      }),
      RangeError,
    );
    assert.deepEqual(everyFile(out), before);
    assert.deepEqual(readdirSync(folder).sort(), ['feed.json', 'public']);
  });

  it('signs the feeds of single items with the given keys', async () => {
    const folder = makeFolder();
    const key = join(folder, 'key.json');
    const { out: printed } = await placard(['keys', key]);
    const [publicKey] = /[\w-]{43}/.exec(printed)!;
    const { own } = await built(threeItems(), folder, ['--key', key]);
    assert.equal(own('press-cards')._placard.signatures?.length, 1);
    const { code } = await placard(['verify', join(site(folder), 'press-cards/feed.json'), '--public-key', publicKey]);
    assert.equal(code, 0);
  });

  it('exits with code 2 for an address that a site cannot have', async () => {
    const folder = makeFolder();
    const file = write(folder, 'feed.json', threeItems());
    for (const base of ['nowhere', 'ftp://example.org/', 'https://example.org/?a=1', 'https://a;b/', 'https://example.org/https/']) {
      const { code, err } = await placard(['build', file, '--out', site(folder), '--base-url', base]);
      assert.equal(code, 2);
      sections.push([`--base-url ${base}`, err]);
    }
    assert.ok(!existsSync(site(folder)));
  });
});

describe('the wording of placard build', () => {
  it('is the approved text', async () => {
    const help = ['build', '--help'];
    checkApproved('build', [ranSection(help, await placard(help)), ...sections]);
  });
});

describe('folderName', () => {
  it('returns the id if it is a safe name, and a different name for each id', async () => {
    assert.equal(await folderName('press-cards-2026'), 'press-cards-2026');
    const ids = [
      'a',
      'A',
      'https://a.example/x',
      'http://a.example/x',
      '../x',
      '',
      '.',
      '..',
      'con',
      'assets',
      'a/b',
      'a b',
      'é',
      '件',
      'x'.repeat(500),
      'index.html',
      'https',
      `a-${'0'.repeat(8)}`,
    ];
    const names = await Promise.all(ids.map((id) => folderName(id)));
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, ids.length);
    for (const name of names) assert.match(name, /^[a-z\d](?:[a-z\d._-]{0,62}[a-z\d])?$/);
    for (const name of names) assert.ok(!name.includes('https'));
  });
});
