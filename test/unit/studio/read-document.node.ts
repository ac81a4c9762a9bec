/** Why a text is not a feed: the reason and the line, in each language of the studio. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainFeed, readDocument, type FeedFault } from '../../../src/studio/document/read-document.js';
import { LANGUAGES, loadWords, type LanguageTag } from '../../../src/studio/words/languages.js';

const TEXTS: [text: string, kind: FeedFault['kind'], line: number][] = [
  ['', 'empty', 1],
  ['<!doctype html><p>x', 'html', 1],
  ['[1]', 'no-items', 1],
  ['{"items": {}}', 'no-items', 1],
  ['{\n"items": [\n],\n}', 'comma', 4],
  ['{\n"items": [1\n2]}', 'character', 3],
  ['{"items": ["a\nb"]}', 'character', 1],
  ['{\n"items": [', 'end', 2],
];

describe('a text that is not a feed', () => {
  for (const [text, kind, line] of TEXTS)
    it(`has the reason "${kind}" in line ${line}: ${JSON.stringify(text)}`, () => {
      assert.equal(readDocument(text), undefined);
      const fault = explainFeed(text);
      assert.deepEqual([fault.kind, fault.line], [kind, line]);
    });

  for (const language of Object.keys(LANGUAGES) as LanguageTag[])
    it(`has a sentence of its own for each reason in ${language}, with the name and the line`, async () => {
      const { notAFeed } = await loadWords(language);
      const kinds: FeedFault['kind'][] = ['empty', 'html', 'no-items', 'comma', 'character', 'end'];
      const sentences = kinds.map((kind) => notAFeed('broken.json', { kind, line: 417, character: '}' }));
      assert.equal(new Set(sentences).size, kinds.length);
      for (const [index, sentence] of sentences.entries()) {
        assert.ok(sentence.includes('broken.json'));
        assert.equal(sentence.includes('417'), index > 2, sentence);
      }
    });
});
