/** Tests the files of translators: every language leaves and comes back unchanged, and a fault is found before it reaches the source. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { LANGUAGES, ROOT } from '../../../src/bundler/packages.js';
import { withTranslation } from '../../../src/bundler/translate/locale.js';
import { faultsIn, readPo, textsOf, toPo, type Sources } from '../../../src/bundler/translate/po-file.js';

const read = (path: string) => readFileSync(`${ROOT}src/locales/${path}.ts`, 'utf8');
const sourcesOf = (language: string): Sources => ({ main: read(language), details: read(`details/${language}`) });
const english = sourcesOf('en');
const exported = (language: string) => toPo(language, sourcesOf(language), english).toString();

describe('file of a translator', () => {
  for (const language of LANGUAGES.filter((each) => each !== 'en'))
    it(`leads back to the same source in ${language}`, async () => {
      const sources = sourcesOf(language);
      assert.ok(textsOf(sources).length > 300);
      assert.deepEqual(await withTranslation(exported(language), sources), sources);
    });

  it('has the English text beside each text of the same place', () => {
    const entry = /msgctxt "main\/statuses\.pending"\nmsgid "([^"]*)"\nmsgstr "([^"]*)"/.exec(exported('de'));
    const english = textsOf(sourcesOf('en')).find(({ place }) => place === 'main/statuses.pending');
    assert.equal(entry?.[1], english?.text);
    assert.ok(entry?.[2]);
  });

  it('changes a text in the source, and no code', async () => {
    const sources = sourcesOf('de');
    const pending = textsOf(sources).find(({ place }) => place === 'main/statuses.pending')!;
    const hostile = "it's `${process.exit()}` \\ new";
    const po = exported('de').replace(`msgstr "${pending.text}"`, () => `msgstr "${hostile.replaceAll('\\', '\\\\')}"`);
    const changed = await withTranslation(po, sources);
    assert.equal(textsOf(changed).find(({ place }) => place === 'main/statuses.pending')?.text, hostile);
    assert.equal(changed.main.split('\n').length, sources.main.split('\n').length);
  });

  it('moves a placeholder with its expression', async () => {
    const sources = sourcesOf('en');
    const { place, text } = textsOf(sources).find(({ expressions }) => expressions.length === 1)!;
    const moved = `${text.replace('{0}', '')} {0}`;
    const po = toPo('en', sources, english).toString().replace(`msgctxt "${place}"`, 'msgctxt "@"');
    const [before, after] = po.split('msgctxt "@"') as [string, string];
    const changed = await withTranslation(`${before}msgctxt "${place}"${after.replace(/msgstr ".*"/, () => `msgstr "${moved}"`)}`, sources);
    assert.equal(textsOf(changed).find((each) => each.place === place)?.text, moved);
  });

  it('is rejected with an empty text, a missing entry, an unknown one, or other placeholders', () => {
    const sources = sourcesOf('de');
    const { place: first } = textsOf(sources)[0]!;
    const withPlaceholder = textsOf(sources).find(({ expressions }) => expressions.length)!.place;
    const texts = new Map(readPo(exported('de')).texts);
    const faults = (change: (texts: Map<string, string>) => unknown) => {
      const copy = new Map(texts);
      change(copy);
      return faultsIn({ language: 'de', texts: copy }, sources).map((line) => line.split(':')[0]);
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
