/** The changes of a case that the command line and the studio share. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEvent } from '../../../src/revise/case-events.js';

const TODAY = '2026-03-09';
const first = { id: 'first', status: 'decided', outcome: 'granted', compliance: 'ignored', as_of: '2026-02-01' };
const second = { id: 'second', status: 'pending', as_of: '2026-01-01' };

describe('the event of a case', () => {
  it('changes the proceeding that is named, and otherwise the one with the newest status', () => {
    const appealed = { id: 'first', status: 'appealed', as_of: '2026-03-08' };
    assert.deepEqual(applyEvent({ cases: [second, first] }, 'appeal', { date: '2026-03-08' }, TODAY).cases, [second, appealed]);
    const closed = { id: 'second', status: 'closed', as_of: TODAY };
    assert.deepEqual(applyEvent({ cases: [second, first] }, 'closed', { proceeding: 'second' }, TODAY).cases, [closed, first]);
  });

  it('begins a proceeding at the named court in a case without one', () => {
    const { cases } = applyEvent({}, 'hearing-set', { date: '2026-05-04', proceeding: 'Example Court' }, TODAY);
    const next = { type: 'hearing', date: '2026-05-04', date_status: 'scheduled' };
    assert.deepEqual(cases, [{ id: 'proceeding-1', forum: 'Example Court', status: 'pending', as_of: TODAY, next }]);
  });

  it('leaves custody alone while the person is not clear', () => {
    const persons = [{ id: 'a' }, { id: 'b', custody: { state: 'detained', since: '2026-01-02' } }];
    assert.deepEqual(applyEvent({ persons }, 'released', { date: TODAY }, TODAY).persons, persons);
    const custody = { state: 'released', since: '2026-01-02', until: TODAY, as_of: TODAY };
    assert.deepEqual(applyEvent({ persons }, 'released', { date: TODAY, person: 'b' }, TODAY).persons, [{ id: 'a' }, { id: 'b', custody }]);
  });

  it('gives each step of the timeline an id of its own', () => {
    const once = applyEvent({}, 'other', { date: '2026-03', text: 'One.' }, TODAY);
    const { timeline } = applyEvent(once, 'other', { date: '2026-03', text: 'Two.' }, TODAY);
    assert.deepEqual(timeline, [
      { id: 'event-2026-03', date: '2026-03', text: 'One.' },
      { id: 'event-2026-03-2', date: '2026-03', text: 'Two.' },
    ]);
  });
});
