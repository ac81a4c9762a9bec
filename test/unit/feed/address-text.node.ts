/** The quick decision about the words of a link agrees with the exact one: it excludes only words that name no address. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { canNameAddress } from '../../../src/feed/values/address-text.js';
import { describeDestination } from '../../../src/feed/values/link-destination.js';

const LINKS = ['https://union.example/one', 'mailto:press@union.example', 'tel:+442079460958'];
const PIECES = [
  ...[
    'bank',
    'dot',
    'DOT',
    'com',
    'example',
    ' ',
    '  ',
    '.',
    '. ',
    ':',
    ': ',
    '/',
    '//',
    '@',
    '(',
    ')',
    '[dot]',
    'at',
    'www',
    'https',
    'hxxp',
  ],
  ...[
    '1',
    '2025',
    '12',
    '-',
    '–',
    ',',
    '"',
    '’',
    'é',
    'ü',
    'я',
    'ß',
    'ﬁ',
    '\u00ad',
    '\u034f',
    '\u200d',
    '·',
    '。',
    '．',
    'ｄｏｔ',
    'ⓓ',
    '١',
    '\n',
  ],
];

describe('the words of a link', () => {
  it('are decided quickly only where the exact decision is no', () => {
    const texts = fc.oneof(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...LINKS), (text, href) => {
        if (!canNameAddress(text, href)) assert.equal(describeDestination(text, href), undefined);
      }),
      { numRuns: 20_000 },
    );
  });

  it('of usual titles need no exact decision', () => {
    for (const title of ['Press card refused.', 'Seven held in 2025: “No answer”', 'Журналист задержан', 'صحفي محتجز'])
      assert.equal(canNameAddress(title, LINKS[0]!), false, title);
  });

  it('have no letter that becomes a sign of an address', () => {
    for (let code = 0; code < 0x30000; code++) {
      const letter = String.fromCodePoint(code);
      if (/^[\p{L}\p{M}]$/u.test(letter) && !canNameAddress(letter, LINKS[0]!)) assert.doesNotMatch(letter.normalize('NFKC'), /[.@:/\d·]/);
    }
  });
});
