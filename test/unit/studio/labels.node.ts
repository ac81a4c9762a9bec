/** The labels and the choices of the form in the languages of the studio. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { choiceOf, labelOf } from '../../../src/studio/form/labels.js';
import { choicesOf, fieldsIn, type Field } from '../../../src/studio/form/schema.js';
import { loadWords, type LanguageTag } from '../../../src/studio/words/languages.js';

/** Levels of objects in the format. */
const MAX_DEPTH = 9;

function fieldsBelow(pointer: string, depth = 0): Field[] {
  if (depth > MAX_DEPTH) return [];
  return fieldsIn(pointer).flatMap((field) => {
    const inside = field.control === 'list' ? `${field.pointer}/0` : field.pointer;
    return [field, ...(/^(list|object)$/.test(field.control) ? fieldsBelow(inside, depth + 1) : [])];
  });
}

/** Names of networks and formats, which all languages write alike. */
const NAMES = new Set(['Signal', 'WhatsApp', 'Telegram', 'PGP', 'E-mail']);

describe('labels', () => {
  let fields: Field[] = [];
  before(() => {
    fields = [...fieldsBelow(''), ...fieldsBelow('/items/0')];
  });

  for (const [language, script] of [
    ['ru', /\p{Script=Cyrillic}/u],
    ['ar', /\p{Script=Arabic}/u],
  ] as const) {
    it(`are in ${language} for each member of the format, and for each of its values`, async () => {
      const words = await loadWords(language);
      const texts = fields.flatMap((field) => [
        [field.pattern, labelOf(field, words)],
        ...choicesOf(field).map((value) => [`${field.pattern}=${value}`, choiceOf(field, value, words)]),
      ]);
      assert.ok(texts.length > 300);
      assert.deepEqual(
        texts.filter(([, text]) => !script.test(text!) && !NAMES.has(text!)),
        [],
      );
    });
  }

  for (const language of ['fr', 'es'] as LanguageTag[]) {
    it(`has the same tables in ${language} as in Russian`, async () => {
      const [words, complete] = [await loadWords(language), await loadWords('ru')];
      for (const table of ['members', 'choices', 'problems', 'hostProblems'] as const)
        assert.deepEqual(Object.keys(words[table]).sort(), Object.keys(complete[table]).sort(), table);
    });
  }

  it('shows the words of the card for an outcome', async () => {
    const outcome = fields.find(({ pattern }) => pattern === '/items/*/_placard/cases/*/outcome')!;
    assert.equal(choiceOf(outcome, 'acquitted', await loadWords('fr')), 'Acquittement');
  });
});
