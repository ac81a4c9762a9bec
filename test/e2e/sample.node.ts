/** Checks the sample and the feeds of the gallery as data: they parse without issues, follow the press release, and are in order. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { derived, printed } from '../../demo/feeds/generate-feeds.js';
import { markOf } from '../../src/card/marks.js';
import { canonicalizeJson, earliestMs, parseFeed, selectItem, type Feed, type Item, type ItemExtension } from '../../src/feed/index.js';
import { stepEndMs } from '../../src/i18n/sentences.js';

const ROOT = 'http://localhost:8000/demo/';
const IFJ = 'https://www.ifj.org/';
const NEWS = 'https://www.ifj.org/media-centre/news';
const MAIN = 'kz-accreditation-2025';
const OLDER = ['kz-cabinet-access-2024', 'kz-adilbekov-2024', 'kz-accreditation-2022-2024'];
const SHUTDOWNS = 'central-asia-shutdowns';
const ENGLISH = [MAIN, ...OLDER, SHUTDOWNS];
const LANGUAGES = ['fr', 'ru', 'kk', 'ar'] as const;
const TRANSLATED = LANGUAGES.map((language) => `${MAIN}-${language}`);
const DAYS = ['2025-07-11', '2025-07-15', '2025-07-17'];
const STEPS = [...DAYS.map((day) => `feeds/${day}.json`), 'feed.json'];
const ALONE = ['case', ...OLDER, SHUTDOWNS, ...TRANSLATED].map((name) => `feeds/${name}.json`);
const REAL = [...STEPS, ...ALONE];
/** The disclaimer in each language: a sample, translated by a machine, not published by the federation. */
const DISCLAIMERS: Record<string, RegExp[]> = {
  en: [/This is a sample\b[^.]*Placard project[^.]*public/, /did not publish/],
  fr: [/Ce texte est un exemple : le projet Placard[^.]*traduit automatiquement de l’anglais[^.]*ne l’a pas publié/],
  ru: [/Это образец: проект Placard[^.]*перевёл с английского машинным способом[^.]*не публиковала/],
  kk: [/Бұл – үлгі: оны Placard жобасы[^.]*ағылшын тілінен машинамен аударды[^.]*жариялаған жоқ/],
  ar: [/هذه عيّنة: أعدّها مشروع Placard[^.]*ترجمها آليًا من الإنجليزية[^.]*لم ينشرها/],
};
const PUBLISHED: Record<string, RegExp> = {
  en: /^Placard project: .*compiled from a (later )?public press release, not published by the IFJ$/,
  fr: /^Projet Placard : .*non publié par la FIJ$/,
  ru: /^Проект Placard: .*не публикация МФЖ$/,
  kk: /^Placard жобасы: .*ХЖФ жариялаған жоқ$/,
  ar: /^مشروع Placard: .*لم ينشرها/,
};
const GALLERY = [
  ...['arabic', 'closed', 'corrected', 'decided', 'expired', 'long', 'many', 'plain', 'withdrawn'],
  ...['trial', 'appeal', 'disappearance', 'blocked', 'labour', 'opinion', 'extradition', 'fund', 'joint', 'release'],
].map((name) => `feeds/example-${name}.json`);

const textOf = (file: string) => readFileSync(new URL(`../../demo/${file}`, import.meta.url), 'utf8');
/** Compares copies, because the objects of a feed have no prototype. */
const same = (actual: unknown, expected: unknown) => assert.deepEqual(structuredClone(actual), structuredClone(expected));

const read = (file: string) => parseFeed(textOf(file), ROOT + file);

function itemOf(feed: Feed, id: string): Item & { content_text: string; _placard: ItemExtension } {
  const item = feed.item(id);
  assert.ok(item?.content_text && item._placard, id);
  return { ...item, content_text: item.content_text, _placard: item._placard };
}

/** Returns every string of a document with its key. */
function* strings(value: unknown, key = ''): Generator<{ key: string; text: string }> {
  if (typeof value === 'string') yield { key, text: value };
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) yield* strings(member, Array.isArray(value) ? key : name);
}

/** The keys of sentences and phrases, and the keys of all texts in a language. */
const SENTENCES = /^(title|summary|content_text|what|description|grounds|challenges|text|alt)$/;
const WRITTEN = new RegExp(
  `${SENTENCES.source}|^(tags|credit|categories|affiliation|name|forum|kind|speaker|role|organisation|source|publisher|label)$`,
);

const texts = (value: unknown) => [...strings(value)].flatMap(({ key, text }) => (SENTENCES.test(key) ? [text] : []));

/** Returns a copy with empty texts. Dates, numbers, states and addresses stay. */
function withoutTexts(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutTexts(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutTexts(member, name)]));
  return typeof value === 'string' && WRITTEN.test(key) ? '' : value;
}

/** Returns the item without the members in which a translation differs from its original. */
function comparable({
  _placard: { revision: _revision, change: _change, translations: _links, provenance = [], ...facts },
  ...item
}: ReturnType<typeof itemOf>) {
  return { ...item, id: '', url: '', language: '', ...facts, provenance: provenance.filter(({ role }) => role !== 'translator') };
}

const allText = (value: unknown) => [...strings(value)].map(({ text }) => text).join('\n');

const feed = read('feed.json');
const main = itemOf(feed, MAIN);
const extension = main._placard;

describe('feeds of the demo', () => {
  test('are all in the list of this test', () => {
    const files = readdirSync(new URL('../../demo/feeds/', import.meta.url)).filter((name) => name.endsWith('.json'));
    same(files.map((name) => `feeds/${name}`).sort(), [...REAL, ...GALLERY].filter((file) => file !== 'feed.json').sort());
  });

  for (const file of [...REAL, ...GALLERY])
    test(`${file} parses without issues, and has an indent of two spaces`, () => {
      const feed = read(file);
      assert.ok(feed.ids.length);
      for (const id of feed.ids) {
        const item = feed.item(id);
        assert.ok(item?.title && item.summary, id);
        assert.equal(!item._placard, file === 'feeds/example-plain.json');
      }
      same(feed.issues, []);
      assert.equal(textOf(file), printed(JSON.parse(textOf(file))));
    });

  test('are up to date with feed.json', () => {
    const files = Object.entries(derived());
    same(files.map(([name]) => `feeds/${name}`).sort(), REAL.filter((file) => file !== 'feed.json').sort());
    for (const [name, document] of files) assert.equal(textOf(`feeds/${name}`), printed(document), name);
  });

  test('name existing pictures and pages, from any folder', () => {
    for (const file of REAL) {
      const feed = read(file);
      assert.equal(feed.head.home_page_url, `${ROOT}index.html`);
      assert.equal(feed.head.feed_url, undefined);
      const item = feed.item(MAIN);
      if (!item) continue;
      assert.equal(item.url, `${ROOT}landing-page.html`);
      assert.equal(item.image, `${ROOT}picture.svg`);
      assert.equal(item._placard?.media?.[0]?.url, item.image);
    }
  });

  test('have the contacts of their actions, and the items of their successors', () => {
    for (const file of [...REAL, ...GALLERY]) {
      const feed = read(file);
      const shared = feed.head._placard?.contacts ?? [];
      for (const id of feed.ids) {
        const { actions = [], contacts: own = [], superseded_by } = feed.item(id)?._placard ?? {};
        const contacts = [...own, ...shared].map((one) => one.id);
        for (const { contact, to = [] } of actions)
          for (const named of [contact, ...to])
            assert.ok(typeof named !== 'string' || contacts.includes(named), `${file} ${named as string}`);
        assert.ok(!superseded_by || feed.ids.includes(superseded_by));
      }
    }
  });
});

describe('sample case', () => {
  for (const file of REAL)
    test(`${file} declares itself a sample, and invents no action`, () => {
      const feed = read(file);
      assert.match(feed.head.title!, /sample.*Placard project.*not published by the IFJ/i);
      assert.match(feed.head.description!, /sample[\s\S]*Placard project[\s\S]*did not publish/);
      assert.match(feed.head._placard!.publisher.about!, /sample.*Placard project.*did not publish/);
      for (const id of feed.ids) {
        const item = itemOf(feed, id);
        for (const words of DISCLAIMERS[item.language!]!) assert.match(item.content_text, words);
        const publisher = item._placard.provenance!.find(({ role }) => role === 'publisher')!;
        assert.match(publisher.name, PUBLISHED[item.language!]!);
        assert.equal(publisher.alterations, 'edited');
        for (const { type } of item._placard.actions!)
          assert.ok(['contact', 'follow', 'subscribe', 'report-correction', 'share'].includes(type), type);
        for (const { form } of item._placard.quotes ?? []) assert.equal(form, 'indirect');
        assert.equal(item._placard.corrections, undefined);
      }
      for (const { key, text } of strings(feed.document)) {
        assert.notEqual(key, 'email');
        assert.doesNotMatch(text, /@/);
        for (const [url] of text.matchAll(/\bhttps?:[^\s"]+/g))
          assert.ok([IFJ, NEWS, 'https://jsonfeed.org/version/1.1'].includes(url), url);
        if (key !== 'content_text') assert.doesNotMatch(text, /Azzatyq/);
      }
      same(feed.head._placard!.contacts, [{ id: 'ifj-press', role: 'press', phone: '+32 2 235 22 16' }]);
      assert.equal(feed.head._placard!.signatures, undefined);
      assert.equal(feed.head._placard!.valid_until, undefined);
    });

  test('has the figures and channels of the federation, and five items with the newest first', () => {
    const { publisher, sequence, generated_at } = feed.head._placard!;
    same(feed.ids, [...ENGLISH, ...TRANSLATED]);
    assert.equal(sequence, 4);
    assert.equal(generated_at, '2025-07-25T09:07:00Z');
    assert.equal(publisher.name, 'International Federation of Journalists');
    same(publisher.figures, [
      { value: 600000, qualifier: 'more-than', label: 'journalists', as_of: '2025-07-25' },
      { value: 146, label: 'countries', as_of: '2025-07-25' },
    ]);
    same(publisher.follow, [{ label: 'Twitter' }, { label: 'Facebook' }, { label: 'Instagram' }]);
    same([publisher.url, publisher.subscribe_url, publisher.corrections_url], [IFJ, IFJ, IFJ]);
    assert.equal(main.date_published, '2025-07-25T09:07:00Z');
    for (const id of [...OLDER, SHUTDOWNS]) assert.ok(earliestMs(feed.item(id)!.date_published!) < earliestMs(main.date_published));
  });

  test('reports that sixteen journalists were refused on 15 July for working without accreditation, and are barred', () => {
    assert.equal(main.title, 'Kazakhstan refuses accreditation to sixteen Radio Azattyq journalists');
    const { what, when, place, affected, actor, grounds, state } = extension.incident!;
    assert.match(what!, /sixteen[\s\S]*barred/);
    assert.equal(when, '2025-07-15');
    assert.equal(place?.country, 'KZ');
    assert.equal(affected?.count, 16);
    assert.match(affected!.affiliation!, /Radio Azattyq.*Radio Free Europe\/Radio Liberty/);
    same(actor, { name: 'Ministry of Foreign Affairs', kind: 'state' });
    assert.match(grounds!, /without the accreditation/);
    assert.equal(state, 'active');
    assert.match(main.summary!, /sixteen.*15 July 2025.*worked without it.*barred from working\./);
    assert.equal(main.summary!.match(/\.( |$)/g)?.length, 2);
  });

  test('reports renewals for seven journalists, and never for sixteen', () => {
    for (const file of REAL) {
      const feed = read(file);
      for (const id of feed.ids)
        for (const sentence of allText(feed.item(id)).split(/[.\n]/))
          if (/renew/i.test(sentence) && /sixteen|\b16\b/i.test(sentence))
            assert.match(sentence, /seven renewals sought and of sixteen people refused/);
    }
    const sought = extension.timeline!.find(({ id }) => id === 'renewals-sought')!;
    assert.equal(sought.date, '2025-02');
    assert.match(sought.text, /seven.*two months before/);
    assert.match(sought.text, /two months to answer in writing, with reasons/);
    assert.match(main.content_text, /answer in writing within two months, and to give a fitting justification/);
    assert.match(main.content_text, /lengthened its review by two more months/);
  });

  test('has a suit that is older than the refusal, and challenges only the delay', () => {
    assert.equal(extension.cases!.length, 1);
    const [suit] = extension.cases!;
    assert.equal(suit!.filed, '2025-07-11');
    assert.ok(earliestMs(suit!.filed!) < earliestMs(extension.incident!.when!));
    assert.match(suit!.challenges!, /^The delay of the review/);
    assert.match(suit!.challenges!, /not the refusal/);
    assert.match(suit!.kind!, /administrative suit/i);
    assert.match(suit!.forum!, /not named in the release/);
    assert.equal(suit!.status, 'pending');
    assert.equal(suit!.outcome, undefined);
    assert.equal(suit!.compliance, undefined);
    assert.equal(suit!.as_of, '2025-07-25');
    assert.ok(suit!.source);
    assert.match(main.content_text, /national law[^.]*freedom of speech and expression[^.]*constitution/);
  });

  test('has a hearing without a date', () => same(extension.cases![0]!.next, { type: 'hearing', date_status: 'not-set' }));

  test('has dates with the precision of the source: month, limit, day, instant, and in the background also years and no date', () => {
    same(
      extension.timeline!.map(({ id, date }) => [id, date]),
      [
        ['renewals-sought', '2025-02'],
        ['expiry', { date: '2025-04', rel: 'by' }],
        ['review-extended', { date: '2025-07-11', rel: 'before', text: 'no day given' }],
        ['suit', '2025-07-11'],
        ['refusal', '2025-07-15'],
        ['conciliation-declined', '2025-07-17'],
        ['barred', '2025-07-25'],
        ['statement', '2025-07-25T09:07:00Z'],
      ],
    );
    const times = extension.timeline!.map(({ date }) => earliestMs(date));
    same(
      times,
      times.toSorted((a, b) => a - b),
    );
    same(
      extension.background!.map(({ date }) => date),
      ['2022', '2024', '2024-08', '2024-10-18', undefined],
    );
    same(extension.dateline, { date: '2025-07-25' });
  });

  test('stores the time with a zone as an instant, and the time without a zone as a day', () => {
    const author = { role: 'author', name: 'International Federation of Journalists', url: IFJ, at: '2025-07-25', alterations: 'none' };
    for (const id of ENGLISH) {
      const [publisher, ...others] = itemOf(feed, id)._placard.provenance!;
      assert.equal(publisher!.name, 'Placard project: sample compiled from a public press release, not published by the IFJ');
      same(others, [
        author,
        { role: 'distributor', name: 'Public Technologies (PUBT)', at: '2025-07-25T09:07:00Z', alterations: 'none' },
        {
          role: 'distributor',
          name: 'Public, as the stamp at the head of the release has it',
          at: { date: '2025-07-25', rel: 'on', text: 'stamped 03:06, with no time zone' },
        },
      ]);
    }
    for (const { text } of strings(feed.document)) assert.doesNotMatch(text, /T03:06/);
    assert.match(main.content_text, /without editing or altering it, at 09:07 UTC[^.]*03:06[^.]*no time zone/);
    assert.match(main.content_text, /the IFJ alone is responsible[\s\S]*wrong or out of date[\s\S]*obfuscated[^.]*gives none/);
  });

  test('uses one spelling of the outlet, and mentions the other once', () => {
    assert.equal(allText(main).match(/Azzatyq/g)?.length, 1);
    assert.match(main.content_text, /spells the outlet's name both ways, Radio Azattyq and Radio Azzatyq/);
  });

  test('has the credit of the missing picture after the picture of the project', () => {
    const [projectPicture, sourcePicture] = extension.media!;
    assert.equal(extension.media!.length, 2);
    assert.equal(projectPicture!.credit, 'Placard project');
    assert.ok(projectPicture!.alt);
    assert.equal(sourcePicture!.url, undefined);
    assert.equal(sourcePicture!.credit, 'Radio Azattyq');
    assert.match(sourcePicture!.alt!, /original picture does not come with the release/);
  });

  test('has only indirect quotes', () => {
    const speakers = extension.quotes!.map(({ speaker, role, organisation }) => [speaker, role, organisation]);
    same(speakers[0], ['Anthony Bellanger', 'General Secretary', 'International Federation of Journalists']);
    same(
      speakers.map(([speaker]) => speaker),
      [
        'Anthony Bellanger',
        'International Federation of Journalists',
        'Human Rights Watch',
        'Ministry of Foreign Affairs',
        'Radio Azattyq',
      ],
    );
    for (const { source, text } of extension.quotes!) {
      assert.ok(source);
      assert.doesNotMatch(text, /["“”«»]/);
    }
    same(
      extension.sources!.map(({ publisher, url }) => [publisher, url]),
      [
        ['International Federation of Journalists', NEWS],
        ['Human Rights Watch', undefined],
        ['Radio Azattyq', undefined],
      ],
    );
  });

  test('has the five real actions, with the press contact first', () => {
    same(extension.actions, [
      { id: 'press-contact', type: 'contact', contact: 'ifj-press' },
      { id: 'follow', type: 'follow', label: 'Follow the IFJ', url: IFJ },
      { id: 'subscribe', type: 'subscribe', label: 'Subscribe to IFJ News', url: IFJ },
      { id: 'correct', type: 'report-correction', contact: 'ifj-press' },
      { id: 'share', type: 'share' },
    ]);
  });

  test('has all facts in the text of the statement', () => {
    const facts = [
      /15 July 2025[^.]*Ministry of Foreign Affairs[^.]*sixteen journalists/,
      /condemns/,
      /attack on press freedom/,
      /restrictions on press freedom/,
      /February 2025[^.]*seven journalists, two months before/,
      /expired by April/,
      /Human Rights Watch says[^.]*single legal ground/,
      /11 July 2025[^.]*administrative suit/,
      /17 July 2025[^.]*declined[^.]*conciliation that the court had proposed/,
      /As of 25 July 2025 the case is pending/,
      /no date has been set for a hearing/,
      /repeat offenders/,
      /In 2022 and in 2024[^.]*reversed[^.]*international pressure and legal challenges/,
      /August 2024[^.]*Cabinet meetings[^.]*third floor/,
      /not told them beforehand/,
      /18 October 2024[^.]*Daniyar Adilbekov[^.]*four and a half years[^.]*false information/,
      /Telegram[^.]*energy official[^.]*corruption/,
      /Central Asia[^.]*closed down[^.]*nobody explains why/,
      /free only on certain conditions/,
      /must not be accepted/,
      /Anthony Bellanger, the IFJ's General Secretary/,
      /without having to fear reprisals or punishment/,
      /\+32 2 235 22 16/,
      /over 600,000 journalists, in 146 countries/,
      /Twitter, Facebook and Instagram/,
      /IFJ News/,
      /Public Technologies \(PUBT\)/,
      /corrected or taken down/,
    ];
    for (const fact of facts) assert.match(main.content_text, fact);
    assert.ok(main.content_text.split('\n\n').length > 10);
  });

  test('has one item for each earlier incident', () => {
    const [cabinet, adilbekov, withheld] = OLDER.map((id) => itemOf(feed, id)._placard);
    assert.equal(cabinet!.kind, 'case');
    assert.equal(cabinet!.incident!.when, '2024-08');
    assert.equal(cabinet!.cases, undefined);
    assert.equal(adilbekov!.incident!.when, '2024-10-18');
    same(adilbekov!.incident!.affected!.names, ['Daniyar Adilbekov']);
    const [verdict] = adilbekov!.cases!;
    same([verdict!.status, verdict!.outcome, verdict!.filed, verdict!.as_of], ['decided', 'convicted', undefined, '2024-10-18']);
    assert.match(itemOf(feed, 'kz-adilbekov-2024').content_text, /four and a half years/);
    assert.equal(withheld!.incident!.state, 'resolved');
    same(
      withheld!.timeline!.map(({ date }) => date),
      ['2022', '2024'],
    );
    const shutdowns = itemOf(feed, SHUTDOWNS)._placard;
    assert.equal(shutdowns.incident!.when, undefined);
    assert.equal(shutdowns.incident!.place, undefined);
    for (const id of [...OLDER, SHUTDOWNS]) assert.equal(feed.item(id)!.date_published, '2025-07-25');
  });

  for (const language of LANGUAGES)
    test(`has every date, number, state and address of the original in ${language}, and every text in other words`, () => {
      const item = itemOf(feed, `${MAIN}-${language}`);
      same(withoutTexts(comparable(item)), withoutTexts(comparable(main)));
      assert.equal(item.content_text.split('\n\n').length, main.content_text.split('\n\n').length);
      for (const kept of [
        '2025',
        '2024',
        '2022',
        '11',
        '15',
        '17',
        '18',
        '25',
        '146',
        '600',
        '+32 2 235 22 16',
        '09:07',
        '03:06',
        'Azzatyq',
      ])
        assert.ok(item.content_text.includes(kept), kept);
      const script = { fr: /\p{Script=Latin}/u, ru: /\p{Script=Cyrillic}/u, kk: /[әғқңөұүһі]/i, ar: /\p{Script=Arabic}/u }[language];
      const english = new Set(texts(main));
      for (const text of texts(item)) {
        assert.match(text, script);
        assert.ok(!english.has(text), text);
      }
    });

  test('links original and translations, and states how the translations were made', () => {
    same(
      extension.translations,
      LANGUAGES.map((language) => ({ language, item_id: `${MAIN}-${language}`, kind: 'machine', of_revision: extension.revision })),
    );
    for (const language of LANGUAGES) {
      const item = itemOf(feed, `${MAIN}-${language}`);
      same([item.language, item.url], [language, `${ROOT}gallery.html?show=fresh&lang=${language}`]);
      same(item._placard.translations, [
        { language: 'en', item_id: MAIN, kind: 'original' },
        { language, item_id: item.id, kind: 'machine', of_revision: extension.revision },
      ]);
      assert.equal(item._placard.provenance![1]!.role, 'translator');
      assert.match(item._placard.provenance![1]!.name, /traduction automatique|машинный перевод|машиналық аударма|ترجمة آلية/);
    }
  });

  test('selects the translation in the language of the page, or English as fallback', () => {
    const shown = (language: string, choice: object = {}) => selectItem(feed, { language, ...choice })?.id;
    for (const language of LANGUAGES) assert.equal(shown(language), `${MAIN}-${language}`);
    for (const language of ['en', 'de', 'en-GB', 'ckb']) assert.equal(shown(language), MAIN);
    assert.equal(shown('kk-Cyrl-KZ'), `${MAIN}-kk`);
    assert.equal(shown('ru', { original: true }), MAIN);
    assert.equal(shown('en', { id: `${MAIN}-ar` }), MAIN);
  });

  test('has the same content in each feed of one item', () => {
    for (const file of ALONE) {
      const alone = read(file);
      assert.equal(alone.ids.length, 1);
      assert.equal(alone.sequence, feed.sequence);
      same(alone.item(alone.ids[0]!), feed.item(alone.ids[0]!));
    }
  });
});

describe('four days of the sample', () => {
  const feeds = STEPS.map(read);
  const mains = feeds.map((feed) => itemOf(feed, MAIN));

  test('raise sequence, revision and time', () => {
    same(
      feeds.map((feed) => feed.sequence),
      [1, 2, 3, 4],
    );
    same(
      mains.map((item) => item._placard.revision),
      [1, 2, 3, 4],
    );
    same(
      mains.map((item) => item._placard.change),
      ['new', 'update', 'update', 'update'],
    );
    same(
      feeds.map((feed) => feed.head._placard!.generated_at.slice(0, 10)),
      [...DAYS, '2025-07-25'],
    );
  });

  test('follow each other without a rollback, a reused number or a lost item', () => {
    for (const [index, feed] of feeds.entries()) {
      const before = feeds[index - 1];
      for (const id of feed.ids) feed.item(id);
      if (before) feed.retainFrom(before);
      same(feed.issues, []);
    }
    for (const id of OLDER) {
      const [first, ...others] = feeds.slice(0, 3).map((feed) => canonicalizeJson(feed.item(id)));
      for (const other of others) assert.equal(other, first);
    }
  });

  for (const [index, day] of DAYS.entries()) {
    test(`contain no later event on ${day}`, () => {
      const { document } = feeds[index]!;
      for (const { key, text } of strings(document)) {
        if (key === 'phone') continue;
        for (const [date] of text.matchAll(/\b20\d\d(-\d\d){0,2}/g)) assert.ok(date <= day, `${date}: ${text}`);
        for (const [, date] of text.matchAll(/\b(\d+) July\b/g)) assert.ok(Number(date) <= Number(day.slice(8)), text);
        assert.doesNotMatch(
          text,
          /Bellanger|PUBT|Public Technologies|Human Rights Watch|condemn|600[,.]?000|03:06|09:07|Central Asia|barred/i,
        );
        if (day < '2025-07-17') assert.doesNotMatch(text, /conciliation/i);
        if (day < '2025-07-15') assert.doesNotMatch(text, /sixteen|\b16\b|refus(al|ed accreditation)|denied[^.]*accreditation/i);
      }
      assert.equal(feeds[index]!.head._placard!.publisher.figures, undefined);
      assert.equal(feeds[index]!.item(SHUTDOWNS), undefined);
    });

    test(`declare themselves a reconstruction on ${day}`, () => {
      for (const id of feeds[index]!.ids) {
        const item = itemOf(feeds[index]!, id);
        assert.match(item.content_text, /sample and a reconstruction/);
        assert.match(item._placard.provenance![0]!.name, /reconstruction of .*later public press release/);
      }
      assert.match(mains[index]!.content_text, new RegExp(`how things stood on ${Number(day.slice(8))} July 2025`));
    });

    test(`have a pending suit without a hearing date on ${day}`, () => {
      const [suit] = mains[index]!._placard.cases!;
      same([suit!.status, suit!.filed, suit!.as_of], ['pending', '2025-07-11', day]);
      assert.match(suit!.challenges!, /^The delay of the review/);
      same(suit!.next, { type: 'hearing', date_status: 'not-set' });
      same(mains[index]!._placard.dateline, { date: day });
    });
  }

  test('add one step each day', () => {
    same(
      mains.map((item) => item._placard.timeline!.at(-1)!.id),
      ['suit', 'refusal', 'conciliation-declined', 'statement'],
    );
    same(
      mains.map((item) => item._placard.incident!.affected!.count),
      [7, 16, 16, 16],
    );
    same(
      mains.map((item) => item._placard.incident!.when),
      [{ date: '2025-04', rel: 'by' }, '2025-07-15', '2025-07-15', '2025-07-15'],
    );
    assert.match(mains[0]!.title!, /sues over delayed accreditations/);
    assert.match(mains[2]!.summary!, /17 July 2025[^.]*declined the conciliation/);
  });
});

describe('feeds of the gallery', () => {
  for (const file of GALLERY)
    test(`${file} declares itself fictional, and uses only reserved addresses and numbers`, () => {
      const feed = read(file);
      const who = feed.head._placard?.publisher.name ?? feed.head.authors![0]!.name!;
      assert.match(who, /Example|المثال/);
      for (const id of feed.ids) {
        const { summary, title } = feed.item(id)!;
        assert.match(title!, /^(Example|Exemple\s|مثال): /);
        assert.match(summary!, /^(Example: .*fictional|Exemple\s: .*fictive|مثال: .*خيالية)/is);
      }
      for (const { key, text } of strings(feed.document)) {
        if (key === 'email') assert.match(text, /@example\.org$/);
        if (key === 'phone') assert.match(text, /^\+44 20 7946 0\d{3}$/);
        for (const [url] of text.matchAll(/\bhttps?:[^\s"<]+/g))
          assert.match(url, /^https:\/\/(example\.org|jsonfeed\.org\/version)\/|^http:\/\/[a-z2-7]{55}d\.onion\/$/);
      }
    });

  for (const file of GALLERY)
    test(`${file} says no incident before its day, and waits for no step whose day is past`, () => {
      const feed = read(file);
      for (const id of feed.ids) {
        const { _placard: { incident, cases = [] } = {}, date_modified, date_published } = feed.item(id)!;
        const told = earliestMs((date_modified ?? date_published)!);
        assert.ok(!incident?.when || earliestMs(incident.when) <= told, id);
        for (const { next } of cases)
          assert.ok(!next || !/^(scheduled|postponed)$/.test(next.date_status) || stepEndMs(next) > told, `${id} ${next?.type}`);
      }
    });

  test('example-extradition says that an order was upheld, and grants no one anything', () => {
    const [extradition] = only('extradition').extension.cases!;
    same([extradition!.procedure, extradition!.status, extradition!.outcome], ['other', 'decided', 'upheld']);
    assert.equal(markOf(extradition!), 'neutral');
  });

  const only = (name: string) => {
    const feed = read(`feeds/example-${name}.json`);
    return { feed, item: feed.item(feed.ids[0]!)!, extension: feed.item(feed.ids[0]!)!._placard! };
  };

  test('example-decided has a partly granted case, partial compliance, a dated appeal, and labels of another tracker', () => {
    const [first, appeal] = only('decided').extension.cases!;
    same([first!.status, first!.outcome, first!.compliance], ['decided', 'partly-granted', 'partial']);
    assert.equal(first!.external![0]!.label, 'PARTIALLY_UPHELD');
    assert.equal(appeal!.status, 'pending');
    same([appeal!.next!.date_status, appeal!.next!.date], ['scheduled', '2030-01-15']);
  });

  test('example-withdrawn, example-closed and example-expired have these states', () => {
    assert.equal(only('withdrawn').extension.change, 'retraction');
    assert.match(only('withdrawn').extension.retraction!.reason, /^Example: .*fictional/);
    const closed = only('closed').extension;
    same([closed.cases![0]!.status, closed.cases![0]!.outcome], ['closed', 'settled']);
    assert.equal(closed.actions![0]!.ends, '2025-05-31');
    assert.equal(only('expired').feed.head._placard!.valid_until, '2020-01-31T00:00:00Z');
  });

  test('example-long has fourteen steps, three contacts with every channel, and long words', () => {
    const { feed, item, extension } = only('long');
    assert.equal(extension.timeline!.length, 14);
    const contacts = feed.head._placard!.contacts!;
    assert.equal(contacts.length, 3);
    for (const contact of contacts)
      for (const field of ['name', 'phone', 'email', 'url', 'signal', 'pgp', 'onion', 'languages', 'hours'] as const)
        assert.ok(contact[field], field);
    assert.ok(item.title!.length > 200);
    assert.ok(item.title!.split(/\s/).some((word) => word.length > 80));
  });

  test('example-arabic has its language on the feed and the item', () => {
    const { feed, item } = only('arabic');
    same([feed.head.language, item.language], ['ar', 'ar']);
    assert.equal(feed.head._placard!.contacts![0]!.phone, '+44 20 7946 0991');
  });

  test('example-many has twelve items with every kind and every status', () => {
    const { feed } = only('many');
    assert.equal(feed.ids.length, 12);
    const items = feed.ids.map((id) => feed.item(id)!._placard!);
    same(new Set(items.map(({ kind }) => kind)), new Set(['case', 'statement', 'campaign']));
    const statuses = new Set(items.flatMap(({ cases = [] }) => cases.map(({ status }) => status)));
    same([...statuses].sort(), ['appealed', 'closed', 'decided', 'investigating', 'none', 'pending', 'unknown']);
  });

  test('example-corrected has dated corrections, a successor, a postponed hearing, and the other action types', () => {
    const { extension } = only('corrected');
    same(
      extension.corrections!.map(({ at }) => at),
      ['2026-04-01', '2026-04-20'],
    );
    assert.equal(extension.superseded_by, 'example-successor');
    same(extension.cases![0]!.next, { type: 'hearing', date_status: 'postponed', was: '2026-04-14' });
    same(
      extension.actions!.map(({ type }) => type),
      ['write', 'attend', 'sign', 'donate', 'contact', 'share'],
    );
    assert.ok(extension.actions![0]!.subject && extension.actions![0]!.text && extension.actions![0]!.contact);
  });
});
