/** Contacts are where they are used, and no action leads to a recipient that the feed does not name. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCard } from '../../../src/card/build-card.js';
import { renderHtml } from '../../../src/card/html.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { FEED_URL, feedOf, type JsonObject } from '../feed/feed-fixtures.js';
import { blocksOf, cardOf, linesOf } from './cards.js';

const PRESS = { id: 'press', role: 'press', phone: '+44 20 7946 0958' };
const MINISTER = { id: 'minister', role: 'target', name: 'The minister', email: 'minister@ministry.example', fax: '+44 20 7946 0001' };
const head = { contacts: [PRESS, MINISTER, { id: 'general', role: 'general', email: 'all@union.example' }] };

const actionsOf = async (facts: object, more: object = {}) =>
  blocksOf((await cardOf({ facts: { ...facts }, head, ...more })).blocks, 'action');

describe('the contacts of a card', () => {
  it('are those of the publisher, and those that its own actions name', async () => {
    const plain = (await linesOf({ head })).join('\n');
    assert.match(plain, /\+44 20 7946 0958/);
    assert.doesNotMatch(plain, /minister@|all@union/);
    const letter = { actions: [{ id: 'write', type: 'write', contact: 'minister', text: 'Words.' }] };
    assert.match((await linesOf({ facts: letter, head })).join('\n'), /minister@ministry\.example/);
  });

  it('are asked for corrections by name, and not without one', async () => {
    const correctionOf = async (title: string) => {
      const { publisher: _, ...rest } = feedOf([])._placard as JsonObject;
      const feed = parseFeed({ ...feedOf([{ id: 'one', title: 'Title' }]), title, _placard: rest });
      const locale = await loadLocale('en');
      const card = buildCard('campaign', { feed, item: feed.item('one'), locale, language: 'en', level: 2, now: 0 });
      return blocksOf(card.blocks, 'paragraph').filter(({ role }) => role === 'correct').length;
    };
    assert.equal(await correctionOf('Example Union'), 1);
    assert.equal(await correctionOf(''), 0);
  });

  it('may be on the item, and a person may name one', async () => {
    const facts = {
      contacts: [{ id: 'prison', role: 'prison', name: 'Remand prison', postal: ['Remand prison', 'Quay 1'] }],
      persons: [{ id: 'p', name: 'N. N.', contact: 'prison' }],
    };
    const text = (await linesOf({ facts, head })).join('\n');
    assert.match(text, /Quay 1/);
  });

  it('that an action needs are between it and the share button, each name apart from its address', async () => {
    const facts = {
      contacts: [{ id: 'prison', role: 'prison', name: 'Remand prison', postal: ['Remand prison', 'Quay 1'] }],
      actions: [
        { id: 'share', type: 'share' },
        { id: 'write', type: 'write', contact: 'prison', label: 'Write to the editor' },
      ],
    };
    const text = (await linesOf({ facts, head, item: { url: 'https://union.example/one' } })).join('\n');
    assert.match(text, /Write to the editor\nRemand prison:\nQuay 1\nShare/);
  });

  it('keep the main action in a frame that blocks its link', async () => {
    const facts = {
      actions: [
        { id: 'call', type: 'contact', contact: 'press' },
        { id: 'read', type: 'donate', url: 'https://union.example/give' },
      ],
    };
    const [open, framed] = [
      await actionsOf(facts),
      await actionsOf(facts, { sandboxed: true, item: { url: 'https://union.example/one#top' } }),
    ];
    assert.deepEqual(
      [open, framed].map((all) => all.map(({ action, primary, url }) => [action.id, primary, url])),
      [
        [
          ['call', true, 'tel:+442079460958'],
          ['read', false, 'https://union.example/give'],
        ],
        [
          ['call', true, 'https://union.example/one#act'],
          ['read', false, 'https://union.example/give'],
        ],
      ],
    );
    assert.deepEqual(framed[0]!.label, open[0]!.label);
    const links = JSON.stringify(await cardOf({ facts, head, sandboxed: true, item: { url: 'https://union.example/one' } })).match(
      /"url":"(tel|mailto):/g,
    );
    assert.equal(links, null);
  });

  it('have a fax that is never a link, and an extension', async () => {
    const desk = { ...PRESS, extension: '12', fax: '+44 20 7946 0002', whatsapp: '+44 7700 900123', telegram: '@union_press' };
    const card = await cardOf({ head: { contacts: [desk] } });
    const urls = JSON.stringify(card)
      .match(/"url":"[^"]+"/g)!
      .join(' ');
    assert.match(urls, /tel:\+442079460958;ext=12/);
    assert.match(urls, /wa\.me\/447700900123/);
    assert.match(urls, /t\.me\/union_press/);
    assert.doesNotMatch(urls, /79460002/);
  });

  it('look different if they are the target of a letter', async () => {
    const card = await cardOf({ facts: { actions: [{ id: 'a', type: 'write', contact: 'minister' }] }, head });
    const groups = blocksOf(card.blocks, 'group').map(({ role }) => role);
    assert.ok(groups.includes('target') && groups.includes('contact'));
  });
});

describe('the card of an action alone', () => {
  const linesFor = (contact: JsonObject) => linesOf({ kind: 'action', head: { contacts: [contact] } });

  it('says who asks, and in which case', async () => {
    const { blocks } = await cardOf({ kind: 'action', head });
    assert.deepEqual(blocks.map((block) => ('role' in block ? block.role : block.kind)).slice(0, 2), ['masthead', 'act']);
    assert.match((await linesFor(PRESS)).join('\n'), /^Press Union\nTitle\n/);
  });

  it('has the extension of the number of its button, and calls it', async () => {
    for (const kind of ['action', 'campaign'] as const) {
      const lines = (await linesOf({ kind, head: { contacts: [{ ...PRESS, extension: '12' }] } })).join('\n');
      assert.match(lines, /Press contact · \+44 20 7946 0958 ext\. 12 · tel:\+442079460958;ext=12/);
    }
  });

  it('shows a contact once, and again if it has more to show', async () => {
    const count = (lines: string[]) => lines.join('\n').match(/7946 0958/g)!.length;
    assert.equal(count(await linesFor(PRESS)), 1);
    assert.equal(count(await linesFor({ ...PRESS, email: 'press@union.example' })), 1);
    assert.equal(count(await linesFor({ ...PRESS, name: 'Press desk' })), 2);
    assert.equal(count(await linesFor({ ...PRESS, signal: 'union.01' })), 2);
  });
});

describe('thousands of recipients', () => {
  const many = <T>(count: number, one: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => one(index));
  const text = 'Длинное письмо. '.repeat(100);
  const emails = many(100, (index) => `a${index}@ministry.example`);
  const phones = many(100, (index) => `+44 20 7946 0${100 + index}`);
  const inPlace = (action: number) => many(95, (index) => ({ name: 'Minister', email: `a${action}x${index}@ministry.example` }));
  const contacts = many(100, (index) => ({ id: `c${index}`, role: 'press', emails }));
  const SHAPES: Record<string, JsonObject> = {
    'in place': { actions: many(70, (id) => ({ id, type: 'write', text: 'x', to: inPlace(id) })) },
    'by id': { actions: many(100, (id) => ({ id, type: 'write', text: 'x', to: many(100, (index) => `c${99 - index}`) })) },
    'with a hundred ways each': { actions: [{ id: 1, type: 'write', text, to: many(60, () => ({ emails, phones })) }] },
  };

  for (const [what, facts] of Object.entries(SHAPES))
    it(`cost a card no more than a hundred of them: ${what}`, async () => {
      const card = await cardOf({ facts, head: { contacts } });
      const html = renderHtml(card);
      const mails = html.match(/mailto:[^"]*/g)!;
      assert.ok(mails.length <= 2 * 1_000 + 100, `${mails.length} mails`);
      assert.ok(mails.filter((mail) => mail.includes('body=')).length <= 20 + 100, 'each action has a link, and 20 other mails have words');
      assert.ok(html.length < 1_500_000, `${html.length} characters`);
    });

  it('are looked up by their id once', async () => {
    let read = 0;
    const counting = (id: string) => ({
      role: 'press',
      email: 'a@b.example',
      get id() {
        read++;
        return id;
      },
    });
    const feed = parseFeed(feedOf([{ id: 'one', title: 'T', _placard: { kind: 'case', revision: 1, ...SHAPES['by id'] } }]), FEED_URL);
    Object.assign(feed.head._placard!, { contacts: many(100, (index) => counting(`c${index}`)) });
    const input = { feed, item: feed.item('one'), locale: await loadLocale('en'), language: 'en', level: 2, now: 0 };
    buildCard('campaign', input);
    assert.ok(read < 20_000, `${read} reads of an id`);
  });
});

describe('an action', () => {
  it('leads nowhere without a recipient, and with an unknown one', async () => {
    for (const action of [
      { type: 'write', text: 'Words.' },
      { type: 'write', contact: 'nobody', text: 'Words.' },
      { type: 'contact' },
      { type: 'contact', contact: 'nobody' },
      { type: 'follow', contact: 'nobody' },
    ]) {
      const [own] = (await actionsOf({ actions: [{ id: 'a', ...action }] })).filter((block) => block.action.id === 'a');
      assert.equal(own!.url, undefined, JSON.stringify(action));
    }
  });

  it('leads nowhere if its address is refused, whatever else it names', async () => {
    for (const url of ['javascript:alert(1)', 'tel:CALL', 'https://user@evil.example/']) {
      const [own] = (await actionsOf({ actions: [{ id: 'a', type: 'donate', url, contact: 'press' }] })).filter(
        (block) => block.action.id === 'a',
      );
      assert.equal(own!.url, undefined, url);
    }
  });

  it('leads nowhere in a translation either, if its address in the original is refused', async () => {
    const translations = [{ language: 'fr', item_id: 'fr', kind: 'official' }];
    const actions = [{ id: 'a', type: 'follow', url: 'javascript:alert(1)' }];
    const feed = parseFeed(
      feedOf(
        [
          { id: 'one', title: 'Title', language: 'en', _placard: { kind: 'case', revision: 1, translations, actions } },
          { id: 'fr', title: 'Titre', language: 'fr', _placard: { kind: 'case', revision: 1 } },
        ],
        { publisher: { name: 'Union', url: 'https://union.example/' } },
      ),
      FEED_URL,
    );
    const locale = await loadLocale('en');
    const card = buildCard('campaign', { feed, item: feed.item('fr'), locale, language: 'fr', level: 2, now: 0 });
    const own = blocksOf(card.blocks, 'action').find(({ action }) => action.id === 'a')!;
    assert.equal(own.url, undefined);
  });

  it('reaches each of several recipients, named or in place, with the words of the letter', async () => {
    const action = {
      id: 'a',
      type: 'write',
      to: ['minister', { name: 'The court', email: 'court@court.example' }],
      subject: 'Release',
      salutation: 'Dear Minister,',
      text: 'Please act.',
      points: ['One reason.'],
    };
    const text = decodeURIComponent((await linesOf({ facts: { actions: [action] }, head })).join('\n'));
    for (const address of ['minister@ministry.example', 'court@court.example'])
      assert.match(text, new RegExp(`mailto:${address}\\?subject=Release&body=Dear Minister,[^]*Please act\\.[^]*One reason\\.`));
    for (const words of ['Dear Minister,', 'Please act.', '– One reason.']) assert.ok(text.split('\n').includes(words), words);
  });

  it('shows the words of a petition, its progress and its end', async () => {
    const action = {
      id: 'a',
      type: 'sign',
      url: 'https://union.example/sign',
      text: 'Sign for them.',
      ends: '2027-05-10',
      progress: { count: 1200, goal: 2000, unit: 'signatures', as_of: '2026-11-01' },
    };
    const text = (await linesOf({ facts: { actions: [action] }, head })).join('\n');
    assert.match(text, /Sign for them\./);
    assert.match(text, /1,200 of 2,000 signatures · as of 1 November 2026/);
    assert.match(text, /until 10 May 2027/);
  });

  it('ends with its day in its zone, else in the last zone on earth', async () => {
    const isOpen = async (now: string, time_zone?: string) => {
      const facts = { actions: [{ id: 'a', type: 'sign', url: 'https://union.example/sign', ends: '2026-05-10', time_zone }] };
      return !!(await actionsOf(facts, { now })).find(({ action }) => action.id === 'a')!.url;
    };
    assert.equal(await isOpen('2026-05-11T11:59:00Z'), true);
    assert.equal(await isOpen('2026-05-11T12:00:01Z'), false);
    assert.equal(await isOpen('2026-05-10T18:59:00Z', 'Asia/Almaty'), true);
    assert.equal(await isOpen('2026-05-10T19:00:01Z', 'Asia/Almaty'), false);
    assert.equal(await isOpen('2026-05-11T11:59:00Z', 'Nowhere/City'), true);
  });

  it('to attend has its time with its zone, its place and a calendar file', async () => {
    const event = { start: '2026-12-05T18:00', time_zone: 'Asia/Almaty', place: 'Main square', url: 'https://union.example/vigil' };
    const card = await cardOf({ facts: { actions: [{ id: 'a', type: 'attend', label: 'Vigil', event }] }, head });
    const text = JSON.stringify(card);
    assert.match(text, /5 December 2026, 18:00 UTC\+05:00/);
    assert.match(text, /Main square/);
    const [, file] = /data:text\/calendar;charset=utf-8,([^"]+)/.exec(text)!;
    assert.match(decodeURIComponent(file!), /DTSTART:20261205T130000Z\r\n[^]*SUMMARY:Vigil\r\n[^]*LOCATION:Main square/);
  });

  it('to attend says the day once if it begins and ends on one day', async () => {
    const occasion = async (start: string, end: string, time_zone?: string) => {
      const event = { start, end, time_zone };
      const lines = await linesOf({ facts: { actions: [{ id: 'a', type: 'attend', label: 'Vigil', event }] }, head });
      return lines.find((line) => line.includes('December 2026'));
    };
    const [from, to] = ['2026-12-05T18:00', '2026-12-05T20:30'];
    assert.equal(await occasion(from, to), '5 December 2026, 18:00 – 20:30');
    assert.equal(await occasion(from, to, 'Asia/Almaty'), '5 December 2026, 18:00 UTC+05:00 – 20:30 UTC+05:00');
    assert.equal(await occasion(from, '2026-12-06T01:00'), '5 December 2026, 18:00 – 6 December 2026, 01:00');
    assert.equal(await occasion(`${from}:00+05:00`, `${to}:00+05:00`), '5 December 2026, 18:00 UTC+05:00 – 20:30 UTC+05:00');
    assert.equal(await occasion('2026-12-05', '2026-12-06'), '5 December 2026 – 6 December 2026');
    assert.equal(await occasion('2026-12-05', '2026-12-05'), '5 December 2026');
  });

  it('to attend for several days ends in a calendar on the day after the last one', async () => {
    const event = { start: '2026-12-01', end: '2026-12-03', url: 'https://union.example/vigil' };
    const text = JSON.stringify(await cardOf({ facts: { actions: [{ id: 'a', type: 'attend', label: 'Vigil', event }] }, head }));
    const [, file] = /data:text\/calendar;charset=utf-8,([^"]+)/.exec(text)!;
    assert.match(decodeURIComponent(file!), /DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261204\r\n/);
  });
});
