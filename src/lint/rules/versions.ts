/** Sequence and revision: a client holds on to the highest it has seen, so that a slip in them silences a feed or an item. */
import { queryObjects } from '../json-pointer.js';
import { idOf, listIn, objectIn, type RuleContext, type Warning } from './rule-context.js';

/** Milliseconds since 1970, in a few centuries: above that there is little room left to grow. */
const MAX_SEQUENCE = 9e12;

export function* versionRule(context: RuleContext): Generator<Warning> {
  const [head] = queryObjects(context.document, '/_placard');
  const sequence = head?.value.sequence;
  if (typeof sequence === 'number' && sequence > MAX_SEQUENCE) {
    yield {
      code: 'sequence-huge',
      path: '/_placard/sequence',
      message: 'No client that has seen this sequence will ever take a lower one.',
      fix: 'If it is a slip, set the right sequence and raise "epoch" by one: it is compared first.',
    };
  }
  for (const item of context.items) {
    yield* checkItem(item, typeof sequence === 'number' && !head?.value.epoch ? sequence : Infinity);
    for (const member of ['cases', 'timeline', 'actions']) yield* checkDuplicateIds(listIn(item, member));
  }
  yield* checkDuplicateIds(queryObjects(context.document, '/_placard/contacts/*'));
}

function* checkItem(item: RuleContext['items'][number], sequence: number): Generator<Warning> {
  const { path, value, extension } = item;
  const { change, revision } = extension;
  const corrections = listIn(item, 'corrections');
  if (typeof revision === 'number') {
    if (revision > sequence && sequence > 0) {
      yield {
        code: 'revision-above-sequence',
        path: `${path}/_placard/revision`,
        message: `Revision ${revision} in publication ${sequence}: an item cannot have changed more often than its feed was published.`,
        fix: 'Raise "sequence" with every publication; "placard revise" raises both.',
      };
    }
    if (change === 'new' && revision > 1) {
      yield {
        code: 'change-revision-mismatch',
        path: `${path}/_placard/change`,
        message: `"new" and revision ${revision} do not go together.`,
        fix: 'Write "update" or "correction"; "new" is for revision 1 alone.',
      };
    }
    if (change === 'correction' && !corrections.some((correction) => correction.value.revision === revision)) {
      yield {
        code: 'correction-untold',
        path: `${path}/_placard/change`,
        message: 'This revision corrects something, and nothing says what was wrong.',
        fix: `Add to "corrections": { "at": …, "revision": ${revision}, "text": … }; "placard revise --correction TEXT" does it.`,
      };
    }
    if (revision > 1 && change !== undefined && value.date_modified === undefined) {
      yield {
        code: 'change-undated',
        path,
        message: `The item is at revision ${revision}, and nothing says when it was last changed; "As of" shows its first date.`,
        fix: 'Add "date_modified"; "placard revise" does it.',
      };
    }
    for (const correction of corrections) {
      if (typeof correction.value.revision === 'number' && correction.value.revision > revision) {
        yield {
          code: 'correction-ahead',
          path: `${correction.path}/revision`,
          message: `It is said to be corrected in revision ${correction.value.revision}, and the item is at ${revision}.`,
          fix: 'Raise the revision of the item, or write the one in which it was corrected.',
        };
      }
    }
  }
  if (Object.keys(objectIn(extension, 'retraction')).length && change !== 'retraction') {
    yield {
      code: 'retraction-without-change',
      path: `${path}/_placard/retraction`,
      message: 'There is a retraction, but "change" does not say so: the statement is shown as if it still held.',
      fix: 'Set "change" to "retraction", or take the retraction out.',
    };
  }
}

function* checkDuplicateIds(list: { path: string; value: Record<string, unknown> }[]): Generator<Warning> {
  const seen = new Set<string>();
  for (const { path, value } of list) {
    const id = idOf(value.id);
    if (id === undefined) continue;
    if (seen.has(id)) {
      yield {
        code: 'id-twice',
        path: `${path}/id`,
        message: `The id ${JSON.stringify(id)} is used twice in one list.`,
        fix: 'Give each its own id; ids tell the entries apart from one publication to the next.',
      };
    }
    seen.add(id);
  }
}
