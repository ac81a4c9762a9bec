/**
 * Starts a real WordPress: Debian's package, MariaDB and PHP's own server, in a folder that is deleted at the end. Needs the packages
 * wordpress, php-cli and mariadb-server-core of `.ci/run`.
 */
import assert from 'node:assert/strict';
import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { buildBundles } from '../../../demo/server/bundles.js';
import { buildWordPress } from '../../../src/bundler/build-wordpress.js';
import { freePort, untilAnswered } from '../../support/processes.mjs';
import { makeFolder } from '../cli/cli.js';
import { openSystemPhp, type OpenPhp } from './php.js';

const run = promisify(execFile);
/** WORDPRESS names the folder of another release. */
const { WORDPRESS: RELEASE = '/usr/share/wordpress' } = process.env;
const START_MS = 60_000;

export const PASSWORD = 'correct horse battery staple';
export type Role = 'administrator' | 'editor' | 'author' | 'contributor' | 'subscriber';

export interface WordPress extends AsyncDisposable {
  /** Address of the site, without a slash at its end. */
  readonly url: string;
  /** Folder of the site. */
  readonly folder: string;
  /** Path of the plugin's zip. */
  readonly zip: string;
  /** Runs PHP inside WordPress, and returns what it prints. */
  php(code: string): Promise<string>;
  /** Runs PHP, and returns the JSON that it prints. */
  json<T>(expression: string): Promise<T>;
  /** Unpacks and activates the plugin. */
  activate(): Promise<void>;
  /** The same for all sites of a network. */
  activateInNetwork(): Promise<void>;
  /** Lets the schedule of WordPress run the renewal now, as if its interval were over. */
  cron(): Promise<void>;
  /** Returns the errors, warnings and notices of PHP so far. */
  log(): string;
}

/** @param publisher the address that the site may ask although it is on this machine */
export async function startWordPress(publisher: string, openPhp: OpenPhp = openSystemPhp): Promise<WordPress> {
  await buildBundles();
  const folder = makeFolder();
  const zip = await buildWordPress(folder);
  const site = join(folder, 'site');
  // Debian's package links to other packages, and its configuration serves the whole machine.
  cpSync(RELEASE, site, { recursive: true, dereference: true });
  mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
  mkdirSync(join(site, 'wp-content/uploads'), { recursive: true });

  const socket = join(folder, 'db.sock');
  const database = await startDatabase(folder, socket);
  const engine = await openPhp(folder, socket);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  writeFileSync(join(site, 'wp-config.php'), configuration(url, socket, join(folder, 'debug.log')));
  writeFileSync(join(site, 'wp-content/mu-plugins/test.php'), allowPublisher(publisher));

  const php = async (code: string): Promise<string> => {
    const script = join(folder, 'run.php');
    const prelude = `$_SERVER['HTTP_HOST'] = 'localhost:${port}'; $_SERVER['REQUEST_METHOD'] = 'GET';`;
    writeFileSync(script, `<?php ${prelude} ${code.includes('WP_INSTALLING') ? '' : `require '${site}/wp-load.php';`} ${code}`);
    return engine.run(script);
  };
  await php(`define('WP_INSTALLING', true); require '${site}/wp-load.php'; require ABSPATH . 'wp-admin/includes/upgrade.php';
    wp_install('Newsroom', 'administrator', 'administrator@example.org', true, '', '${PASSWORD}');
    foreach (['editor', 'author', 'contributor', 'subscriber'] as $role)
      wp_insert_user(['user_login' => $role, 'user_pass' => '${PASSWORD}', 'role' => $role, 'user_email' => "$role@example.org"]);
    foreach (get_users() as $user)
      update_user_meta($user->ID, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false], '_modified' => gmdate('c')]);`);

  await engine.serve(site, url);

  const activate = async (inNetwork: boolean) => {
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
      mkdirSync(join(site, 'wp-content/plugins', path, '..'), { recursive: true });
      writeFileSync(join(site, 'wp-content/plugins', path), bytes);
    }
    const call = `activate_plugin('placard/placard.php', '', ${inNetwork})`;
    assert.equal(await php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; var_export(${call});`), 'NULL');
  };

  return {
    url,
    folder: site,
    zip,
    php,
    json: async <T>(expression: string) => JSON.parse(await php(`echo json_encode(${expression});`)) as T,
    activate: () => activate(false),
    activateInNetwork: () => activate(true),
    async cron() {
      await php(`foreach (Placard\\all_records() as $id => $record) Placard\\save_record($id, ['next' => 0] + $record);
        wp_clear_scheduled_hook('placard_renew'); wp_schedule_single_event(time() - 1, 'placard_renew'); delete_transient('doing_cron');`);
      const answer = await fetch(`${url}/wp-cron.php`);
      assert.equal(answer.status, 200);
    },
    log() {
      const file = join(folder, 'debug.log');
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
      // This WordPress is older than this PHP.
      return lines.filter((line) => !/^$|PHP Deprecated: .* in \S*\/wp-(includes|admin)\//.test(line)).join('\n');
    },
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]();
      await end(database);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startDatabase(folder: string, socket: string): Promise<ChildProcess> {
  const [data, temporary] = [join(folder, 'db'), join(folder, 'db-tmp')];
  mkdirSync(temporary); // a server that starts removes the temporary tables of another one in the same folder
  const common = ['--no-defaults', '--user=root', `--datadir=${data}`, `--tmpdir=${temporary}`];
  await run('mariadb-install-db', [...common, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const fast = ['--innodb-flush-log-at-trx-commit=0', '--skip-log-bin'];
  const database = spawn('mariadbd', [...common, `--socket=${socket}`, '--skip-networking', ...fast], { stdio: 'ignore' });
  await untilAnswered(() => run('mariadb', ['--no-defaults', `--socket=${socket}`, '-e', 'CREATE DATABASE wordpress']), database, START_MS);
  return database;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'close');
  child.kill();
  await gone;
}

const configuration = (url: string, socket: string, log: string): string => `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', getenv('DB_HOST') ?: 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', ''); $table_prefix = 'wp_';
define('WP_HOME', '${url}'); define('WP_SITEURL', '${url}');
define('AUTH_KEY', 'a'); define('SECURE_AUTH_KEY', 'b'); define('LOGGED_IN_KEY', 'c'); define('NONCE_KEY', 'd');
define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('FS_METHOD', 'direct');
define('WP_DEBUG', true); define('WP_DEBUG_DISPLAY', false); define('WP_DEBUG_LOG', '${log}');
define('SCRIPT_DEBUG', false);
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** A must-use plugin: allows one host on this machine, and stops the requests of WordPress itself to wordpress.org. */
const allowPublisher = (publisher: string): string => `<?php
add_filter('http_request_host_is_external', fn($allowed, $host, $url) => $allowed || strpos($url, '${publisher}') === 0, 10, 3);
add_filter('http_allowed_safe_ports', fn($ports) => array_merge($ports, [${new URL(publisher).port}]));
add_filter('pre_http_request', fn($answer, $arguments, $url) => strpos($url, 'api.wordpress.org')
  ? ['headers' => [], 'body' => '', 'response' => ['code' => 404, 'message' => ''], 'cookies' => []] : $answer, 10, 3);
`;
