/**
 * A Vite plugin that keeps the Lit inside the bundles to itself. By itself Lit counts its copies in three globals, adds a symbol
 * to `Symbol`, and calls whatever a page has under the names of its own polyfills: a page of somebody else's is to keep its
 * globals as they were, and must not be able to break ours by chance.
 */
import type { Plugin } from 'vite';

const EDITS: [RegExp, string][] = [
  [/\b\w+\.\w+(?:PolyfillSupport|HydrateSupport)\b/g, '(void 0)'],
  [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g, '0'],
  [/Symbol\.metadata\?\?=Symbol\("metadata"\)/g, '0'],
  [/\b\w+\.litPropertyMetadata\?\?=new WeakMap\b/g, '0'],
  // The standard decorators', which need it, are not used here.
  [/this\[Symbol\.metadata\]/g, 'null'],
];
const GLOBALS = /PolyfillSupport|HydrateSupport|(lit|reactive)\w+Versions|Symbol\.metadata|__zod_global/;

export function isolateLit(): Plugin {
  return {
    name: 'isolate-lit',
    transform: (code, id) =>
      /\/node_modules\/(@lit|lit[\w-]*)\//.test(id)
        ? { code: EDITS.reduce((text, [found, replacement]) => text.replace(found, replacement), code), map: null }
        : null,
    renderChunk(code) {
      const left = GLOBALS.exec(code);
      if (left) this.error(`"${left[0]}" is left: Lit is written otherwise than this plugin knows.`);
      return null;
    },
  };
}
