/** Foreign text in a string of a style sheet: the sheet has one rule, which matches that text alone. */
import { expect } from '@open-wc/testing';
import * as fc from '../../support/fast-check.js';
import { cssString } from '../../../src/escape/css.js';
import { removeLoneSurrogates } from '../../../src/feed/values/clean-text.js';
import { TEXTS } from '../security/strings.js';
import { anyText } from './hostile.js';

describe('a string of a style sheet', () => {
  it('matches the attribute with that text, and begins no other rule', () => {
    const element = document.createElement('p');
    const hostile = fc.constantFrom(...TEXTS, '"', '\\', '"]{} *{color:red} [x="', '\n', '\\22', '*/', '</style>', '\0', '\ufb52\ufd64');
    fc.assert(
      fc.property(fc.oneof(anyText, hostile), (text) => {
        const style = document.createElement('style');
        document.head.append(style);
        style.textContent = `[data-x=${cssString(text)}] { color: red }`;
        expect(style.sheet!.cssRules.length).to.equal(1);
        style.remove();
        // CSS has no word for half of a pair, and reads U+0000 as U+FFFD.
        const words = removeLoneSurrogates(text).replaceAll('\0', '');
        element.dataset.x = words;
        expect(element.matches(`[data-x=${cssString(words)}]`), JSON.stringify(text)).to.equal(true);
        element.dataset.x = `${words}y`;
        expect(element.matches(`[data-x=${cssString(words)}]`)).to.equal(false);
      }),
      { numRuns: 500, includeErrorInReport: true },
    );
  });
});
