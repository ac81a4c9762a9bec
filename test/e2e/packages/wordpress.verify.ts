/** Tests the zip of the WordPress plugin. test/e2e/wordpress runs it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { buildBundles } from '../../../demo/server/bundles.js';
import { buildWordPress } from '../../../src/bundler/build-wordpress.js';
import { version } from '../../../src/bundler/packages.js';
import { makeFolder } from '../cli/cli.js';

describe('the zip of the WordPress plugin', () => {
  let zip: Buffer;
  let files: Record<string, Buffer>;

  before(async () => {
    await buildBundles();
    zip = readFileSync(await buildWordPress(makeFolder()));
    files = Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, Buffer.from(bytes)]));
  });

  it('has the same bytes each time', async () => {
    assert.ok(zip.equals(readFileSync(await buildWordPress(makeFolder()))));
  });

  it('has one folder, with the version of the repository in the header and the readme', () => {
    for (const path of Object.keys(files)) assert.match(path, /^placard\//);
    assert.match(files['placard/placard.php']!.toString(), new RegExp(`^ \\* Version: +${version}$`, 'm'));
    assert.match(files['placard/readme.txt']!.toString(), new RegExp(`^Stable tag: ${version}$`, 'm'));
    for (const path of [
      'LICENSE',
      'languages/placard.pot',
      'languages/placard-de_DE.mo',
      'languages/placard-de_DE-placard-card-editor-script.json',
    ])
      assert.ok(files[`placard/${path}`], path);
  });

  it('pins the style sheet and the loader by their hashes', () => {
    const assets = files['placard/assets.php']!.toString();
    const folder = /'folder' => '(assets\/[^']+)'/.exec(assets)![1]!;
    for (const name of ['placard.css', 'placard-loader.js']) {
      const hash = createHash('sha384').update(files[`placard/${folder}/${name}`]!).digest('base64');
      assert.ok(assets.includes(`'${name}' => 'sha384-${hash}'`), name);
    }
    assert.ok(files[`placard/${folder}/placard.js`]);
  });
});
