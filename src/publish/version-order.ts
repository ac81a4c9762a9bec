/**
 * Whether readers would heed a feed after the one that is published. A client holds on to the higher sequence, and where the number is the
 * same it takes nothing for news: what was changed would never be seen.
 */
import { canonicalOf, type Document } from '../node/io/feed-file.js';
import type { Feed } from '../feed/parse-feed.js';
import { EXIT, Failure } from '../node/io/cli-error.js';
import { problemLines } from '../lint/problem.js';
import { withdrawalsIn } from '../lint/withdrawals.js';

/** @param published the feed's text as it was published last. @throws Failure (1) */
export function checkOrder(published: string, document: Document): void {
  const before = JSON.parse(published) as Document;
  const [was, is] = [before, document].map(({ _placard: { epoch, sequence } }) => [Number(epoch ?? 0), Number(sequence)] as const);
  const [[epoch, sequence], [epochNow, sequenceNow]] = [was!, is!];
  const advice = '"placard revise" raises it.';
  if (epochNow < epoch || (epochNow === epoch && sequenceNow < sequence)) {
    const what = `The feed has the sequence ${sequenceNow}, and ${sequence} is published: readers would keep that.`;
    throw new Failure(`${what} ${advice}`, EXIT.invalid);
  }
  if (epochNow === epoch && sequenceNow === sequence && unsigned(before) !== unsigned(document)) {
    throw new Failure(
      `The feed was changed, and its sequence is still the published one, ${sequence}: nobody would see it. ${advice}`,
      EXIT.invalid,
    );
  }
}

function unsigned(document: Document): string {
  const { signatures: _, ...head } = document._placard;
  return canonicalOf({ ...document, _placard: head });
}

/** Whether what was withdrawn stays so on every page. @throws Failure (1) */
export function checkWithdrawals(feed: Feed, published: Feed): void {
  const lost = withdrawalsIn(feed, published).filter(({ level }) => level === 'error');
  if (lost.length) throw new Failure('The feed takes back a withdrawal that is published.', EXIT.invalid, lost.flatMap(problemLines));
}
