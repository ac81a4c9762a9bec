/** Every language has every sentence, says it in its own words, and loses nothing of what is put into it. */
import { expect } from '@open-wc/testing';
import { locales, OTHERS, SCRIPTS } from './locales.js';

type Sentence = (...given: unknown[]) => string;

const DATE = { text: '<text>', year: '<year>', month: '<month>', day: '<day>' };
const WHEN = { alone: '<date>', within: '<date>', plain: true };
const WORDS = ['<one>', '<two>'];

/** What each function is called with: dates where it takes dates, words elsewhere. */
function given(path: string): unknown[] {
  if (path.startsWith('relations.')) return [DATE];
  if (path.startsWith('steps.') || /^(filed|asOf|closedAction|notYetOpen|outdated|withdrawn)$/.test(path)) return [WHEN];
  if (path.startsWith('namedStep.')) return [WORDS[0], WHEN];
  return path === 'more' ? ['<one>', 5] : WORDS;
}

/** Everything that a reader can meet, by its path: functions called once. */
function sentences(part: object, path = ''): [string, string, Sentence | undefined][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, string, Sentence | undefined][] => {
    const at = path ? `${path}.${key}` : key;
    if (/^(tag|intl|names|months|date|digits|stop|clock)\b/.test(at)) return []; // about the language, or punctuation
    if (typeof value === 'string') return [[at, value, undefined]];
    if (typeof value === 'function') return [[at, (value as Sentence)(...given(at)), value as Sentence]];
    return sentences(value as object, at);
  });
}

const english = sentences(locales.get('en')!);

/** The words that a language shares with English, or has from it. */
const SHARED: Record<string, string[]> = {
  fr: ['headings.sources', 'channels.signal', 'channels.pgp', 'original', 'roles.general', 'headings.contacts', 'actors.police'],
  es: ['original', 'channels.signal', 'channels.pgp'],
  de: ['channels.signal', 'channels.pgp', 'channels.url'],
  pt: ['original', 'channels.email', 'channels.signal', 'channels.pgp'],
  ru: ['channels.signal', 'channels.pgp'],
  uk: ['channels.signal', 'channels.pgp'],
  kk: ['channels.signal', 'channels.pgp'],
  tr: ['channels.signal', 'channels.pgp'],
  ar: ['channels.pgp'],
  fa: ['channels.pgp'],
  zh: ['channels.signal', 'channels.pgp'],
};
/** Made of nothing but what is put into them: an order and a comma, a name and a date. */
const FRAMES = /^(place|labelled|speaker|relations\.on|namedStep\.scheduled)$/;

describe('every language', () => {
  it('is measured against more than a hundred and fifty English sentences', () => {
    expect(english.length).to.be.greaterThan(150);
  });

  for (const tag of OTHERS) {
    const locale = locales.get(tag)!;
    const own = new Map(sentences(locale).map(([path, text]) => [path, text]));

    it(`${tag} says each of them`, () => {
      expect([...own.keys()]).to.have.members(english.map(([path]) => path));
      for (const [path, text] of own) expect(text.trim(), path).to.match(/[^\s<>]/);
    });

    it(`${tag} says them in other words than English`, () => {
      const same = english.filter(([path, text]) => !FRAMES.test(path) && own.get(path) === text).map(([path]) => path);
      expect(same).to.have.members(SHARED[tag]!);
      const script = SCRIPTS[tag];
      if (!script) return;
      for (const [path, text] of own) if (!FRAMES.test(path) && !SHARED[tag]!.includes(path)) expect(text, path).to.match(script);
    });

    it(`${tag} puts in what it is given, once, and nothing else`, () => {
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

    it(`${tag} can do without a date where English can`, () => {
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
  }

  it('carries its own tag, and the months of a whole year', () => {
    for (const [tag, locale] of locales) {
      expect(locale.tag.split('-')[0]).to.equal(tag);
      expect(new Set(locale.months.split(' ')).size, tag).to.equal(12);
    }
  });
});
