/** The note below a copy that never changes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LANGUAGES } from '../../../src/bundler/packages.js';
import { fixedCopyNote, fixedCopyText } from '../../../src/embed/fixed-copy.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';

const URL = 'https://example.org/a?b=1&c={{2}}';

describe('the note below a copy that never changes', () => {
  it('has its own words in each language, and its direction', async () => {
    const tags = (await Promise.all(LANGUAGES.map(loadLocale))).map(({ tag }) => tag);
    const notes = tags.map((language) => fixedCopyNote(language, 'https://example.org/'));
    assert.equal(new Set(notes.map((note) => note.replace(/<[^>]+>/g, ''))).size, tags.length);
    for (const [index, language] of tags.entries())
      assert.ok(notes[index]!.startsWith(`<p lang="${language}" dir="${/^(ar|fa)$/.test(language) ? 'rtl' : 'ltr'}">`), language);
  });

  it('links to the page, and escapes its address', () => {
    assert.match(
      fixedCopyNote('en', URL),
      / <a href="https:\/\/example\.org\/a\?b=1&amp;c=&#123;&#123;2&#125;&#125;" rel="noreferrer">[^<]+<\/a>/,
    );
    assert.match(fixedCopyText('en', URL), /\nhttps:\/\/example\.org\/a\?b=1&c=\{\{2\}\}$/);
  });

  it('has no link without a page', () => assert.doesNotMatch(fixedCopyNote('en', undefined), /<a/));
});
