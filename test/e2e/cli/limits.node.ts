/** The limits of lists and texts are said to whoever writes the feed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintFeed } from '../../../src/lint/lint-feed.js';
import { changed, wholeFeed } from '../../unit/feed/feed-fixtures.js';

const NOW = Date.parse('2025-07-26');
const faultsAt = (path: string, value: unknown) =>
  lintFeed(JSON.stringify(changed(wholeFeed(), path, value)), { now: NOW }).problems.filter(
    (problem) => problem.level === 'error' && problem.path.startsWith(path),
  );

describe('inspecting a feed', () => {
  for (const [path, most] of [
    ['/items/0/title', 500],
    ['/items/0/summary', 8_000],
    ['/items/0/_placard/incident/grounds', 2_000],
    ['/_placard/contacts/0/name', 500],
  ] as const)
    it(`says how long ${path} may be`, () => {
      assert.deepEqual(faultsAt(path, 'x'.repeat(most)), []);
      const [fault] = faultsAt(path, 'x'.repeat(most + 1));
      assert.equal(fault?.code, 'bad-value');
      assert.ok(fault?.fix.includes(most.toLocaleString('en')), fault?.fix);
    });

  for (const path of ['/items/0/tags', '/_placard/mirrors'])
    it(`says once how many entries ${path} may have`, () => {
      const entries = Array.from({ length: 150 }, (_, index) => `https://m.example/${index}`);
      const faults = faultsAt(path, entries);
      assert.deepEqual(
        faults.map(({ code, path }) => `${code} ${path}`),
        [`too-many ${path}/100`],
      );
      assert.ok(faults[0]!.fix.includes('100'));
    });

  it('says what an address of an onion service is, and that a name shows nothing', () => {
    assert.equal(faultsAt('/_placard/contacts/0/onion', 'http://union.onion/')[0]?.code, 'bad-url');
    assert.equal(faultsAt('/items/0/title', '\u3164')[0]?.code, 'bad-value');
  });

  it('finds an address in a text, and none in a picture that is written out there', () => {
    const text = (content_text: string) =>
      lintFeed(JSON.stringify(changed(wholeFeed(), '/items/0/content_text', content_text)), { now: NOW })
        .problems.filter(({ code }) => code === 'email-in-text')
        .map(({ path }) => path);
    assert.deepEqual(text('Write to somebody@private.example, please.'), ['/items/0/content_text']);
    assert.deepEqual(text(`data:image/png;base64,${'QUJD'.repeat(50_000)}`), []);
  });
});
