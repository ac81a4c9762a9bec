/** Tests the plugin in WordPress on PHP 7.4, without the extension sodium: cards, news, a key, and the removal. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { generateKey } from '../../../src/node/signing/signing-keys.js';
import { makeFolder, readJson, write } from '../cli/cli.js';
import type { Json } from '../cli/feeds.js';
import { news, Newsroom, SNAPSHOT } from './newsroom.js';
import { openPhp74 } from './php-7-4.js';

describe('the plugin on PHP 7.4', () => {
  const key = generateKey();
  let room: Newsroom;
  const posts: number[] = [];

  const publish = (title: string) => room.publisher.publish(news(title), '--key', write(makeFolder(), 'key.jwk.json', key.jwk));

  before(async () => {
    room = await Newsroom.open({ php: openPhp74 });
    assert.match(await room.wordpress.php(`echo PHP_VERSION, extension_loaded('sodium') ? ' with sodium' : '';`), /^7\.4\.\d+$/);
    await publish('Three press cards withdrawn');
    const contents = [room.block(), room.block({ url: room.page, key: key.publicKey }), `[placard url="${room.page}"]`];
    for (const content of contents) posts.push(await room.insert(content));
  });
  after(() => room?.[Symbol.asyncDispose]());

  it('shows a block, a block with a key, and a shortcode', async () => {
    for (const post of posts) {
      assert.match(await room.words(post), /Three press cards withdrawn/);
      assert.match(await room.html(post), /placard-loader\.js/);
    }
    assert.match(await room.content(posts[0]!), /placard-snapshot/);
  });

  it('answers the editor', async () => {
    const answer = await room.wordpress.json<Json>(`(function () { wp_set_current_user(get_user_by('login', 'author')->ID);
      $q = new WP_REST_Request('GET', '/placard/v1/card'); $q->set_query_params(['url' => '${room.publisher.url}']);
      return rest_do_request($q)->get_data(); })()`);
    assert.deepEqual([answer.item, answer.title], ['press-cards', 'Three press cards withdrawn']);
  });

  it('follows news by the schedule, and keeps what the key signed', async () => {
    await publish('Signed news');
    await room.wordpress.cron();
    for (const post of posts) assert.match(await room.words(post), /Signed news/);
    const good = readJson<Json>(room.publisher.folder, SNAPSHOT);
    room.publisher.own.set(SNAPSHOT, JSON.stringify({ ...good, html: (good.html as string).replace('Signed', 'Forged') }));
    await room.wordpress.cron();
    assert.equal((await room.record(posts[1]!)).error, 'signature');
    assert.match(await room.words(posts[1]!), /Signed news/);
  });

  it('shows the screen of all cards to an administrator', async () => {
    const screen = await room.wordpress.php(`wp_set_current_user(1); require_once ABSPATH . 'wp-admin/includes/admin.php';
      $GLOBALS['title'] = 'Cards'; Placard\\print_screen();`);
    assert.match(screen, /<table[^]*Signed news/);
  });

  it('leaves the last copy as plain HTML when it is removed', async () => {
    await room.wordpress.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php';
      deactivate_plugins('placard/placard.php'); uninstall_plugin('placard/placard.php');`);
    for (const post of posts) {
      assert.match(await room.html(post), /placard-snapshot/);
      assert.doesNotMatch(await room.content(post), /wp:placard|\[placard/);
    }
  });

  it('causes no warning of PHP', () => assert.equal(room.wordpress.log(), ''));
});
