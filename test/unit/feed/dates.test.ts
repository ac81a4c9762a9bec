import { expect } from '@open-wc/testing';
import {
  compareDates,
  parsePartialDate,
  toDateTimeAttribute,
  earliestMs,
  formatDate,
  cachedFormatter,
  toEpochMs,
  latestMs,
  parseDate,
  precision,
  type PartialDate,
} from '../../../src/feed/values/partial-date.js';

const shown = (date: string, language = 'en-GB', time = false) => formatDate(parseDate(date)!, language, time);
const moment = (date: string) => toEpochMs(parseDate(date)!);

describe('a partial date', () => {
  it('parses the components that the date has', () => {
    expect(parseDate('2025')).to.deep.equal({ year: 2025, month: undefined, day: undefined });
    expect(parseDate('2025-02')).to.deep.equal({ year: 2025, month: 2, day: undefined });
    expect(parseDate('2025-07-15')).to.deep.equal({ year: 2025, month: 7, day: 15 });
    expect(parseDate('2025-07-25T09:07:08+05:30')).to.deep.equal({
      year: 2025,
      month: 7,
      day: 25,
      time: { hour: 9, minute: 7, second: 8, zone: '+05:30' },
    });
    expect(['2025', '2025-02', '2025-07-15', '2025-07-15T00:00:00Z'].map((date) => precision(parseDate(date)!))).to.deep.equal([
      'year',
      'month',
      'day',
      'day',
    ]);
  });

  for (const date of [
    '2024-02-29',
    '2000-02-29',
    '0000-02-29',
    '0000',
    '0001-01-01',
    '9999',
    '9999-12',
    '9999-12-31',
    '2025-01-31',
    '2025-04-30',
  ])
    it(`accepts ${date}`, () => expect(parseDate(date)).to.include({ year: Number(date.slice(0, 4)) }));

  for (const date of [
    '2025-02-29',
    '1900-02-29',
    '2025-13',
    '2025-00',
    '2025-01-00',
    '2025-01-32',
    '2025-04-31',
    '2025-13-01',
    '',
    '25',
    '20250',
    '2025-2',
    '2025-02-7',
    '20250207',
    '2025/02/07',
    '-2025',
    '+2025',
    '2025-',
    ' 2025',
    '2025 ',
    '2025\n',
    '2025?',
    '2025~',
    '202X',
    '2025-21',
    '2025/2026',
    '٢٠٢٥',
    '２０２５',
    'April 2025',
    '07/25/2025',
  ])
    it(`rejects ${JSON.stringify(date)} as a date`, () => expect(parseDate(date)).to.equal(undefined));
});

describe('a timestamp', () => {
  for (const [date, iso] of [
    ['2025-07-25T09:07:00Z', '2025-07-25T09:07:00.000Z'],
    ['2025-07-25t09:07:00z', '2025-07-25T09:07:00.000Z'],
    ['2025-07-25 09:07:00Z', '2025-07-25T09:07:00.000Z'],
    ['2025-07-25T00:30:00+05:00', '2025-07-24T19:30:00.000Z'],
    ['2025-07-25T23:30:00-11:00', '2025-07-26T10:30:00.000Z'],
    ['2025-07-25T00:00:00+14:00', '2025-07-24T10:00:00.000Z'],
    ['2025-07-25T09:07:00-00:00', '2025-07-25T09:07:00.000Z'],
    ['2025-07-25T09:07:00+05:45', '2025-07-25T03:22:00.000Z'],
    ['2025-07-25T09:07:00.25Z', '2025-07-25T09:07:00.250Z'],
    ['2025-07-25T09:07:00.123456789012Z', '2025-07-25T09:07:00.123Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['0099-06-01T00:00:00Z', '0099-06-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ] as const)
    it(`converts ${date} to ${iso}`, () => expect(new Date(moment(date)).toISOString()).to.equal(iso));

  for (const date of [
    '2025-07-25T09:07:00', // ambiguous without a zone
    '2025-07-25T09:07Z',
    '2025-07-25T09Z',
    '2025-07T09:07:00Z',
    '2025-07-25T24:00:00Z',
    '2025-07-25T23:60:00Z',
    '2025-07-25T23:59:61Z',
    '2025-07-25T09:07:00+0530',
    '2025-07-25T09:07:00+05',
    '2025-07-25T09:07:00+24:00',
    '2025-07-25T09:07:00+05:60',
    '2025-07-25T09:07:00.Z',
    '2025-07-25T09:07:00,5Z',
    '2025-02-29T09:07:00Z',
    '2025-07-25T09:07:00Z\n',
    '2025-07-25T09:07:00 Z',
    '2025-07-25T09:07:00[Asia/Almaty]',
  ])
    it(`rejects ${JSON.stringify(date)} as a timestamp`, () => expect(parseDate(date)).to.equal(undefined));

  it('keeps a leap second on its day', () => {
    expect(shown('2016-12-31T23:59:60Z', 'en-GB', true)).to.equal('31 December 2016, 23:59 UTC');
    expect(moment('2016-12-31T23:59:60Z')).to.be.lessThan(moment('2017-01-01T00:00:00Z'));
    expect(moment('2016-12-31T23:59:60Z')).to.be.at.least(moment('2016-12-31T23:59:59Z'));
    expect(moment('2016-12-31T15:59:60.5-08:00')).to.equal(moment('2016-12-31T23:59:59Z'));
  });
});

describe('the order of dates', () => {
  const sorted = (...dates: PartialDate[]) => [...dates].sort(compareDates);

  it('sorts dates by the earliest instant that they can mean', () => {
    expect(sorted('2025-07-15', '2025', '2025-07', '2024-12-31', '2025-07-14T23:59:59Z')).to.deep.equal([
      '2024-12-31',
      '2025',
      '2025-07',
      '2025-07-14T23:59:59Z',
      '2025-07-15',
    ]);
    expect(sorted('2025-07-25T09:07:00Z', '2025-07-25T09:00:00-05:00', '2025-07-25T13:00:00+05:00')).to.deep.equal([
      '2025-07-25T13:00:00+05:00',
      '2025-07-25T09:07:00Z',
      '2025-07-25T09:00:00-05:00',
    ]);
    expect(sorted('2025-07-25T09:07:00.9Z', '2025-07-25T09:07:00.1Z')[0]).to.equal('2025-07-25T09:07:00.1Z');
  });

  it('keeps the order of equal dates', () => {
    const dates: PartialDate[] = [
      '2025',
      '2025-01',
      { date: '2025-01-01', rel: 'since' },
      '2025-01-01T05:00:00+05:00',
      { date: '2025', rel: 'by' },
    ];
    expect(sorted(...dates)).to.deep.equal(dates);
    expect(sorted(...dates.toReversed())).to.deep.equal(dates.toReversed());
    expect(compareDates('2025', '2025-01-01')).to.equal(0);
  });

  it('starts "after" a date at its end', () => {
    const after = (date: string) => new Date(earliestMs({ date, rel: 'after' })).toISOString();
    expect(after('2025')).to.equal('2026-01-01T00:00:00.000Z');
    expect(after('2025-04')).to.equal('2025-05-01T00:00:00.000Z');
    expect(after('2025-12')).to.equal('2026-01-01T00:00:00.000Z');
    expect(after('2024-02')).to.equal('2024-03-01T00:00:00.000Z');
    expect(after('2024-02-28')).to.equal('2024-02-29T00:00:00.000Z');
    expect(after('2025-12-31')).to.equal('2026-01-01T00:00:00.000Z');
    expect(after('2025-07-25T09:07:00Z')).to.equal('2025-07-25T09:07:01.000Z');
    expect(after('0000')).to.equal('0001-01-01T00:00:00.000Z');
    expect(after('9999-12-31')).to.equal('+010000-01-01T00:00:00.000Z');
    expect(sorted({ date: '2025-04', rel: 'after' }, '2025-04-30', '2025-05-02')).to.deep.equal([
      '2025-04-30',
      { date: '2025-04', rel: 'after' },
      '2025-05-02',
    ]);
  });

  for (const rel of ['on', 'by', 'before', 'since', 'about'] as const)
    it(`starts "${rel}" a date at its start`, () => {
      expect(earliestMs({ date: '2025-04', rel })).to.equal(Date.UTC(2025, 3));
      expect(latestMs({ date: '2025-04', rel })).to.equal(Date.UTC(2025, 4));
    });

  it('ends a date after its last instant', () => {
    expect(latestMs('2025')).to.equal(Date.UTC(2026, 0));
    expect(latestMs({ date: '2025-07-15', rel: 'after' })).to.equal(Date.UTC(2025, 6, 16));
  });

  it('sorts an invalid date last', () => {
    expect(sorted('unknown', '9999', '2025')).to.deep.equal(['2025', '9999', 'unknown']);
    expect(compareDates('unknown', 'neither')).to.equal(0);
  });

  it('does not read the years 0–99 as 1900–1999', () => {
    expect(new Date(earliestMs('0025')).toISOString()).to.equal('0025-01-01T00:00:00.000Z');
    expect(sorted('1925', '0025', '0000')).to.deep.equal(['0000', '0025', '1925']);
  });
});

describe('the text of a date', () => {
  it('shows only the components that the date has', () => {
    expect(shown('2025')).to.equal('2025');
    expect(shown('2025-02')).to.equal('February 2025');
    expect(shown('2025-02-07')).to.equal('7 February 2025');
    expect(shown('2025-02-07T23:30:00-11:00')).to.equal('7 February 2025');
    expect(shown('9999-12-31')).to.equal('31 December 9999');
    expect(shown('0000')).to.match(/^1 BC/);
  });

  it('shows a time of day only if the date has one, in the zone of the feed', () => {
    expect(shown('2025-07-25', 'en-GB', true)).to.equal('25 July 2025');
    expect(shown('2025-07-25T09:07:00Z', 'en-GB', true)).to.equal('25 July 2025, 09:07 UTC');
    expect(shown('2025-07-25T00:07:00z', 'en-GB', true)).to.equal('25 July 2025, 00:07 UTC');
    expect(shown('2025-07-25T09:07:00+00:00', 'en-GB', true)).to.equal('25 July 2025, 09:07 UTC');
    expect(shown('2025-07-25T09:07:00+05:30', 'en-GB', true)).to.equal('25 July 2025, 09:07 UTC+05:30');
    expect(shown('2025-07-25T23:07:00-11:00', 'en-GB', true)).to.equal('25 July 2025, 23:07 UTC\u221211:00');
  });

  it('uses the Gregorian calendar in every language', () => {
    for (const language of ['fa', 'ar-SA', 'th', 'ja-JP-u-ca-japanese', 'he-u-ca-hebrew'])
      expect(cachedFormatter(language, { year: 'numeric' }).resolvedOptions().calendar, language).to.equal('gregory');
    expect(shown('2025', 'th-u-nu-latn')).to.contain('2025');
    expect(shown('2025-02', 'de')).to.equal('Februar 2025');
  });

  it('falls back to English for an unknown language, not to the browser’s language', () => {
    for (const language of ['', 'en_US', 'not a tag', 'a', 'en-a', 'toolonglanguage', '1', '\ud800'])
      expect(shown('2025-02-07', language), language).to.equal(shown('2025-02-07', 'en'));
  });

  it('uses one formatter for each language and format', () => {
    expect(cachedFormatter('en', { year: 'numeric' })).to.equal(cachedFormatter('en', { year: 'numeric' }));
    expect(cachedFormatter('en', { year: 'numeric' })).to.not.equal(cachedFormatter('de', { year: 'numeric' }));
  });
});

describe('the relation of a date', () => {
  it('defaults to "on"', () => {
    expect(parsePartialDate('2025-04')).to.deep.include({ rel: 'on', text: undefined });
    expect(parsePartialDate({ date: '2025-04' })).to.deep.include({ rel: 'on' });
    expect(parsePartialDate({ date: '2025-04', rel: 'by', text: 'by April' })).to.deep.include({ rel: 'by', text: 'by April' });
    expect(parsePartialDate({ date: 'April', rel: 'by' })).to.equal(undefined);
  });

  it('does not change the machine-readable form', () => {
    expect(toDateTimeAttribute('2025-04')).to.equal('2025-04');
    expect(toDateTimeAttribute({ date: '2025-04', rel: 'by' })).to.equal('2025-04');
  });
});
