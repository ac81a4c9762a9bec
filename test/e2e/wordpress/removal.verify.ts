/** Tests what leaves the pages and what stays: withdrawals, the screen that takes cards down, deactivation and removal. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { openBrowser } from '../../support/browser-page.js';
import { administer } from './administration.js';
import { literal, news, Newsroom } from './newsroom.js';
import type { Role } from './wordpress.js';

describe('the end of a card', () => {
  let room: Newsroom;
  let browser: Browser;
  let post: number;

  before(async () => {
    room = await Newsroom.open();
    post = await room.insert(room.block());
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await room?.[Symbol.asyncDispose]();
  });

  /** Uses the screen of the plugin as a user. */
  const onScreen = (role: Role, use: (page: Page) => Promise<unknown>) =>
    administer(browser, room.wordpress, role, 'tools.php?page=placard', use);

  const press = async (page: Page, value: RegExp) => {
    const buttons = await page.$$('button[name=do]');
    const values = await Promise.all(buttons.map((button) => button.evaluate((each) => (each as HTMLButtonElement).value)));
    await Promise.all([page.waitForNavigation(), buttons[values.findIndex((each) => value.test(each))]!.click()]);
  };

  it('lists the cards with their posts, and takes one or all down and up, for editors only', async () => {
    const both = [post, await room.insert(`[placard url="${room.page}"]`)];
    await onScreen('author', async (page) => assert.equal(await page.$('button[name=do]'), null));
    await onScreen('editor', async (page) => {
      const text = await page.$eval('table', (table) => table.innerText);
      assert.match(text, /Three press cards withdrawn/);
      assert.equal(await page.$$eval('td:nth-child(3) a', (all) => all.length), 2);
      await press(page, /^down \w+$/);
      for (const id of both) {
        assert.deepEqual(await room.cards(id), []);
        assert.doesNotMatch(await room.content(id), /Three press cards/);
      }
      await room.wordpress.cron();
      assert.deepEqual(await room.cards(post), [], 'a renewal shows it again');
      await press(page, /^up$/);
      for (const id of both) assert.match(await room.words(id), /Three press cards withdrawn/);
      await press(page, /^down$/);
      assert.deepEqual(await room.cards(post), []);
      await press(page, /^up \w+$/);
      assert.match(await room.words(post), /Three press cards withdrawn/);
      await press(page, /^renew \w+$/);
      assert.match(await room.words(post), /Three press cards withdrawn/);
    });
  });

  it('stays as plain HTML while the plugin is deactivated', async () => {
    await room.wordpress.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins('placard/placard.php');`);
    const html = await room.html(post);
    assert.match(html, /placard-snapshot[^]*Three press cards withdrawn/);
    assert.doesNotMatch(html, /placard-loader/);
    assert.equal(await room.wordpress.json(`wp_next_scheduled('placard_renew')`), false);
    await room.wordpress.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; activate_plugin('placard/placard.php');`);
  });

  it('shows a withdrawal on a page that no editor opens, and keeps no earlier text in the database', async () => {
    const secret = 'Names of the reporters';
    await room.publisher.publish(news(secret));
    await room.wordpress.cron();
    await room.wordpress.php(`wp_update_post(['ID' => ${post}, 'post_title' => 'Another title']);`); // makes a revision
    const stored = () =>
      room.wordpress.json<number>(`(int) $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->posts WHERE post_content LIKE '%${secret}%'")`);
    assert.ok((await stored()) >= 2, 'the post and its revision');
    await room.publisher.publish(
      news('Withdrawn statement', { change: 'retraction', retraction: { at: '2026-03-02', reason: 'It was wrong.' } }),
    );
    await room.wordpress.cron();
    assert.match(await room.words(post), /It was wrong\./);
    assert.equal(await stored(), 0);
  });

  it('writes the last copy into each post when an administrator deletes the plugin, and leaves no data', async () => {
    await room.publisher.publish(news('The last headline'));
    await room.wordpress.cron();
    const short = await room.insert(`<p>Before</p>\n\n[placard url="${room.page}"]\n\n[[placard url="x"]]`);
    await room.wordpress.php(`update_option('widget_block', [2 => ['content' => ${literal(room.block())}], '_multiwidget' => 1]);`);
    await administer(browser, room.wordpress, 'administrator', 'plugins.php', async (page) => {
      await Promise.all([page.waitForNavigation(), page.click('#deactivate-placard')]);
      page.on('dialog', (dialog) => void dialog.accept());
      await page.click('#delete-placard');
      await page.waitForSelector('#placard-deleted, tr.deleted[data-slug=placard]');
    });
    for (const id of [post, short]) {
      assert.match(await room.html(id), /placard-snapshot[^]*The last headline/);
      assert.doesNotMatch(await room.content(id), /wp:placard|(?<!\[)\[placard/);
    }
    assert.match(await room.content(short), /\[\[placard url="x"\]\]/);
    assert.match(await room.wordpress.json<string>(`get_option('widget_block')[2]['content']`), /wp:html[^]*The last headline/);
    const left = await room.wordpress.json<number>(
      `(int) $wpdb->get_var("SELECT (SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE 'placard%') + (SELECT COUNT(*) FROM $wpdb->postmeta WHERE meta_key LIKE '%placard%')")`,
    );
    assert.equal(left, 0);
    assert.equal(await room.wordpress.json(`wp_next_scheduled('placard_renew')`), false);
  });

  it('causes no warning of PHP', () => assert.equal(room.wordpress.log(), ''));
});
