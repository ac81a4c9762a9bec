/** The reader's language: the loaded language of the interface, and the translation of the statement. */
import { expect, fixture } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import type { PlacardUpdateEvent } from '../../../src/elements/events.js';
import { parseFeed, type Feed } from '../../../src/feed/parse-feed.js';
import { loadLocale } from '../../../src/i18n/load-locale.js';
import { Script } from '../../support/servers/client.js';
import { ADDRESS, CASE, documentOf, feedOf, part, parts, settled, show, shownText, snapshotFor, stampOf } from './helpers.js';

const SNAPSHOT = '<div lang="en"><p>Snapshot.</p></div>';
const asked = (language: string) =>
  performance.getEntriesByType('resource').filter(({ name }) => new RegExp(`/locales/${language}\\.[jt]s`).test(name)).length;

/** Resolves after the card is shown in that language. */
async function spoken(element: PlacardElement, language: string): Promise<PlacardElement> {
  const { tag } = await loadLocale(language);
  const there = () => part(element, 'card')?.lang === tag;
  await settled(element);
  if (!there())
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => there() && (observer.disconnect(), resolve()));
      observer.observe(element.shadowRoot!, { attributes: true, childList: true, subtree: true });
    });
  return element;
}

const VERSIONS: Record<string, string> = {
  en: 'Press card refused',
  fr: 'Carte refusée',
  kk: 'Куәлік берілмеді',
  ar: 'رفض البطاقة',
  'zh-Hant': '拒發記者證',
};
const idOf = (language: string) => (language === 'en' ? 'one' : `one-${language}`);

/** Returns a feed with the statement in five languages. `facts` and `items` replace its members. */
function translated({ facts = {}, of = {} as Record<string, object>, kind = 'machine' } = {}): Feed {
  const others = Object.keys(VERSIONS).filter((language) => language !== 'en');
  const translations = others.map((language) => ({ language, item_id: idOf(language), kind, of_revision: 3 }));
  const document = documentOf({ head: {}, facts: { revision: 3, cases: [CASE], translations, ...facts } });
  document.language = 'en';
  for (const language of others)
    (document.items as object[]).push({
      id: idOf(language),
      url: `https://union.example/${language}`,
      title: VERSIONS[language],
      summary: `(${language})`,
      date_published: '2026-03-04',
      language,
      _placard: {
        kind: 'case',
        revision: 1,
        cases: [CASE],
        translations: [{ language: 'en', item_id: 'one', kind: 'original' }],
        ...of[language],
      },
    });
  return parseFeed(document, ADDRESS);
}

const titled = (element: Element) => part(element, 'headline')?.textContent.trim();

describe('the language of the interface', () => {
  it('shows no words until the language of the interface is loaded', async () => {
    const element = await show<PlacardElement>('placard-status', feedOf({ facts: { cases: [CASE] } }), 'lang="tr"');
    expect(part(element, 'skeleton')).not.to.equal(null);
    expect(shownText(element)).to.equal('');
    expect(part(element, 'card')!.getAttribute('aria-busy')).to.equal('true');
    await spoken(element, 'tr');
    expect(stampOf(element)).to.equal('Dava sürüyor');
    const card = part(element, 'card')!;
    expect([card.lang, card.dir, card.getAttribute('aria-busy'), card.getAttribute('aria-label')]).to.deep.equal([
      'tr',
      'ltr',
      null,
      'Davanın durumu: Example Union',
    ]);
  });

  it('keeps the snapshot until the language is loaded, and replaces it in one step', async () => {
    const element = await show<PlacardElement>('placard-status', feedOf({ facts: { cases: [CASE] } }), 'lang="de"', SNAPSHOT);
    expect(shownText(element)).to.equal('Snapshot.');
    expect(part(element, 'card')).to.equal(null);
    await spoken(element, 'de');
    expect(shownText(element)).to.contain('Verfahren läuft').and.not.to.contain('Snapshot.');
  });

  it('loads no language for a snapshot that stays', async () => {
    const element = await show<PlacardElement>('placard-status', feedOf({ facts: { cases: [CASE] } }), 'lang="uk" stamp="1"', SNAPSHOT);
    expect([shownText(element), asked('uk')]).to.deep.equal(['Snapshot.', 0]);
  });

  it('loads a language once for many elements', async () => {
    const host = await fixture<HTMLElement>(`<div lang="es"></div>`);
    host.innerHTML = '<placard-status></placard-status>'.repeat(5);
    const elements = [...host.children] as PlacardElement[];
    for (const element of elements) element.data = feedOf({ facts: { cases: [CASE] } });
    for (const element of elements) await spoken(element, 'es');
    for (const element of elements) expect(stampOf(element)).to.equal('Caso pendiente');
    expect(asked('es')).to.equal(1);
  });

  it('uses the closest lang attribute, and never the language of the browser', async () => {
    await loadLocale('fr');
    const host = await fixture<HTMLElement>('<div lang="fr"><p lang="en"></p><section></section></div>');
    for (const at of ['p', 'section']) host.querySelector(at)!.innerHTML = '<placard-status></placard-status>';
    const [english, french] = [...host.querySelectorAll<PlacardElement>('placard-status')];
    for (const element of [english!, french!]) {
      element.data = feedOf({ facts: { cases: [CASE] } });
      await settled(element);
    }
    expect([stampOf(english!), stampOf(french!)]).to.deep.equal(['Case pending', 'Affaire en cours']);
    expect(stampOf(await show('placard-status', feedOf({ facts: { cases: [CASE] } })))).to.equal('Case pending');
  });

  it('keeps the previous language until the new one is loaded', async () => {
    const element = await spoken(await show<PlacardElement>('placard-status', feedOf({ facts: { cases: [CASE] } }), 'lang="en"'), 'en');
    element.lang = 'fa';
    await element.updateComplete;
    expect(stampOf(element)).to.equal('Case pending');
    await spoken(element, 'fa');
    expect([stampOf(element), part(element, 'card')!.dir]).to.deep.equal(['پرونده در حال رسیدگی', 'rtl']);
    element.removeAttribute('lang');
    await settled(element);
    expect([stampOf(element), part(element, 'card')!.dir]).to.deep.equal(['Case pending', 'ltr']);
  });

  it('announces changes in the language of the interface', async () => {
    await loadLocale('ru');
    const body = (sequence: number, status: string) =>
      JSON.stringify(documentOf({ head: { sequence }, facts: { revision: sequence, cases: [{ ...CASE, status }] } }));
    const script = await Script.of({ body: body(1, 'pending') });
    const host = await fixture<HTMLElement>('<div></div>');
    const heard = (type: string) => new Promise<Event>((resolve) => host.addEventListener(type, resolve, { once: true }));
    const loaded = heard('placard-load');
    host.innerHTML = `<placard-status src="${script.url}" refresh="1" lang="ru"></placard-status>`;
    await loaded;
    const updated = heard('placard-update');
    await script.replace({ body: body(2, 'decided') });
    expect(((await updated) as PlacardUpdateEvent).current!._placard!.cases![0]!.status).to.equal('decided');
    const region = host.firstElementChild!.shadowRoot!.querySelector<HTMLElement>('[aria-live]')!;
    if (!region.lastElementChild)
      await new Promise<void>((resolve) => new MutationObserver(() => resolve()).observe(region, { childList: true }));
    const { textContent, lang } = region.lastElementChild as HTMLElement;
    expect([textContent, lang]).to.deep.equal(['Example Union, Press card refused: состояние дела изменилось. Решение вынесено.', 'ru']);
  });
});

describe('the language of the statement', () => {
  before(() => Promise.all(['fr', 'kk', 'ar', 'ru', 'zh'].map(loadLocale)));

  const chosen: [wanted: string, got: string][] = [
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['kk-Cyrl-KZ', 'kk'],
    ['kk-Arab-CN', 'kk'],
    ['ar-EG', 'ar'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hans-CN', 'zh-Hant'],
    ['en-ZA', 'en'],
    ['ru', 'en'],
    ['sah', 'en'],
  ];
  for (const [wanted, got] of chosen)
    it(`shows the statement in ${got} for a reader of ${wanted}, from the id of any translation`, async () => {
      for (const named of ['', 'item="one"']) {
        const element = await spoken(await show<PlacardElement>('placard-incident', translated(), `lang="${wanted}" ${named}`), wanted);
        expect(titled(element)).to.equal(VERSIONS[got]);
      }
      const other = got === 'fr' ? 'ar' : 'fr';
      const named = await spoken(
        await show<PlacardElement>('placard-incident', translated(), `lang="${wanted}" item="${idOf(other)}"`),
        wanted,
      );
      expect(titled(named)).to.equal(VERSIONS[wanted === 'ru' || wanted === 'sah' ? other : got]);
    });

  it('shows the named item itself with `original`', async () => {
    const pinned = (attributes: string) => show<PlacardElement>('placard-incident', translated(), `original ${attributes}`);
    expect(titled(await spoken(await pinned('lang="fr"'), 'fr'))).to.equal(VERSIONS.en);
    expect(titled(await spoken(await pinned('lang="en" item="one-ar"'), 'en'))).to.equal(VERSIONS.ar);
  });

  it('finds the original if only one of the two items has the link', async () => {
    for (const facts of [{ translations: undefined }, {}]) {
      const of =
        facts.translations === undefined && 'translations' in facts
          ? {}
          : Object.fromEntries(Object.keys(VERSIONS).map((language) => [language, { translations: undefined }]));
      const feed = translated({ facts, of });
      expect(titled(await show('placard-incident', feed))).to.equal(VERSIONS.en);
      expect(titled(await spoken(await show('placard-incident', feed, 'lang="fr"'), 'fr'))).to.equal(VERSIONS.fr);
      expect(parts(await show('placard-list', feed), 'entry')).to.have.length(1);
    }
  });

  it('handles translations that name themselves, each other, or an unknown item', async () => {
    const link = (item_id: string, kind: string) => ({ language: 'en', item_id, kind });
    const loop = translated({
      facts: { translations: [link('one-fr', 'original'), link('one', 'original'), link('gone', 'machine')] },
      of: { fr: { translations: [link('one', 'original'), link('one-fr', 'original')] } },
    });
    expect(titled(await show('placard-incident', loop, 'item="one" lang="en"'))).to.equal(VERSIONS.en);
    expect(parts(await show('placard-list', loop), 'title').map(shownText))
      .to.include(VERSIONS.en)
      .and.to.include(VERSIONS.fr);
    const sisters = translated({ of: { fr: { translations: [link('one', 'original'), link('one-ar', 'machine')] } } });
    expect(parts(await show('placard-list', sisters), 'title').map(shownText)).to.deep.equal([VERSIONS.en]);
  });

  it('links the other languages by their own names, with language and direction', async () => {
    const element = await spoken(await show<PlacardElement>('placard-incident', translated(), 'lang="kk"'), 'kk');
    const line = part(element, 'languages')!;
    expect(shownText(line)).to.equal('Басқа тілдерде English (түпнұсқа) Français العربية 繁體中文');
    expect([...line.querySelectorAll('a')].map(({ href, hreflang, lang, dir }) => [href, hreflang, lang, dir])).to.deep.equal([
      ['https://union.example/one', 'en', 'en', 'ltr'],
      ['https://union.example/fr', 'fr', 'fr', 'ltr'],
      ['https://union.example/ar', 'ar', 'ar', 'rtl'],
      ['https://union.example/zh-Hant', 'zh-Hant', 'zh-Hant', 'ltr'],
    ]);
    expect(part(await show('placard-incident', feedOf()), 'languages')).to.equal(null);
  });

  it('marks machine translations and old translations, also in the snapshot', async () => {
    const note = async (feed: Feed, tag = 'placard-incident') =>
      parts(await spoken(await show<PlacardElement>(tag, feed, 'lang="fr"'), 'fr'), 'notice')
        .map(shownText)
        .join(' ') || undefined;
    const [machine, old] = ['Ce texte est une traduction automatique.', 'L’original a été modifié depuis cette traduction.'];
    for (const tag of ['placard-incident', 'placard-status', 'placard-action', 'placard-statement', 'placard-campaign'])
      expect(await note(translated(), tag), tag).to.equal(machine);
    expect(await note(translated({ kind: 'official' }))).to.equal(undefined);
    expect(await note(translated({ facts: { revision: 4 } }))).to.equal(`${machine} ${old}`);
    expect(await note(translated({ kind: 'official', facts: { revision: 4 } }))).to.equal(old);
    // The original names the translation. Only the translation has the revision.
    const unsaid = { language: 'fr', item_id: 'one-fr', kind: 'official' };
    const made = { translations: [{ language: 'en', item_id: 'one', kind: 'original', of_revision: 2 }] };
    expect(await note(translated({ facts: { translations: [unsaid] }, of: { fr: made } }))).to.equal(old);
    // Without its original in the feed, the translation has the mark itself.
    const alone = { item: { language: 'fr' }, facts: { translations: [{ language: 'fr', item_id: 'one', kind: 'machine' }] } };
    expect(await note(feedOf(alone))).to.equal(machine);
    const element = await spoken(await show<PlacardElement>('placard-campaign', translated(), 'lang="fr"'), 'fr');
    const snapshot = await snapshotFor(element);
    expect(snapshot).to.contain(`>${machine}</p>`);
    expect(snapshot).to.contain('<a href="https://union.example/ar" rel="noreferrer" lang="ar" dir="rtl">العربية</a>');
  });

  it('lists a statement once, in the reader’s language', async () => {
    const list = async (language: string) =>
      parts(await spoken(await show<PlacardElement>('placard-list', translated(), `lang="${language}"`), language), 'entry').map(shownText);
    expect(await list('en')).to.deep.equal(['Press card refused Case pending · Case · 2 March 2026']);
    expect(await list('ar')).to.deep.equal(['رفض البطاقة القضية قيد النظر · قضية · 4 مارس 2026']);
    expect(await list('ru')).to.deep.equal(['Press card refused Дело рассматривается · Дело · 2 марта 2026 года']);
  });

  it('retracts a translation with its original, with the reason in the publisher’s language', async () => {
    const retraction = { change: 'retraction', revision: 4, retraction: { at: '2026-03-05', reason: 'The facts were wrong.' } };
    for (const facts of [retraction, { ...retraction, translations: undefined }]) {
      for (const tag of ['placard-campaign', 'placard-incident', 'placard-status', 'placard-action', 'placard-statement']) {
        const element = await spoken(
          await show<PlacardElement>(tag, translated({ facts }), 'lang="ar" item="one-ar" stamp="1"', SNAPSHOT),
          'ar',
        );
        expect(shownText(element)).to.match(
          /^قضية بمتابعة Example Union سُحب النص في 5 مارس 2026 رفض البطاقة السبب: The facts were wrong\./,
        );
        expect(part(element, 'reason')!.querySelector('bdi')!.getAttribute('lang')).to.equal('en');
      }
      const list = await spoken(await show<PlacardElement>('placard-list', translated({ facts }), 'lang="kk"'), 'kk');
      expect(parts(list, 'entry').map(shownText)).to.deep.equal(['Куәлік берілмеді Қайтарып алынды · Іс · 2026 жылғы 4 наурыз']);
    }
  });

  it('shows another language if only one translation is retracted', async () => {
    const feed = translated({ of: { fr: { change: 'retraction', retraction: { at: '2026-03-05', reason: 'Mal traduit.' } } } });
    const element = await spoken(await show<PlacardElement>('placard-incident', feed, 'lang="fr"'), 'fr');
    expect(titled(element)).to.equal(VERSIONS.en);
    expect(part(element, 'languages')!.textContent).not.to.contain('Français');
    const named = await spoken(await show<PlacardElement>('placard-incident', feed, 'lang="fr" item="one-fr"'), 'fr');
    expect(shownText(named)).to.contain('Texte retiré le 5 mars 2026').and.to.contain('Mal traduit.');
  });

  it('links a superseded original to the translation of its successor', async () => {
    const feed = translated({ facts: { superseded_by: 'next' } });
    const document = structuredClone(feed.document) as { items: object[] };
    document.items.push(
      {
        id: 'next',
        title: 'Next',
        language: 'en',
        date_published: '2020',
        _placard: { kind: 'case', revision: 1, translations: [{ language: 'fr', item_id: 'suite', kind: 'official' }] },
      },
      { id: 'suite', title: 'Suite', language: 'fr', url: 'https://union.example/suite', _placard: { kind: 'case', revision: 1 } },
    );
    const element = await spoken(
      await show<PlacardElement>('placard-incident', parseFeed(document, ADDRESS), 'lang="fr" item="one-fr"'),
      'fr',
    );
    const link = part(element, 'notice')!.querySelector('a')!;
    expect([link.textContent.trim(), link.href]).to.deep.equal(['Suite', 'https://union.example/suite']);
  });
});

describe('each part', () => {
  before(() => Promise.all(['ar', 'en'].map(loadLocale)));

  it('marks each text with its language and direction: interface, item, publisher and speaker', async () => {
    const document = documentOf({
      item: { language: 'ug', title: 'ئۇيغۇرچە' },
      head: {
        publisher: {
          name: 'Example Union',
          about: 'It defends people.',
          figures: [{ value: 3, qualifier: 'more-than', label: 'offices' }],
        },
        contacts: [{ id: 'p', role: 'press', name: 'Desk', phone: '+44 20 7946 0958', hours: 'Mondays' }],
      },
      facts: {
        cases: [{ ...CASE, challenges: 'كېچىكتۈرۈش', next: { type: 'other', label: 'ئاڭلاش', date_status: 'cancelled' } }],
        quotes: [
          { text: 'Nous continuons.', form: 'direct', speaker: 'X', language: 'fr' },
          { text: 'נמשיך', form: 'indirect', speaker: 'Y', language: 'he' },
          { text: 'داۋاملاشتۇرىمىز', form: 'indirect', speaker: 'Z' },
        ],
        provenance: [{ role: 'author', name: 'مۇئەللىپ' }],
      },
    });
    document.language = 'en';
    const element = await show('placard-campaign', parseFeed(document, ADDRESS), 'lang="en"');
    const of = (text: string) => {
      const found = [...element.shadowRoot!.querySelectorAll<HTMLElement>('*')].findLast((each) => each.textContent.includes(text))!;
      return [found.closest('[lang]')!.getAttribute('lang'), getComputedStyle(found).direction];
    };
    expect(of('ئۇيغۇرچە')).to.deep.equal(['ug', 'rtl']);
    expect(of('كېچىكتۈرۈش')).to.deep.equal(['ug', 'rtl']);
    expect(of('Challenges')).to.deep.equal(['en', 'ltr']);
    expect(of('ئاڭلاش')).to.deep.equal(['ug', 'rtl']);
    expect(of(': cancelled.')).to.deep.equal(['en', 'ltr']);
    expect(of('Nous continuons.')).to.deep.equal(['fr', 'ltr']);
    expect(of('נמשיך')).to.deep.equal(['he', 'rtl']);
    expect(of('داۋاملاشتۇرىمىز')).to.deep.equal(['ug', 'rtl']);
    expect(of('مۇئەللىپ')).to.deep.equal(['ug', 'rtl']);
    expect(of('Written by')).to.deep.equal(['en', 'ltr']);
    for (const text of ['It defends people.', 'offices', 'Desk', 'Mondays']) expect(of(text), text).to.deep.equal(['en', 'ltr']);
    expect(element.shadowRoot!.querySelector('[dir=auto]')).to.equal(null);
  });

  it('keeps telephone numbers left to right with their own digits, in the contact and in other texts', async () => {
    const number = '+44 20 7946 0958';
    const feed = feedOf({
      item: { language: 'ar', title: 'عنوان', summary: `الهاتف ${number} للصحافة`, content_text: `اتصل على ${number}.` },
    });
    const element = await spoken(await show<PlacardElement>('placard-campaign', feed, 'lang="fa"'), 'fa');
    part<HTMLDetailsElement>(element, 'statement')!.open = true;
    await element.updateComplete;
    const box = (node: Text, from: number, to: number) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range.getBoundingClientRect();
    };
    const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
    let found = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(number);
      if (at < 0) continue;
      found++;
      const [first, last] = [box(node, at, at + 3), box(node, at + number.length - 4, at + number.length)];
      expect(first.right, node.data).to.be.at.most(last.left);
    }
    expect(found).to.equal(4); // action, summary, statement, contact
    const snapshot = await snapshotFor(element);
    expect(snapshot.split(number)).to.have.length(3);
    expect(snapshot.match(/<bdi dir="ltr">\+44 20/g)).to.have.length(2);
  });

  for (const lang of ['ar', 'kk', 'zh'])
    it(`a card in ${lang} has no axe violations`, async () => {
      await loadLocale(lang);
      for (const tag of ['placard-campaign', 'placard-status', 'placard-action', 'placard-list'])
        await expect(await spoken(await show<PlacardElement>(tag, translated(), `lang="${lang}" theme="light"`), lang)).to.be.accessible();
    });
});
