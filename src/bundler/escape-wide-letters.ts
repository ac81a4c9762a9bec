/**
 * A Vite plugin that writes each letter above U+00FF as an escape. Engines keep a script in one byte a letter, but in two bytes for each
 * as soon as one letter needs them: a few quotation marks would cost a page another 100 kB of memory.
 */
import type { Plugin } from 'vite';

export function escapeWideLetters(): Plugin {
  return {
    name: 'escape-wide-letters',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = escapeWide(file.code);
    },
  };
}

export const escapeWide = (code: string): string =>
  code.replace(/[^\0-\u00ff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
