/** Changes of a document at a pointer. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { History } from '../../../src/studio/document/history.js';
import { addEntry, moveEntry, removeAt, removeEntry, setAt } from '../../../src/studio/document/edit.js';

describe('an edit of a document', () => {
  const document = { a: { b: [1, 2, 3] }, c: 'x' };

  it('changes one place, and shares the others', () => {
    const changed = setAt(document, '/a/b/1', 9);
    assert.deepEqual(changed, { a: { b: [1, 9, 3] }, c: 'x' });
    assert.deepEqual(document.a.b, [1, 2, 3]);
    assert.equal(setAt(document, '/c', 'x'), document);
  });

  it('creates the objects on the way, and removes those that are empty', () => {
    const added = setAt({}, '/x/y/z', 1);
    assert.deepEqual(added, { x: { y: { z: 1 } } });
    assert.deepEqual(removeAt(added, '/x/y/z'), {});
    assert.deepEqual(removeAt({ list: [{ a: 1 }] }, '/list/0/a'), { list: [{}] });
  });

  it('adds, moves and removes entries', () => {
    assert.deepEqual(addEntry({}, '/list', 'a'), { list: ['a'] });
    assert.deepEqual(moveEntry(document, '/a/b/0', 1).a.b, [2, 1, 3]);
    assert.equal(moveEntry(document, '/a/b/2', 1), document);
    assert.deepEqual(removeEntry(document, '/a/b/1').a.b, [1, 3]);
    assert.deepEqual(removeEntry({ list: ['a'] }, '/list/0'), {});
  });

  it('keeps an amendment in each value to which undo and redo lead', () => {
    const history = new History({ text: 'one', number: 1 });
    history.push({ text: 'two', number: 1 });
    history.amend((value) => ({ ...value, number: value.number + 1 }));
    history.push({ text: 'three', number: 2 });
    history.undo();
    assert.deepEqual(history.current, { text: 'two', number: 2 });
    history.undo();
    assert.deepEqual(history.current, { text: 'one', number: 2 }, 'a value from before the amendment gets it once');
    history.redo();
    history.redo();
    assert.deepEqual(history.current, { text: 'three', number: 2 });
  });

  it('undoes the typing of one field in one step', () => {
    const history = new History('');
    history.push('a', '/title', 0);
    history.push('ab', '/title', 100);
    history.push('ab!', '/other', 200);
    for (const [step, value] of [
      ['undo', 'ab'],
      ['undo', ''],
      ['redo', 'ab'],
    ] as const) {
      history[step]();
      assert.equal(history.current, value);
    }
    history.push('new', '', 300);
    assert.equal(history.canRedo, false);
  });
});
