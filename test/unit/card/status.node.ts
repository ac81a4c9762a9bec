/** The status of persons and proceedings, in the live card and in a copy. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blocksOf, cardOf, linesOf, LIVE, type Situation } from './cards.js';

const held = { state: 'detained', since: '2024-07-24', place: 'Remand prison' };
const one = (custody: object) => ({ persons: [{ id: 'p', name: 'N. N.', custody }] });
const strips = async (situation: Situation) => blocksOf((await cardOf(situation)).blocks, 'group').filter(({ role }) => role === 'status');
const CASE = { id: 'c', forum: 'District court', status: 'pending', as_of: '2026-11-01' };

describe('a person in custody', () => {
  it('is the status, and the live card counts in calendar days', async () => {
    const text = (await linesOf({ facts: one(held), freshness: LIVE, now: '2025-11-27T12:00:00Z' })).join('\n');
    assert.match(text, /In custody held since 24 July 2024\n491 days, counted on 27 November 2025\n/);
  });

  it('has the same count in a copy, which does not count on', async () => {
    const text = (await linesOf({ facts: one(held), now: '2025-11-27T12:00:00Z' })).join('\n');
    assert.match(text, /held since 24 July 2024\n491 days, counted on 27 November 2025/);
  });

  it('has no count of days if only the month is known', async () => {
    const text = (await linesOf({ facts: one({ ...held, since: '2024-07' }), freshness: LIVE })).join('\n');
    assert.match(text, /held since July 2024/);
    assert.doesNotMatch(text, /\d+ days/);
  });

  it('has a clock that stops by itself', async () => {
    const custody = { ...held, state: 'released', until: '2025-11-27' };
    for (const freshness of [LIVE, undefined]) {
      const text = (await linesOf({ facts: one(custody), freshness })).join('\n');
      assert.match(text, /Released on 27 November 2025 after 491 days\./);
      assert.doesNotMatch(text, /counted|held since/);
    }
  });

  it('who is free again has the sentence about it on a line of its own', async () => {
    const lines = await linesOf({ facts: one({ ...held, state: 'released', until: '2025-11-27' }), freshness: LIVE });
    assert.equal(lines.filter((line) => line === 'Released on 27 November 2025 after 491 days.').length, 2); // in the strip and in the facts
  });

  it('comes before the proceedings, so that a release does not read as a conviction', async () => {
    const custody = { ...held, state: 'released', until: '2025-11-27' };
    const facts = { ...one(custody), cases: [{ ...CASE, status: 'closed', outcome: 'convicted' }] };
    const [first] = await strips({ facts });
    assert.deepEqual([first!.code, first!.mark], ['released', 'for']);
  });

  it('is counted with the others, and each one is in the facts', async () => {
    const person = (id: string, state: string) => ({ id, name: `Person ${id}`, custody: { state } });
    const facts = { persons: [person('a', 'detained'), person('b', 'imprisoned'), person('c', 'house-arrest'), person('d', 'released')] };
    const [first] = await strips({ facts });
    assert.deepEqual([first!.code, first!.mark], ['custody', 'against']);
    const lines = await linesOf({ facts });
    assert.ok(lines.includes('3 held, 1 released'));
    for (const id of ['a', 'b', 'c', 'd']) assert.ok(lines.includes(`Person ${id}`), id);
  });

  it('is not named anywhere if the name is withheld, although the feed has it', async () => {
    const person = {
      id: 'p',
      name: 'Jane Example',
      named: 'withheld',
      image: 'https://union.example/jane.jpg',
      custody: { state: 'detained' },
    };
    const facts = { persons: [person], cases: [{ id: 'c', status: 'pending', as_of: '2026-01-01', persons: ['p'] }] };
    const lines = (await linesOf({ facts })).join('\n');
    assert.doesNotMatch(lines, /Jane|jane/);
    assert.match(lines, /name withheld/);
  });

  it('has charges, a sentence, and a note that the name is not real', async () => {
    const facts = {
      persons: [
        {
          id: 'p',
          name: 'N. N.',
          named: 'pseudonym',
          charges: [{ text: 'Spreading lies', law: 'Article 274', status: 'dropped', date: '2026-01-02' }],
          sentence: { text: 'Two years', suspended: true },
        },
        { id: 'q', named: 'withheld' },
      ],
    };
    const text = (await linesOf({ facts })).join('\n');
    assert.match(text, /N\. N\. \(name changed\)/);
    assert.match(text, /Charge: Spreading lies · Article 274 · charge dropped · 2 January 2026/);
    assert.match(text, /Sentence: Two years · suspended/);
    assert.match(text, /name withheld/);
  });
});

describe('a death, impunity and an unknown fate', () => {
  for (const state of ['killed', 'impunity', 'fate-unknown'])
    it(`${state} comes before a court's decision, and is never green`, async () => {
      const facts = { incident: { state }, cases: [{ ...CASE, status: 'decided', outcome: 'granted' }] };
      const [first] = await strips({ facts });
      assert.equal(first!.code, state);
      assert.ok(first!.mark === 'against' || first!.mark === 'unknown');
    });

  it('"resolved" is beside a proceeding too', async () => {
    const codes = (await strips({ facts: { incident: { state: 'resolved' }, cases: [CASE] } })).map(({ code }) => code);
    assert.deepEqual(codes, ['pending', 'resolved']);
  });
});

describe('a proceeding', () => {
  it('may have no court, and has its number and persons', async () => {
    const proceeding = { ...CASE, forum: undefined, number: '7-12/2026', persons: ['p'] };
    const text = (await linesOf({ facts: { cases: [proceeding], persons: [{ id: 'p', name: 'N. N.' }] } })).join('\n');
    assert.match(text, /court not named · no\. 7-12\/2026 · N\. N\./);
  });

  it('has the words of its procedure', async () => {
    const stamp = async (procedure: string, outcome: string) =>
      (await linesOf({ facts: { cases: [{ ...CASE, status: 'decided', procedure, outcome }] } })).join('\n');
    assert.match(await stamp('asylum', 'denied'), /Asylum refused/);
    assert.match(await stamp('un-body', 'granted'), /Complaint upheld/);
    assert.match(await stamp('criminal', 'dismissed'), /Charges dismissed/);
    assert.match(await stamp('criminal', 'pardoned'), /Convicted, then pardoned\./);
  });

  it('has its earlier steps in the timeline', async () => {
    const history = [
      { date: '2025-03-01', outcome: 'convicted' },
      { date: '2025-06-01', status: 'appealed', text: 'The defence appealed.' },
    ];
    const text = (await linesOf({ facts: { cases: [{ ...CASE, history }] } })).join('\n');
    assert.match(text, /1 March: Convicted · District court[^]*1 June: The defence appealed\./);
  });
});

describe('a hearing', () => {
  const hearing = (next: object) => ({ cases: [{ ...CASE, next: { type: 'hearing', date_status: 'scheduled', ...next } }] });

  it('has its time and its zone, from a timestamp or beside the date', async () => {
    for (const next of [{ date: '2026-12-05T14:30:00+08:00' }, { date: '2026-12-05', time: '14:30', time_zone: 'Asia/Shanghai' }])
      assert.match((await linesOf({ facts: hearing(next) })).join('\n'), /is set for 5 December 2026, 14:30 UTC\+08:00\./);
    assert.match((await linesOf({ facts: hearing({ date: '2026-12-05', time: '14:30' }) })).join('\n'), /5 December 2026, 14:30\./);
  });

  it('has its place, its page and its earlier date', async () => {
    const next = { date: '2026-12-05', place: 'Room 4', url: 'https://court.example/4', was: '2026-11-20' };
    const text = (await linesOf({ facts: hearing(next) })).join('\n');
    assert.match(text, /Room 4 · https:\/\/court\.example\/4/);
    assert.match(text, /First set for 20 November 2026\./);
  });

  it('was set for a past day, in every form, and in other languages', async () => {
    const facts = hearing({ date: '2024-08-13' });
    for (const freshness of [LIVE, undefined])
      assert.match((await linesOf({ facts, freshness })).join('\n'), /was set for 13 August 2024; the result is not known yet\./);
    assert.match((await linesOf({ facts, language: 'fr' })).join('\n'), /était prévue le 13 août 2024/);
    const label = { ...facts.cases[0]!.next, label: 'Bail hearing' };
    assert.match((await linesOf({ facts: { cases: [{ ...CASE, next: label }] } })).join('\n'), /Bail hearing: was set for 13 August 2024/);
  });

  it('is not past on its own day, where it takes place', async () => {
    const facts = hearing({ date: '2026-11-27', time_zone: 'Asia/Almaty' });
    assert.match((await linesOf({ facts, now: '2026-11-27T18:59:00Z' })).join('\n'), /is set for/);
    assert.match((await linesOf({ facts, now: '2026-11-27T19:01:00Z' })).join('\n'), /was set for/);
  });
});
