/** Dates as people type them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDate, writeDate } from '../../../src/studio/form/read-date.js';

const today = new Date('2025-07-20T12:00:00Z');
const read = (text: string, language = 'en') => readDate(text, { language, today });

describe('the date field', () => {
  for (const [text, date, language] of [
    ['25 July 2025', '2025-07-25'],
    ['July 25, 2025', '2025-07-25'],
    ['Friday, 25 July 2025', '2025-07-25'],
    ['25 jul', '2025-07-25'],
    ['25th of July 2025', '2025-07-25'],
    ['April 2025', '2025-04'],
    ['2025', '2025'],
    ['2025-07-25', '2025-07-25'],
    ['2025/7/5', '2025-07-05'],
    ['5.12.', '2025-12-05'],
    ['25/7/2025', '2025-07-25'],
    ['7/25/2025', '2025-07-25'],
    ['12 January', '2026-01-12'],
    ['today', '2025-07-20'],
    ['25 juillet 2025', '2025-07-25', 'fr'],
    ['1er août 2025', '2025-08-01', 'fr'],
    ['25 de julio de 2025', '2025-07-25', 'es'],
    ['25 июля 2025', '2025-07-25', 'ru'],
    ['٢٥ يوليو ٢٠٢٥', '2025-07-25', 'ar'],
    ['25 July 2025 14:30 UTC', '2025-07-25T14:30:00Z'],
    ['25 July 2025, 14:30 +05:00', '2025-07-25T14:30:00+05:00'],
    ['2025-07-25T09:07:00Z', '2025-07-25T09:07:00Z'],
  ] as const) {
    it(`reads “${text}”`, () => assert.equal(read(text, language), date));
  }

  it('reads the relation of a date', () => {
    assert.deepEqual(read('by 11 July'), { date: '2025-07-11', rel: 'by' });
    assert.deepEqual(read('since April 2025'), { date: '2025-04', rel: 'since' });
    assert.deepEqual(read('about 2019'), { date: '2019', rel: 'about' });
  });

  it('takes a time without a zone as the time of this computer', () => {
    assert.match(String(read('5.12. 14:30')), /^2025-12-05T14:30:00(Z|[+-]\d\d:\d\d)$/);
  });

  for (const text of ['', 'soon', '3/4/2025', '31 February 2025', '99 July', 'July July', '25 July 2025 99:00', '25 26 July']) {
    it(`does not guess the meaning of “${text}”`, () => assert.equal(read(text), undefined));
  }

  it('reads what it writes', () => {
    for (const value of ['2025', '2025-04', '2025-07-25', '2025-07-25T09:07:00Z', { date: '2025-04', rel: 'by' }] as const) {
      for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'de'])
        assert.deepEqual(readDate(writeDate(value, language), { language, today }), value, language);
    }
  });
});
