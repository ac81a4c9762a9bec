/** What the import reads about a court: the sentence that says that a case is pending, the court, and the day. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findProceeding } from '../../../src/studio/import/find-proceeding.js';

const find = (language: string, ...paragraphs: string[]) =>
  findProceeding(paragraphs, { language, today: new Date('2025-07-25T12:00:00') });

/** All of it is fiction. */
const RELEASES: Readonly<Record<string, readonly [text: string, pending: string, forum: string, filed: string]>> = {
  en: [
    'On 11 July, the radio filed an administrative lawsuit with the Example Administrative Court. That suit is still pending: the hearing has not been scheduled.',
    'That suit is still pending: the hearing has not been scheduled.',
    'Example Administrative Court',
    '2025-07-11',
  ],
  fr: [
    'La radio a déposé un recours le 11 juillet 2025 devant le tribunal administratif de Paris. L’affaire est en cours, et la date d’audience n’est pas fixée.',
    'L’affaire est en cours, et la date d’audience n’est pas fixée.',
    'tribunal administratif de Paris',
    '2025-07-11',
  ],
  es: [
    'La radio presentó una demanda el 11 de julio de 2025 ante el Tribunal Supremo. El caso sigue pendiente, y no se ha fijado la audiencia.',
    'El caso sigue pendiente, y no se ha fijado la audiencia.',
    'Tribunal Supremo',
    '2025-07-11',
  ],
  ru: [
    'Радио подало иск 11 июля 2025 года. Иск принял Примерный районный суд. Дело находится на рассмотрении, дата заседания не назначена.',
    'Дело находится на рассмотрении, дата заседания не назначена.',
    'Примерный районный суд',
    '2025-07-11',
  ],
  ar: [
    'قدمت الإذاعة دعوى في 11 يوليو 2025 أمام المحكمة الإدارية. القضية قيد النظر، ولم يحدد موعد الجلسة.',
    'القضية قيد النظر، ولم يحدد موعد الجلسة.',
    'المحكمة الإدارية',
    '2025-07-11',
  ],
};

describe('find proceeding', () => {
  for (const [language, [text, pending, forum, filed]] of Object.entries(RELEASES)) {
    it(`finds a pending case, its court and its day in a text in ${language}`, () => {
      const found = find(language, text);
      assert.deepEqual([found?.pending, found?.isUnscheduled, found?.forum?.value, found?.filed?.value], [pending, true, forum, filed]);
      assert.ok(text.includes(found!.filed!.sentence));
    });
  }

  it('concludes nothing from the cases of other people, and from a text without a court', () => {
    assert.equal(find('en', 'On 18 October 2024, a reporter was sentenced to four years in prison. The union condemns this.'), undefined);
    assert.equal(find('en', 'The decision is no longer pending. The case was closed.'), undefined);
    assert.equal(find('de', 'Das Verfahren ist anhängig.'), undefined, 'a language without phrases');
  });

  it('reads a court by its capital letters, and not the word alone', () => {
    const courtIn = (language: string, text: string) =>
      find(language, `${language === 'ru' ? 'Дело на рассмотрении.' : 'The case is pending.'} ${text}`)?.forum?.value;
    assert.equal(courtIn('en', 'The Court heard it.'), undefined);
    assert.equal(courtIn('en', 'It went to the Court of Appeal, and back.'), 'Court of Appeal');
    assert.equal(courtIn('en', 'The European Court of Human Rights has it.'), 'European Court of Human Rights');
    assert.equal(courtIn('en', 'In Almaty, Example District Court has it.'), 'Example District Court');
    assert.equal(courtIn('ru', 'Его рассмотрит районный суд.'), undefined);
  });

  it('leaves out a court and a day that the text does not name', () => {
    const found = find('en', 'The appeal is still pending.');
    assert.deepEqual([found?.forum, found?.filed, found?.isUnscheduled], [undefined, undefined, false]);
  });

  it('reads a text that repeats one word for a megabyte', () => {
    assert.equal(find('en', 'Court '.repeat(200_000)), undefined);
    assert.equal(find('ru', 'ский '.repeat(200_000)), undefined);
    assert.ok(find('en', `The case is pending ${'The Court of the '.repeat(60_000)}`));
    assert.ok(find('en', `The case is pending ${'case '.repeat(200_000)}`));
  });
});
