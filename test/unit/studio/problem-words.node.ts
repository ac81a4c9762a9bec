/** The problems of the linter in the languages of the studio. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadWords, LANGUAGES, type LanguageTag } from '../../../src/studio/words/languages.js';
import { problemText } from '../../../src/studio/form/problem-places.js';

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
  for (const language of Object.keys(LANGUAGES).filter((tag) => tag !== 'en') as LanguageTag[]) {
    it(`has a text in ${language} for each problem that the form shows`, async () => {
      const words = await loadWords(language);
      assert.deepEqual(
        codesOfLinter().filter((code) => !Object.hasOwn(words.problems, code)),
        [],
      );
    });
  }

  it('shows the words of the linter in English', async () => {
    const problem = { level: 'error', code: 'no-title', path: '/items/0', message: 'It has no headline.', fix: 'Add "title".' } as const;
    assert.deepEqual(problemText(problem, await loadWords('en')), { message: 'It has no headline.', fix: 'Add “Headline”.' });
    assert.match(problemText(problem, await loadWords('ru')).message, /заголовка/);
  });
});
