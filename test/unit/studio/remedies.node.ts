/** The buttons that solve a problem of a form without a question. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintFeed } from '../../../src/lint/lint-feed.js';
import { setAt } from '../../../src/studio/document/edit.js';
import { remedyOf } from '../../../src/studio/form/remedies.js';
import type { Form } from '../../../src/studio/form/form.js';
import { loadWords } from '../../../src/studio/words/languages.js';
import { valueAt } from '../../../src/lint/json-pointer.js';
import { feedOf, itemOf } from '../feed/feed-fixtures.js';

const words = await loadWords('en');

/** Returns the contact after the remedy of each problem with that code. */
function solved(contact: object, code: string): unknown {
  let document: unknown = feedOf([itemOf('one')], { contacts: [{ id: 'press', role: 'press', ...contact }] });
  const form = {
    words,
    valueAt: (pointer: string) => valueAt(document, pointer),
    set: (pointer: string, value: unknown) => (document = setAt(document, pointer, value)),
  } as unknown as Form;
  const { problems } = lintFeed(JSON.stringify(document), { now: Date.UTC(2026, 2, 2) });
  for (const problem of problems.filter((one) => one.code === code)) remedyOf(problem, form)?.apply();
  return valueAt(document, '/_placard/contacts/0');
}

describe('the remedy of a contact', () => {
  it('gives each of two numbers its own field, after the numbers that are there', () => {
    assert.deepEqual(solved({ phone: '+44 20 7946 0958 / +44 20 7946 0959', phones: ['+32 2 555 01 00'] }, 'bad-phone'), {
      id: 'press',
      role: 'press',
      phone: '+44 20 7946 0958',
      phones: ['+32 2 555 01 00', '+44 20 7946 0959'],
    });
  });

  it('writes a plus for the digits that dial abroad', () => {
    assert.deepEqual(solved({ phone: '00442079460958' }, 'telephone-not-international'), {
      id: 'press',
      role: 'press',
      phone: '+442079460958',
    });
  });

  it('is missing for a number that only its owner knows', () => {
    assert.deepEqual(solved({ phone: 'call us' }, 'bad-phone'), { id: 'press', role: 'press', phone: 'call us' });
  });
});
