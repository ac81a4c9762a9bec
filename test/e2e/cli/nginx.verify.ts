/** Tests the built site behind nginx, with the settings that the site has. Needs nginx. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort, untilAnswered } from '../../support/processes.mjs';
import { bundles, makeFolder, placard } from './cli.js';
import { buildSite, checkOembed, MAIN } from './site.js';

describe('a built site behind nginx', () => {
  let nginx: ChildProcess;
  let base: string;
  let folder: string;

  before(async () => {
    await bundles();
    const port = await freePort();
    base = `http://127.0.0.1:${port}/public/`; // not at the root, as on most sites
    folder = await buildSite(base);
    const work = makeFolder();
    for (const path of [work, join(folder, '..')]) chmodSync(path, 0o755); // the worker of nginx is another user
    mkdirSync(join(work, 'logs'));
    const conf = join(work, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join(' ');
    writeFileSync(
      conf,
      `daemon off; pid ${work}/pid; error_log stderr warn; worker_processes 1; events {}
http { ${existsSync('/etc/nginx/mime.types') ? 'include /etc/nginx/mime.types;' : ''} access_log off; ${temporary}
server { listen 127.0.0.1:${port}; root ${join(folder, '..')}; include ${folder}/server/nginx.conf; } }`,
    );
    nginx = spawn('nginx', ['-c', conf, '-p', work], { stdio: 'inherit' });
    const answer = await untilAnswered(() => fetch(base), nginx, 20_000);
    assert.equal(answer.status, 200);
  });
  after(async () => {
    const gone = once(nginx, 'close');
    nginx.kill('SIGTERM');
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

  it('has no problem for `placard doctor`', async () => {
    const { code, out, err } = await placard(['doctor', `${base}${MAIN}/`]);
    assert.equal(code, 0, out + err);
  });
});
