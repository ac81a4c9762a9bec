/** The days of a custody and of a missing reply, over the ends of months, leap days and time zones. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { numberText, formatWhen } from '../../../src/i18n/format.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { LIVE, linesOf } from './cards.js';

const DAY = 86_400_000;
const home = process.env.TZ;
after(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

const personOf = (custody: object) => ({ persons: [{ id: 'p', named: 'withheld', custody: { state: 'detained', ...custody } }] });

/** Returns the count of days that a card says; undefined if it says none. */
async function daysOf(facts: object, now: string, { zone = 'UTC', copy = false } = {}): Promise<number | undefined> {
  process.env.TZ = zone;
  const lines = await linesOf({ facts: facts as Record<string, unknown>, now, freshness: copy ? undefined : LIVE });
  const [, count] = /\b([\d,]+) days?\b/.exec(lines.join('\n')) ?? [];
  return count === undefined ? undefined : Number(count.replace(',', ''));
}

describe('the days of a custody', () => {
  it('grow by one each day, over every end of a month and over leap days', async () => {
    for (const since of ['2023-12-30', '2024-01-31', '2024-02-28', '2024-02-29', '2025-02-27']) {
      for (let count = 0; count <= 70; count++) {
        const now = new Date(Date.parse(since) + count * DAY + DAY / 2).toISOString();
        assert.equal(await daysOf(personOf({ since }), now), count, `${since}, ${now}`);
      }
    }
    assert.equal(await daysOf(personOf({ since: '2020-02-29' }), '2024-02-29T12:00:00Z'), 1461);
  });

  it('are those of the calendar of the reader, on both edges of the earth', async () => {
    const facts = personOf({ since: '2024-02-28' });
    // The first moments of a day on the islands where it begins, and its last ones where it ends.
    for (const [now, zone, days] of [
      ['2024-02-28T09:59:59Z', 'Pacific/Kiritimati', 0],
      ['2024-02-28T10:00:00Z', 'Pacific/Kiritimati', 1],
      ['2024-03-01T10:59:59Z', 'Pacific/Pago_Pago', 1],
      ['2024-03-01T11:00:00Z', 'Pacific/Pago_Pago', 2],
      ['2024-03-30T23:30:00Z', 'Europe/Paris', 32],
      ['2024-03-31T22:30:00Z', 'Europe/Paris', 33], // the clocks changed, and it is past midnight
    ] as const)
      assert.equal(await daysOf(facts, now, { zone }), days, `${now} ${zone}`);
  });

  it('of a copy are those of UTC, wherever it is made', async () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago'])
      assert.equal(await daysOf(personOf({ since: '2024-02-28' }), '2024-02-29T23:59:59Z', { zone, copy: true }), 1);
  });

  it('are not counted from a month, from a bound, or to a month', async () => {
    for (const since of ['2024-02', '2024', { date: '2024-02-28', rel: 'before' }, { date: '2024-02-28', rel: 'about' }])
      assert.equal(await daysOf(personOf({ since }), '2024-03-05T12:00:00Z'), undefined, JSON.stringify(since));
    assert.equal(await daysOf(personOf({ state: 'released', since: '2024-02-28', until: '2024-03' }), '2024-04-01T12:00:00Z'), undefined);
  });

  it('stop with the custody, and are the same on every later day', async () => {
    const facts = personOf({ state: 'released', since: '2024-02-28', until: '2024-03-01' });
    for (const now of ['2024-03-01T12:00:00Z', '2026-03-01T12:00:00Z']) assert.equal(await daysOf(facts, now), 2);
  });

  it('are not negative for a day that has not come in the zone of the reader', async () => {
    assert.equal(await daysOf(personOf({ since: '2024-03-01' }), '2024-03-01T05:00:00Z', { zone: 'America/Lima' }), 0);
    assert.equal(await daysOf(personOf({ since: '2024-03-01' }), '2024-03-01T03:00:00Z', { zone: 'America/Lima' }), undefined);
  });
});

describe('the days without a reply', () => {
  it('are counted by the same calendar', async () => {
    const facts = { interventions: [{ id: 'i', kind: 'letter', to: 'The ministry', date: '2024-02-28', reply: { state: 'none' } }] };
    assert.equal(await daysOf(facts, '2024-02-29T23:30:00Z', { zone: 'Asia/Almaty' }), 2);
    assert.equal(await daysOf(facts, '2024-02-29T23:30:00Z', { zone: 'America/Lima' }), 1);
  });
});

describe('a count of days', () => {
  it('is a whole sentence in each language, with one, two, five, eleven and 1,461 days', async () => {
    process.env.TZ = 'UTC';
    for (const language of ['ar', 'de', 'en', 'es', 'fa', 'fr', 'kk', 'pt', 'ru', 'tr', 'uk', 'zh']) {
      const locale = await loadLocale(language);
      for (const count of [1, 2, 5, 11, 1461]) {
        const until = new Date(Date.parse('2020-02-29') + count * DAY).toISOString();
        const lines = await linesOf({ facts: personOf({ since: '2020-02-29' }), now: until, language, freshness: LIVE });
        const sentence = locale.days(numberText(count, locale), count, formatWhen(until.slice(0, 10), locale)!);
        assert.ok(lines.includes(sentence.replace(/\s/g, ' ')), `${language}: ${sentence}`);
      }
    }
  });
});
