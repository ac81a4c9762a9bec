/** The port of `placard dev` and `placard studio`: a busy one and one that is not a port have a message, and exit code 2. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { makeFolder, placard, write } from './cli.js';
import { soundFeed } from './feeds.js';
import { serve } from './server.js';

describe('--port', () => {
  const folder = makeFolder();
  write(folder, 'feed.json', soundFeed());
  const file = join(folder, 'feed.json');

  for (const args of [['dev', file], ['studio', file], ['studio']]) {
    for (const port of ['abc', '-1', '99999', '1.5', ''])
      it(`of "${args[0]}" is a number of a port, and not "${port}", with ${args.length - 1} files`, async () => {
        const { code, out, err } = await placard([...args, `--port=${port}`]);
        assert.deepEqual([code, out], [2, '']);
        assert.ok(err.includes(`--port ${port}`), err);
        assert.doesNotMatch(err, /Unexpected/);
      });

    it(`of "${args[0]}" is free, with ${args.length - 1} files`, async () => {
      await using other = await serve((_req, res) => void res.end());
      const { port } = new URL(other.url);
      const { code, err } = await placard([...args, '--port', port]);
      assert.equal(code, 2);
      assert.ok(err.includes(port), err);
      assert.doesNotMatch(err, /Unexpected|EADDRINUSE/);
    });
  }
});
