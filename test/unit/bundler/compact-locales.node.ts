/** That a language comes out of its dense part as it went in. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { transform } from 'esbuild';
import { parseAst } from 'vite';
import { sparse } from '../../../src/i18n/expand-locale.js';
import { en } from '../../../src/locales/en.js';
import { compact, dense } from '../../../src/bundler/compact-locales.js';

const LANGUAGES = readdirSync('src/locales').flatMap((name) => /^(?!en)(\w\w)\.ts$/.exec(name)?.[1] ?? []);

/** With functions as their source. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'function' ? compact(String(part)) : part)));

/** Returns what a module exports for a language. */
async function sentences(code: string, language: string): Promise<unknown> {
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  return ((await import(url)) as Record<string, unknown>)[language];
}

describe('dense languages', () => {
  for (const language of LANGUAGES) {
    it(language, async () => {
      const source = readFileSync(`src/locales/${language}.ts`, 'utf8').replace(/^export \{ details \}.*$/m, ''); // another module
      const { code } = await transform(source, { loader: 'ts' });
      const values = await sentences(dense(code, parseAst(code), language), language);
      assert(Array.isArray(values));
      assert.deepEqual(plain(sparse(values, en)), plain(await sentences(code, language)));
    });
  }
});
