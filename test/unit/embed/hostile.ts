/** Foreign text that means something in one of the languages that snippets and pages are written in. */
import * as fc from '../../support/fast-check.js';
import { cleanText } from '../../../src/feed/values/clean-text.js';

const PIECES = [
  '{alert(1)}',
  '{@html x}',
  '{#if true}',
  '{{ constructor.constructor("pwned()")() }}',
  '{% include "x" %}',
  '${pwned()}',
  '`',
  '\\',
  "'",
  '"',
  '</script>',
  '</SCRIPT >',
  '<script>',
  '<!--',
  '-->',
  ']]>',
  '<style>',
  '</template>',
  '</textarea>',
  '<img src=x onerror=pwned()>',
  '&lt;b&gt;',
  '&#91;gallery&#93;',
  '&#091;gallery&#093;',
  '[gallery]',
  '[[gallery]]',
  '[gallery ids="1"]x[/gallery]',
  '@php(pwned())',
  '@(pwned())',
  '#include("x")',
  '$x.run()',
  '<?php pwned() ?>',
  '<%= pwned() %>',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '*a* _b_ [c](javascript:pwned())',
  '\u2028',
  '\u0085',
  '\u202e',
  '\ud83d\ude00',
  ' ',
  'Three press cards',
];

/** Text as a feed gives it: `cleanText` has taken out control characters and halves of pairs, and trimmed it. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })), { minLength: 1, maxLength: 8 })
  .map((pieces) => cleanText(pieces.join('')))
  .filter(Boolean);

/** Any units at all, controls and halves of pairs included. */
export const anyText = fc.oneof(
  hostileText,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 20 }),
);
