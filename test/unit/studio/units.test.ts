/** What a translator is asked for: the words of a case, and no reference, code or address. */
import { expect } from '@open-wc/testing';
import type { Json } from '../../../src/lint/json-pointer.js';
import { newTranslation, unitsOf, withTranslation } from '../../../src/studio/languages/units.js';
import { wholeFeed } from '../feed/feed-fixtures.js';

const { content_html: _html, content_text: _text, ...whole } = (wholeFeed().items as Json[])[0]!;

const keysBelow = (place: string): string[] =>
  unitsOf(whole).flatMap(({ key }) => (key.startsWith(`${place}/`) ? key.slice(place.length + 1) : []));

it('asks for the words of actions, proceedings and persons alone', () => {
  expect(keysBelow('/_placard/actions/0')).to.deep.equal([
    'label',
    'subject',
    'text',
    'salutation',
    'points/0',
    'event/place',
    'progress/unit',
  ]);
  const proceeding = ['forum', 'history/0/text', 'kind', 'challenges', 'external/0/tracker', 'next/label', 'next/place'];
  expect(keysBelow('/_placard/cases/0')).to.deep.equal(proceeding);
  expect(keysBelow('/_placard/persons/0')).to.deep.equal([
    'role',
    'affiliation',
    'custody/place',
    'custody/authority',
    'charges/0/text',
    'sentence/text',
  ]);
});

it('asks for no code of a category, and no member for programs', () => {
  expect(keysBelow('/_placard/incident/categories')).to.deep.equal(['0']); // the second one is a code
  for (const place of ['/tags', '/_placard/superseded_by', '/_placard/timeline/0/kind', '/attachments/0/mime_type'])
    expect(
      unitsOf(whole).some(({ key }) => key.startsWith(place)),
      place,
    ).to.equal(false);
});

it('gives a new entry of the translation the members that the format requires, without words', () => {
  const translation = withTranslation(newTranslation(whole, 'fr'), whole, '/_placard/actions/0/label', 'Écrire');
  expect((translation._placard as Json).actions).to.deep.equal([{ id: 'write', type: 'write', label: 'Écrire' }]);
});
