/**
 * Tests each check of the plugin that keeps something out: with the check, the result is safe, and without it, the result differs. So each
 * check has an effect, and cannot be lost.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Newsroom } from './newsroom.js';

interface Check {
  readonly name: string;
  /** File of the plugin, the code of the check in it, and the code in its place. */
  readonly file: string;
  readonly code: string;
  readonly without: string;
  /** PHP that prints the result. */
  readonly run: string;
  readonly safe: RegExp;
}

const cleaned = (html: string) => `echo Placard\\clean_html(${html});`;
/** Ends instead of a page of WordPress that refuses. */
const REFUSED = `add_filter('wp_die_handler', fn() => function () { echo 'refused'; exit; });`;
/** A snapshot with a signature of `$key`. */
const SIGNED = `$pair = sodium_crypto_sign_keypair();
  $encode = fn($bytes) => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
  $key = $encode(sodium_crypto_sign_publickey($pair));
  $data = ['epoch' => 0, 'sequence' => 1, 'revision' => 1, 'feed' => 'https://other.example/a/feed.json', 'url' => 'https://other.example/a/',
    'lang' => 'en', 'dir' => 'ltr', 'html' => '<p>x</p>', 'item' => 'a', 'title' => 'T'];
  $text = implode("\\n", ['placard-snapshot', 0, 1, 1, $data['feed'], $data['url'], 'en', 'ltr', hash('sha256', '<p>x</p>'), hash('sha256', 'a'), 'T']);
  $data['signature'] = [$key => $encode(sodium_crypto_sign_detached($text, sodium_crypto_sign_secretkey($pair)))];`;
const codeOf = (call: string) => `$result = ${call}; echo is_wp_error($result) ? $result->get_error_code() : 'accepted';`;

/** The code of an answer, if a name server gives another address at the second question. `PAGE` is a page of the publisher. */
const askedTwice = (transport: string) => `add_action('requests-requests.before_request', function ($url, $h, $d, $t, &$options) {
    $options['transport'] = '${transport}'; }, 20, 5);
  eval('namespace Placard; function gethostbyname($host) { return "127.0.0.77"; }'); ${codeOf(`Placard\\request('PAGE')`)}`;

const CHECKS: readonly Check[] = [
  {
    name: 'another address at the second question, with curl',
    file: 'request',
    code: 'curl_setopt( $handle, CURLOPT_CONNECT_TO, array( "::$address:" ) );',
    without: '',
    run: askedTwice('Requests_Transport_cURL'),
    safe: /^unreachable$/,
  },
  {
    name: 'another address at the second question, without curl',
    file: 'request',
    code: '"tcp://$address:", $socket )',
    without: "'$0', $socket )",
    run: askedTwice('Requests_Transport_fsockopen'),
    safe: /^unreachable$/,
  },
  {
    name: 'no request to a private address',
    file: 'request',
    code: "'' === $address ||",
    without: '',
    run: codeOf(`Placard\\request('http://169.254.169.254:8080/')`),
    safe: /^address$/,
  },
  {
    name: 'private networks',
    file: 'request',
    code: 'FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE',
    without: '0',
    run: `echo Placard\\public_address('http://169.254.169.254/') ? 'public' : 'private';`,
    safe: /^private$/,
  },
  {
    name: 'the shared networks of providers',
    file: 'request',
    code: "|| preg_match( '/^100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\./', $ip )",
    without: '',
    run: `echo Placard\\public_address('http://100.64.0.1/') ? 'public' : 'private';`,
    safe: /^private$/,
  },
  {
    name: 'addresses with a name of a user',
    file: 'snapshot',
    code: "preg_match( '~^https?://[^/@]+(/|$)~i', $url ) ? $url : ''",
    without: '$url',
    run: `echo Placard\\web_address('https://user@host.example/') === '' ? 'refused' : 'accepted';`,
    safe: /^refused$/,
  },
  {
    name: 'classes of the theme',
    file: 'markup',
    code: "return 1 === preg_match( '/^placard-",
    without: "return true || 1 === preg_match( '/^placard-",
    run: cleaned(`'<div class="site-header">x</div>'`),
    safe: /^<div>x<\/div>$/,
  },
  {
    name: 'hidden copies of a letter',
    file: 'markup',
    code: 'return 1 === preg_match( "~^(https?',
    without: 'return true || 1 === preg_match( "~^(https?',
    run: cleaned(`'<p><a href="mailto:a@b.example?bcc=c@d.example">x</a></p>'`),
    safe: /^<p><a>x<\/a><\/p>$/,
  },
  {
    name: 'pictures of the own site, which would send its cookie',
    file: 'markup',
    code: "return preg_match( '/^[a-z\\d.:[\\]-]+$/', $own ) &&",
    without: "return true || preg_match( '/^[a-z\\d.:[\\]-]+$/', $own ) &&",
    run: cleaned(`'<p><img src="' . home_url('/?logout') . '" alt="x" /></p>'`),
    safe: /^<p><img alt="x" \/><\/p>$/,
  },
  {
    name: 'markup that a browser would repair',
    file: 'markup',
    code: 'is_well_formed( $clean ) ?',
    without: 'true ?',
    run: cleaned(`'<div><p>x</div>'`),
    safe: /^$/,
  },
  {
    name: 'shortcodes of other plugins',
    file: 'markup',
    code: "array( '&#091;', '&#093;' ), $clean",
    without: "array( '[', ']' ), $clean",
    run: cleaned(`'<p>[gallery]</p>'`),
    safe: /^<p>&#091;gallery&#093;<\/p>$/,
  },
  {
    name: 'a copy that is too long',
    file: 'markup',
    code: 'strlen( $html ) > MAX_HTML_BYTES ||',
    without: '',
    run: cleaned(`'<p>' . str_repeat('x', 300000) . '</p>'`),
    safe: /^$/,
  },
  {
    name: 'a snapshot without a signature of the pinned key',
    file: 'snapshot',
    code: 'if ( ! is_signed( $data, $keys ) ) {',
    without: 'if ( false ) {',
    run: `${SIGNED} $data['title'] = 'Changed'; ${codeOf(`Placard\\read_snapshot($data, 'https://other.example/a/snapshot.json', $key)`)}`,
    safe: /^signature$/,
  },
  {
    name: 'a signed snapshot of another place',
    file: 'snapshot',
    code: "if ( beside( $address, 'feed.json' ) !== $data['feed'] ) {",
    without: 'if ( false ) {',
    run: `${SIGNED} ${codeOf(`Placard\\read_snapshot($data, 'https://mirror.example/b/snapshot.json', $key)`)}`,
    safe: /^another-feed$/,
  },
  {
    name: 'an older publication',
    file: 'renew',
    code: 'if ( $order < 0 ) {',
    without: 'if ( false ) {',
    run: codeOf(`Placard\\version_after(['card' => ['epoch' => 0, 'sequence' => 5], 'base' => ['epoch' => 0, 'sequence' => 5], 'leapt' => 0,
      'source' => ['key' => null]], ['epoch' => 0, 'sequence' => 4])`),
    safe: /^rollback$/,
  },
  {
    name: 'the copy in a post, which its author can change',
    file: 'block',
    code: 'clean_html( $saved )',
    without: '$saved',
    run: `WP_Block_Supports::$block_to_render = ['blockName' => 'placard/card', 'attrs' => []];
      echo Placard\\render(['url' => 'https://unknown.example/'], '<p>x</p><script>alert(1)</script>');`,
    safe: /^((?!<script).)*$/s,
  },
  {
    name: 'questions of visitors',
    file: 'editor',
    code: "return current_user_can( 'edit_posts' );",
    without: 'return true;',
    run: `wp_set_current_user(0); echo rest_do_request(new WP_REST_Request('GET', '/placard/v1/card'))->get_status();`,
    safe: /^401$/,
  },
  {
    name: 'forms of another site',
    file: 'screen',
    code: "check_admin_referer( 'placard' );",
    without: '',
    run: `${REFUSED} wp_set_current_user(1); $_POST['do'] = 'down'; Placard\\obey_screen();`,
    safe: /^refused$/,
  },
  {
    name: 'forms of authors',
    file: 'screen',
    code: 'if ( ! current_user_can( CAPABILITY ) ) {',
    without: 'if ( false ) {',
    run: `${REFUSED} wp_set_current_user(get_user_by('login', 'author')->ID); $_POST['do'] = 'down';
      $_REQUEST['_wpnonce'] = wp_create_nonce('placard'); Placard\\obey_screen();`,
    safe: /^refused$/,
  },
];

describe('the checks of the WordPress plugin', () => {
  let room: Newsroom;
  before(async () => {
    room = await Newsroom.open();
  });
  after(() => room?.[Symbol.asyncDispose]());

  for (const { name, file, code, without, run, safe } of CHECKS)
    it(`keeps out ${name}, and would not without its code`, async () => {
      const path = join(room.wordpress.folder, `wp-content/plugins/placard/includes/${file}.php`);
      const source = readFileSync(path, 'utf8');
      assert.equal(source.split(code).length, 2, 'the code of the check is not there once');
      const php = `require_once ABSPATH . 'wp-admin/includes/admin.php'; ${run.replace('PAGE', room.page)}`;
      assert.match(await room.wordpress.php(php), safe);
      writeFileSync(
        path,
        source.replace(code, () => without),
      );
      try {
        assert.doesNotMatch(await room.wordpress.php(php), safe);
      } finally {
        writeFileSync(path, source);
      }
    });
});
