/** Tests the files of translators: every language leaves and comes back unchanged, and a fault is found before it reaches the source. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LANGUAGES } from '../../../src/bundler/packages.js';
import { sourcesOf, withTranslation } from '../../../src/bundler/translate/locale.js';
import { faultsIn, readPo, textsOf, toPo, type Sources } from '../../../src/bundler/translate/po-file.js';

const english = await sourcesOf('en');
const german = await sourcesOf('de');
const exported = (language: string, sources: Sources) => toPo(language, sources, english).toString();

describe('file of a translator', () => {
  for (const language of LANGUAGES.filter((each) => each !== 'en'))
    it(`leads back to the same source in ${language}`, async () => {
      const sources = await sourcesOf(language);
      assert.ok(textsOf(sources).length > 300);
      assert.deepEqual(await withTranslation(exported(language, sources), sources), sources);
    });

  it('has the English text beside each text of the same place', () => {
    const entry = /msgctxt "main\/statuses\.pending"\nmsgid "([^"]*)"\nmsgstr "([^"]*)"/.exec(exported('de', german));
    const reference = textsOf(english).find(({ place }) => place === 'main/statuses.pending');
    assert.equal(entry?.[1], reference?.text);
    assert.ok(entry?.[2]);
  });

  it('changes a text in the source, and no code', async () => {
    const pending = textsOf(german).find(({ place }) => place === 'main/statuses.pending')!;
    const hostile = "it's `${process.exit()}` \\ new";
    const po = exported('de', german).replace(`msgstr "${pending.text}"`, () => `msgstr "${hostile.replaceAll('\\', '\\\\')}"`);
    const changed = await withTranslation(po, german);
    assert.equal(textsOf(changed).find(({ place }) => place === 'main/statuses.pending')?.text, hostile);
    assert.equal(changed.main!.split('\n').length, german.main!.split('\n').length);
  });

  it('moves a placeholder with its expression', async () => {
    const { place, text } = textsOf(english).find(({ expressions }) => expressions.length === 1)!;
    const moved = `${text.replace('{0}', '')} {0}`;
    const po = exported('en', english).replace(`msgctxt "${place}"`, 'msgctxt "@"');
    const [before, after] = po.split('msgctxt "@"') as [string, string];
    const changed = await withTranslation(`${before}msgctxt "${place}"${after.replace(/msgstr ".*"/, () => `msgstr "${moved}"`)}`, english);
    assert.equal(textsOf(changed).find((each) => each.place === place)?.text, moved);
  });

  it('is rejected with an empty text, a missing entry, an unknown one, or other placeholders', () => {
    const { place: first } = textsOf(german)[0]!;
    const withPlaceholder = textsOf(german).find(({ expressions }) => expressions.length)!.place;
    const texts = new Map(readPo(exported('de', german)).texts);
    const faults = (change: (texts: Map<string, string>) => unknown) => {
      const copy = new Map(texts);
      change(copy);
      return faultsIn({ language: 'de', texts: copy }, german).map((line) => line.split(':')[0]);
    };
    assert.deepEqual(
      faults(() => {}),
      [],
    );
    assert.deepEqual(
      faults((all) => all.set(first, ' ')),
      [first],
    );
    assert.deepEqual(
      faults((all) => all.delete(first)),
      [first],
    );
    assert.deepEqual(
      faults((all) => all.set('main/new', 'x')),
      ['main/new'],
    );
    assert.deepEqual(
      faults((all) => all.set(withPlaceholder, 'x')),
      [withPlaceholder],
    );
  });
});
