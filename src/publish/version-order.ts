/**
 * Rejects a feed that clients would ignore. A client keeps the feed with the higher sequence, and does not look for changes under the
 * same number.
 */
import type { Feed } from '../feed/parse-feed.js';
import { problemLines } from '../lint/problem.js';
import { lintRetractions } from '../lint/retractions.js';
import { canonicalize, type FeedDocument } from './feed-document.js';
import { PublishError } from './publish-error.js';
import { feedRecord, type FeedRecord } from './site-record.js';

const FIX = 'Run "placard revise", which raises the sequence.';

/** @throws PublishError for a lower version, and for changes under the published version */
export function assertNewerThanPublished(published: FeedDocument, document: FeedDocument): void {
  const [before, now] = [feedRecord(published, ''), feedRecord(document, '')];
  if (now.epoch < before.epoch || (now.epoch === before.epoch && now.sequence < before.sequence)) {
    const problem = `The feed has sequence ${now.sequence}, and sequence ${before.sequence} is published.`;
    throw new PublishError(`${problem} Readers would keep the published feed. ${FIX}`, [], 'older');
  }
  if (now.epoch === before.epoch && now.sequence === before.sequence && unsigned(published) !== unsigned(document))
    throw new PublishError(
      `The feed changed, and it still has the published sequence, ${now.sequence}. Readers would not see the change. ${FIX}`,
      [],
      'same-number',
    );
}

/**
 * Returns whether the record shows that the feed may replace the published one: it has a higher version, and nothing is retracted in
 * either. In every other case, the two have to be compared.
 */
export const isPlainUpdate = (before: FeedRecord, now: FeedRecord): boolean =>
  (now.epoch > before.epoch || (now.epoch === before.epoch && now.sequence > before.sequence)) &&
  typeof before.signed === 'boolean' &&
  before.retracts === false &&
  !now.retracts;

function unsigned(document: FeedDocument): string {
  const { signatures: _, ...head } = document._placard;
  return canonicalize({ ...document, _placard: head });
}

/** @throws PublishError for a retraction that is published, and that a page would no longer show */
export function assertRetractionsKept(feed: Feed, published: Feed): void {
  const errors = lintRetractions(feed, published).filter(({ level }) => level === 'error');
  if (errors.length) throw new PublishError('The feed drops a retraction that is published.', errors.flatMap(problemLines), 'retraction');
}
