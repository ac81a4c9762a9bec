/** The data for search engines: what happened to the case, and what was corrected. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { eventsOf } from '../../../src/publish/calendar.js';
import { jsonLd } from '../../../src/publish/json-ld.js';
import { renderItem } from '../../../src/publish/render.js';
import { FEED_URL, feedOf, itemOf, type JsonObject } from '../feed/feed-fixtures.js';

const PAGE = 'https://cases.example/one/';

interface Data {
  readonly about?: JsonObject[];
  readonly correction?: JsonObject[];
}

async function dataOf(facts: JsonObject): Promise<Data> {
  const feed = parseFeed(feedOf([itemOf('one', facts)]), FEED_URL);
  const item = feed.item('one')!;
  const rendered = await renderItem(feed, 'one', () => undefined);
  const events = eventsOf(feed, item, PAGE, rendered.locale);
  return JSON.parse(jsonLd(PAGE, { feed, item, publisher: 'Press Union', rendered }, events)) as Data;
}

const court = (next: JsonObject) => ({ cases: [{ id: 'suit', forum: 'Court', status: 'pending', as_of: '2025-07-25', next }] });
const statesOf = async (next: JsonObject) =>
  (await dataOf(court({ type: 'hearing', ...next }))).about!.map(({ eventStatus, startDate, previousStartDate }) => [
    eventStatus,
    startDate,
    previousStartDate,
  ]);

describe('the data of a hearing', () => {
  it('has its state, its day, and the day from which it was moved', async () => {
    const [date, was] = ['2025-09-04', '2025-08-01'];
    assert.deepEqual(await statesOf({ date_status: 'scheduled', date }), [['https://schema.org/EventScheduled', date, undefined]]);
    assert.deepEqual(await statesOf({ date_status: 'scheduled', date, was }), [['https://schema.org/EventRescheduled', date, was]]);
    assert.deepEqual(await statesOf({ date_status: 'postponed', was }), [['https://schema.org/EventPostponed', was, undefined]]);
    assert.deepEqual(await statesOf({ date_status: 'cancelled', date }), [['https://schema.org/EventCancelled', date, undefined]]);
    assert.deepEqual(await statesOf({ date_status: 'not-set' }), []);
    assert.deepEqual(await statesOf({ date_status: 'scheduled', date: '2025-09' }), [], 'a month is not the day of an event');
  });

  it('has its moment if its zone is known, and its place', async () => {
    const next = { type: 'hearing', date_status: 'scheduled', date: '2025-09-04', time: '14:30', place: 'Room 4' };
    const [known] = (await dataOf(court({ ...next, time_zone: 'Asia/Almaty' }))).about!;
    assert.deepEqual([known!.startDate, known!.location], ['2025-09-04T09:30:00.000Z', { '@type': 'Place', name: 'Room 4' }]);
    const [unknown] = (await dataOf(court({ ...next, time_zone: 'Nowhere/City' }))).about!;
    assert.equal(unknown!.startDate, '2025-09-04');
  });
});

describe('the data of an event to attend', () => {
  const vigil = (event: JsonObject) => ({ actions: [{ id: 'vigil', type: 'attend', label: 'Vigil', event }] });

  it('has a wall clock in its zone, its end and its organiser', async () => {
    const event = { start: '2025-12-05T18:00', end: '2025-12-05T19:30', time_zone: 'Europe/Brussels', place: 'Main square' };
    const [data] = (await dataOf(vigil(event))).about!;
    assert.deepEqual(
      [data!.name, data!.startDate, data!.endDate, (data!.organizer as JsonObject).name],
      ['Refused: Vigil', '2025-12-05T17:00:00.000Z', '2025-12-05T18:30:00.000Z', 'Press Union'],
    );
  });

  it('is not made of a deadline', async () => {
    assert.deepEqual((await dataOf({ actions: [{ id: 'sign', type: 'sign', url: PAGE, ends: '2025-12-31' }] })).about, []);
  });
});

describe('the data of a statement', () => {
  it('has each correction with its day', async () => {
    const { correction } = await dataOf({ revision: 2, corrections: [{ at: '2025-07-26', revision: 2, text: 'A name was misspelt.' }] });
    assert.deepEqual(correction, [{ '@type': 'CorrectionComment', text: 'A name was misspelt.', datePublished: '2025-07-26' }]);
  });

  it('has no event after a retraction', async () => {
    const hearing = court({ type: 'hearing', date_status: 'scheduled', date: '2025-09-04' });
    assert.equal((await dataOf({ ...hearing, change: 'retraction', retraction: { at: '2025', reason: 'No.' } })).about, undefined);
  });
});
