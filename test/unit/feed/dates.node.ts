/** A date is the same one everywhere: shown and sorted by machines whose clocks are a day apart. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ZONES = ['Pacific/Midway', 'UTC', 'Asia/Almaty', 'Pacific/Kiritimati'];
const DATES = [
  '2025',
  '2025-02',
  '2025-02-01',
  '2025-02-28',
  '2024-02-29',
  '2025-12-31',
  '2025-01-01',
  '2025-03-30T02:30:00+01:00',
  '2025-07-25T00:00:00-11:00',
  '2025-07-25T23:59:59+14:00',
  '2025-07-25T09:07:00Z',
  '0000-01-01',
  '9999-12-31',
];

const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
const SCRIPT = `
  const { compareDates, earliestMs, formatDate, latestMs, parseDate } = await import(${module('../../../src/feed/values/partial-date.ts')});
  const { parseFeed } = await import(${module('../../../src/feed/parse-feed.ts')});
  const { selectItem } = await import(${module('../../../src/feed/select-item.ts')});
  const dates = ${JSON.stringify(DATES)};
  const items = dates.map((date) => ({ id: date, title: date, date_published: date }));
  console.log(JSON.stringify({
    offset: new Date(2025, 0, 15).getTimezoneOffset(),
    shown: dates.flatMap((date) => ['en', 'kk', 'ar'].map((language) => formatDate(parseDate(date), language, true))),
    sorted: [...dates].sort(compareDates),
    earliest: dates.map((date) => earliestMs({ date, rel: 'after' })),
    latest: dates.map(latestMs),
    newest: selectItem(parseFeed({ version: 'https://jsonfeed.org/version/1.1', items: items.slice(0, -1) })).id,
  }));`;

interface Answer {
  offset: number;
  shown: string[];
}

function inZone(TZ: string): Answer {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', SCRIPT];
  const cwd = fileURLToPath(new URL('../../..', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, args, { cwd, env: { ...process.env, TZ }, encoding: 'utf8' })) as Answer;
}

const answers = ZONES.map(inZone);

test('the child processes run in the requested zones', () => {
  assert.deepEqual(
    answers.map(({ offset }) => offset),
    [11 * 60, 0, -5 * 60, -14 * 60],
  );
});

for (const [index, zone] of ZONES.entries())
  test(`a date in ${zone} is shown, compared and selected as in UTC`, () => {
    const { offset: _here, ...here } = answers[index]!;
    const { offset: _there, ...there } = answers[1]!;
    assert.deepEqual(here, there);
  });

test('a date is shown as the feed has it', () => {
  const english = (date: string) => answers[0]!.shown[DATES.indexOf(date) * 3];
  assert.equal(english('2025'), '2025');
  assert.equal(english('2025-02'), 'February 2025');
  assert.equal(english('2025-02-01'), 'February 1, 2025');
  assert.equal(english('2025-03-30T02:30:00+01:00'), 'March 30, 2025, 02:30 UTC+01:00');
  assert.equal(english('2025-07-25T00:00:00-11:00'), 'July 25, 2025, 00:00 UTC\u221211:00');
  assert.equal(english('2025-07-25T23:59:59+14:00'), 'July 25, 2025, 23:59 UTC+14:00');
});
