/** From a Word file to a site behind nginx with the settings of the zip, a card on another origin, and an update. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { HEADER_FILES } from '../../../src/publish/server-config.js';
import { freePort, untilAnswered } from '../../support/processes.mjs';
import { servePartner } from '../../support/servers/partner.js';
import { docx } from './docx.js';
import { leadToUpdate } from './journey.js';
import { RELEASE } from './press-release.js';
import { fill, openStudio, uploadTo } from './studio.js';

describe('studio and nginx', () => {
  it('leads from a Word file to a live card on another site, and an update reaches the open page', async () => {
    const work = mkdtempSync(join(tmpdir(), 'studio-nginx-'));
    const site = join(work, 'public');
    const port = await freePort();
    const base = `http://127.0.0.1:${port}/public/`;
    mkdirSync(join(work, 'logs'));
    mkdirSync(join(site, 'server'), { recursive: true });
    for (const folder of [work, site]) chmodSync(folder, 0o755); // the worker can be another user
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join(' ');
    const types = existsSync('/etc/nginx/mime.types') ? 'include /etc/nginx/mime.types;' : '';
    // The administrator adds the settings once. Each upload has the same file.
    writeFileSync(join(site, 'server/nginx.conf'), HEADER_FILES['server/nginx.conf']!);
    const settings = `server { listen 127.0.0.1:${port}; root ${work}; include ${site}/server/nginx.conf; }`;
    writeFileSync(
      join(work, 'nginx.conf'),
      `daemon off; pid ${work}/pid; error_log stderr warn; worker_processes 1; events {}\nhttp { ${types} access_log off; ${temporary} ${settings} }`,
    );
    const server = spawn(process.env.NGINX_PATH ?? 'nginx', ['-c', join(work, 'nginx.conf'), '-p', work], { stdio: 'inherit' });
    const closed = once(server, 'close');
    await untilAnswered(() => fetch(base), server, 20_000);
    const file = join(work, 'release.docx');
    const [title, ...paragraphs] = RELEASE.slice(RELEASE.indexOf('Exampleland:')).trim().split(/\n\n+/);
    writeFileSync(file, docx([['Title', title!], ...paragraphs.map((text): [string, string] => ['', text])]));
    await using studio = await openStudio();
    await using partner = await servePartner();
    try {
      await studio.open(
        async (page) => {
          await uploadTo(page, '#import-file', file);
          await page.waitForSelector('main[data-view=edit] .found-count');
          await fill(page, '/_placard/publisher/name', 'Example Federation of Reporters'); // this file does not name it
          await leadToUpdate({ studio, partner, page, site, base });
        },
        { hash: '#/import' },
      );
    } finally {
      server.kill('SIGTERM');
      await closed;
      rmSync(work, { recursive: true, force: true });
    }
  });
});
