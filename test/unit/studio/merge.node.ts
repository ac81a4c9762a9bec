/** Two changes of one document become one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { merge } from '../../../src/studio/document/merge.js';

/** Fiction. */
const BASE = {
  title: 'Example Union',
  _placard: { sequence: 4, publisher: { name: 'Example Union' } },
  items: [
    { id: 'a', title: 'First', tags: ['one'], _placard: { revision: 2, timeline: [{ id: 't1', text: 'It begins.' }] } },
    { id: 'b', title: 'Second', _placard: { revision: 1 } },
  ] as Record<string, unknown>[],
};

const change = (edit: (copy: typeof BASE) => void) => {
  const copy = structuredClone(BASE);
  edit(copy);
  return copy;
};
const never = (path: readonly string[]) => assert.fail(`both changed ${path.join('/')}`);

describe('a merge of two changes', () => {
  it('has the changes of both, in different members and in different entries', () => {
    const mine = change(({ items: [a] }) => {
      a!.title = 'First, written here';
      a!.tags = ['one', 'mine', 'same'];
      (a!._placard as { timeline: object[] }).timeline.push({ id: 't2', text: 'From here.' });
    });
    const theirs = change(({ items, _placard }) => {
      _placard.sequence = 5;
      items[0]!.summary = 'Published elsewhere.';
      items[0]!.tags = ['one', 'theirs', 'same'];
      (items[0]!._placard as { timeline: object[] }).timeline.push({ id: 't3', text: 'From there.' });
      items.push({ id: 'c', title: 'Third' });
      items.splice(1, 1);
    });
    assert.deepEqual(merge(BASE, mine, theirs, never), {
      title: 'Example Union',
      _placard: { sequence: 5, publisher: { name: 'Example Union' } },
      items: [
        {
          id: 'a',
          title: 'First, written here',
          summary: 'Published elsewhere.',
          tags: ['one', 'theirs', 'same', 'mine'],
          _placard: {
            revision: 2,
            timeline: [
              { id: 't1', text: 'It begins.' },
              { id: 't2', text: 'From here.' },
              { id: 't3', text: 'From there.' },
            ],
          },
        },
        { id: 'c', title: 'Third' },
      ],
    });
  });

  it('asks about what both changed, and takes the numbers of the later publication', () => {
    const mine = change(({ items: [a], _placard }) => {
      _placard.sequence = 5;
      Object.assign(a!, { title: 'Mine', _placard: { revision: 3 } });
    });
    const theirs = change(({ items: [a], _placard }) => {
      _placard.sequence = 6;
      Object.assign(a!, { title: 'Theirs', _placard: { revision: 4, timeline: [] } });
    });
    const asked: string[] = [];
    const { items, _placard } = merge(BASE, mine, theirs, (path) => {
      asked.push(path.join('/'));
      return 'mine';
    });
    assert.deepEqual(asked, ['items/a/title', 'items/a/_placard/timeline']);
    assert.deepEqual([_placard.sequence, items[0]], [6, { id: 'a', title: 'Mine', tags: ['one'], _placard: { revision: 4 } }]);
  });

  it('asks about an entry that one side removed and the other changed', () => {
    const mine = change(({ items }) => void items.pop());
    const theirs = change(({ items }) => void (items[1]!.title = 'Theirs'));
    const joined = (side: 'mine' | 'theirs') => merge(BASE, mine, theirs, () => side).items.map(({ id }) => id);
    assert.deepEqual([joined('mine'), joined('theirs')], [['a'], ['a', 'b']]);
  });

  it('asks about a list whose entries have no ids of their own', () => {
    const withTargets = (...targets: object[]) => change(({ items: [a] }) => void Object.assign(a!, { targets }));
    const asked: string[] = [];
    merge(withTargets({ id: 'x' }, { id: 'x' }), withTargets({ id: 'x' }), withTargets({ id: 'y' }, { id: 'x' }), (path) => {
      asked.push(path.join('/'));
      return 'theirs';
    });
    assert.deepEqual(asked, ['items/a/targets']);
  });
});
