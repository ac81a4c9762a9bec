/**
 * A Vite plugin that gives the bundled Lit private global objects (private-globals.ts). Otherwise Lit counts its copies in three globals
 * and adds a symbol to `Symbol`. It also calls any function of the page that has the name of a Lit polyfill. With this plugin, Lit does
 * not change the globals of a partner's page, and the page cannot break Lit by accident. An XHTML page has a document of HTML for templates. Lit's code stays as published: the plugin adds
 * one import before each of its modules.
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
        ? { code: `import { globalThis, Symbol, document, litPropertyMetadata } from ${JSON.stringify(GLOBALS)};${code}`, map: null }
        : null,
  };
}
