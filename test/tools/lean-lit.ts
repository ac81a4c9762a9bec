/**
 * A Vite plugin that leaves out of Lit what the bundles do not need: every browser above our floor adopts style sheets, and
 * nobody writes `css` against a bundle, to be told how. Lit that is written otherwise than this knows fails the build.
 */
import type { Plugin } from 'vite';

const FILE = '/@lit/reactive-element/css-tag.js';
const EDITS: [RegExp, string][] = [
  [/\w+\.ShadowRoot&&.+?"replace"in CSSStyleSheet\.prototype/, '!0'],
  [/"CSSResult is not constructable\.[^"]*"/, ''],
  [/"Value passed to 'css' function must be [^]+? to ensure page security\."/, ''],
];

export function leanLit(): Plugin {
  return {
    name: 'lean-lit',
    transform(code, id) {
      if (!id.endsWith(FILE)) return null;
      let edited = code;
      for (const [found, replacement] of EDITS) {
        if (!found.test(edited)) this.error(`Nothing like ${String(found)} is in ${id}.`);
        edited = edited.replace(found, replacement);
      }
      return { code: edited, map: null };
    },
  };
}
