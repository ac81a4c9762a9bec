/** New documents: a feed with one case, and one more case in a feed. */
import { isJsonObject, queryObjects, type Json } from '../../lint/json-pointer.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { createFeedTemplate } from '../../revise/feed-template.js';
import type { EditTime } from '../../revise/edit-time.js';
import { isoDay } from '../form/read-date.js';

export function timeOf(now: Date): EditTime {
  const instant = `${now.toISOString().slice(0, 19)}Z`;
  return { instant, day: isoDay(now), asGiven: instant, ms: now.getTime() };
}

/** Returns a feed as "placard new" makes it, without the comments for people who edit JSON. */
export function newFeed(language: string, now: Date): FeedDocument {
  const feed = withoutComments(createFeedTemplate({ language, kind: 'case', id: caseId(now) }, timeOf(now))) as FeedDocument;
  return { ...feed, items: feed.items.map((item) => withoutDates(item)) };
}

/** Returns a feed without the action that needs a telephone number or an address, because it has neither yet. */
export function emptyFeed(language: string, now: Date): FeedDocument {
  const feed = newFeed(language, now);
  return { ...feed, items: feed.items.map((item) => reachable(item, feed)) };
}

/** Returns a new case for the feed, in its language. */
export function newItem(feed: FeedDocument, now: Date): Json {
  const item = newFeed(typeof feed.language === 'string' ? feed.language : 'en', now).items[0]!;
  return reachable(item, feed);
}

/** Returns the item without actions that lead to no contact of the feed. */
function reachable(item: Json, feed: FeedDocument): Json {
  const ids = queryObjects(feed, '/_placard/contacts/*').flatMap(({ value }) => (value.phone || value.email ? [value.id] : []));
  const extension = isJsonObject(item._placard) ? item._placard : {};
  const actions = queryObjects(item, '/_placard/actions/*').map(({ value }) => value);
  return {
    ...item,
    _placard: { ...extension, actions: actions.filter(({ type, contact }) => type !== 'contact' || ids.includes(contact)) },
  };
}

/** The day of publication is set when the case is published. */
function withoutDates({ date_published: _published, ...item }: Json): Json {
  return item;
}

/** An id never changes, and a headline does. So the id has the day and a random part, and no word of the case. */
const caseId = (now: Date): string => `case-${isoDay(now)}-${crypto.randomUUID().slice(0, 4)}`;

function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutComments);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (name === '_comment' ? [] : [[name, withoutComments(member)]])),
  );
}
