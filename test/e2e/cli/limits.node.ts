/** Tests that the lint reports the limits of lists and texts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintFeed } from '../../../src/lint/lint-feed.js';
import { changed, wholeFeed } from '../../unit/feed/feed-fixtures.js';

const NOW = Date.parse('2025-07-26');
const errorsAt = (path: string, value: unknown) =>
  lintFeed(JSON.stringify(changed(wholeFeed(), path, value)), { now: NOW }).problems.filter(
    (problem) => problem.level === 'error' && problem.path.startsWith(path),
  );

describe('lintFeed', () => {
  for (const [path, most] of [
    ['/items/0/title', 500],
    ['/items/0/summary', 8_000],
    ['/items/0/_placard/incident/grounds', 2_000],
    ['/_placard/contacts/0/name', 500],
  ] as const)
    it(`reports the maximum length of ${path}`, () => {
      assert.deepEqual(errorsAt(path, 'x'.repeat(most)), []);
      const [error] = errorsAt(path, 'x'.repeat(most + 1));
      assert.equal(error?.code, 'bad-value');
      assert.ok(error?.fix.includes(most.toLocaleString('en')), error?.fix);
    });

  for (const path of ['/items/0/tags', '/_placard/mirrors'])
    it(`reports once the maximum number of entries of ${path}`, () => {
      const entries = Array.from({ length: 150 }, (_, index) => `https://m.example/${index}`);
      const errors = errorsAt(path, entries);
      assert.deepEqual(
        errors.map(({ code, path }) => `${code} ${path}`),
        [`too-many ${path}/100`],
      );
      assert.ok(errors[0]!.fix.includes('100'));
    });

  it('reports the contacts, the numbers and the addresses that a card does not show', () => {
    const reported = (path: string, value: unknown) =>
      lintFeed(JSON.stringify(changed(wholeFeed(), path, value)), { now: NOW })
        .problems.filter(({ code }) => code === 'contact-not-shown')
        .map(({ path }) => path);
    const emails = (count: number) => Array.from({ length: count }, (_, index) => `a${index}@union.example`);
    assert.deepEqual(reported('/_placard/contacts/0/emails', emails(10)), []);
    assert.deepEqual(reported('/_placard/contacts/0/emails', emails(11)), ['/_placard/contacts/0/emails']);
    const letter = (id: number) => ({ id, type: 'write', text: 'x', to: emails(60).map((email) => ({ email })) });
    assert.ok(!reported('/items/0/_placard/actions', [letter(1)]).includes('/items/0/_placard/actions'));
    assert.ok(reported('/items/0/_placard/actions', [letter(1), letter(2)]).includes('/items/0/_placard/actions'));
  });

  it('reports an invalid onion address, and a title without visible text', () => {
    assert.equal(errorsAt('/_placard/contacts/0/onion', 'http://union.onion/')[0]?.code, 'bad-url');
    assert.equal(errorsAt('/items/0/title', '\u3164')[0]?.code, 'bad-value');
  });

  it('reports an e-mail address in a text, and ignores the data of a picture', () => {
    const text = (content_text: string) =>
      lintFeed(JSON.stringify(changed(wholeFeed(), '/items/0/content_text', content_text)), { now: NOW })
        .problems.filter(({ code }) => code === 'email-in-text')
        .map(({ path }) => path);
    assert.deepEqual(text('Write to somebody@private.example, please.'), ['/items/0/content_text']);
    assert.deepEqual(text(`data:image/png;base64,${'QUJD'.repeat(50_000)}`), []);
  });
});
