/** Tests the steps of demo/docs/incidents.md: a lost and a stolen key, a lost domain, a host taken over, a text that must go. */
import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { openBrowser, visit } from '../../support/browser-page.js';
import { bundles, makeFolder, placard, placardJson, read, readJson, write } from './cli.js';
import { soundFeed, type Json } from './feeds.js';
import { serve, serveFolder } from './server.js';

type Document = Json & { _placard: Json; items: (Json & { _placard: Json })[] };

/** A publisher's folder: the feed, its keys, and the site in `public`. */
class Publisher {
  readonly folder = makeFolder();
  readonly out = join(this.folder, 'public');
  readonly feed = write(this.folder, 'feed.json', soundFeed());

  constructor(public base = 'https://cases.example.org/') {
    this.edit((feed) => void (feed.feed_url = `${base}feed.json`));
  }

  edit(change: (feed: Document) => void): void {
    const feed = readJson<Document>(this.feed);
    change(feed);
    write(this.folder, 'feed.json', feed);
  }

  key = async (name: string) => (await placardJson<{ publicKey: string }>(['keys', `${name}.jwk.json`], { cwd: this.folder })).publicKey;
  run = (...args: string[]) => placard(args, { cwd: this.folder });

  async revise(...options: string[]): Promise<void> {
    const { code, out, err } = await this.run('revise', 'feed.json', ...options);
    assert.equal(code, 0, out + err);
  }

  build = async (...options: string[]) =>
    (await this.run('build', 'feed.json', '--out', 'public', '--base-url', this.base, ...options)).code;
  /** Returns the exit code for the feed of the item, which partners embed. */
  verify = async (key: string) => (await this.run('verify', 'public/press-cards/feed.json', '--public-key', key)).code;
}

const withKeys = (...names: string[]) => names.flatMap((name) => ['--key', `${name}.jwk.json`]);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile());

describe('a publisher in trouble', () => {
  before(bundles);

  it('takes a statement down: no file of the site has its text any more', async () => {
    const publisher = new Publisher();
    await publisher.revise('--initial');
    assert.equal(await publisher.build(), 0);
    const withText = () =>
      filesBelow(publisher.out).filter((name) => /They sued|press cards of three reporters/.test(read(publisher.out, name)));
    assert.ok(withText().length > 5);
    const { code } = await publisher.run('retract', 'feed.json', 'press-cards', '--reason', 'A source is in danger.', '--erase');
    assert.equal(code, 0);
    assert.equal(await publisher.build(), 0);
    assert.deepEqual(withText(), []);
    assert.match(read(publisher.out, 'press-cards/frame.html'), /A source is in danger\./);
  });

  it('goes on with the second key after the first one is lost, or with a new key on purpose', async () => {
    const publisher = new Publisher();
    const [first, second, third] = [await publisher.key('first'), await publisher.key('second'), await publisher.key('third')];
    await publisher.revise('--initial');
    assert.equal(await publisher.build(...withKeys('first', 'second')), 0);
    assert.equal(await publisher.build(...withKeys('second')), 0);
    assert.deepEqual([await publisher.verify(first), await publisher.verify(second)], [1, 0]);
    assert.equal(await publisher.build(...withKeys('third')), 1, 'a build does not give up the key by mistake');
    assert.equal(await publisher.build(), 1);
    assert.equal(await publisher.build(...withKeys('third'), '--drop-key'), 0);
    assert.equal(await publisher.verify(third), 0);
  });

  it('changes a stolen key: both keys sign for a while, then the new one alone', async () => {
    const publisher = new Publisher();
    const [old, fresh] = [await publisher.key('old'), await publisher.key('fresh')];
    await publisher.revise('--initial');
    assert.equal(await publisher.build(...withKeys('old')), 0);
    assert.equal(await publisher.build(...withKeys('old', 'fresh')), 0);
    assert.deepEqual([await publisher.verify(old), await publisher.verify(fresh)], [0, 0]);
    assert.equal(await publisher.build(...withKeys('fresh')), 0);
    assert.deepEqual([await publisher.verify(old), await publisher.verify(fresh)], [1, 0]);
  });

  it('moves to another domain with the same key', async () => {
    const publisher = new Publisher();
    const key = await publisher.key('key');
    await publisher.revise('--initial');
    assert.equal(await publisher.build(...withKeys('key')), 0);
    publisher.base = 'https://new.example.net/cases/';
    publisher.edit((feed) => void (feed.feed_url = `${publisher.base}feed.json`));
    await publisher.revise();
    assert.equal(await publisher.build(...withKeys('key')), 0);
    assert.equal(await publisher.verify(key), 0);
    assert.match(read(publisher.out, 'press-cards/snippets/full.html'), /https:\/\/new\.example\.net\/cases\/press-cards\/feed\.json/);
    const withOld = filesBelow(publisher.out).filter(
      (name) => !name.includes('assets/') && /cases\.example\.org/.test(read(publisher.out, name)),
    );
    assert.deepEqual(withOld, ['press-cards/calendar.ics'], 'the hearing keeps its UID');
  });

  it('loses its host: the pages of partners run no changed script, and a new folder shows what was changed', async () => {
    let out = '';
    await using host = await serveFolder(() => out);
    const publisher = new Publisher(host.url);
    out = publisher.out;
    await publisher.revise('--initial');
    assert.equal(await publisher.build(), 0);
    const snippet = read(out, 'press-cards/snippets/full.html');
    const changed = filesBelow(out).find((name) => name.endsWith('placard-loader.js'))!;
    appendFileSync(join(out, changed), '\ndocument.title = "taken over";\n');
    writeFileSync(join(out, 'press-cards/feed.json'), '{"version": "https://jsonfeed.org/version/1.1", "items": []}');
    await using partner = await serve(
      (_, response) => void response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Partner</title>${snippet}`),
    );
    const browser = await openBrowser();
    try {
      const seen = await visit(
        browser,
        partner.url,
        async (page) => [await page.title(), await page.$eval('body', (body) => body.innerText)],
        {
          isExpected: () => true, // the hash stops the script, with a message in the console
        },
      );
      assert.equal(seen[0], 'Partner');
      assert.match(seen[1]!, /Three press cards withdrawn/);
    } finally {
      await browser.close();
    }
    publisher.edit((feed) => void (feed._placard.epoch = 1));
    const { code } = await publisher.run('build', 'feed.json', '--out', 'fresh', '--base-url', publisher.base);
    assert.equal(code, 0);
    const fresh = join(publisher.folder, 'fresh');
    const isScript = (name: string) => name.endsWith('.js');
    const differing = filesBelow(fresh).filter((name) => isScript(name) && read(fresh, name) !== read(out, name));
    assert.deepEqual(differing, [changed]);
    assert.equal(readJson<Document>(fresh, 'press-cards/feed.json')._placard.epoch, 1);
  });
});
