/** Tests a web space by FTP, as demo/docs/deploy.md describes it: upload everything, then only what is newer. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { Client } from 'basic-ftp';
import { FtpSrv } from 'ftp-srv';
import { freePort } from '../../support/processes.mjs';
import { bundles, makeFolder, placard, write } from './cli.js';
import { soundFeed, withPart, type Json } from './feeds.js';

const filesIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => statSync(join(folder, name)).isFile()).sort();

/** Uploads the files that are newer than the last upload, the feed last, as an FTP program with "upload if newer" does. */
async function upload(client: Client, folder: string, since: number): Promise<string[]> {
  const newer = filesIn(folder).filter((name) => statSync(join(folder, name)).mtimeMs > since);
  const ordered = newer.sort((a, b) => Number(a === 'feed.json') - Number(b === 'feed.json'));
  for (const name of ordered) {
    await client.ensureDir(`/cases/${name.split('/').slice(0, -1).join('/')}`);
    await client.uploadFrom(join(folder, name), `/cases/${name}`);
  }
  return ordered;
}

describe('a web space by FTP', () => {
  before(() => bundles());

  it('gets every file, also those with a dot, and later only what changed', async () => {
    const work = makeFolder();
    const space = join(work, 'space');
    mkdirSync(space);
    const port = await freePort();
    const server = new FtpSrv({ url: `ftp://127.0.0.1:${port}`, pasv_url: '127.0.0.1', anonymous: true });
    server.on('login', (_login, resolve) => resolve({ root: space }));
    await server.listen();
    const client = new Client();
    try {
      await client.access({ host: '127.0.0.1', port });
      const out = join(work, 'public');
      const build = async (feed: Json) => {
        const { code, err } = await placard([
          'build',
          write(work, 'feed.json', feed),
          '--out',
          out,
          '--base-url',
          'https://cases.example.org/',
        ]);
        assert.equal(code, 0, err);
      };
      await build(soundFeed());
      await upload(client, out, 0);
      const same = () => {
        assert.deepEqual(filesIn(join(space, 'cases')), filesIn(out));
        for (const name of filesIn(out)) assert.ok(readFileSync(join(out, name)).equals(readFileSync(join(space, 'cases', name))), name);
      };
      same();
      assert.ok(filesIn(join(space, 'cases')).includes('.htaccess'));

      const past = new Date('2020-01-01T00:00:00Z');
      for (const name of filesIn(out)) utimesSync(join(out, name), past, past);
      await build(withPart('/_placard/sequence', 4, withPart('/items/0/title', 'Four press cards withdrawn')));
      const sent = await upload(client, out, past.getTime());
      assert.equal(sent.at(-1), 'feed.json');
      assert.ok(sent.every((name) => !name.startsWith('assets/') && !name.startsWith('server/')));
      same();
    } finally {
      client.close();
      await server.close();
    }
  });
});
