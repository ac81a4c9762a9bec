/**
 * Whether readers would heed a feed after the one that is published. A client holds on to the higher sequence, and where the number is the
 * same it takes nothing for news: what was changed would never be seen.
 */
import { canonicalize, type FeedDocument } from '../node/io/feed-file.js';
import type { Feed } from '../feed/parse-feed.js';
import { EXIT, CliError } from '../node/io/cli-error.js';
import { problemLines } from '../lint/problem.js';
import { lintRetractions } from '../lint/retractions.js';

/** @param published the feed's text as it was published last. @throws Failure (1) */
export function assertNewerThanPublished(published: string, document: FeedDocument): void {
  const before = JSON.parse(published) as FeedDocument;
  const [was, is] = [before, document].map(({ _placard: { epoch, sequence } }) => [Number(epoch ?? 0), Number(sequence)] as const);
  const [[epoch, sequence], [epochNow, sequenceNow]] = [was!, is!];
  const advice = '"placard revise" raises it.';
  if (epochNow < epoch || (epochNow === epoch && sequenceNow < sequence)) {
    const what = `The feed has the sequence ${sequenceNow}, and ${sequence} is published: readers would keep that.`;
    throw new CliError(`${what} ${advice}`, EXIT.invalid);
  }
  if (epochNow === epoch && sequenceNow === sequence && unsigned(before) !== unsigned(document)) {
    throw new CliError(
      `The feed was changed, and its sequence is still the published one, ${sequence}: nobody would see it. ${advice}`,
      EXIT.invalid,
    );
  }
}

function unsigned(document: FeedDocument): string {
  const { signatures: _, ...head } = document._placard;
  return canonicalize({ ...document, _placard: head });
}

/** Whether what was withdrawn stays so on every page. @throws Failure (1) */
export function assertRetractionsKept(feed: Feed, published: Feed): void {
  const errors = lintRetractions(feed, published).filter(({ level }) => level === 'error');
  if (errors.length) throw new CliError('The feed takes back a withdrawal that is published.', EXIT.invalid, errors.flatMap(problemLines));
}
