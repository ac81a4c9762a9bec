import { expect } from '@open-wc/testing';
import { parseFeed, selectItem, type Feed } from '../../../src/feed/index.js';
import { feedOf, type JsonObject } from './feed-fixtures.js';

const caseOf = (revision: unknown, title: string, more: JsonObject = {}): JsonObject => ({
  id: 'one',
  title,
  _placard: { kind: 'case', revision, ...more },
});

/** The feeds of these publications, one after the other; of each, what is asked for was shown before the next came. */
function publish(...publications: unknown[][]): Feed[] {
  const feeds: Feed[] = [];
  for (const items of publications) {
    const feed = parseFeed(feedOf(items), 'https://feeds.example/feed.json');
    if (feeds.length) feed.retainFrom(feeds.at(-1)!);
    feed.item('one');
    feeds.push(feed);
  }
  return feeds;
}

const titles = (feeds: Feed[]) => feeds.map((feed) => feed.item('one')?.title);
const issues = (feeds: Feed[]) => feeds.map((feed) => feed.issues.map(({ code, path }) => `${code} ${path}`).join());
const other = { id: 'other', title: 'Other' };

describe('an item that was shown', () => {
  it('is replaced by a higher revision', () => {
    const feeds = publish([caseOf(1, 'first')], [other, caseOf(2, 'second')], [caseOf(7, 'third')]);
    expect(titles(feeds)).to.deep.equal(['first', 'second', 'third']);
    expect(issues(feeds)).to.deep.equal(['', '', '']);
  });

  it('stays against a lower revision, over many publications', () => {
    const feeds = publish([caseOf(3, 'third')], [other, caseOf(2, 'second')], [caseOf(2, 'second')], [caseOf(4, 'fourth')]);
    expect(titles(feeds)).to.deep.equal(['third', 'third', 'third', 'fourth']);
    expect(issues(feeds)).to.deep.equal(['', 'revision-rollback /items/1', 'revision-rollback /items/0', '']);
  });

  it('stays against other content under the same revision', () => {
    const feeds = publish([caseOf(3, 'third')], [caseOf(3, 'altered')], [caseOf(3, 'third')], [caseOf(3, 'altered')]);
    expect(titles(feeds)).to.deep.equal(['third', 'third', 'third', 'third']);
    expect(issues(feeds)).to.deep.equal(['', 'revision-reused /items/0', '', 'revision-reused /items/0']);
  });

  it('keeps a proceeding that cannot be read later, and nothing else of the earlier publication', () => {
    const suit = { id: 'suit', status: 'pending', as_of: '2025-07-25' };
    const appeal = { id: 'appeal', status: 'appealed', as_of: '2025-08-01' };
    const feeds = publish(
      [caseOf(1, 'first', { cases: [suit] })],
      [caseOf(2, 'second', { cases: [{ ...suit, status: 'wat' }, appeal] })],
      [caseOf(3, 'third', { cases: 'oops' })],
      [caseOf(4, 'fourth', { cases: [{ ...suit, status: 'closed' }] })],
      [caseOf(5, 'fifth')],
    );
    const statuses = feeds.map((feed) =>
      feed
        .item('one')
        ?._placard?.cases?.map(({ id, status }) => `${id} ${status}`)
        .join(),
    );
    expect(titles(feeds)).to.deep.equal(['first', 'second', 'third', 'fourth', 'fifth']);
    expect(statuses).to.deep.equal(['suit pending', ...Array<string>(2).fill('appeal appealed,suit pending'), 'suit closed', undefined]);
    expect(issues(feeds)[1]).to.equal('unknown-value /items/0/_placard/cases/0/status');
    expect(feeds.map((feed) => feed.lacksStatus('one'))).to.deep.equal(feeds.map(() => false));
  });

  it('lacks the status if no publication had a proceeding that can be read', () => {
    const broken = { cases: [{ id: 'suit', status: 'wat', as_of: '2025-07-25' }] };
    const feeds = publish([caseOf(1, 'first')], [caseOf(2, 'second', broken)]);
    expect(feeds.map((feed) => feed.lacksStatus('one'))).to.deep.equal([false, true]);
  });

  it('counts as equal if only the order of its members changed', () => {
    const { id, title, _placard } = caseOf(3, 'third', { incident: { what: 'x', grounds: 'y' } });
    const turned = { _placard: { incident: { grounds: 'y', what: 'x' }, revision: 3.0, kind: 'case' }, title: title!, id: id! };
    const feeds = publish(
      [{ id: id!, title: title!, _placard: _placard! }],
      [turned],
      [caseOf(3, 'third', { incident: { what: 'x', grounds: 'y' } })],
    );
    expect(issues(feeds)).to.deep.equal(['', '', '']);
  });

  it('counts as changed if the order of a list changed', () => {
    const feeds = publish(
      [caseOf(3, 'x', { incident: { categories: ['a', 'b'] } })],
      [caseOf(3, 'x', { incident: { categories: ['b', 'a'] } })],
    );
    expect(issues(feeds)).to.deep.equal(['', 'revision-reused /items/0']);
  });

  it('counts as equal from another address', () => {
    const item = caseOf(3, 'third', { media: [{ url: 'one.jpg', alt: 'A door' }] });
    const [a, b] = ['a', 'b'].map((name) => parseFeed(feedOf([item]), `https://${name}.example/feed.json`));
    a!.item('one');
    b!.retainFrom(a!);
    expect(b!.issues).to.deep.equal([]);
  });

  it('stays when it is missing', () => {
    const feeds = publish([caseOf(3, 'third')], [other], [], [caseOf(3, 'third')], [caseOf(4, 'fourth')]);
    expect(titles(feeds)).to.deep.equal(['third', 'third', 'third', 'third', 'fourth']);
    expect(issues(feeds)).to.deep.equal(['', 'item-missing /items/-', 'item-missing /items/-', '', '']);
    expect(feeds[1]!.has('one')).to.equal(true);
    expect(feeds[1]!.ids).to.deep.equal(['other']);
    expect(selectItem(feeds[2]!, { id: 'one' })!.title).to.equal('third');
  });

  it('cannot return with a lower revision after it was missing', () => {
    const feeds = publish([caseOf(3, 'third')], [], [caseOf(2, 'second')], [], [caseOf(3, 'altered')]);
    expect(titles(feeds)).to.deep.equal(['third', 'third', 'third', 'third', 'third']);
    expect(issues(feeds).slice(2)).to.deep.equal(['revision-rollback /items/0', 'item-missing /items/-', 'revision-reused /items/0']);
  });

  it('stays when its extension becomes invalid', () => {
    const feeds = publish([caseOf(3, 'third')], [caseOf('four', 'broken')], [{ id: 'one', title: 'plain' }]);
    expect(titles(feeds)).to.deep.equal(['third', 'third', 'third']);
    expect(issues(feeds).slice(1)).to.deep.equal([
      'wrong-type /items/0/_placard/revision,revision-rollback /items/0',
      'revision-rollback /items/0',
    ]);
  });

  it('without a revision is replaced by any item, and stays when it is missing', () => {
    const feeds = publish([{ id: 'one', title: 'a' }], [{ id: 'one', title: 'b' }], [], [caseOf(1, 'c')]);
    expect(titles(feeds)).to.deep.equal(['a', 'b', 'b', 'c']);
    expect(issues(feeds)).to.deep.equal(['', '', 'item-missing /items/-', '']);
  });

  it('is retained only if it was read', () => {
    const before = parseFeed(feedOf([caseOf(3, 'third'), { id: 'two', title: 'x', tags: [5] }]));
    before.item('one');
    const now = parseFeed(feedOf([{ id: 'two', title: 'y', tags: [5] }]));
    now.retainFrom(before);
    expect(issues([before, now])).to.deep.equal(['', 'item-missing /items/-']);
    expect(now.item('two')!.title).to.equal('y');
  });

  it('may be nested deeper than the stack', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    const feeds = publish([{ ...caseOf(3, 'third'), deep }], [{ ...caseOf(3, 'third'), deep }], [{ ...caseOf(4, 'fourth'), deep }]);
    expect(titles(feeds)).to.deep.equal(['third', 'third', 'fourth']);
  });
});

describe('a retraction', () => {
  const retraction = { at: '2025-08', reason: 'Not ours.' };
  const withdrawn = { change: 'retraction', retraction };
  const changes = (feeds: Feed[]) => feeds.map((feed) => feed.item('one')?._placard?.change);

  it('replaces an item with a lower revision, and stays', () => {
    const feeds = publish([caseOf(3, 'third')], [caseOf(4, 'gone', withdrawn)], [caseOf(3, 'third')], []);
    expect(changes(feeds)).to.deep.equal([undefined, 'retraction', 'retraction', 'retraction']);
  });

  it('under a lower revision is ignored', () => {
    expect(changes(publish([caseOf(3, 'third')], [caseOf(2, 'gone', withdrawn)]))).to.deep.equal([undefined, undefined]);
    expect(changes(publish([caseOf(3, 'third')], [caseOf(2, 'gone', { ...withdrawn, kind: 'story' })]))).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('with an invalid extension counts by its revision', () => {
    const feeds = publish([caseOf(3, 'third')], [caseOf(4, 'gone', { ...withdrawn, kind: 'story' })], [caseOf(5, 'fifth')]);
    expect(changes(feeds)).to.deep.equal([undefined, 'retraction', undefined]);
  });

  it('with an invalid revision counts, and can be corrected', () => {
    const broken = { id: 'one', title: 'T', _placard: { kind: 'case', ...withdrawn } };
    const feeds = publish([caseOf(3, 'third')], [broken], [broken], [caseOf(4, 'mended', withdrawn)], [caseOf(3, 'third')]);
    expect(changes(feeds)).to.deep.equal([undefined, 'retraction', 'retraction', 'retraction', 'retraction']);
    expect(titles(feeds).slice(-2)).to.deep.equal(['mended', 'mended']);
    expect(changes(publish([broken], [caseOf(1, 'mended', withdrawn)]))).to.deep.equal(['retraction', 'retraction']);
    expect(titles(publish([broken], [caseOf(1, 'mended', withdrawn)]))).to.deep.equal(['T', 'mended']);
  });
});
