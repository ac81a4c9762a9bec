/** A translation carries words, and takes the facts of its original. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { withSharedFacts } from '../../../src/feed/shared-facts.js';
import { lintFeed } from '../../../src/lint/lint-feed.js';
import { schemasAt } from '../../../src/lint/schema-lookup.js';
import { at, changed, feedOf, FEED_URL, keyOf, pointers, wholeFeed, type JsonObject } from './feed-fixtures.js';

const LINK = { translations: [{ language: 'fr', item_id: 'fr', kind: 'official' }] };
const CASE = { id: 'suit', forum: 'Court', status: 'pending', as_of: '2026-01-01' };

const documentOf = (original: JsonObject, translation: JsonObject) =>
  feedOf([
    { id: 'en', title: 'Title', language: 'en', _placard: { kind: 'case', revision: 2, ...LINK, ...original } },
    { id: 'fr', title: 'Titre', language: 'fr', _placard: { kind: 'case', revision: 1, ...translation } },
  ]);
const translated = (original: JsonObject, translation: JsonObject) => {
  const feed = parseFeed(documentOf(original, translation), FEED_URL);
  return { facts: feed.item('fr')!._placard!, issues: feed.issues };
};

describe('a translation', () => {
  it('has the newest status and hearing of its original, in its own words', () => {
    const next = { type: 'hearing', date: '2026-03-01', date_status: 'scheduled' };
    const { facts, issues } = translated(
      { cases: [{ ...CASE, status: 'decided', outcome: 'granted', as_of: '2026-02-01', next }] },
      { cases: [{ ...CASE, forum: 'Tribunal', next: { type: 'hearing', date_status: 'not-set' } }] },
    );
    assert.deepEqual(JSON.parse(JSON.stringify(facts.cases)), [
      { id: 'suit', forum: 'Tribunal', status: 'decided', outcome: 'granted', as_of: '2026-02-01', next },
    ]);
    assert.deepEqual(issues, []);
  });

  it('may leave out all facts', () => {
    const { facts, issues } = translated({ cases: [CASE] }, { cases: [{ id: 'suit', forum: 'Tribunal' }] });
    assert.deepEqual([facts.cases![0]!.status, facts.cases![0]!.forum, issues], ['pending', 'Tribunal', []]);
    const { problems } = lintFeed(JSON.stringify(documentOf({ cases: [CASE] }, { cases: [{ id: 'suit', forum: 'Tribunal' }] })), {
      now: 0,
    });
    assert.deepEqual(
      problems.filter(({ level }) => level === 'error'),
      [],
    );
  });

  it('loses a fact that the original lost, whatever the order of the edits', () => {
    const { facts } = translated({ cases: [CASE] }, { cases: [{ ...CASE, status: 'decided', outcome: 'denied' }] });
    assert.deepEqual([facts.cases![0]!.status, facts.cases![0]!.outcome], ['pending', undefined]);
  });

  it('does not keep words about a fact that has changed', () => {
    const custody = { state: 'imprisoned', since: '2025-01-01', place: 'Prison B' };
    const { facts } = translated(
      { persons: [{ id: 'p', name: 'N. N.', custody }] },
      { persons: [{ id: 'p', name: 'Н. Н.', custody: { state: 'detained', since: '2024-12-01', place: 'Prison A (traduit)' } }] },
    );
    assert.deepEqual([facts.persons![0]!.name, facts.persons![0]!.custody!.place], ['Н. Н.', 'Prison B']);
  });

  it('has the persons, contacts, actions and signatories that only the original has', () => {
    const { facts } = translated(
      {
        persons: [{ id: 'p', custody: { state: 'detained' } }],
        contacts: [{ id: 'c', role: 'target', email: 'a@b.example' }],
        actions: [{ id: 'a', type: 'write', contact: 'c', ends: '2027' }],
        signatories: [{ name: 'New one' }],
        incident: { state: 'killed', what: 'Words.', affected: { description: 'Words.', killed: 1 } },
      },
      { signatories: [], actions: [{ id: 'a', type: 'write', label: 'Écrire' }] },
    );
    assert.deepEqual(
      [facts.persons!.length, facts.contacts!.length, facts.actions![0]!.label, facts.actions![0]!.ends, facts.signatories!.length],
      [1, 1, 'Écrire', '2027', 1],
    );
    assert.deepEqual(JSON.parse(JSON.stringify(facts.incident)), { state: 'killed', affected: { killed: 1 } });
  });

  it('keeps its own steps, with the dates of the original', () => {
    const step = (date: string, text: string) => ({ id: 't', date, text });
    const { facts } = translated({ timeline: [step('2026-02-02', 'Words.')] }, { timeline: [step('2026-01-01', 'Mots.')] });
    assert.deepEqual(JSON.parse(JSON.stringify(facts.timeline)), [step('2026-02-02', 'Mots.')]);
  });

  it('has no older label of another tracker', () => {
    const labelled = (label: string) => ({
      cases: [{ ...CASE, external: [{ tracker: 'Tracker', label, url: 'https://tracker.example/1' }] }],
    });
    const { facts } = translated(labelled('CLOSED'), labelled('PENDING'));
    assert.equal(facts.cases![0]!.external![0]!.label, 'CLOSED');
  });

  it('has its own words in each place that the schema marks, and no other value of its own', () => {
    const shared =
      /^\/(cases|persons|actions|contacts|interventions|incident|signatories|signatories_count|superseded_by|content_warning)\b/;
    const { _placard: original } = (wholeFeed().items as [{ _placard: JsonObject }])[0];
    const places = pointers(original).filter(
      (place) => shared.test(place) && keyOf(place) !== 'id' && ['string', 'number', 'boolean'].includes(typeof at(original, place)),
    );
    const own = places.filter((place) => at(withSharedFacts(changed(original, place, 'own'), original), place) === 'own');
    const words = places.filter((place) => schemasAt(`/items/0/_placard${place}`).some(({ contentMediaType }) => contentMediaType));
    assert.deepEqual(
      own,
      words.filter((place) => place !== '/cases/0/source'),
    );
    assert.ok(own.length > 20);
  });
});
