/**
 * Every sentence of the interface as a reader sees it, in each language. The approved text is in sentences/*.txt, for native
 * speakers to read and correct. `npx wtr --files test/unit/i18n/sentences.test.ts --update-snapshots` writes these files.
 */
import { expect, fixture, oneEvent } from '@open-wc/testing';
import { getSnapshotConfig, readFile, writeFile } from '@web/test-runner-commands';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { detailsOf } from '../../../src/i18n/details.js';
import { formatTime, dateText, numberText, untilText, formatWhen } from '../../../src/i18n/format.js';
import type { PartialDate } from '../../../src/feed/index.js';
import type { Block } from '../../../src/card/card.js';
import { contextOf, type Freshness } from '../../../src/card/context.js';
import { checked, notices } from '../../../src/card/sections/notices.js';
import { plain } from '../../../src/card/text.js';
import { statusSentence } from '../../../src/i18n/item-status.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import type { Locale, When } from '../../../src/i18n/load-locale.js';
import { CASE, documentOf, feedOf, part, show, shownText } from '../elements/helpers.js';
import { Script, type StubResponse } from '../../support/servers/client.js';
import { locales, TAGS } from './locales.js';

const LINES = 'p, li, dl > div, h2, h3, figcaption, blockquote, .action, .phone';
/** Dates in every precision and relation. */
const DATES = ['on', 'by', 'before', 'after', 'since', 'about'].flatMap((rel) =>
  ['2025', '2025-02', '2025-02-07'].map((date) => ({ date, rel })),
);
/** At least one number of each plural category. */
const COUNTS = [0, 1, 2, 3, 11, 21, 105];
/** Days that are not past: a past hearing has another sentence. */
const DAY = '2999-05-04';
const BOUND = { date: '2999-05', rel: 'by' };
const PAST = '2020-05-04';

/** Returns the text of a card, a line for each element. The first line is its accessible name. */
function read(element: Element): string[] {
  const root = element.shadowRoot ?? element;
  const name = part(element, 'card')?.getAttribute('aria-label');
  const outer = [...root.querySelectorAll(LINES)].filter((line) => !line.parentElement!.closest(LINES));
  return [...(name ? [`[${name}]`] : []), ...outer.map(shownText).filter(Boolean)];
}

const plainBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => (block.kind === 'group' ? plainBlocks(block.blocks) : block.kind === 'paragraph' ? plain(block.runs) : ''))
    .join(' ');

type Facts = Record<string, unknown>;
type Situation = (tag: string, locale: Locale) => Promise<string[]> | string[];

const shown = async (tag: string, lang: string, parts: Parameters<typeof documentOf>[0]) =>
  read(await show(tag, feedOf(parts), `lang="${lang}" theme="light"`));
const incident = (facts: Facts) => (lang: string) => shown('placard-incident', lang, { facts });
const status =
  (cases: Facts[], facts: Facts = {}) =>
  (lang: string) =>
    shown('placard-status', lang, {
      facts: { cases: cases.map((each, index) => ({ ...CASE, id: index, forum: 'Court', ...each })), ...facts },
    });
const action =
  (actions: Facts[], head: Facts = {}) =>
  (lang: string) =>
    shown('placard-action', lang, { facts: { actions }, head });

/** Shows the sentences of the proceedings alone. */
const sentencesOf = (cases: Facts[]) => async (lang: string) => {
  const lines = await status(cases)(lang);
  const stamp = lines[2];
  return lines.slice(3).filter((line) => line !== stamp && !line.includes('Court'));
};

/** Shows a campaign that has no item yet, for an answer of the server. */
async function withoutItem(lang: string, answer: StubResponse, attributes: string): Promise<string> {
  const script = await Script.of(answer);
  const host = await fixture<HTMLElement>('<div></div>');
  const reported = answer.fault === 'stall' ? undefined : oneEvent(host, 'placard-error');
  host.innerHTML = `<placard-campaign lang="${lang}" src="${script.url}" ${attributes}></placard-campaign>`;
  host.scrollIntoView(); // an element far from the viewport does not fetch
  await reported;
  await (host.firstElementChild as PlacardElement).updateComplete;
  return shownText(host);
}

const steps = ['hearing', 'ruling', 'deadline', 'release', 'other'].flatMap((type) => [
  { type, date_status: 'not-set' },
  { type, date_status: 'scheduled', date: DAY },
  { type, date_status: 'scheduled', date: '2999-05' },
  { type, date_status: 'scheduled', date: PAST },
  { type, date_status: 'scheduled', date: BOUND },
  { type, date_status: 'postponed' },
  { type, date_status: 'postponed', date: DAY },
  { type, date_status: 'postponed', date: BOUND },
  { type, date_status: 'held' },
  { type, date_status: 'held', date: DAY },
  { type, date_status: 'cancelled' },
]);

/** An action that names a contact of each role. */
const EVERY_CONTACT = [{ id: 'all', type: 'write', to: ['press', 'legal', 'support', 'correction', 'general', 'target', 'prison'] }];

/** Returns all texts of an object that has no functions in it. */
const texts = (part: object): string[] =>
  Object.values(part).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' ? texts(value as object) : [],
  );
const counted = (phrase: (number: string, count: number, when: When) => string, locale: Locale): string[] =>
  COUNTS.map((count) => phrase(numberText(count, locale), count, formatWhen(DAY, locale)!));

const situations: Record<string, Situation> = {
  'incident: a statement with every fact': incident({
    kind: 'statement',
    dateline: { place: 'Exampletown', date: '2026-03-01' },
    media: [{ alt: 'A card', credit: 'Example Agency' }],
    incident: {
      what: 'A card was refused.',
      when: { date: '2026-02', rel: 'about' },
      place: { name: 'Exampletown', country: 'KZ' },
      categories: ['accreditation', 'press'],
      affected: { description: 'reporters', count: 1600, names: ['A. Example', 'B. Example'], affiliation: 'Example Daily' },
      actor: { name: 'Ministry', kind: 'state' },
      grounds: 'A missing form',
    },
    quotes: [{ text: 'It was wrong.', form: 'indirect', speaker: 'Speaker' }],
    background: [{ date: '2022', text: 'It happened before.' }],
    sources: [{ title: 'Report', publisher: 'Example Watch' }],
    corrections: [{ at: '2026-03-03', revision: 2, text: 'A date was wrong.' }],
    provenance: ['author', 'publisher', 'distributor', 'translator', 'mirror'].map((role, index) => ({
      role,
      name: 'Name',
      at: index ? undefined : '2026-03-02T09:07:00Z',
      alterations: ['none', 'excerpted', 'translated', 'edited', undefined][index],
    })),
  }),
  'incident: more than a card has room for': async (lang) => {
    const background = Array.from({ length: 20 }, () => ({ text: 'word '.repeat(300) }));
    const element = await show('placard-incident', feedOf({ facts: { background } }), `lang="${lang}"`);
    return [...element.shadowRoot!.querySelectorAll('.placard-background-section .placard-rest > summary')].map(shownText);
  },
  'incident: each kind of actor': async (lang, locale) => {
    const rows = Object.keys(detailsOf(locale).actors).map((kind) => incident({ incident: { actor: { name: 'Name', kind } } })(lang));
    return (await Promise.all(rows)).map((lines) => lines.find((line) => line.includes('Name'))!);
  },
  'incident: how many people': async (lang, locale) => {
    const rows = [0, 1, 2, 3, 11, 21, 1600].map((count) => incident({ incident: { affected: { description: 'reporters', count } } })(lang));
    return (await Promise.all(rows)).map((lines) => lines.find((line) => line.startsWith(detailsOf(locale).facts.who))!);
  },
  'incident: a date in each precision and relation': async (lang, locale) => {
    const rows = DATES.map((when) => incident({ incident: { when } })(lang));
    return (await Promise.all(rows)).map((lines) => lines.find((line) => line.startsWith(detailsOf(locale).facts.when))!);
  },
  'campaign: the sections': async (lang) => {
    const facts = { cases: [{ ...CASE, challenges: 'The delay' }], timeline: [{ id: 'a', date: '2025-07-11', text: 'Filed' }] };
    const element = await show('placard-campaign', feedOf({ facts }), `lang="${lang}"`);
    return [...element.shadowRoot!.querySelectorAll('.placard-fold > summary, .placard-facts > div')].map(shownText);
  },
  'incident: pictures with data saving on': async (lang) => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    const feeds = [feedOf({ facts: { media: [{ url: '/missing.png', alt: 'A card' }] } }), feedOf({ item: { image: '/missing.svg' } })];
    const cards = await Promise.all(feeds.map((feed) => show('placard-incident', feed, `lang="${lang}"`)));
    delete (navigator as { connection?: unknown }).connection;
    return cards.map((card) => shownText(card.shadowRoot!.querySelector('button')!));
  },
  'incident: a publisher’s figures': (lang) =>
    shown('placard-incident', lang, {
      head: {
        publisher: {
          name: 'Example Union',
          about: 'It defends people.',
          figures: ['more-than', 'less-than', 'at-least', 'at-most', 'about', undefined].map((qualifier) => ({
            value: 600_000,
            qualifier,
            label: 'members',
            as_of: '2025-07',
          })),
        },
      },
    }),
  'incident: withdrawn': incident({ change: 'retraction', retraction: { at: '2026-03-05', reason: 'The facts were wrong.' } }),
  'incident: withdrawn without a date or a reason': incident({ change: 'retraction' }),
  'incident: an old machine translation, superseded': async (lang) => {
    const document = documentOf({
      item: { id: 'translation', language: 'en-GB', title: 'Translated' },
      facts: { superseded_by: 'newer', translations: [{ language: 'eo', item_id: 'original', kind: 'original' }] },
    });
    const translations = [
      { language: 'en-GB', item_id: 'translation', kind: 'machine', of_revision: 1 },
      { language: 'la', item_id: 'third', kind: 'official' },
    ];
    (document.items as object[]).push(
      { id: 'original', url: '/eo', language: 'eo', title: 'Originalo', _placard: { kind: 'case', revision: 2, translations } },
      { id: 'third', url: '/la', language: 'la', title: 'Tertium' },
      { id: 'newer', url: '/newer', language: 'en', title: 'Newer' },
    );
    const feed = parseFeed(document, 'https://union.example/feed.json');
    return read(await show('placard-incident', feed, `lang="${lang}" item="translation" original`));
  },

  'status: one pending proceeding, nothing set': status([
    { kind: 'Suit', filed: { date: '2025-07', rel: 'before' }, challenges: 'The delay', next: { type: 'hearing', date_status: 'not-set' } },
  ]),
  'status: each status': async (lang) => {
    const codes = ['unknown', 'none', 'investigating', 'pending', 'decided', 'appealed', 'closed'];
    return (await status(codes.map((code) => ({ status: code })))(lang)).filter((line) => !/Court|Example/.test(line));
  },
  'status: each outcome': sentencesOf(
    Object.keys(locales.get('en')!.outcomes).flatMap((outcome) => [
      { status: 'decided', outcome },
      { status: 'appealed', outcome },
    ]),
  ),
  'status: each compliance': sentencesOf(
    ['unknown', 'complied', 'partial', 'ignored'].map((compliance) => ({ status: 'decided', compliance })),
  ),
  'status: each next step': sentencesOf(steps.map((next) => ({ next }))),
  'status: a next step that the publisher names': sentencesOf(
    steps.filter(({ type }) => type === 'other').map((next) => ({ next: { ...next, label: 'Oral argument' } })),
  ),
  'status: a timeline with each precision and relation': async (lang) => {
    const timeline = DATES.map((date, index) => ({ id: index, date, text: 'Event' }));
    const lines = await status(
      [{ next: { type: 'ruling', date_status: 'not-set' }, external: [{ tracker: 'Tracker', label: 'PENDING' }] }],
      { timeline },
    )(lang);
    return lines.slice(4);
  },
  'status: the folded part of a long timeline': async (lang) => {
    const counts = [2, 3, 11, 21].map((count) => count + 3);
    const cards = counts.map((length) => {
      const timeline = Array.from({ length }, (_, index) => ({ id: index, date: '2025-02-07', text: 'Event' }));
      return show('placard-status', feedOf({ facts: { cases: [CASE], timeline } }), `lang="${lang}"`);
    });
    return (await Promise.all(cards)).map((card) => card.shadowRoot!.querySelector('summary')!.textContent.trim());
  },
  'status: without proceedings': async (lang) =>
    (
      await Promise.all(
        [{ incident: { state: 'active' } }, { incident: { state: 'resolved' } }, {}].map((facts) =>
          shown('placard-status', lang, { facts }),
        ),
      )
    ).flatMap((lines) => lines.slice(2)),

  'statement: the full text': (lang) => shown('placard-statement', lang, {}),

  'action: each role and channel': action(EVERY_CONTACT, {
    contacts: ['press', 'legal', 'support', 'correction', 'general', 'target', 'prison'].map((role) => ({
      id: role,
      role,
      name: 'Name',
      ...(role === 'press' && {
        phone: '+44 20 7946 0958',
        email: 'press@union.example',
        url: 'https://union.example/',
        signal: '@example.01',
        pgp: '0123 4567',
        onion: 'http://5nvmwyffaispdixcd2225mrnxyczzo67fijgidvszungeujhhjwcygyd.onion/',
        languages: ['en'],
        hours: 'Mondays',
        extension: '12',
        fax: '+44 20 7946 0959',
        whatsapp: '+44 7700 900123',
        telegram: '@example',
        postal: ['Example Union', '1 Example Street'],
      }),
    })),
  }),
  'action: each type of action': action([
    ...['contact', 'write', 'sign', 'donate', 'share', 'subscribe', 'follow', 'attend'].map((type) => ({
      id: type,
      type,
      url: 'https://union.example/act',
    })),
    { id: 'call', type: 'contact' },
    { id: 'closed', type: 'sign', url: 'https://union.example/act', ends: '2020-03-31' },
    { id: 'closed-month', type: 'sign', url: 'https://union.example/act', ends: '2020-03' },
    { id: 'opens', type: 'attend', url: 'https://union.example/act', starts: '2999-01-01' },
  ]),
  'action: the end in each precision and relation': async (lang) => {
    const url = 'https://union.example/act';
    const actions = DATES.map((ends, id) => ({ id, type: 'sign', url, ends: { ...ends, date: ends.date.replace('2025', '2020') } }));
    return (await action(actions)(lang)).filter((line) => line.includes('2020') || /[\u0660-\u0669\u06f0-\u06f9]{4}/.test(line));
  },
  'action: the start in each precision and relation': async (lang) => {
    const url = 'https://union.example/act';
    const actions = DATES.map((starts, id) => ({
      id,
      type: 'attend',
      url,
      starts: { ...starts, date: starts.date.replace('2025', '2999') },
    }));
    return (await action(actions)(lang)).slice(4);
  },
  'action: one language, two languages, three languages': async (lang) => {
    const contacts = [['en'], ['en', 'ru'], ['en', 'ru', 'kk']].map((languages, id) => ({ id, role: 'press', name: 'Name', languages }));
    const lines = await action([], { contacts })(lang);
    return lines.filter((line) => line.startsWith(detailsOf(locales.get(lang)!).channels.languages));
  },
  'action: an email address alone': action([{ id: 'a', type: 'contact', contact: 'p' }], {
    contacts: [{ id: 'p', role: 'press', email: 'press@union.example' }],
  }),
  'action: no contact': (lang) =>
    shown('placard-action', lang, { item: { url: undefined }, head: { publisher: { name: 'Example Union' }, contacts: [] } }),
  // The situations above show only some of these.
  'head: each byline': (_, { bylines }) => Object.values(bylines).map((byline) => byline('Example Union')),
  'stamp: each ruling': (_, { rulings }) => Object.values(rulings),
  'fold: what a folded section holds': (_, locale) => {
    const phrases = [...Object.values(locale.counts), locale.earlier];
    return phrases.flatMap((phrase) => COUNTS.map((count) => phrase(numberText(count, locale), count)));
  },
  'fold: the newest date of a timeline': (_, locale) => [locale.latest(dateText('2025-07-25', locale))],

  'action: its words': (_, locale) => [
    ...DATES.map(({ date }) => untilText(date, locale)),
    untilText('2026-05-10T18:00:00+05:00', locale),
    locale.progress(numberText(1200, locale), numberText(2000, locale)),
    locale.letter,
    locale.calendar,
  ],
  'stamp: each state of an incident and of a custody': (_, { incidentStates, custody }) => [...texts(incidentStates), ...texts(custody)],
  'stamp: each ruling in the words of its procedure': (_, { rulingsIn }) => texts(rulingsIn),
  'custody: its first day, its length, its end': (_, locale) => [
    ...DATES.map((date) => locale.heldSince(formatWhen({ ...date, rel: 'since' }, locale)!)),
    ...counted(locale.days, locale),
    ...Object.values(locale.ended).flatMap((ended) => counted((number, count, when) => ended(when, number, count), locale)),
  ],
  'custody: several persons': (_, locale) => Object.values(locale.fates).flatMap((fate) => counted(fate, locale)),
  'proceeding: court, number, earlier date': (_, locale) => [
    locale.courtNotNamed,
    locale.docket('7-12/2026'),
    ...DATES.map((date) => locale.firstSet(formatWhen(date as PartialDate, locale)!)),
  ],
  'opened: each word': (_, locale) => texts(detailsOf(locale)).filter(Boolean),
  'opened: each sentence': (_, locale) => {
    const { charged, sentenced, from, to, injured, documents, noReply, replied } = detailsOf(locale);
    return [
      ...[charged, sentenced, from, to].map((phrase) => phrase('Name')),
      ...[injured, documents, noReply].flatMap((phrase) => counted(phrase, locale)),
      replied(),
      replied(formatWhen(DAY, locale)),
    ];
  },

  'action: an address to copy': (_, locale) => [locale.copied, locale.copyByHand, locale.copyLetter, locale.letterCopied],

  'list: the number of further items': (_, locale) => COUNTS.map((count) => locale.more(numberText(count, locale), count)),
  'list: one campaign of each kind': async (lang) => {
    const document = documentOf();
    document.items = ['statement', 'case', 'campaign'].map((kind) => ({
      id: kind,
      title: 'Title',
      date_published: '2026-03',
      _placard: { kind, revision: 1, ...(kind === 'case' && { change: 'retraction' }) },
    }));
    return read(await show('placard-list', parseFeed(document), `lang="${lang}"`));
  },

  'any: age and origin of the feed': (_, locale) => {
    const at = new Date(2026, 2, 2, 14, 5).getTime();
    const feed = feedOf({ head: { valid_until: '2026-03-03T00:00:00Z' } });
    const states = [
      { status: 'stale', checkedAt: at },
      { status: 'stale' },
      { status: 'stale', outdated: true },
      { status: 'fresh', origin: 'mirror', checkedAt: at },
      { status: 'fresh', origin: 'kept' },
      { status: 'fresh', origin: 'cache' },
    ].map((state) => {
      const freshness = { outdated: false, ...state } as Freshness;
      const context = contextOf({
        ...{ feed, item: feed.item('one'), locale, language: locale.tag, level: 2, now: at + 86_400_000 },
        ...{ freshness, saysFreshness: true },
      });
      return plainBlocks([...notices(context), ...checked(context)]);
    });
    return [...states, locale.checked(formatTime(at, at, locale))];
  },
  'any: nothing to show': async (lang) => [
    await withoutItem(lang, { fault: 'stall' }, ''),
    await withoutItem(lang, { status: 404 }, 'refresh="0"'),
    await withoutItem(lang, { status: 404 }, ''),
    await withoutItem(lang, { body: JSON.stringify({ ...documentOf(), items: [] }) }, 'refresh="0"'),
    await withoutItem(lang, { body: JSON.stringify(documentOf()) }, 'refresh="0" item="two"'),
  ],
  'any: the announcement of a changed status': (_, locale) => {
    const item = feedOf({ facts: { cases: [{ ...CASE, status: 'decided', outcome: 'granted', compliance: 'ignored' }] } }).item('one')!;
    return [locale.changed('Example Union', statusSentence(item, locale, 0))];
  },
};

/** Returns the text without the differences of engines: spaces within numbers, and the first letter of a language's name. */
const fold = (text: string, locale: Locale) =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\n')
    .map((line) => (line.startsWith(`${detailsOf(locale).channels.languages} `) ? line.toLowerCase() : line))
    .join('\n');

describe('the interface', () => {
  for (const tag of TAGS)
    it(`has the approved sentences in ${tag}`, async () => {
      const locale = locales.get(tag)!;
      const chapters: string[] = [];
      for (const [title, situation] of Object.entries(situations))
        chapters.push([`== ${title}`, ...(await situation(tag, locale))].join('\n'));
      const text = `${chapters.join('\n\n')}\n`;
      const path = `sentences/${tag}.txt`;
      if ((await getSnapshotConfig()).updateSnapshots) await writeFile({ path, content: text });
      const approved = await readFile({ path });
      expect(chapters).to.have.length(approved!.split('\n\n').length);
      for (const [index, chapter] of approved!.trim().split('\n\n').entries())
        expect(fold(chapters[index]!, locale)).to.equal(fold(chapter, locale));
    });

  it('shows each English sentence in at least one situation', async () => {
    const text = (await readFile({ path: 'sentences/en.txt' }))!;
    const words = (part: object): string[] =>
      Object.values(part).flatMap((value: unknown) =>
        typeof value === 'string' ? [value] : typeof value === 'object' ? words(value as object) : [],
      );
    const { tag, intl, months, date, digits, names, details: _, ...sentences } = locales.get('en')!;
    expect([tag, intl, typeof months, date, digits, names]).to.deep.equal(['en', 'en-001', 'string', 'D M Y', '0123456789', {}]);
    expect(words(sentences).filter((word) => !text.includes(word))).to.deep.equal([]);
  });
});
