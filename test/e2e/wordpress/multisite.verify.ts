/** Tests the plugin in a network of WordPress sites: each site has its own cards, and a removal reaches all sites. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { literal, news, Newsroom } from './newsroom.js';

describe('a network of WordPress sites', () => {
  let room: Newsroom;
  let posts: Record<1 | 2, number>;

  before(async () => {
    room = await Newsroom.open({ active: false });
    await becomeNetwork(room);
    await room.wordpress.activateInNetwork();
    const second = await room.wordpress
      .php(`$_SERVER['REMOTE_ADDR'] = '127.0.0.1'; echo wpmu_create_blog('${host(room)}', '/second/', 'Second', 1);
      add_user_to_blog(2, get_user_by('login', 'author')->ID, 'author');`);
    assert.equal(second, '2');
    // WordPress removes the port of a new site. The server of the test rewrites no addresses.
    await room.wordpress.php(`$wpdb->update($wpdb->blogs, ['domain' => '${host(room)}'], ['blog_id' => 2]); clean_blog_cache(2);`);
    await on(2, `foreach (['home', 'siteurl'] as $name) update_option($name, '${room.wordpress.url}/second');`);
    for (const site of [1, 2]) await on(site, `update_option('permalink_structure', '');`);
    posts = { 1: await insert(1), 2: await insert(2) };
  });
  after(() => room?.[Symbol.asyncDispose]());

  const on = (site: number, code: string) => room.wordpress.php(`switch_to_blog(${site}); ${code}`);

  const insert = async (site: number): Promise<number> =>
    Number(
      await on(
        site,
        `wp_set_current_user(get_user_by('login', 'author')->ID); kses_init();
        echo wp_insert_post(wp_slash(['post_title' => 'A report', 'post_status' => 'publish', 'post_content' => ${literal(room.block())}]));`,
      ),
    );

  const content = (site: 1 | 2) => on(site, `echo get_post(${posts[site]})->post_content;`);
  const page = async (site: 1 | 2) => (await fetch(`${room.wordpress.url}/${site === 1 ? '' : 'second/'}?p=${posts[site]}`)).text();

  it('shows the card that an author of either site inserts', async () => {
    for (const site of [1, 2] as const) assert.match(await page(site), /placard-snapshot[^]*Three press cards withdrawn/);
  });

  it('renews the cards of each site, and takes down those of one site alone', async () => {
    await room.publisher.publish(news('Court restores three press cards'));
    for (const site of [1, 2] as const) {
      await on(site, `foreach (Placard\\all_records() as $id => $record) Placard\\renew($id);`);
      assert.match(await content(site), /Court restores three press cards/);
    }
    await on(2, `Placard\\set_down(array_keys(Placard\\all_records()), true);`);
    assert.doesNotMatch(await page(2), /Court restores/);
    assert.match(await page(1), /Court restores/);
    await on(2, `Placard\\set_down(array_keys(Placard\\all_records()), false);`);
  });

  it('leaves the last copy as plain HTML on every site, and no data, when the network deletes the plugin', async () => {
    await room.wordpress.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php';
      deactivate_plugins('placard/placard.php', true, true); uninstall_plugin('placard/placard.php');`);
    for (const site of [1, 2] as const) {
      assert.match(await content(site), /wp:html[^]*Court restores three press cards/);
      assert.doesNotMatch(await content(site), /wp:placard/);
      assert.equal(
        await on(site, `echo (int) $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE 'placard%'");`),
        '0',
      );
    }
  });

  it('causes no warning of PHP', () => assert.equal(room.wordpress.log(), ''));
});

const host = ({ wordpress }: Newsroom): string => new URL(wordpress.url).host;

/** Makes a network of the one site, as the screen "Network Setup" does. */
async function becomeNetwork(room: Newsroom): Promise<void> {
  await room.wordpress.php(`require_once ABSPATH . 'wp-admin/includes/upgrade.php'; require_once ABSPATH . 'wp-admin/includes/network.php';
    foreach ($wpdb->tables('ms_global') as $table => $name) $wpdb->$table = $name;
    install_network(); $made = populate_network(1, '${host(room)}', 'administrator@example.org', 'Network', '/', false);
    if (is_wp_error($made) && $made->get_error_code() !== 'no_wildcard_dns') exit($made->get_error_message());`);
  const file = join(room.wordpress.folder, 'wp-config.php');
  const network = `define('MULTISITE', true); define('SUBDOMAIN_INSTALL', false); define('DOMAIN_CURRENT_SITE', '${host(room)}');
define('PATH_CURRENT_SITE', '/'); define('SITE_ID_CURRENT_SITE', 1); define('BLOG_ID_CURRENT_SITE', 1);\n`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^if \(!defined\('ABSPATH'/m, `${network}$&`));
}
