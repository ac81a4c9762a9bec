/** Checks sequences and revisions. Clients keep the highest ones, so a wrong number hides later versions of a feed or an item. */
import { queryObjects } from '../json-pointer.js';
import { idOf, listIn, objectIn, type RuleContext, type Warning } from './rule-context.js';

/** Higher than ms since 1970 for the next centuries; above it, few numbers are left. */
const MAX_SEQUENCE = 9e12;

export function* versionRule(context: RuleContext): Generator<Warning> {
  const [head] = queryObjects(context.document, '/_placard');
  const sequence = head?.value.sequence;
  if (typeof sequence === 'number' && sequence > MAX_SEQUENCE) {
    yield {
      code: 'sequence-huge',
      path: '/_placard/sequence',
      message: 'Clients that saw this sequence will reject any lower one.',
      fix: 'If it is a mistake, set the right sequence and raise "epoch" by one. Clients compare the epoch first.',
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
        message: `Revision ${revision} is higher than sequence ${sequence}: an item cannot change more often than its feed.`,
        fix: 'Run "placard revise", which raises both numbers.',
      };
    }
    if (change === 'new' && revision > 1) {
      yield {
        code: 'change-revision-mismatch',
        path: `${path}/_placard/change`,
        message: `"change" is "new", and the revision is ${revision}.`,
        fix: 'Write "update" or "correction". Only revision 1 is "new".',
      };
    }
    if (change === 'correction' && !corrections.some((correction) => correction.value.revision === revision)) {
      yield {
        code: 'correction-untold',
        path: `${path}/_placard/change`,
        message: 'This revision is a correction, and has no text about the mistake.',
        fix: `Run "placard revise --correction TEXT", or add to "corrections": { "at": …, "revision": ${revision}, "text": … }.`,
      };
    }
    if (revision > 1 && change !== undefined && value.date_modified === undefined) {
      yield {
        code: 'change-undated',
        path,
        message: `The item is at revision ${revision}, and has no date of the last change. Readers see its first date as "As of".`,
        fix: 'Run "placard revise", which sets "date_modified".',
      };
    }
    for (const correction of corrections) {
      if (typeof correction.value.revision === 'number' && correction.value.revision > revision) {
        yield {
          code: 'correction-ahead',
          path: `${correction.path}/revision`,
          message: `The correction names revision ${correction.value.revision}, and the item is at revision ${revision}.`,
          fix: 'Raise the revision of the item, or write the revision that has the correction.',
        };
      }
    }
  }
  if (Object.keys(objectIn(extension, 'retraction')).length && change !== 'retraction') {
    yield {
      code: 'retraction-without-change',
      path: `${path}/_placard/retraction`,
      message: 'The item has a retraction, and "change" is not "retraction". Pages show the statement as valid.',
      fix: 'Set "change" to "retraction", or remove the retraction.',
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
        fix: 'Give each entry its own id. Clients recognize entries of the next publication by it.',
      };
    }
    seen.add(id);
  }
}
