/** Tests the voice check itself: what it must report, and what it must accept. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultsIn, passagesOf } from './voice.mjs';

const faultsOf = (path: string, source: string) => passagesOf(path, source).flatMap(faultsIn);
const WORDS_26 = Array.from({ length: 26 }, () => 'word').join(' ');
const WORDS_25 = WORDS_26.replace('word ', '');

const REPORTED: Record<string, string> = {
  'a forbidden word': 'The loader tells the page its height.',
  'a forbidden word at the start': 'Nobody answers at this address.',
  'an archaic phrase': 'A new card takes its place.',
  'a negation by "is no"': 'This is no feed.',
  'a plural negation by "are no"': 'There are no pages.',
  'a sentence that begins with "What"': 'What the feed says is shown.',
  'a sentence that begins with "Of"': 'Of these, the first is used.',
  'a sentence that begins with "Those"': 'Those are dropped.',
  'a second sentence that begins with "None"': 'It reads the feed. None is valid.',
  'a sentence of 26 words': `${WORDS_26}.`,
};

const ACCEPTED: Record<string, string> = {
  'a plain sentence': 'The client rejects older feeds.',
  'a sentence of 25 words': `${WORDS_25}.`,
  'two sentences of 25 words': `${WORDS_25}. ${WORDS_25}.`,
  'a list of 25 words for each item': `- ${WORDS_25}\n- ${WORDS_25}`,
  'a comparison with "no longer"': 'The copy is no longer valid.',
  'a heading that begins with "What"': 'What to show',
  'a forbidden word in code': 'The event is `stand`.',
  'a forbidden word in a quotation': 'The reader sees “Nobody answers”.',
  'a forbidden word inside an address': 'See https://example.org/nobody for more.',
  "the keyword 'none' of a policy": "A policy with 'none' blocks it.",
};

describe('voice check', () => {
  for (const [kind, text] of Object.entries(REPORTED))
    it(`reports ${kind} in a comment, in Markdown, in HTML and in a text of code`, () => {
      assert.notEqual(faultsOf('a.ts', `/** ${text} */\nexport {};`).length, 0, 'comment');
      assert.notEqual(faultsOf('a.md', text).length, 0, 'Markdown');
      assert.notEqual(faultsOf('a.html', `<p>${text}</p>`).length, 0, 'HTML');
      const isShort = text.split(' ').length < 4 || !/\b(the|an?|is|are|was|of|to|and|for|not|it|in|with)\b/.test(text);
      if (!isShort) assert.notEqual(faultsOf('a.ts', `export const text = ${JSON.stringify(text)};`).length, 0, 'code');
    });

  for (const [kind, text] of Object.entries(ACCEPTED))
    it(`accepts ${kind}`, () => {
      assert.deepEqual(faultsOf('a.md', text), []);
      assert.deepEqual(faultsOf('a.ts', `// ${text.replaceAll('\n', '\n// ')}\nexport {};`), []);
    });

  it('counts the words of a sentence that spans several lines of Markdown', () => {
    const [fault] = faultsOf('a.md', `Title\n\nFirst.\n${WORDS_25}\nword.`);
    assert.equal(fault?.line, 3);
    assert.match(fault.fault, /^26 words/);
  });

  it('joins consecutive line comments into one text', () => {
    const half = WORDS_26.slice(0, WORDS_26.length / 2).trim();
    assert.equal(faultsOf('a.ts', `// ${half}\n// ${half} word\nexport {};`).length, 1);
  });

  it('counts only forbidden words as archaic, not long sentences', () => {
    assert.deepEqual(
      faultsOf('a.md', `${WORDS_26} whither.`).map(({ archaic }) => archaic),
      [true, false],
    );
  });

  it('reads no samples in Markdown and no code, style or card in HTML', () => {
    assert.deepEqual(faultsOf('a.md', '```js\nconst nobody = 1;\n```'), []);
    const skipped = ['code', 'pre', 'script', 'style', 'placard-campaign'].map((name) => `<${name}>Nobody answers here.</${name}>`);
    assert.deepEqual(faultsOf('a.html', skipped.join('')), []);
  });

  it('reads no paths, selectors, markup or style sheets in texts of code', () => {
    const texts = ['.stand > a, the b, none of c', 'margin: 0 auto; display: none of it', '<p>Nobody is here</p>', 'a\\b is no c d'];
    assert.deepEqual(faultsOf('a.ts', texts.map((text, index) => `export const t${index} = ${JSON.stringify(text)};`).join('\n')), []);
  });
});
