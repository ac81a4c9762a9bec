import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { toEpochMs } from '../../../src/feed/values/partial-date.js';
import { bestLanguage, parseDate, parseFeed, selectItem, type SelectOptions } from '../../../src/feed/index.js';
import { feedOf, itemOf, type JsonObject } from './feed-fixtures.js';

const chosen = (items: unknown[], choice?: SelectOptions, more?: JsonObject) => selectItem(parseFeed(feedOf(items, {}, more)), choice)?.id;

describe('selecting an item', () => {
  const items = [{ id: 'a', title: 'A' }, { id: 7, title: 'B' }, { id: 'empty' }];

  it('selects an item by its id', () => {
    expect(chosen(items, { id: 'a' })).to.equal('a');
    expect(chosen(items, { id: '7' })).to.equal('7');
    expect(chosen(items, { id: 'empty' })).to.equal('empty');
    for (const id of ['b', '', '__proto__', 'constructor', '0']) expect(chosen(items, { id }), id).to.equal(undefined);
  });
});

describe('the newest item', () => {
  const dated = (...dates: (string | null | undefined)[]) =>
    chosen(dates.map((date_published, index) => ({ id: index, title: 'T', ...(date_published !== undefined && { date_published }) })));

  it('is the item with the latest date, across time zones', () => {
    expect(dated('2025-07-24T23:00:00Z', '2025-07-25T01:00:00+05:00', '2025-07-24T21:00:00-05:00', '2025-07-25T00:00:00Z')).to.equal('2');
    expect(dated('2025-07-25T12:00:00+14:00', '2025-07-24T23:30:00Z', '2025-07-24T12:00:00-11:00')).to.equal('1');
    expect(dated('2025-07-25T09:07:00.25Z', '2025-07-25T09:07:00.5Z', '2025-07-25T09:07:00Z')).to.equal('1');
    expect(dated('2024', '2025', '2024-12-31')).to.equal('1');
  });

  it('is the first of several items with the same date', () => {
    expect(dated('2025-07-25T05:00:00Z', '2025-07-25T10:00:00+05:00', '2025-07-25T00:00:00-05:00')).to.equal('0');
    expect(dated('2024', '2025', '2025-01', '2025-01-01')).to.equal('1');
  });

  it('is an item with a date before one without', () => {
    expect(dated(undefined, '0001', null, 'yesterday', '2025-07-25T09:07:00')).to.equal('1');
    expect(dated(undefined, null, 'yesterday')).to.equal('0');
    expect(dated()).to.equal(undefined);
  });

  it('is the same as with every date parsed', () => {
    const two = (least: number, most: number) => fc.integer({ min: least, max: most }).map((part) => String(part).padStart(2, '0'));
    const day = fc.tuple(fc.constantFrom('2024', '2025'), two(1, 12), two(1, 31)).map((parts) => parts.join('-'));
    const near = fc.tuple(fc.constantFrom('2024-12-30', '2024-12-31', '2025-01-01', '2025-01-02'), two(0, 24), two(0, 59));
    const zone = fc.oneof(
      fc.constantFrom('Z', 'z', ''),
      fc.tuple(fc.constantFrom('+', '-'), two(0, 23), two(0, 59)).map(([sign, ...at]) => sign + at.join(':')),
    );
    const date = fc.oneof(
      fc.tuple(near, zone).map(([[on, hour, minute], where]) => `${on}T${hour}:${minute}:00${where}`),
      day,
      day.map((whole) => whole.slice(0, 7)),
      fc.constantFrom('0000', '2025', '9999-12-31T23:59:59-23:59', '99', 'yesterday', '', null, undefined, 2025 as unknown as string),
    );
    const utc = fc
      .tuple(near, fc.constantFrom('00Z', '00Z', '00Z', '00.5Z', '00z'))
      .map(([[on, hour, minute], end]) => `${on}T${hour}:${minute}:${end}`);
    const alike = near.map(([on, hour, minute]) => `${on}T${hour}:${minute}:00Z`);
    const timeOf = (text: string | null | undefined) => {
      const parts = typeof text === 'string' ? parseDate(text) : undefined;
      return parts ? toEpochMs(parts) : -Infinity;
    };
    fc.assert(
      fc.property(fc.oneof(...[date, utc, alike].map((each) => fc.array(each, { minLength: 1, maxLength: 12 }))), (dates) => {
        const times = dates.map(timeOf);
        expect(dated(...dates)).to.equal(String(times.indexOf(Math.max(...times))));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found despite a second item with its id, and despite an item without an id', () => {
    const of = (id: unknown, date_published: string) => ({ id, title: 'T', date_published });
    expect(chosen([of('a', '2023'), of('b', '2024'), of('a', '2025')])).to.equal('b');
    expect(chosen([of('a', '2023'), of('b', '2024'), of('', '2025'), of(null, '2026')])).to.equal('b');
    const at = (id: unknown, year: number) => of(id, `${year}-01-01T00:00:00Z`);
    expect(chosen([at('a', 2023), at('b', 2024), at('a', 2025)])).to.equal('b');
    expect(chosen([at('a', 2023), at('b', 2024), at('', 2025), at(null, 2026)])).to.equal('b');
  });

  it('has content', () => {
    const newest = (more: JsonObject) =>
      chosen([
        { id: 'old', title: 'T' },
        { id: 'new', date_published: '2025', ...more },
      ]);
    for (const more of [
      { title: 'T' },
      { summary: 'S' },
      { content_text: 'C' },
      { content_html: '<p>C</p>' },
      { image: 'https://union.example/one.jpg' },
      { external_url: 'https://union.example/one' },
      { _placard: { kind: 'case', revision: 1 } },
      { _placard: { change: 'retraction' } },
    ])
      expect(newest(more), JSON.stringify(more)).to.equal('new');
    for (const more of [
      {},
      { title: '' },
      { title: ' \u202e' },
      { title: 5 },
      { summary: ['S'] },
      { content_html: '' },
      { content_text: null },
      { _placard: {} },
      { _placard: { kind: 'story', revision: 1 } },
      { tags: ['x'], url: 'https://union.example/' },
    ])
      expect(newest(more), JSON.stringify(more)).to.equal('old');
    expect(chosen([{ id: 'empty' }, { id: 'void', date_published: '2025', title: 5 }])).to.equal(undefined);
  });

  it('is the only one of 10,000 that is read', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: index,
      title: 'T',
      tags: [5],
      date_published: new Date(Date.UTC(2025, 0, 1) + ((index * 7919) % 10_000) * 60_000).toISOString(),
    }));
    const feed = parseFeed(feedOf(many));
    expect(feed.issues).to.deep.equal([]);
    const newest = many.findIndex((_, index) => (index * 7919) % 10_000 === 9_999);
    expect(selectItem(feed, { language: 'kk' })!.id).to.equal(String(newest));
    expect(feed.issues).to.deep.equal([{ code: 'wrong-type', path: `/items/${newest}/tags/0` }]);
  });
});

describe('the language of an item', () => {
  const translations = (...pairs: [string, unknown][]) => pairs.map(([language, item_id]) => ({ language, item_id, kind: 'official' }));
  const original = {
    ...itemOf('en', { translations: translations(['kk', 'kk'], ['kk-Arab', 'arab'], ['ru', 7], ['fr', 'gone'], ['en', 'en']) }),
    language: 'en',
  };
  const items = [original, { id: 'kk', title: 'Бас тартты' }, { id: 'arab', title: 'قازاقستان' }, { id: 7, title: 'Отказано' }];

  it("is the reader's if a translation has it", () => {
    const read = (language?: string) => chosen(items, { id: 'en', language });
    expect(['kk', 'kk-KZ', 'KK-cyrl'].map(read)).to.deep.equal(['kk', 'kk', 'kk']);
    expect(['kk-Arab-CN', 'kk-Arab', 'kk-CN'].map(read)).to.deep.equal(['arab', 'arab', 'arab']);
    expect(['ru', 'ru-KZ'].map(read)).to.deep.equal(['7', '7']);
    expect(['en', 'en-GB', 'de', '', undefined].map(read)).to.deep.equal(['en', 'en', 'en', 'en', 'en']);
  });

  it("is the item's own if the translation is missing or not requested", () => {
    expect(chosen(items, { id: 'en', language: 'fr' })).to.equal('en');
    expect(chosen(items, { id: 'en', language: 'ru', original: true })).to.equal('en');
    expect(chosen(items, { language: 'ru', original: true })).to.equal('en');
    expect(chosen(items, { language: 'ru' })).to.equal('7');
  });

  it("is the feed's if the item has no language", () => {
    const { language: _, ...unnamed } = original;
    const one = [
      { ...unnamed, _placard: { kind: 'case', revision: 1, translations: translations(['kk-Latn', 'kk']) } },
      { id: 'kk', title: 'T' },
    ];
    expect(chosen(one, { id: 'en', language: 'kk' }, { language: 'kk' })).to.equal('en');
    expect(chosen(one, { id: 'en', language: 'kk' }, { language: 'ru' })).to.equal('kk');
    expect(chosen(one, { id: 'en', language: 'kk' })).to.equal('kk');
  });

  it('is selected without reading the other translations', () => {
    const feed = parseFeed(feedOf([original, { id: 'kk', title: 'K', tags: [5] }, { id: 'arab', tags: [5] }, { id: 7, tags: [5] }]));
    expect(selectItem(feed, { id: 'en', language: 'kk' })!.id).to.equal('kk');
    expect(feed.issues.map(({ path }) => path)).to.deep.equal(['/items/1/tags/0']);
  });
});

describe('the best language', () => {
  const cases: [wanted: string, tags: string[], best: number][] = [
    ['en', ['kk', 'en'], 1],
    ['EN-gb', ['kk', 'En'], 1],
    ['de', ['kk', 'en'], -1],
    ['de', [], -1],
    ['', ['en'], -1],
    ['pt-BR', ['pt-PT', 'pt'], 1],
    ['pt-BR', ['pt', 'pt-BR'], 0], // the same: Portuguese without a region is that of Brazil
    ['pt-PT', ['pt', 'pt-PT'], 1],
    ['pt-PT', ['en', 'pt-BR'], 1],
    ['pt', ['pt-PT', 'pt-BR'], 1],
    ['pt-AO', ['en', 'pt'], 1],
    ['zh-Hant-TW', ['zh-Hans', 'zh-Hant'], 1],
    ['zh-TW', ['zh', 'zh-Hant'], 1],
    ['zh-HK', ['zh-CN', 'zh-TW'], 1],
    ['zh-SG', ['zh-TW', 'zh-CN'], 1],
    ['zh', ['zh-Hant', 'zh-Hans'], 1],
    ['zh-Hant-TW', ['en', 'zh-Hans'], 1],
    ['kk', ['kk-Arab', 'kk-Cyrl'], 1],
    ['kk-Arab-CN', ['kk', 'kk-Arab'], 1],
    ['kk-Arab-CN', ['kk-Arab-IR', 'kk-Arab-CN'], 1],
    ['kk-Arab-CN', ['en', 'kk'], 1],
    ['sr-Latn', ['sr', 'sr-Latn-RS'], 1],
    ['de-CH-1996', ['en', 'de'], 1],
    ['en-u-ca-buddhist', ['fr', 'en'], 1],
    ['he', ['en', 'iw'], 1], // the old tag of the same
    ['e', ['en'], -1],
    ['en_GB', ['en', 'en_GB'], 1], // no tags, but the same
    ['eng', ['english'], -1],
  ];
  for (const [wanted, tags, best] of cases)
    it(`of ${tags.join(', ') || '(empty)'} for ${wanted || '(empty)'} is ${tags[best] ?? '(empty)'}`, () =>
      expect(bestLanguage(tags, wanted)).to.equal(best));
});
