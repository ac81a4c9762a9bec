/** New documents: a feed with one case, and one more case in a feed. */
import { isJsonObject, type Json } from '../../lint/json-pointer.js';
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

/** Returns a new case for the feed, in its language. */
export function newItem({ language }: FeedDocument, now: Date): Json {
  return newFeed(typeof language === 'string' ? language : 'en', now).items[0]!;
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
