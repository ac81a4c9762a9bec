/** Dates, numbers and names in every language and engine, also where Intl accepts a language but has no data for it. */
import { expect } from '@open-wc/testing';
import { detailsOf } from '../../../src/i18n/details.js';
import { formatTime, dateText, dayOf, numberText, nativeLanguageName, formatWhen } from '../../../src/i18n/format.js';
import { countryName, languageName, listText } from '../../../src/i18n/names.js';
import type { Relation } from '../../../src/feed/values/partial-date.js';
import type { Locale } from '../../../src/i18n/load-locale.js';
import { locales, SCRIPTS, TAGS } from './locales.js';

const localeOf = (tag: string): Locale => locales.get(tag)!;
/** Returns the text with plain spaces: engines differ in the kind of space within a number. */
const withPlainSpaces = (text: string) => text.replace(/\s/g, ' ');
const RELATIONS: Relation[] = ['on', 'by', 'before', 'after', 'since', 'about'];

describe('dayOf', () => {
  const shown: Record<string, [day: string, month: string]> = {
    en: ['25 July', 'by April'],
    es: ['25 de julio', 'a más tardar en abril'],
    kk: ['25 шілде', 'сәуірге қарай'],
    ru: ['25 июля', 'к апрелю'],
    tr: ['25 Temmuz', 'Nisan ayına kadar'],
    zh: ['7月25日', '不晚于4月'],
  };
  for (const [tag, expected] of Object.entries(shown)) {
    it(`leaves out the year in ${tag}`, () => {
      const dates = ['2025-07-25', { date: '2025-04', rel: 'by' as const }];
      expect(dates.map((date) => dayOf(date, localeOf(tag)))).to.deep.equal(expected);
    });
  }
});

describe('dateText', () => {
  const shown: Record<string, [year: string, month: string, day: string, first: string]> = {
    en: ['2025', 'February 2025', '25 July 2025', '1 May 2025'],
    fr: ['2025', 'février 2025', '25 juillet 2025', '1er mai 2025'],
    es: ['2025', 'febrero de 2025', '25 de julio de 2025', '1 de mayo de 2025'],
    de: ['2025', 'Februar 2025', '25. Juli 2025', '1. Mai 2025'],
    pt: ['2025', 'fevereiro de 2025', '25 de julho de 2025', '1 de maio de 2025'],
    ru: ['2025 год', 'февраль 2025 года', '25 июля 2025 года', '1 мая 2025 года'],
    uk: ['2025 рік', 'лютий 2025 року', '25 липня 2025 року', '1 травня 2025 року'],
    kk: ['2025 жыл', '2025 жылғы ақпан', '2025 жылғы 25 шілде', '2025 жылғы 1 мамыр'],
    tr: ['2025', 'Şubat 2025', '25 Temmuz 2025', '1 Mayıs 2025'],
    ar: ['2025', 'فبراير 2025', '25 يوليو 2025', '1 مايو 2025'],
    fa: ['۲۰۲۵', 'فوریهٔ ۲۰۲۵', '۲۵ ژوئیهٔ ۲۰۲۵', '۱ مهٔ ۲۰۲۵'],
    zh: ['2025年', '2025年2月', '2025年7月25日', '2025年5月1日'],
  };
  for (const tag of TAGS)
    it(`writes a date in ${tag} as precisely as it is given, in the Gregorian calendar`, () => {
      expect(['2025', '2025-02', '2025-07-25', '2025-05-01'].map((date) => dateText(date, localeOf(tag)))).to.deep.equal(shown[tag]);
    });

  for (const tag of TAGS)
    it(`writes a date in ${tag} in the script of the language, in each month, relation and form`, () => {
      for (const rel of RELATIONS)
        for (let month = 1; month <= 12; month++)
          for (const day of ['', '-01', '-02', '-28']) {
            const {
              alone,
              within,
              plain: isPlain,
            } = formatWhen({ date: `2025-${String(month).padStart(2, '0')}${day}`, rel }, localeOf(tag))!;
            for (const text of [alone, within]) {
              expect(text)
                .to.match(/2025|۲۰۲۵/)
                .and.match(SCRIPTS[tag] ?? /\p{Script=Latin}/u);
              expect(text).not.to.match(/M\d|undefined|۱۴۰/);
            }
            expect(isPlain).to.equal(rel === 'on');
          }
    });

  it('writes twelve different months in each grammatical case', () => {
    for (const tag of TAGS)
      for (const rel of RELATIONS) {
        const all = Array.from({ length: 12 }, (_, month) =>
          formatWhen({ date: `2025-${String(month + 1).padStart(2, '0')}`, rel }, localeOf(tag))!,
        );
        expect(new Set(all.map(({ alone }) => alone)).size, `${tag} ${rel}`).to.equal(12);
        expect(new Set(all.map(({ within }) => within)).size, `${tag} ${rel}`).to.equal(12);
      }
  });

  it('writes dates without Intl, whose first use is slow', () => {
    const { DateTimeFormat, NumberFormat } = Intl;
    const fail = () => expect.fail('Intl was used');
    try {
      Object.assign(Intl, { DateTimeFormat: fail, NumberFormat: fail });
      for (const tag of TAGS) {
        for (const date of ['2025', '2025-02', '2025-07-25T09:07:00Z'])
          expect(formatWhen(date, localeOf(tag), true)?.alone).not.to.equal('');
        expect(formatTime(0, Date.now(), localeOf(tag))).not.to.equal('');
        expect(numberText(999, localeOf(tag))).to.match(/^(999|۹۹۹)$/);
      }
    } finally {
      Object.assign(Intl, { DateTimeFormat, NumberFormat });
    }
  });

  it('writes a date as Intl does, in the languages that Intl knows', () => {
    for (const tag of ['en', 'fr', 'es', 'de', 'pt', 'tr', 'ar']) {
      const format = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(localeOf(tag).intl, { calendar: 'gregory', timeZone: 'UTC', ...options });
      for (let month = 0; month < 12; month++) {
        const at = Date.UTC(2025, month, 17);
        const date = new Date(at).toISOString().slice(0, 10);
        expect(dateText(date, localeOf(tag))).to.equal(format({ year: 'numeric', month: 'long', day: 'numeric' }).format(at));
        expect(dateText(date.slice(0, 7), localeOf(tag))).to.equal(format({ year: 'numeric', month: 'long' }).format(at));
      }
    }
  });

  it('takes the same month names from the file as from an Intl that knows the language', () => {
    for (const tag of TAGS) {
      if (tag === 'zh' || tag === 'kk') continue; // Intl has numbers for Chinese months, and no Kazakh months in Chromium
      const { intl, months } = localeOf(tag);
      const format = new Intl.DateTimeFormat(intl, {
        calendar: 'gregory',
        timeZone: 'UTC',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      });
      const intlMonths = Array.from(
        { length: 12 },
        (_, month) => format.formatToParts(Date.UTC(2025, month)).find(({ type }) => type === 'month')!.value,
      );
      expect(months.split(' '), tag).to.deep.equal(intlMonths);
    }
  });

  it('inflects a date after a preposition', () => {
    const written = (tag: string, date: string, rel: Relation) => dateText({ date, rel }, localeOf(tag));
    expect(written('ru', '2025-04', 'by')).to.equal('к апрелю 2025 года');
    expect(written('ru', '2025-05', 'by')).to.equal('к маю 2025 года');
    expect(written('ru', '2025-08', 'about')).to.equal('примерно в августе 2025 года');
    expect(written('ru', '2025-07-02', 'since')).to.equal('со 2 июля 2025 года');
    expect(written('ru', '2025', 'by')).to.equal('к 2025 году');
    expect(written('uk', '2025-02', 'about')).to.equal('приблизно у лютому 2025 року');
    expect(written('uk', '2025-11', 'about')).to.equal('приблизно у листопаді 2025 року');
    expect(written('uk', '2025-04', 'by')).to.equal('не пізніше квітня 2025 року');
    expect(written('uk', '2025-04', 'before')).to.equal('до квітня 2025 року');
    const kazakh: [string, string, string, string][] = [
      ['2025-01', 'қаңтарға', 'қаңтардан', 'қаңтарда'],
      ['2025-02', 'ақпанға', 'ақпаннан', 'ақпанда'],
      ['2025-04', 'сәуірге', 'сәуірден', 'сәуірде'],
      ['2025-06', 'маусымға', 'маусымнан', 'маусымда'],
      ['2025-07', 'шілдеге', 'шілдеден', 'шілдеде'],
      ['2025-09', 'қыркүйекке', 'қыркүйектен', 'қыркүйекте'],
      ['2025-11', 'қарашаға', 'қарашадан', 'қарашада'],
    ];
    for (const [date, to, from, at] of kazakh) {
      expect(written('kk', date, 'by')).to.equal(`2025 жылғы ${to} қарай`);
      expect(written('kk', date, 'after')).to.equal(`2025 жылғы ${from} кейін`);
      expect(formatWhen(date, localeOf('kk'))!.within).to.equal(`2025 жылғы ${at}`);
    }
    expect(written('de', '2025-04', 'by')).to.equal('bis April 2025');
    expect(written('de', '2025-07-11', 'before')).to.equal('vor dem 11. Juli 2025');
    expect(written('fr', '2025-03-01', 'before')).to.equal('avant le 1er mars 2025');
    expect(written('es', '2025-07-11', 'after')).to.equal('después del 11 de julio de 2025');
    expect(written('tr', '2025-04', 'by')).to.equal('2025 yılının Nisan ayına kadar');
    expect(written('tr', '2025-07-11', 'since')).to.equal('11 Temmuz 2025 tarihinden beri');
    expect(written('ar', '2025', 'by')).to.equal('بحلول عام 2025');
    expect(written('fa', '2025-04', 'by')).to.equal('تا آوریل ۲۰۲۵');
    expect(written('zh', '2025-04', 'by')).to.equal('不晚于2025年4月');
  });

  it('writes the hour and the zone of a date that has them', () => {
    const shown = (tag: string) => formatWhen('2025-07-25T09:07:00+05:00', localeOf(tag), true)!.alone;
    expect(shown('en')).to.equal('25 July 2025, 09:07 UTC+05:00');
    expect(shown('kk')).to.equal('2025 жылғы 25 шілде, 09:07 UTC+05:00');
    expect(shown('ar')).to.equal('25 يوليو 2025، 09:07 UTC+05:00');
    expect(shown('fa')).to.equal('۲۵ ژوئیهٔ ۲۰۲۵، ۰۹:۰۷ UTC+05:00');
    expect(shown('zh')).to.equal('2025年7月25日 09:07 UTC+05:00');
  });

  it('adds the day to the reader’s own time where that day is not today', () => {
    const at = new Date(2026, 2, 2, 14, 5).getTime();
    expect(formatTime(at, at + 60_000, localeOf('kk'))).to.equal('14:05');
    expect(formatTime(at, at + 86_400_000, localeOf('kk'))).to.equal('2026 жылғы 2 наурыз, 14:05');
    expect(formatTime(at, at + 86_400_000, localeOf('fa'))).to.equal('۲ مارس ۲۰۲۶، ۱۴:۰۵');
  });
});

describe('numberText, listText and the names', () => {
  it('write numbers and lists as the language does', () => {
    const numbers = Object.fromEntries(TAGS.map((tag) => [tag, withPlainSpaces(numberText(600_000, localeOf(tag)))]));
    expect(numbers).to.deep.equal({
      en: '600,000',
      fr: '600 000',
      es: '600.000',
      de: '600.000',
      pt: '600.000',
      ru: '600 000',
      uk: '600 000',
      kk: '600 000',
      tr: '600.000',
      ar: '600,000',
      fa: '۶۰۰٬۰۰۰',
      zh: '600,000',
    });
    expect(listText(['A', 'B'], localeOf('de'))).to.equal('A und B');
    expect(listText(['A', 'B'], localeOf('ru'))).to.equal('A и B');
    expect(listText(['A', 'B', 'C'], localeOf('zh'))).to.equal('A、B和C');
    expect(listText(['A', 'B'], localeOf('kk'))).not.to.contain('и');
  });

  it('name a country in every language, also Kazakhstan in Kazakh', () => {
    const names = Object.fromEntries(TAGS.map((tag) => [tag, countryName('KZ', localeOf(tag))]));
    expect(names).to.deep.equal({
      en: 'Kazakhstan',
      fr: 'Kazakhstan',
      es: 'Kazajistán',
      de: 'Kasachstan',
      pt: 'Cazaquistão',
      ru: 'Казахстан',
      uk: 'Казахстан',
      kk: 'Қазақстан',
      tr: 'Kazakistan',
      ar: 'كازاخستان',
      fa: 'قزاقستان',
      zh: '哈萨克斯坦',
    });
    expect(countryName('PL', localeOf('kk'))).to.equal('Польша');
    expect(countryName('XQ', localeOf('en'))).to.equal('XQ');
  });

  it('name a language in another language and in its own', () => {
    // WebKit writes a capital where the language does not.
    const lower = (text: string) => text.toLowerCase();
    expect(lower(languageName('ar', localeOf('kk')))).to.equal('араб тілі');
    expect(lower(languageName('kk', localeOf('ru')))).to.equal('казахский');
    expect(['en', 'fr', 'ru', 'kk', 'ar', 'fa', 'zh-Hans'].map(nativeLanguageName)).to.deep.equal([
      'English',
      'Français',
      'Русский',
      'Қазақ тілі',
      'العربية',
      'فارسی',
      '简体中文',
    ]);
    expect(nativeLanguageName('no tag')).to.equal('No tag');
    for (const tag of TAGS) expect(languageName('toString', localeOf(tag))).to.be.a('string'); // eight letters are a valid tag
  });

  it('put the ending on a Turkish number that its last word asks for', () => {
    const more = detailsOf(localeOf('tr')).qualifiers['more-than'];
    const endings: Record<string, string> = {
      '1': 'den',
      '6': 'dan',
      '9': 'dan',
      '10': 'dan',
      '40': 'tan',
      '100': 'den',
      '600.000': 'den',
      '2.000.000': 'dan',
    };
    for (const [value, ending] of Object.entries(endings)) expect(more(value)).to.equal(`${value}’${ending} fazla`);
  });

  it('put the ending on a Kazakh number that its last word asks for', () => {
    const more = detailsOf(localeOf('kk')).qualifiers['more-than'];
    const endings: Record<string, string> = {
      '1': 'ден',
      '3': 'тен',
      '6': 'дан',
      '146': 'дан',
      '20': 'дан',
      '30': 'дан',
      '40': 'тан',
      '80': 'нен',
      '100': 'ден',
      '2 500': 'ден',
      '600 000': 'нан',
    };
    for (const [value, ending] of Object.entries(endings)) expect(more(value)).to.equal(`${value}-${ending} астам`);
  });
});
