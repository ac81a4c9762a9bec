/** Days and wall clocks in time zones. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayEndMs, endMs, startMs, withOffset, zonedMs } from '../../../src/feed/values/zoned-time.js';

const at = (text: string) => Date.parse(text);

describe('a day', () => {
  it('begins and ends in its zone', () => {
    assert.equal(startMs('2026-05-10', 'Asia/Almaty'), at('2026-05-09T19:00:00Z'));
    assert.equal(endMs('2026-05-10', 'Asia/Almaty'), at('2026-05-10T19:00:00Z'));
    assert.equal(endMs('2026-05', 'Asia/Almaty'), at('2026-05-31T19:00:00Z'));
  });

  it('ends in the last zone on earth without a zone, and with an unknown one', () => {
    for (const zone of [undefined, 'Nowhere/City']) assert.equal(endMs('2026-05-10', zone), at('2026-05-11T12:00:00Z'));
  });

  it('has 23 or 25 hours where the clocks change', () => {
    const hours = (day: string) => (endMs(day, 'Europe/Paris') - startMs(day, 'Europe/Paris')) / 3_600_000;
    assert.deepEqual([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-01')], [23, 25, 24]);
  });

  it('of a timestamp ends in its own offset', () => {
    assert.equal(dayEndMs('2026-12-05T14:30:00+08:00'), at('2026-12-05T16:00:00Z'));
  });
});

describe('a wall clock', () => {
  it('gets the offset of its zone on that day', () => {
    assert.equal(withOffset('2026-07-01T18:00', 'Europe/Paris'), '2026-07-01T18:00:00+02:00');
    assert.equal(withOffset('2026-12-01T18:00:30', 'America/St_Johns'), '2026-12-01T18:00:30-03:30');
    for (const text of ['2026-07-01', '2026-07-01T18:00:00Z']) assert.equal(withOffset(text, 'Europe/Paris'), text);
    assert.equal(withOffset('2026-07-01T18:00', 'Nowhere/City'), '2026-07-01T18:00');
  });

  it('has no moment without a known zone', () => {
    for (const zone of [undefined, '', 'Nowhere/City', '../etc']) assert.equal(zonedMs(0, zone), undefined);
  });
});
