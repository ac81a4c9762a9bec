// Measures the sample's feed on a static host: bytes and requests per second of complete responses (200) and revalidations (304). Uses
// nginx and wrk from Debian's packages, on one machine. Run `node test/bench/scale.mjs`.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { freePort, untilAnswered } from '../support/processes.mjs';

const SECONDS = 10;
const feed = new URL('../../demo/feeds/case.json', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'placard-scale-'));
chmodSync(folder, 0o755); // nginx reads it as another user if it starts as root
const port = await freePort();
mkdirSync(join(folder, 'www'));
copyFileSync(feed, join(folder, 'www/feed.json'));
writeFileSync(join(folder, 'www/feed.json.gz'), gzipSync(readFileSync(feed), { level: 9 }));
writeFileSync(
  join(folder, 'nginx.conf'),
  `daemon off; worker_processes auto; pid ${folder}/pid; error_log stderr crit;
events { worker_connections 4096; }
http {
  access_log off; open_file_cache max=10; keepalive_requests 1000000; gzip_static on;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/www;
    location = /feed.json {
      types { } default_type application/feed+json;
      add_header Access-Control-Allow-Origin *;
      add_header Access-Control-Expose-Headers "ETag, Retry-After, Date, Age";
      add_header Cache-Control "max-age=60, stale-while-revalidate=300, stale-if-error=86400";
    }
  }
}`,
);

const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'inherit', 'inherit'] });
const gone = new Promise((resolve) => nginx.once('close', resolve));
try {
  const url = `http://127.0.0.1:${port}/feed.json`;
  const first = await untilAnswered(() => fetch(url), nginx, 10_000);
  const etag = first.headers.get('etag');
  await first.arrayBuffer();
  for (const [status, extra] of [
    [200, []],
    [304, [`If-None-Match: ${etag}`]],
  ]) {
    const headers = ['Accept-Encoding: gzip', ...extra].flatMap((header) => ['-H', header]);
    const bytes = execFileSync(
      'curl',
      ['-s', '-o', '/dev/null', '-w', '%{size_header} %{size_download} %{response_code}', ...headers, url],
      { encoding: 'utf8' },
    );
    const [head, body, code] = bytes.split(' ').map(Number);
    if (code !== status) throw new Error(`expected ${status}, got ${code}`);
    const output = execFileSync('wrk', ['-t2', '-c64', `-d${SECONDS}s`, ...headers, url], { encoding: 'utf8' });
    const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1]);
    console.log(`${status}: ${head + body} B an answer (${head} of them headers), ${Math.round(perSecond)} requests per second`);
  }
  console.log(
    `${cpus().length} × ${cpus()[0].model}, Node ${process.version}, ${execFileSync('nginx', ['-v'], { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' }) || 'nginx'}`,
  );
} finally {
  nginx.kill();
  await gone;
  rmSync(folder, { recursive: true });
}
