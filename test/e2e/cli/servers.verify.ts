/** Tests the built site behind nginx, Caddy and Apache, with the settings that the site has, as demo/docs/deploy.md describes it. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort, untilAnswered } from '../../support/processes.mjs';
import { bundles, makeFolder, placard } from './cli.js';
import { buildSite, checkOembed, MAIN } from './site.js';

/** A server's arguments, after its configuration is written to `work`. */
interface Program {
  readonly name: string;
  /** Names of the binary; the variable replaces them. */
  readonly binary: string;
  start(place: Place): string[];
}

interface Place {
  readonly work: string;
  readonly port: number;
  /** The parent of the built folder, which has the name `public`. */
  readonly root: string;
}

const modules = process.env.APACHE_MODULES ?? '/usr/lib/apache2/modules';

const PROGRAMS: readonly Program[] = [
  {
    name: 'nginx',
    binary: process.env.NGINX_PATH ?? 'nginx',
    start({ work, port, root }) {
      mkdirSync(join(work, 'logs'));
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join(' ');
      const types = existsSync('/etc/nginx/mime.types') ? 'include /etc/nginx/mime.types;' : '';
      writeFileSync(
        join(work, 'nginx.conf'),
        `daemon off; pid ${work}/pid; error_log stderr warn; worker_processes 1; events {}
http { ${types} access_log off; ${temporary}
server { listen 127.0.0.1:${port}; root ${root}; include ${root}/public/server/nginx.conf; } }`,
      );
      return ['-c', join(work, 'nginx.conf'), '-p', work];
    },
  },
  {
    name: 'Caddy',
    binary: process.env.CADDY_PATH ?? 'caddy',
    start({ work, port, root }) {
      const site = `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\troot * ${root}\n\timport ${root}/public/server/Caddyfile\n}\n`;
      writeFileSync(join(work, 'Caddyfile'), site);
      return ['run', '--config', join(work, 'Caddyfile'), '--adapter', 'caddyfile'];
    },
  },
  {
    name: 'Apache',
    binary: process.env.APACHE_PATH ?? 'apache2',
    start({ work, port, root }) {
      const load = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'deflate', 'filter'].map(
        (name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`,
      );
      const rest = `ServerName 127.0.0.1
ServerRoot ${work}
Listen 127.0.0.1:${port}
PidFile ${work}/pid
ErrorLog ${work}/error.log
${process.getuid?.() === 0 ? 'User nobody\nGroup nogroup' : ''}
TypesConfig ${existsSync('/etc/mime.types') ? '/etc/mime.types' : '/dev/null'}
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
DirectoryIndex index.html
`;
      writeFileSync(join(work, 'httpd.conf'), `${load.join('\n')}\n${rest}`);
      return ['-X', '-f', join(work, 'httpd.conf')];
    },
  },
];

for (const program of PROGRAMS)
  describe(`a built site behind ${program.name}`, () => {
    let server: ChildProcess;
    let base: string;
    let folder: string;

    before(async () => {
      await bundles();
      const port = await freePort();
      base = `http://127.0.0.1:${port}/public/`; // not at the root, as on most sites
      folder = await buildSite(base);
      const work = makeFolder();
      const root = join(folder, '..');
      for (const path of [work, root]) chmodSync(path, 0o755); // the worker can be another user
      const args = program.start({ work, port, root });
      server = spawn(program.binary, args, { stdio: 'inherit', env: { ...process.env, HOME: work } });
      server.once('error', (error) => {
        throw new Error(`${program.name} does not start. Install it, or name its binary.`, { cause: error });
      });
      const answer = await untilAnswered(() => fetch(base), server, 20_000);
      assert.equal(answer.status, 200);
    });
    after(async () => {
      const gone = once(server, 'close');
      server.kill('SIGTERM');
      await gone;
    });

    const items = () => readdirSync(folder).filter((name) => existsSync(join(folder, name, 'oembed.json')));

    it('sends an oEmbed response for each item that WordPress and Ghost accept', async () => {
      for (const name of items()) await checkOembed(`${base}${name}/`);
    });

    it('allows any page, and a frame without an origin, to read feeds and scripts', async () => {
      const [assets] = readdirSync(join(folder, 'assets')) as [string];
      for (const path of [
        'feed.json',
        `${MAIN}/feed.json`,
        `${MAIN}/frame.html`,
        `assets/${assets}/placard.js`,
        `assets/${assets}/placard.css`,
      ]) {
        const { headers } = await fetch(base + path, { headers: { origin: 'null' } });
        assert.equal(headers.get('access-control-allow-origin'), '*', path);
        assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      }
    });

    it('sends feeds with their type and a short cache lifetime, and 304 for an unchanged feed', async () => {
      for (const path of ['feed.json', `${MAIN}/feed.json`]) {
        const { headers } = await fetch(base + path);
        assert.match(headers.get('content-type')!, /^application\/feed\+json/);
        assert.equal(headers.get('cache-control'), 'max-age=60, stale-while-revalidate=300, stale-if-error=86400');
        for (const name of ['ETag', 'Retry-After', 'Date', 'Age'])
          assert.match(headers.get('access-control-expose-headers')!, new RegExp(name));
        const plain = await fetch(base + path, { headers: { 'accept-encoding': 'identity' } });
        const again = await fetch(base + path, { headers: { 'accept-encoding': 'identity', 'if-none-match': plain.headers.get('etag')! } });
        assert.equal(again.status, 304);
      }
    });

    it('sends scripts as immutable, and compresses text', async () => {
      const [assets] = readdirSync(join(folder, 'assets')) as [string];
      const { headers } = await fetch(`${base}assets/${assets}/placard.js`);
      assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.match(headers.get('content-type')!, /javascript/);
      for (const path of ['feed.json', `assets/${assets}/placard.js`])
        assert.equal((await fetch(base + path)).headers.get('content-encoding'), 'gzip', path);
    });

    it('sends Atom and calendars with their types, and the policy for scripts', async () => {
      const { headers } = await fetch(`${base}atom.xml`);
      assert.match(headers.get('content-type')!, /^application\/atom\+xml/);
      assert.equal(headers.get('integrity-policy'), 'blocked-destinations=(script)');
      const [withCalendar] = items().filter((name) => existsSync(join(folder, name, 'calendar.ics')));
      if (withCalendar) assert.match((await fetch(`${base}${withCalendar}/calendar.ics`)).headers.get('content-type')!, /^text\/calendar/);
    });

    it('has no problem for `placard doctor`', async () => {
      const { code, out, err } = await placard(['doctor', `${base}${MAIN}/`]);
      assert.equal(code, 0, out + err);
    });
  });
