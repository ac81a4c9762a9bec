/**
 * A Vite plugin that gives the Lit inside a bundle global objects of its own (private-globals.ts). By itself Lit counts its copies in
 * three globals, adds a symbol to `Symbol`, and calls what a page has under the names of its own polyfills. A partner's page keeps its
 * globals as they were, and cannot break ours by chance. Lit's code stays as published: an import stands before each of its modules.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const GLOBALS = fileURLToPath(new URL('private-globals.ts', import.meta.url));
const LIT = /\/node_modules\/(@lit|lit|lit-[\w-]+)\//;

export function isolateLit(): Plugin {
  return {
    name: 'isolate-lit',
    transform: (code, id) =>
      LIT.test(id)
        ? { code: `import { globalThis, Symbol, litPropertyMetadata } from ${JSON.stringify(GLOBALS)};${code}`, map: null }
        : null,
  };
}
