/** The changes of a case for what happened. Each result is a valid feed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lintFeed } from '../../../src/lint/lint-feed.js';
import { hasError } from '../../../src/lint/problem.js';
import type { Json } from '../../../src/lint/json-pointer.js';
import type { FeedDocument } from '../../../src/publish/feed-document.js';
import { CaseFile } from '../../../src/studio/document/case-file.js';
import { removeAt } from '../../../src/studio/document/edit.js';
import { HAPPENINGS, type Answers, type HappeningName } from '../../../src/studio/update/happenings.js';
import { propose } from '../../../src/studio/update/proposal.js';

const sample = JSON.parse(readFileSync(new URL('../../../demo/feed.json', import.meta.url), 'utf8')) as FeedDocument;
const now = new Date('2025-09-01T10:00:00Z');

interface Item {
  title: string;
  _placard: Record<string, never> & { cases: Record<string, unknown>[]; timeline: { text: string }[]; revision: number; change: string };
}

function after(name: HappeningName, answers: Answers, document = sample): Item {
  const file = new CaseFile({ id: 'a', name: 'a.json', document, published: document, savedAt: 0, version: 0 });
  const proposal = propose(
    file,
    0,
    HAPPENINGS.find((each) => each.name === name)!,
    answers,
    now,
  );
  assert.ok(proposal, name);
  const { problems } = lintFeed(JSON.stringify(proposal.document), { now: now.getTime(), previous: file.feed });
  assert.deepEqual(
    problems.filter((each) => hasError([each])),
    [],
  );
  return proposal.document.items[0] as unknown as Item;
}

describe('what happened', () => {
  it('sets a hearing, and the numbers and dates of the publication', () => {
    const item = after('hearing', { date: '2025-10-02' });
    const [suit] = item._placard.cases;
    assert.deepEqual(suit!.next, { type: 'hearing', date_status: 'scheduled', date: '2025-10-02' });
    assert.equal(suit!.as_of, '2025-09-01');
    assert.equal(item._placard.revision, 5);
    assert.equal(item._placard.change, 'update');
  });

  it('names the court of the only proceeding, if it had no name', () => {
    const nameless = removeAt(sample, '/items/0/_placard/cases/0/forum');
    const answers = { date: '2025-10-02', proceeding: 'Example Administrative Court' };
    const [suit, ...others] = after('hearing', answers, nameless)._placard.cases;
    assert.deepEqual(others, []);
    assert.equal(suit!.forum, 'Example Administrative Court');
    assert.equal(suit!.status, 'pending');
    assert.deepEqual(suit!.next, { type: 'hearing', date_status: 'scheduled', date: '2025-10-02' });
  });

  it('writes a ruling into the proceeding and the timeline', () => {
    const item = after('ruling', { outcome: 'granted', date: '2025-08-30', sentence: 'The court grants the suit.' });
    const [suit] = item._placard.cases;
    assert.deepEqual([suit!.status, suit!.outcome, suit!.as_of, suit!.next], ['decided', 'granted', '2025-08-30', undefined]);
    assert.equal(item._placard.timeline.at(-1)!.text, 'The court grants the suit.');
  });

  it('postpones a hearing, with or without a new date', () => {
    assert.equal((after('postponed', {})._placard.cases[0]!.next as { date_status: string }).date_status, 'postponed');
    assert.equal((after('postponed', { newDate: '2025-11-01' })._placard.cases[0]!.next as { date: string }).date, '2025-11-01');
  });

  it('corrects words everywhere, and keeps the correction for readers', () => {
    const item = after('correction', { wrong: 'sixteen', right: 'seventeen', sentence: 'Seventeen journalists are affected.' });
    assert.match(item.title, /seventeen/);
    assert.equal(item._placard.change, 'correction');
    assert.ok(!JSON.stringify({ ...item, _placard: { ...item._placard, corrections: [] } }).includes('sixteen'));
  });

  it('corrects texts for readers, and no id, code, date or address', () => {
    const words = 'On 11 July, a contact at the press desk asked for a hearing.';
    const original = sample.items[0]!;
    const extension = original._placard as Json;
    const [suit] = extension.cases as Json[];
    const next = { type: 'hearing', date_status: 'not-set' };
    const actions = [{ id: 'press', type: 'contact', label: words, contact: 'ifj-press' }];
    const item = { ...original, title: words, _placard: { ...extension, cases: [{ ...suit, filed: '2025-07-11', next }], actions } };
    const document = { ...sample, items: [item] };
    for (const [wrong, right] of Object.entries({ press: 'media', hearing: 'trial', contact: 'call', 11: '12', desk: 'room' })) {
      const { title, _placard } = after('correction', { wrong, right, sentence: 'We were wrong.' }, document);
      assert.equal(title, words.replace(wrong, right));
      assert.deepEqual(_placard.actions, [{ ...actions[0], label: title }]);
      assert.deepEqual([_placard.cases[0]!.filed, _placard.cases[0]!.next], ['2025-07-11', next]);
    }
  });

  it('refuses to correct words that no text for readers has', () => {
    const file = new CaseFile({ id: 'a', name: 'a.json', document: sample, savedAt: 0, version: 0 });
    const correction = HAPPENINGS.find(({ name }) => name === 'correction')!;
    for (const wrong of ['nonsense words', 'kz-accreditation', '2025-07-11'])
      assert.equal(propose(file, 0, correction, { wrong, right: 'right', sentence: 'We were wrong.' }, now), undefined, wrong);
  });

  it('takes a statement back', () => {
    const item = after('withdrawal', { reason: 'The source has withdrawn it.' });
    assert.equal(item._placard.change, 'retraction');
  });

  it('proposes nothing while an answer is missing', () => {
    const file = new CaseFile({ id: 'a', name: 'a.json', document: sample, savedAt: 0, version: 0 });
    for (const happening of HAPPENINGS.filter(({ required }) => required.length))
      assert.equal(propose(file, 0, happening, {}, now), undefined);
  });
});
