/** Tests that posts follow their publisher without an editor: news, failures, rollbacks and keys. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { generateKey } from '../../../src/node/signing/signing-keys.js';
import { makeFolder, read, readJson, write } from '../cli/cli.js';
import { withPart, type Json } from '../cli/feeds.js';
import { allOf, attribute, textOf } from '../cli/site.js';
import { classOf, literal, news, Newsroom, SNAPSHOT } from './newsroom.js';

describe('a post with a card', () => {
  let room: Newsroom;
  let post: number;

  before(async () => {
    room = await Newsroom.open();
    post = await room.insert(room.block());
  });
  after(() => room?.[Symbol.asyncDispose]());
  beforeEach(() => {
    room.publisher.own.clear();
    room.publisher.asked();
  });

  it('shows the snapshot for the address of a page, a feed, a site and a snapshot, and for a shortcode', async () => {
    const { page } = room;
    const addresses = [page, `${page}feed.json`, `${room.publisher.url}feed.json`, room.publisher.url, `${page}snapshot.json`];
    for (const url of addresses) {
      for (const text of [room.block({ url }), `[placard url="${url}"]`]) {
        const shown = (await room.cards(await room.insert(text)))[0]!;
        assert.match(textOf(shown), /Three press cards withdrawn/, text);
        assert.equal(attribute(shown, 'data-placard-src'), `${page}feed.json`);
        assert.equal(attribute(shown, 'data-placard-item'), 'press-cards');
        assert.match(attribute(shown, 'data-placard-stamp')!, /^\d+$/);
      }
    }
  });

  it('loads the style sheet and the loader once per page, from the site itself, with their hashes', async () => {
    const id = await room.insert(`${room.block()}\n\n${room.block({ url: room.page, theme: 'dark', look: 'campaign', fold: 'none' })}`);
    const all = allOf(await room.html(id));
    assert.deepEqual(
      (await room.cards(id)).map((each) => ['look', 'theme', 'fold'].map((name) => attribute(each, `data-placard-${name}`))),
      [
        [undefined, undefined, undefined],
        ['campaign', 'dark', 'none'],
      ],
    );
    assert.ok(all.some((element) => classOf(element) === 'placard-card placard-campaign placard-dark'));
    const assets = all.flatMap((element) => {
      const url = attribute(element, 'src') ?? attribute(element, 'href') ?? '';
      return /placard[^/]*\.(js|css)$/.test(url) ? [{ url, integrity: attribute(element, 'integrity') }] : [];
    });
    assert.deepEqual(assets.map(({ url }) => url.split('/').at(-1)).sort(), ['placard-loader.js', 'placard.css']);
    for (const { url, integrity } of assets) {
      assert.ok(url.startsWith(room.wordpress.url));
      const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
      assert.equal(integrity, `sha384-${createHash('sha384').update(bytes).digest('base64')}`);
    }
    const head = (await room.html(id)).split('</head>')[0]!;
    assert.ok(head.includes('placard.css'), 'in the head, so that the card does not change its look while the page loads');
  });

  it('shows title, status and link of a feed without a snapshot, and of a retracted item only that it is withdrawn', async () => {
    const { publisher } = room;
    const url = `${publisher.url}plain/feed.json`;
    const answer = (feed: Json) => publisher.own.set('/plain/feed.json', JSON.stringify(feed));
    answer(news('A plain feed'));
    const id = await room.insert(room.block({ url }));
    assert.match(await room.words(id), /A plain feed\s+Case pending/);
    assert.ok(allOf(await room.html(id)).some((element) => attribute(element, 'href') === 'https://example.org/press-cards'));
    answer(withPart('/_placard', undefined, news('A feed of another program')));
    const plain = await room.insert(`[placard url="${url}" item="press-cards"]`);
    assert.match(await room.words(plain), /A feed of another program/);
    assert.equal(attribute((await room.cards(plain))[0]!, 'data-placard-stamp'), undefined);
    answer(news('A plain feed', { change: 'retraction', retraction: { at: '2026-03-02', reason: 'It was wrong.' } }));
    await room.wordpress.cron();
    assert.match(await room.words(id), /^\s*Withdrawn\s*$/);
    // The original of this item is retracted.
    const original = news('Original', { change: 'retraction', translations: [{ language: 'fr', item_id: 'fr', kind: 'official' }] });
    answer({ ...original, items: [...(original.items as Json[]), { id: 'fr', title: 'Traduction', language: 'fr' }] });
    assert.match(await room.words(await room.insert(room.block({ url, item: 'fr' }))), /^\s*Withdrawn\s*$/);
  });

  it('loads nothing on a page without a card', async () => {
    assert.doesNotMatch(await room.html(await room.insert('<p>A paragraph.</p>')), /placard/);
  });

  it('shows the text without the script in AMP, and where a filter of the site forbids live cards', async () => {
    await room.wordpress.php(`file_put_contents(WPMU_PLUGIN_DIR . '/switches.php', '<?php
      if (isset($_GET["amp"])) { function amp_is_request() { return true; } }
      if (isset($_GET["still"])) add_filter("placard_live", "__return_false");');`);
    for (const query of ['amp=1', 'still=1']) {
      const page = await (await fetch(`${room.wordpress.url}/?p=${post}&${query}`)).text();
      assert.match(page, /placard-snapshot[^]*Three press cards withdrawn/);
      assert.doesNotMatch(page, /placard-loader/);
      assert.equal(/data-placard-src/.test(page), query === 'amp=1');
    }
  });

  it('has its text in the reading mode of a browser', async () => {
    const paragraph = `<p>${'The newsroom asks why, and the ministry, which took the cards, gives no reason. '.repeat(4)}</p>`;
    const id = await room.insert(`${paragraph}\n\n${room.block()}\n\n${paragraph}`);
    const { document } = new JSDOM(await room.html(id), { url: room.wordpress.url }).window;
    assert.match(new Readability(document).parse()!.textContent!, /Three press cards withdrawn[^]*Case pending/);
  });

  it('lets an author who may not write scripts insert a card, and shows only the words of the publisher', async () => {
    const id = await room.insert(room.block({ url: room.page }, '<p>Not the words of the publisher.</p><script>alert(1)</script>'));
    assert.match(await room.content(id), /placard-snapshot[^]*Three press cards withdrawn/);
    assert.doesNotMatch(await room.html(id), /Not the words|alert\(1\)/);
  });

  it('follows news on a page that no editor opens: in the page, REST, search, feeds and excerpt', async () => {
    const posts = [post, await room.insert(`[placard url="${room.page}"]`)];
    const before = await room.wordpress.json<string>(`[get_post(${post})->post_modified, count(wp_get_post_revisions(${post}))]`);
    await room.wordpress.php(`file_put_contents(WPMU_PLUGIN_DIR . '/caches.php', ${literal(CACHES)});`);
    await room.publisher.publish(news('Court restores three press cards'));
    await room.wordpress.cron();
    for (const id of posts) {
      assert.match(await room.words(id), /Court restores three press cards/);
      assert.doesNotMatch(await room.html(id), /Three press cards withdrawn/);
    }
    const ask = async (query: string) => (await fetch(`${room.wordpress.url}/?${query}`)).text();
    const rest = JSON.parse(await ask(`rest_route=/wp/v2/posts/${post}`)) as {
      content: { rendered: string };
      excerpt: { rendered: string };
    };
    assert.match(rest.content.rendered, /Court restores/);
    assert.match(rest.excerpt.rendered, /Court restores/);
    assert.match(await ask('feed=rss2'), /Court restores/);
    assert.match(await ask('s=restores+three'), new RegExp(`p=${post}\\b`));
    assert.deepEqual(await room.wordpress.json(`[get_post(${post})->post_modified, count(wp_get_post_revisions(${post}))]`), before);
    const cleared = await room.wordpress.json<Record<string, number[]>>(`get_option('cleared')`);
    assert.deepEqual(Object.keys(cleared).sort(), [...CACHE_ACTIONS, ...CACHE_FUNCTIONS].sort());
    for (const [name, ids] of Object.entries(cleared)) for (const id of posts) assert.ok(ids.includes(id), `${name} did not clear ${id}`);
  });

  it('asks with conditional requests, and changes nothing without news', async () => {
    await room.wordpress.cron(); // all addresses
    room.publisher.asked();
    const before = await room.content(post);
    await room.wordpress.cron();
    const asked = room.publisher.asked().filter((each) => !each.endsWith(' /plain/feed.json')); // of another test

    assert.ok(asked.length > 0);
    assert.deepEqual([...new Set(asked)], [`304 ${SNAPSHOT}`]);
    assert.equal(await room.content(post), before);
    assert.equal((await room.record(post)).error, '');
  });

  it('asks again within 15 minutes by its own schedule', async () => {
    const planned = () => room.wordpress.json<[number, number]>(`[wp_next_scheduled('placard_renew'), time()]`);
    await room.wordpress.cron(); // A run plans the next one.
    const [next, now] = await planned();
    assert.ok(next > now && next - now <= 900, `in ${next - now} seconds`);
    await room.wordpress.php(`wp_clear_scheduled_hook('placard_renew');`);
    await room.html(post); // So does a visit.
    assert.equal(typeof (await planned())[0], 'number');
  });

  it('keeps the last good copy while the publisher is down, asks less often, and recovers', async () => {
    const before = await room.html(post);
    room.publisher.own.set('*', (request) => request.socket.destroy());
    await room.wordpress.cron();
    assert.equal((await room.record(post)).error, 'unreachable');
    room.publisher.own.set('*', (_, response) => void response.writeHead(503, { 'retry-after': '7200' }).end());
    await room.wordpress.cron();
    const { error, failures, next } = await room.record(post);
    assert.deepEqual([error, failures], ['status-503', 2]);
    assert.ok(next - Date.now() / 1000 > 7100, 'Retry-After is ignored');
    room.publisher.own.set('*', '<!doctype html><title>Not found</title>');
    await room.wordpress.cron();
    assert.equal((await room.record(post)).error, 'format');
    assert.equal(await room.html(post), before);
    room.publisher.own.clear();
    await room.wordpress.cron();
    assert.deepEqual([(await room.record(post)).error, (await room.record(post)).failures], ['', 0]);
  });

  it('finds a publisher again that moved, and keeps the card until then', async () => {
    const { publisher } = room;
    publisher.own.set('/old/', '<!doctype html><title>Old</title>');
    publisher.own.set('/old/snapshot.json', read(publisher.folder, SNAPSHOT));
    const id = await room.insert(room.block({ url: `${publisher.url}old/` }));
    publisher.own.delete('/old/snapshot.json');
    await room.wordpress.cron();
    publisher.own.set('/old/', `<!doctype html><link rel="alternate" type="application/feed+json" href="deep/plain.json">`);
    publisher.own.set('/old/deep/plain.json', JSON.stringify(news('The small card')));
    await room.wordpress.cron();
    assert.equal((await room.record(id)).error, 'status-404');
    assert.match(await room.words(id), /The hearing is set/);
    await publisher.publish(news('After the move'));
    publisher.own.set('/old/', (_, response) => void response.writeHead(301, { location: room.page }).end());
    await room.wordpress.cron();
    assert.match(await room.words(id), /After the move/);
    assert.equal((await room.record(id)).error, '');
  });

  it('is renewed in the next run, if the answer for another card ends PHP', async () => {
    const { publisher, wordpress } = room;
    publisher.own.set('/ending/snapshot.json', read(publisher.folder, SNAPSHOT));
    await room.insert(room.block({ url: `${publisher.url}ending/snapshot.json` }));
    await wordpress.php(`file_put_contents(WPMU_PLUGIN_DIR . '/ending.php', '<?php
      add_filter("pre_http_request", fn($answer, $arguments, $url) => strpos($url, "/ending/") ? exit : $answer, 10, 3);');
      foreach (Placard\\all_records() as $id => $r) Placard\\save_record($id, ['next' => strpos($r['address'], '/ending/') ? 0 : 1] + $r);`);
    await publisher.publish(news('After the end of a run'));
    for (const words of [/After the move/, /After the end of a run/]) {
      await wordpress.php(
        `wp_clear_scheduled_hook('placard_renew'); wp_schedule_single_event(1, 'placard_renew'); delete_transient('doing_cron');`,
      );
      await fetch(`${wordpress.url}/wp-cron.php`);
      assert.match(await room.words(post), words);
    }
    await wordpress.php(`unlink(WPMU_PLUGIN_DIR . '/ending.php');`);
  });

  it('never goes back to an older publication', async () => {
    const old = read(room.publisher.folder, SNAPSHOT);
    await room.publisher.publish(news('A newer headline'));
    await room.wordpress.cron();
    room.publisher.own.set(SNAPSHOT, old);
    await room.wordpress.cron();
    assert.match(await room.words(post), /A newer headline/);
    assert.equal((await room.record(post)).error, 'rollback');
  });

  it('returns to the publisher a day after an attacker’s leap, and not to an older copy', async () => {
    const good = readJson<Json>(room.publisher.folder, SNAPSHOT);
    const withVersion = (version: Json) => room.publisher.own.set(SNAPSHOT, JSON.stringify({ ...good, ...version }));
    withVersion({ sequence: 2 ** 53 - 1, html: (good.html as string).replace('A newer headline', 'Lies') });
    await room.wordpress.cron();
    assert.match(await room.words(post), /Lies/);
    room.publisher.own.clear();
    await room.wordpress.cron();
    assert.match(await room.words(post), /Lies/);
    await room.wordpress.php(
      `foreach (Placard\\all_records() as $id => $r) Placard\\save_record($id, ['leapt' => $r['leapt'] - DAY_IN_SECONDS] + $r);`,
    );
    withVersion({ sequence: (good.sequence as number) - 1 });
    await room.wordpress.cron();
    assert.match(await room.words(post), /Lies/);
    room.publisher.own.clear();
    await room.wordpress.cron();
    assert.match(await room.words(post), /A newer headline/);
  });

  it('with a pinned key, shows only what the key signed, for this address', async () => {
    const [key, other] = [generateKey(), generateKey()];
    const file = write(makeFolder(), 'key.jwk.json', key.jwk);
    await room.publisher.publish(news('Signed headline'), '--key', file);
    const pinned = await room.insert(room.block({ url: room.page, key: key.publicKey }));
    const foreign = await room.insert(room.block({ url: room.page, key: other.publicKey }));
    assert.match(await room.words(pinned), /Signed headline/);
    assert.equal(attribute((await room.cards(pinned))[0]!, 'data-placard-public-key'), key.publicKey);
    assert.doesNotMatch(await room.words(foreign), /Signed headline/);
    assert.equal((await room.record(foreign)).error, 'signature');
    assert.doesNotMatch(await room.words(await room.insert(`[placard url="${room.page}" key=""]`)), /Signed headline/);

    const good = readJson<Json>(room.publisher.folder, SNAPSHOT);
    const { signature: _, ...unsigned } = good;
    const changes: [Json, string][] = [
      [{ ...good, sequence: 999 }, 'signature'],
      [{ ...good, item: 'another' }, 'signature'],
      [{ ...good, html: (good.html as string).replace('Signed', 'Forged') }, 'signature'],
      [unsigned, 'signature'],
    ];
    for (const [answer, error] of changes) {
      room.publisher.own.set(SNAPSHOT, JSON.stringify(answer));
      await room.wordpress.cron();
      assert.equal((await room.record(pinned)).error, error);
      assert.match(await room.words(pinned), /Signed headline/);
    }
    // The same key signed another item, and its answer is at the pinned address.
    await room.publisher.publish({ ...withPart('/items/0/id', 'other-case', news('Another case')) }, '--key', file);
    room.publisher.own.set(SNAPSHOT, read(room.publisher.folder, 'other-case/snapshot.json'));
    await room.wordpress.cron();
    assert.equal((await room.record(pinned)).error, 'another-feed');
    assert.match(await room.words(pinned), /Signed headline/);
  });
});

/** The hooks of caching plugins: LiteSpeed, Cache Enabler, WordPress itself and this plugin; WP Super Cache, W3TC, WP Rocket, WP Fastest Cache. */
const CACHE_ACTIONS = ['litespeed_purge_post', 'cache_enabler_clear_page_cache_by_post', 'clean_post_cache', 'placard_renewed'];
const CACHE_FUNCTIONS = ['wpsc_delete_post_cache', 'w3tc_flush_post', 'rocket_clean_post', 'wpfc_clear_post_cache_by_id'];

/** A must-use plugin in the place of caching plugins. It records which post each of them clears. */
const CACHES = `<?php
function cleared($name, $id) {
  $all = get_option('cleared', []);
  $all[$name][] = (int) $id;
  update_option('cleared', $all);
}
${CACHE_ACTIONS.map((name) => `add_action('${name}', fn($id) => cleared('${name}', $id));`).join('\n')}
${CACHE_FUNCTIONS.map((name) => `function ${name}($id) { cleared('${name}', $id); }`).join('\n')}
`;
