/** The first look at a text, which spares most texts the exact limits of marks, misses no text that these limits cut. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { cleanFragment } from '../../../src/feed/values/clean-text.js';
import { cutClusters } from '../../../src/feed/values/clusters.js';

/** Letters and marks of several scripts, joiners, invisible characters, skin tones. */
const SIGNS = [
  ...'aكक్ ',
  '\u0301',
  '\u0591',
  '\u064b',
  '\u0651',
  '\u0e33',
  '\u094d',
  '\u17d2',
  '\u200d',
  '\u200c',
  '\u0f71',
  '\u{1f3fb}',
  '\u{1f468}',
];

describe('clusters', () => {
  it('are cut where the exact limits cut them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 40 }), (signs) => {
        const text = signs.join('');
        assert.equal(cleanFragment(text), cutClusters(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('are left whole in the languages that they are made for', () => {
    for (const text of ['صحفيًّا', 'Việt Nam', 'क्ष', '👨‍👩‍👧‍👦']) assert.equal(cleanFragment(text), text);
  });
});
