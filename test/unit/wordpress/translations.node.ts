/** Tests that each catalogue of the WordPress plugin has exactly the sentences of its PHP. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { join } from 'node:path';
import { po } from 'gettext-parser';
import { filesBelow } from '../../../src/bundler/files-below.js';
import { ROOT } from '../../../src/bundler/packages.js';

const folder = join(ROOT, 'src/wordpress');
const files = filesBelow(folder);
const read = (path: string) => readFileSync(join(folder, path));
const sentences = files
  .filter((path) => path.endsWith('.php'))
  .flatMap((path) =>
    [
      ...read(path)
        .toString()
        .matchAll(/__\( '((?:[^'\\]|\\.)+)', 'placard' \)/g),
    ].map(([, text]) => text!),
  );

describe('translations of the WordPress plugin', () => {
  for (const path of files.filter((each) => each.endsWith('.po')))
    it(`has every sentence in ${path}`, () => {
      const { '': head, ...own } = po.parse(read(path)).translations['']!;
      assert.ok(head);
      assert.deepEqual(Object.keys(own).sort(), [...new Set(sentences)].sort());
      for (const { msgid, msgstr } of Object.values(own)) assert.ok(msgstr[0], msgid);
    });
});
