/** Tests that each catalogue of the WordPress plugin has exactly the sentences of its PHP, its script and its block. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { join } from 'node:path';
import { po } from 'gettext-parser';
import { filesBelow } from '../../../src/bundler/files-below.js';
import { ROOT } from '../../../src/bundler/packages.js';
import { createTemplate, readCatalogue, scriptCatalogue, wordsOfPlugin } from '../../../src/bundler/wordpress-words.js';

const folder = join(ROOT, 'src/wordpress/languages');
const sentences = Object.fromEntries([...wordsOfPlugin()].map(([context, words]) => [context, [...words].sort()]));

/** Returns the sentences of a catalogue by context. */
const sentencesOf = ({ translations }: ReturnType<typeof createTemplate>) =>
  Object.fromEntries(
    Object.entries(translations).map(([context, words]) => [
      context,
      Object.keys(words)
        .filter((each) => each !== '')
        .sort(),
    ]),
  );

describe('translations of the WordPress plugin', () => {
  for (const path of filesBelow(folder))
    it(`has every sentence in ${path}`, async () => {
      const catalogue = await readCatalogue(`languages/${path}`);
      assert.deepEqual(sentencesOf(catalogue), sentences);
      for (const words of Object.values(catalogue.translations))
        for (const { msgid, msgstr } of Object.values(words)) assert.ok(msgstr[0], msgid);
      assert.equal(path, `placard-${catalogue.headers.Language}.po`);
      const script = JSON.parse(scriptCatalogue(catalogue)) as { locale_data: { placard: Record<string, string[]> } };
      assert.equal(script.locale_data.placard.Show![0], catalogue.translations['']!.Show!.msgstr[0]);
    });

  it('has an empty template for another language', () => {
    assert.deepEqual(sentencesOf(po.parse(po.compile(createTemplate()))), sentences);
    assert.ok(sentences['']!.length > 40);
  });
});
