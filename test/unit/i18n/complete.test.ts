/** Every language has every sentence, in its own words, and keeps each value that is inserted. */
import type { When } from '../../../src/locales/en.js';
import { expect } from '@open-wc/testing';
import { detailsOf } from '../../../src/i18n/details.js';
import { locales, OTHERS, SCRIPTS } from './locales.js';

type Sentence = (...given: unknown[]) => string;

const DATE = { text: '<text>', year: '<year>', month: '<month>', day: '<day>' };
const WHEN = { alone: '<date>', within: '<date>', plain: true };
const WORDS = ['<one>', '<two>'];

/** Returns the arguments for a function: dates where it takes dates, a number and its count for a count, else words. */
function argumentsFor(path: string): unknown[] {
  if (path.startsWith('relations.')) return [DATE];
  if (
    path.startsWith('steps.') ||
    /^(filed|firstSet|heldSince|asOf|closedAction|notYetOpen|outdated|withdrawn|details\.replied)$/.test(path)
  )
    return [WHEN];
  if (path.startsWith('namedStep.')) return [WORDS[0], WHEN];
  if (path.startsWith('ended.')) return [WHEN, '<one>', 5];
  return COUNTED.test(path) ? ['<one>', 5, WHEN] : WORDS;
}

/** Sentences with a number, as text and as a count, and with a date in some. */
const COUNTED = /^(counts\.\w+|fates\.\w+|days|earlier|more|details\.(injured|documents|noReply))$/;

/** Returns every sentence that a reader can see, by its path. Each function is called once. */
function sentences(part: object, path = ''): [string, string, Sentence | undefined][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, string, Sentence | undefined][] => {
    const at = path ? `${path}.${key}` : key;
    if (/^(tag|intl|names|months|date|digits|stop|clock|details\.certainties\.known)\b/.test(at)) return []; // facts about the language, and punctuation
    if (typeof value === 'string') return [[at, value, undefined]];
    if (typeof value === 'function') return [[at, (value as Sentence)(...argumentsFor(at)), value as Sentence]];
    return sentences(value as object, at);
  });
}

const english = sentences({ ...locales.get('en')!, details: detailsOf(locales.get('en')!) });

/** Words that a language shares with English. */
const SHARED: Record<string, string[]> = {
  fr: [
    'details.actors.police',
    'headings.sources',
    'headings.contacts',
    'counts.dates',
    'counts.minutes',
    'original',
    'roles.general',
    'details.channels.signal',
    'details.channels.pgp',
    'details.headings.documents',
    'details.documents',
    'counts.organisations',
    'details.interventions.question',
    'details.interventions.other',
    'details.papers.other',
    'details.categories.torture',
    'details.categories.surveillance',
    'details.categories.expulsion',
    'details.channels.whatsapp',
    'details.channels.telegram',
  ],
  es: [
    'counts.minutes',
    'original',
    'details.channels.signal',
    'details.channels.pgp',
    'details.channels.fax',
    'extension',
    'details.channels.whatsapp',
    'details.channels.telegram',
  ],
  de: [
    'details.channels.signal',
    'details.channels.pgp',
    'details.channels.url',
    'details.channels.fax',
    'details.interventions.other',
    'details.channels.whatsapp',
    'details.channels.telegram',
  ],
  pt: [
    'counts.minutes',
    'original',
    'details.channels.signal',
    'details.channels.pgp',
    'details.channels.fax',
    'details.channels.whatsapp',
    'details.channels.telegram',
  ],
  ru: ['details.channels.signal', 'details.channels.pgp', 'details.channels.whatsapp', 'details.channels.telegram'],
  uk: ['details.channels.signal', 'details.channels.pgp', 'details.channels.whatsapp', 'details.channels.telegram'],
  kk: ['details.channels.signal', 'details.channels.pgp', 'details.channels.whatsapp', 'details.channels.telegram'],
  tr: ['details.channels.signal', 'details.channels.pgp', 'docket', 'details.channels.whatsapp', 'details.channels.telegram'],
  ar: ['details.channels.pgp', 'details.channels.whatsapp', 'details.channels.telegram'],
  fa: ['details.channels.pgp', 'details.channels.whatsapp', 'details.channels.telegram'],
  zh: ['details.channels.signal', 'details.channels.pgp', 'details.channels.whatsapp', 'details.channels.telegram'],
};
/** Sentences without a word of their own: they set the order of their values and the punctuation. */
const FRAMES = /^(place|labelled|relations\.on|namedStep\.scheduled|progress|heldSince)$/;

/** Two or three words in most languages; Chinese writes no spaces. */
const MAX_STAMP_WORDS = 4;

describe('every language', () => {
  it('is compared with more than 150 English sentences', () => {
    expect(english.length).to.be.greaterThan(150);
  });

  for (const tag of OTHERS) {
    const locale = locales.get(tag)!;
    const own = new Map(sentences(locale).map(([path, text]) => [path, text]));

    it(`${tag} has each English sentence`, () => {
      expect([...own.keys()]).to.have.members(english.map(([path]) => path));
      for (const [path, text] of own) expect(text.trim(), path).to.match(/[^\s<>]/);
    });

    it(`${tag} does not repeat English words, apart from the shared ones`, () => {
      const same = english.filter(([path, text]) => !FRAMES.test(path) && own.get(path) === text).map(([path]) => path);
      expect(same).to.have.members(SHARED[tag]!);
      const script = SCRIPTS[tag];
      if (!script) return;
      for (const [path, text] of own) if (!FRAMES.test(path) && !SHARED[tag]!.includes(path)) expect(text, path).to.match(script);
    });

    it(`${tag} inserts each value exactly once`, () => {
      for (const [path, text, sentence] of sentences(locale)) {
        if (!sentence) continue;
        const inEnglish = english.find(([at]) => at === path)![1].match(/<\w+>/g) ?? [];
        const here = text.match(/<\w+>/g) ?? [];
        if (path.startsWith('relations.'))
          expect(here, path).to.satisfy((found: string[]) => found.includes('<text>') || found.includes('<year>'));
        else expect([...here].sort(), path).to.deep.equal([...inEnglish].sort());
        expect(text, path).not.to.match(/undefined|null|NaN|object|=>/);
      }
    });

    it(`${tag} has a sentence without a date where English has one`, () => {
      const { steps, namedStep, withdrawn, stale } = locale;
      const dateless = [
        ...Object.values(steps).flatMap(({ postponed, held }) => [postponed(), held()]),
        namedStep.postponed('<one>'),
        namedStep.held('<one>'),
        withdrawn(),
        stale(),
      ];
      for (const text of dateless)
        expect(text)
          .to.match(/\p{L}/u)
          .and.not.to.match(/undefined|<date>|\s{2}|\s[.。]/);
    });

    it(`${tag} has stamps without the end of a sentence`, () => {
      const { rulings, rulingsIn, statuses, incidentStates, custody } = locale;
      const inProcedures = Object.values(rulingsIn).flatMap((words) => Object.values(words));
      for (const text of [rulings, statuses, incidentStates, custody].flatMap((words) => Object.values(words)).concat(inProcedures)) {
        expect(text).not.to.match(/[.。:：]$/);
        expect(text.split(' ').length, text).to.be.at.most(MAX_STAMP_WORDS);
      }
    });

    it(`${tag} counts with the noun in the form that Intl.PluralRules asks for`, () => {
      const { counts, days, earlier, more, tag: language } = locale;
      const { documents, noReply } = detailsOf(locale);
      const { organisations, signatories } = locale.counts;
      const rules = new Intl.PluralRules(language);
      const day = { alone: '', within: '' } as When;
      const dated = [days, noReply].map((phrase) => (number: string, count: number) => phrase(number, count, day));
      const phrases = [counts.dates, counts.people, counts.quotes, ...dated, documents, organisations, signatories, earlier, more];
      for (const phrase of phrases) {
        const forms = new Map<string, Set<string>>();
        for (const count of [...Array(40).keys()].slice(1)) {
          const category = rules.select(count);
          forms.set(category, (forms.get(category) ?? new Set()).add(phrase(String(count), count).replace(String(count), '#')));
        }
        for (const [category, texts] of forms) expect([...texts], category).to.have.length(1);
      }
    });

    it(`${tag} ends the notice of a newer statement with a colon, since a title follows`, () => {
      expect(locale.superseded).to.match(/[:：]$/);
    });
  }

  it('has its own tag and twelve months', () => {
    for (const [tag, locale] of locales) {
      expect(locale.tag.split('-')[0]).to.equal(tag);
      expect(new Set(locale.months.split(' ')).size, tag).to.equal(12);
    }
  });
});
