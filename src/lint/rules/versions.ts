/** Sequence and revision: a client holds on to the highest it has seen, so that a slip in them silences a feed or an item. */
import { objects } from '../json-pointer.js';
import { idOf, listIn, objectIn, type Subject, type Warning } from './rule-context.js';

/** Milliseconds since 1970, in a few centuries: above that there is little room left to grow. */
const HUGE = 9e12;

export function* numbersInOrder(subject: Subject): Generator<Warning> {
  const [head] = objects(subject.document, '/_placard');
  const sequence = head?.value.sequence;
  if (typeof sequence === 'number' && sequence > HUGE) {
    yield {
      code: 'sequence-huge',
      path: '/_placard/sequence',
      what: 'No client that has seen this sequence will ever take a lower one.',
      instead: 'If it is a slip, set the right sequence and raise "epoch" by one: it is compared first.',
    };
  }
  for (const item of subject.items) {
    yield* ofTheItem(item, typeof sequence === 'number' && !head?.value.epoch ? sequence : Infinity);
    for (const member of ['cases', 'timeline', 'actions']) yield* sameIds(listIn(item, member));
  }
  yield* sameIds(objects(subject.document, '/_placard/contacts/*'));
}

function* ofTheItem(item: Subject['items'][number], sequence: number): Generator<Warning> {
  const { path, value, facts } = item;
  const { change, revision } = facts;
  const corrections = listIn(item, 'corrections');
  if (typeof revision === 'number') {
    if (revision > sequence && sequence > 0) {
      yield {
        code: 'revision-above-sequence',
        path: `${path}/_placard/revision`,
        what: `Revision ${revision} in publication ${sequence}: an item cannot have changed more often than its feed was published.`,
        instead: 'Raise "sequence" with every publication; "placard revise" raises both.',
      };
    }
    if (change === 'new' && revision > 1) {
      yield {
        code: 'change-revision-mismatch',
        path: `${path}/_placard/change`,
        what: `"new" and revision ${revision} do not go together.`,
        instead: 'Write "update" or "correction"; "new" is for revision 1 alone.',
      };
    }
    if (change === 'correction' && !corrections.some((correction) => correction.value.revision === revision)) {
      yield {
        code: 'correction-untold',
        path: `${path}/_placard/change`,
        what: 'This revision corrects something, and nothing says what was wrong.',
        instead: `Add to "corrections": { "at": …, "revision": ${revision}, "text": … }; "placard revise --correction TEXT" does it.`,
      };
    }
    if (revision > 1 && change !== undefined && value.date_modified === undefined) {
      yield {
        code: 'change-undated',
        path,
        what: `The item is at revision ${revision}, and nothing says when it was last changed; "As of" shows its first date.`,
        instead: 'Add "date_modified"; "placard revise" does it.',
      };
    }
    for (const correction of corrections) {
      if (typeof correction.value.revision === 'number' && correction.value.revision > revision) {
        yield {
          code: 'correction-ahead',
          path: `${correction.path}/revision`,
          what: `It is said to be corrected in revision ${correction.value.revision}, and the item is at ${revision}.`,
          instead: 'Raise the revision of the item, or write the one in which it was corrected.',
        };
      }
    }
  }
  if (Object.keys(objectIn(facts, 'retraction')).length && change !== 'retraction') {
    yield {
      code: 'retraction-without-change',
      path: `${path}/_placard/retraction`,
      what: 'There is a retraction, but "change" does not say so: the statement is shown as if it still held.',
      instead: 'Set "change" to "retraction", or take the retraction out.',
    };
  }
}

function* sameIds(list: { path: string; value: Record<string, unknown> }[]): Generator<Warning> {
  const seen = new Set<string>();
  for (const { path, value } of list) {
    const id = idOf(value.id);
    if (id === undefined) continue;
    if (seen.has(id)) {
      yield {
        code: 'id-twice',
        path: `${path}/id`,
        what: `The id ${JSON.stringify(id)} is used twice in one list.`,
        instead: 'Give each its own id; ids tell the entries apart from one publication to the next.',
      };
    }
    seen.add(id);
  }
}
