/** Drafts, and items whose time has not come. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appearsAt, isDraft, nextAppearance, withoutUnpublished } from '../../../src/feed/drafts.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { selectItem } from '../../../src/feed/select-item.js';
import { feedOf } from './feed-fixtures.js';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const HOUR = 3_600_000;
const draft = (mark: unknown) => ({
  id: 'draft',
  title: 'Secret',
  date_published: '2026-11-26',
  _placard: { kind: 'case', revision: 1, draft: mark },
});
const planned = (publish_at: string) => ({ id: 'planned', title: 'Planned', _placard: { kind: 'case', revision: 1, publish_at } });
const old = { id: 'old', title: 'Old', date_published: '2026-01-01' };

describe('a draft', () => {
  it('is not in a parsed feed, and does not move the paths of the others', () => {
    const feed = parseFeed(feedOf([draft(true), { ...old, image: 'javascript:alert(1)' }]));
    assert.deepEqual([feed.ids, feed.has('draft'), feed.item('draft')], [['old'], false, undefined]);
    assert.equal(selectItem(feed)?.id, 'old');
    assert.deepEqual(feed.issues, [{ code: 'bad-url', path: '/items/1/image' }]);
  });

  it('is a draft with any mark but false', () => {
    for (const mark of [true, 1, 'yes', {}]) assert.equal(isDraft(draft(mark)), true);
    for (const mark of [false, null, undefined]) assert.equal(isDraft(draft(mark)), false);
  });
});

describe('an item with a time', () => {
  it('is shown from that moment on, by clocks that differ by minutes', () => {
    const feed = parseFeed(feedOf([planned('2026-11-27T13:00:00Z'), old]));
    assert.equal(selectItem(feed, { now: NOW })?.id, 'old');
    assert.equal(selectItem(feed, { id: 'planned', now: NOW }), undefined);
    assert.equal(selectItem(feed, { id: 'planned', now: NOW + HOUR })?.id, 'planned');
    assert.equal(selectItem(feed, { id: 'planned', now: NOW + HOUR - 240_000 })?.id, 'planned');
    assert.equal(selectItem(feed, { id: 'planned' })?.id, 'planned');
  });

  it('appears with its day in the first zone on earth', () => {
    assert.equal(appearsAt({ date_published: '2026-11-28' }), Date.parse('2026-11-27T10:00:00Z'));
  });

  it('is left out of what is built, and the feed without one stays the same object', () => {
    const document = { items: [draft(true), planned('2027-01-01T00:00:00Z'), { id: 'future', date_published: '2027' }, old] };
    assert.deepEqual(withoutUnpublished(document, NOW).items, [old]);
    const published = { items: [old] };
    assert.equal(withoutUnpublished(published, NOW), published);
  });

  it('is the next change of a page', () => {
    const items = [draft(true), planned('2026-11-28T00:00:00Z'), { id: 'later', date_published: '2026-11-29T00:00:00Z' }, old, null, 5];
    assert.equal(nextAppearance(items, NOW), Date.parse('2026-11-28T00:00:00Z'));
    assert.equal(nextAppearance([old], NOW), Infinity);
  });
});
