/** Tests a hostile publisher, hostile addresses, and users without permission. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, beforeEach, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';
import type { Browser } from 'puppeteer-core';
import { folderName } from '../../../src/publish/item-folders.js';
import { openBrowser, visit } from '../../support/browser-page.js';
import { readJson } from '../cli/cli.js';
import { serve } from '../cli/server.js';
import type { Json } from '../cli/feeds.js';
import { allOf } from '../cli/site.js';
import { classOf, isCard, literal, Newsroom, SNAPSHOT } from './newsroom.js';

/** Each ends up as a snapshot that the publisher's host sends. */
const SNAPSHOTS = {
  script: '<div class="placard-snapshot"><script>hit()</script><p>Words</p></div>',
  handler: '<div class="placard-snapshot"><p onclick="hit()" onmouseover=hit() style="position:fixed;inset:0">Words</p></div>',
  picture: '<div class="placard-snapshot"><p><img src="x" onerror="hit()" /><img src="https:x" /></p></div>',
  link: '<div class="placard-snapshot"><p><a href="javascript:hit()">a</a><a href="&#106;avascript:hit()">b</a><a href="data:text/html,x">c</a></p></div>',
  relative: '<div class="placard-snapshot"><p><a href="/wp-login.php?action=logout">a</a><a href="//evil.example/">b</a></p></div>',
  mail: '<div class="placard-snapshot"><p><a href="mailto:a@example.org?bcc=b@example.org">a</a><a href="mailto:a@example.org?subject=It&#039;s&amp;attach=x">b</a></p></div>',
  frame:
    '<div class="placard-snapshot"><iframe src="https://evil.example/"></iframe><object data="x"></object><form action="/"><input name="q" /></form></div>',
  svg: '<div class="placard-snapshot"><svg><style><img src=x onerror=hit()></style></svg><math><mtext></mtext></math></div>',
  classes: '<div class="placard-snapshot"><p class="alignfull wp-block-cover" id="wpadminbar">Words</p></div>',
  shortcode: '<div class="placard-snapshot"><p>[hit] &#91;hit&#93; &#091;hit]</p><p title="[hit]" lang="[hit]">x</p></div>',
  comment: '<div class="placard-snapshot"><p>a</p></div><!-- /wp:placard/card --><!-- wp:html --><script>hit()</script><!-- /wp:html -->',
  'nested comment': '<div class="placard-snapshot"><p><!-<!-- -->- /wp:placard/card --></p></div>',
  'open end': '<div class="placard-snapshot"><p>Words</p></div></div></main><p>Outside',
  'wrong order': '<div class="placard-snapshot"><p><strong>Words</p></strong></div>',
  deep: `${'<div class="placard-card">'.repeat(300)}${'</div>'.repeat(300)}`,
  // A browser repeats the open elements in each paragraph.
  formatting: `<div class="placard-snapshot"><p>${Array.from({ length: 600 }, (_, n) => `<small lang="a${n}">`).join('')}${'<p>x'.repeat(600)}</div>`,
  'lines in lines': `<div class="placard-snapshot"><p><strong lang="a"><p>x</p></strong></p></div>`,
  large: `<div class="placard-snapshot"><p>${'x'.repeat(300_000)}</p></div>`,
  bytes: '<div class="placard-snapshot"><p>\u0000\u202e<b\u0000r></p></div>',
};

/** The two ways of WordPress to send a request: with PHP's extension curl, and without. */
const TRANSPORTS = ['Requests_Transport_cURL', 'Requests_Transport_fsockopen'];

/** A must-use plugin that chooses the way by an option. */
const CHOOSE_TRANSPORT = `<?php add_action('requests-requests.before_request', function ($url, $headers, $data, $type, &$options) {
  $options['transport'] = get_option('transport', '');
}, 20, 5);`;

describe('a hostile publisher', () => {
  let room: Newsroom;
  let browser: Browser;
  let good: Json;

  before(async () => {
    room = await Newsroom.open();
    good = readJson<Json>(room.publisher.folder, SNAPSHOT);
    await room.wordpress.php(`file_put_contents(WPMU_PLUGIN_DIR . '/hit.php', '<?php add_shortcode("hit", fn() => "SHORTCODE-RAN");');`);
    await room.wordpress.php(`file_put_contents(WPMU_PLUGIN_DIR . '/transport.php', ${literal(CHOOSE_TRANSPORT)});`);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await room?.[Symbol.asyncDispose]();
  });
  beforeEach(() => room.publisher.own.clear());

  for (const [name, html] of Object.entries(SNAPSHOTS))
    it(`cannot harm a page by its snapshot: ${name}`, async () => {
      const item = `hostile-${name}`;
      room.publisher.own.set('/hostile/', '<!doctype html>');
      room.publisher.own.set('/hostile/snapshot.json', JSON.stringify({ ...good, html, item }));
      const url = `${room.publisher.url}hostile/`;
      const id = await room.insert(`${room.block({ url, item })}\n\n[placard url="${url}" item="${item}"]\n\n<p class="after">After</p>`);
      const page = await room.html(id);
      assert.doesNotMatch(page, /SHORTCODE-RAN|evil\.example/);
      const all = allOf(page);
      const cards = all.filter(isCard);
      assert.equal(cards.length, 2, page);
      for (const card of cards) {
        for (const element of allBelow(card)) {
          assert.match(
            element.tagName,
            /^(a|bdi|br|em|img|s|small|span|strong|time|p|h\d|summary|div|d[ldt]|[uo]l|li|fig\w+|blockquote|details)$/,
          );
          for (const { name, value } of element.attrs) {
            assert.match(
              name,
              /^(class|lang|dir|v-pre|ng-non-bindable|data-valid-until|href|rel|hreflang|src|alt|loading|referrerpolicy|datetime|open|decoding)$/,
            );
            if (name === 'class') assert.match(value, /^placard-/);
            if (name === 'href') assert.match(value, /^(https?:\/\/|mailto:[^?]*$)/);
          }
        }
      }
      // The paragraph after the card is where the author put it, in the same parent.
      const paragraph = all.find((element) => classOf(element) === 'after')!;
      assert.ok(paragraph.parentNode === cards[0]!.parentNode, page);
      assert.doesNotMatch(await room.content(id), /<script|wp:html/);
      await visit(
        browser,
        `${room.wordpress.url}/?p=${id}`,
        async (tab) => {
          await tab.waitForSelector('.after');
          assert.equal(await tab.$$eval('.after', (all) => all.length), 1);
        },
        { javascript: false },
      );
    });

  it('cannot send a reader’s cookies to the site by a picture, in any spelling of its host', async () => {
    const own = [
      'http://localhost/',
      'http://local&#104;ost/',
      'http://loc%61lhost/',
      'http://localhost\\@other.example/',
      'http://\uff4cocalhost/',
      'http://local\nhost/',
      'http://other.example@localhost/',
      'http://localhost./',
      'http://2130706433/',
      'http://www.localhost/',
    ];
    const clean = (src: string) =>
      room.wordpress.json<string>(
        `Placard\\clean_html(${literal(`<div class="placard-snapshot"><p><img src="${src}" alt="x" /></p></div>`)})`,
      );
    for (const src of own) assert.match(await clean(src), /<img alt="x"/, src);
    assert.match(await clean('https://cdn.other.example:8443/a%20b.png?x=1'), /<img src="https:/);
  });

  it('cannot stop the schedule for the others by a feed of any shape', async () => {
    const odd = [['x'], { x: ['y'] }, 'x', 7, null, true];
    const links = odd.flatMap((kind) => odd.map((item_id) => ({ kind, item_id })));
    const item = (id: string, extension: unknown) => ({ id, title: 'Title', language: 'en', _placard: extension });
    const items = [
      ...odd,
      ...odd.map((id) => ({ id, title: 'x' })),
      item('one', { translations: links, cases: odd, change: ['retraction'], draft: null, publish_at: ['x'] }),
      ...odd.map((extension, index) => item(`other-${index}`, extension)),
      ...odd.map((each, index) => item(`more-${index}`, { translations: each, cases: each, revision: each })),
    ];
    for (const head of [...odd, { epoch: ['x'], sequence: ['y'] }])
      room.publisher.own.set(
        '/odd.json',
        JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', language: ['x'], _placard: head, items }),
      );
    const id = await room.insert(room.block({ url: `${room.publisher.url}odd.json`, item: 'one' }));
    assert.match(await room.words(id), /Title/);

    // A long title and a long list of translations once took quadratic time.
    const nested = '%2'.repeat(300_000) + '0'.repeat(300_000);
    const many = Array.from({ length: 40_000 }, (_, index) => ({ item_id: `i${index}`, kind: 'official' }));
    const long = [{ ...item('one', { translations: many }), title: nested }, ...many.map(({ item_id }) => ({ id: item_id }))];
    room.publisher.own.set('/odd.json', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: long }));
    await room.wordpress.cron();
    assert.equal((await room.record(id)).error, '');
  });

  it('cannot have a draft shown, nor an item whose time has not come, from a feed without snapshots', async () => {
    const of = (id: string, extension: Json, more: Json = {}) => ({ id, title: `Words of ${id}`, _placard: extension, ...more });
    const items = [
      of('marked', { draft: true }),
      of('later', { publish_at: '2099-01-01T00:00:00Z' }),
      of('dated', {}, { date_published: '2099' }),
      of('shown', { draft: false }, { date_published: '2020-01-01' }),
      of('gone', { change: 'retraction' }, { date_published: '2099-01-01T00:00:00Z' }),
      of('second', { translations: [{ item_id: 'first', kind: 'original' }] }),
      of('first', { translations: [{ item_id: 'gone', kind: 'original' }] }),
    ];
    room.publisher.own.set('/raw.json', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }));
    const url = `${room.publisher.url}raw.json`;
    assert.match(await room.words(await room.insert(room.block({ url }))), /Words of shown/);
    for (const item of ['marked', 'later', 'dated'])
      assert.doesNotMatch(await room.html(await room.insert(room.block({ url, item }))), /Words of/, item);
    for (const item of ['gone', 'first', 'second']) {
      const words = await room.words(await room.insert(room.block({ url, item })));
      assert.match(words, /Withdrawn/, item);
      assert.doesNotMatch(words, /Words of/, item);
    }
  });

  for (const transport of TRANSPORTS)
    it(`is asked at the address that was checked, whatever the name server says the second time: ${transport}`, async () => {
      await room.wordpress.php(`update_option('transport', '${transport}');`);
      const asked = (address: string, url: string) =>
        room.wordpress.php(`eval('namespace Placard; function gethostbyname($host) { return "${address}"; }');
          $a = Placard\\request('${url}'); echo is_wp_error($a) ? $a->get_error_code() : $a['status'] . ' ' . $a['url'];`);
      const { page } = room;
      room.publisher.own.set('/away/', (_, response) => void response.writeHead(302, { location: `${page}snapshot.json` }).end());
      for (const url of [`${page}snapshot.json`, `${room.publisher.url}away/`]) {
        assert.equal(await asked('127.0.0.1', url), `200 ${page}snapshot.json`);
        room.publisher.asked();
        assert.equal(await asked('127.0.0.77', url), 'unreachable');
        assert.deepEqual(room.publisher.asked(), []);
      }
    });

  it('has the folders that the build gives its items', async () => {
    const ids = [
      'list',
      'atom',
      'review',
      'robots.txt',
      'press-cards',
      'https://a.example/x',
      'Ключ',
      'İzmir',
      'com1',
      'a--b',
      'https-a',
      `x-${'0'.repeat(32)}`,
    ];
    for (const id of ids) assert.equal(await room.wordpress.json(`Placard\\folder_of(${literal(id)})`), await folderName(id), id);
  });

  it('keeps the last good copy when an answer is hostile', async () => {
    const id = await room.insert(room.block());
    const before = await room.html(id);
    const answers = [
      JSON.stringify({ ...good, sequence: 900, html: SNAPSHOTS['open end'] }),
      JSON.stringify({ ...good, sequence: 900, html: SNAPSHOTS.comment }),
      JSON.stringify({ ...good, sequence: '900' }),
      JSON.stringify({ ...good, sequence: -1 }),
      JSON.stringify({ ...good, sequence: 1e300 }),
      JSON.stringify({ ...good, sequence: 900, html: [] }),
      JSON.stringify({ ...good, sequence: 900, feed: 'javascript:hit()' }),
      JSON.stringify({ ...good, sequence: 900, item: 'other' }),
      '['.repeat(100_000),
      'null',
      '',
    ];
    for (const answer of answers) {
      room.publisher.own.set(SNAPSHOT, answer || ' ');
      await room.wordpress.cron();
      assert.notEqual((await room.record(id)).error, '', answer.slice(0, 200));
      assert.equal(await room.html(id), before);
    }
  });

  for (const transport of TRANSPORTS)
    it(`cannot fill the memory or stop the schedule by endless, compressed or slow answers: ${transport}`, async () => {
      const id = await room.insert(room.block());
      const before = await room.html(id);
      await room.wordpress.php(`update_option('transport', '${transport}');`);
      answerEndlessly(room);
      await room.wordpress.cron();
      assert.match((await room.record(id)).error, /too-large|unreachable/);
      const bomb = gzipSync(Buffer.alloc(200 * 2 ** 20, ' '));
      room.publisher.own.set(SNAPSHOT, (_, response) => void response.setHeader('content-encoding', 'gzip').end(bomb));
      await room.wordpress.cron();
      assert.match((await room.record(id)).error, /too-large|unreachable|format/);
      let timer: NodeJS.Timeout | undefined;
      room.publisher.own.set(SNAPSHOT, (_, response) => {
        response.write('{');
        timer = setInterval(() => response.write(' '), 300);
        response.once('close', () => clearInterval(timer));
      });
      await room.wordpress.cron(); // the test itself times out if the answer has no limit
      assert.equal((await room.record(id)).error, 'unreachable');
      assert.equal(await room.html(id), before);
    });

  it('cannot send the server to private addresses', async () => {
    let asked = 0;
    await using inside = await serve((_, response) => {
      asked++;
      response.end(JSON.stringify(good));
    });
    room.publisher.own.set('/away/', (_, response) => void response.writeHead(302, { location: `${inside.url}snapshot.json` }).end());
    const addresses = [
      inside.url,
      `${room.publisher.url}away/`,
      'http://169.254.169.254/latest/',
      'http://10.0.0.1/',
      'http://[::1]/',
      'http://100.64.0.1/',
      'http://2130706433/',
      'file:///etc/passwd',
      'http://user@example.org/',
    ];
    for (const url of addresses) {
      const answer = await room.wordpress.json<string>(
        `(function () { $a = Placard\\request('${url}'); return is_wp_error($a) ? $a->get_error_code() : 'asked'; })()`,
      );
      // WordPress itself refuses the second hop of the redirect, and does not say why.
      assert.equal(answer, url.endsWith('/away/') ? 'unreachable' : 'address', url);
      await room.insert(room.block({ url }));
    }
    assert.equal(asked, 0);
  });

  it('lets only users with the capability ask for addresses and use the screen', async () => {
    const route = `${room.wordpress.url}/?rest_route=/placard/v1/card&url=${encodeURIComponent(room.page)}`;
    room.publisher.asked();
    assert.equal((await fetch(route)).status, 401);
    assert.deepEqual(room.publisher.asked(), []);
    const allowed = (role: string) =>
      room.wordpress.json<number>(`(function () { wp_set_current_user(get_user_by('login', '${role}')->ID);
        $q = new WP_REST_Request('GET', '/placard/v1/card'); $q->set_query_params(['url' => '${room.page}']); return rest_do_request($q)->get_status(); })()`);
    assert.deepEqual([await allowed('subscriber'), await allowed('contributor'), await allowed('author')], [403, 200, 200]);
    const post = await fetch(`${room.wordpress.url}/wp-admin/admin-post.php`, {
      method: 'POST',
      body: new URLSearchParams({ action: 'placard', do: 'down' }),
      redirect: 'manual',
    });
    assert.notEqual(post.status, 200);
    assert.deepEqual(await room.wordpress.json('Placard\\taken_down()'), []);
  });

  it('causes no warning of PHP', () => assert.equal(room.wordpress.log(), ''));
});

type Element = DefaultTreeAdapterTypes.Element;

function* allBelow(element: Element): Generator<Element> {
  for (const child of element.childNodes) {
    if (!defaultTreeAdapter.isElementNode(child)) continue;
    yield child;
    yield* allBelow(child);
  }
}

/** Answers with bytes until the client ends the connection. */
function answerEndlessly({ publisher }: Newsroom): void {
  const chunk = Buffer.alloc(2 ** 16, ' ');
  publisher.own.set(SNAPSHOT, (_, response) => {
    const source = new Readable({ read: () => void source.push(chunk) });
    response.once('close', () => source.destroy());
    source.pipe(response);
  });
}
