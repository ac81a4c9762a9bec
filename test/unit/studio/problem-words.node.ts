/** The problems of the linter in the languages of the studio. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lintFeed } from '../../../src/lint/lint-feed.js';
import { problemText } from '../../../src/studio/form/problem-places.js';
import { feedOf, itemOf } from '../feed/feed-fixtures.js';
import { loadWords, LANGUAGES, type LanguageTag } from '../../../src/studio/words/languages.js';

const LINT = fileURLToPath(new URL('../../../src/lint', import.meta.url));

/** Codes that the form never shows: publishing solves the problem, or the studio does not open such a text. */
const NOT_SHOWN = [
  'undated',
  'change-undated',
  'modified-before-published',
  'revision-above-sequence',
  'no-feed-url',
  'feed-url-differs',
  'correction-ahead',
  'not-json',
  'html',
];

function codesOfLinter(): string[] {
  const files = readdirSync(LINT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && name !== 'response.ts');
  const codes = files.flatMap((name) => [...readFileSync(join(LINT, name), 'utf8').matchAll(/\bcode: '([a-z-]+)'|case '([a-z-]+)':\n/g)]);
  const names = codes.flatMap(([, code, issue]) => code ?? (issue?.includes('-') ? issue : []));
  return [...new Set(names)].filter((code) => !NOT_SHOWN.includes(code));
}

describe('words for problems', () => {
  for (const language of Object.keys(LANGUAGES) as LanguageTag[]) {
    it(`has a text in ${language} for each problem that the form shows`, async () => {
      const words = await loadWords(language);
      assert.deepEqual(
        [...codesOfLinter(), 'bad-time', 'bad-moment'].filter((code) => !Object.hasOwn(words.problems, code)),
        [],
      );
    });
  }

  it('asks for a date, a day or a moment, as the control reads it', async () => {
    const words = await loadWords('en');
    const bad = '31 February 2025';
    const dateline = { date: { date: bad, rel: 'by' } };
    const actions = [{ id: 'a', type: 'attend', event: { start: bad } }];
    const cases = [{ id: 'c', status: 'pending', as_of: bad }];
    const { problems } = lintFeed(JSON.stringify(feedOf([{ ...itemOf('one', { dateline, actions, cases }), date_published: bad }])), {
      now: Date.UTC(2026, 2, 2),
    });
    const texts = problems
      .filter(({ code }) => code === 'bad-date')
      .map((problem) => [problem.path.split('/').slice(2).join('/'), problemText(problem, words)]);
    assert.deepEqual(Object.fromEntries(texts), {
      '0/date_published': words.problems['bad-moment'],
      '0/_placard/dateline/date/date': words.problems['bad-date'],
      '0/_placard/cases/0/as_of': words.problems['bad-date'],
      '0/_placard/actions/0/event/start': words.problems['bad-time'],
    });
  });

  it('shows no member and no JSON in English', async () => {
    const { problems } = await loadWords('en');
    assert.deepEqual(
      Object.values(problems).filter((text) => /["{}_]/.test(text)),
      [],
    );
  });
});
