/** The sentences of the WordPress plugin, as gettext names them, and the catalogues that are made from them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { po, type GetTextTranslations } from 'gettext-parser';
import { loadLocale } from '../i18n/load-locale.js';
import { en, type Locale } from '../locales/en.js';
import { filesBelow } from './files-below.js';
import { ROOT } from './packages.js';

const SOURCE = join(ROOT, 'src/wordpress');
const read = (path: string): string => readFileSync(join(SOURCE, path), 'utf8');

/** A call of the function `__`, or of one that also escapes, in PHP or JavaScript. */
const CALL = /\b(?:esc_html|esc_attr)?_[_e]\(\s?'((?:[^'\\]|\\.)+)', 'placard'\s?\)/g;
const callsIn = (path: string): string[] => [...read(path).matchAll(CALL)].map(([, text]) => text!);

/** Returns the sentences by context. WordPress gives the members of `block.json` contexts of their own. */
export function wordsOfPlugin(): Map<string, Set<string>> {
  const { title, description, keywords } = JSON.parse(read('block.json')) as Record<'title' | 'description', string> & {
    keywords: string[];
  };
  return new Map([
    ['', new Set([...filesBelow(SOURCE).filter((path) => path.endsWith('.php')), 'block.js'].flatMap(callsIn))],
    ['block title', new Set([title])],
    ['block description', new Set([description])],
    ['block keyword', new Set(keywords)],
  ]);
}

/** Returns the empty catalogue for a translator. */
export function createTemplate(): GetTextTranslations {
  const translations: GetTextTranslations['translations'] = { '': { '': { msgid: '', msgstr: [''] } } };
  for (const [msgctxt, words] of wordsOfPlugin())
    for (const msgid of [...words].sort()) (translations[msgctxt] ??= {})[msgid] = { ...(msgctxt && { msgctxt }), msgid, msgstr: [''] };
  const headers = { 'Content-Type': 'text/plain; charset=UTF-8', 'Content-Transfer-Encoding': '8bit', 'X-Domain': 'placard' };
  return { charset: 'utf-8', headers, translations };
}

/** Returns a catalogue with its own sentences, and with the words of a card's status as the live card says them. */
export async function readCatalogue(path: string): Promise<GetTextTranslations> {
  const catalogue = po.parse(read(path));
  const words = statusWords(await loadLocale(catalogue.headers.Language!.replace('_', '-')));
  statusWords(en).forEach((msgid, index) => (catalogue.translations['']![msgid] = { msgid, msgstr: [words[index]!] }));
  return catalogue;
}

function statusWords({ statuses, withdrawn }: Locale): string[] {
  const { none, investigating, pending, decided, appealed, closed } = statuses;
  return [none, investigating, pending, decided, appealed, closed, withdrawn()];
}

/** Returns the JSON with the translations of the block's script. */
export function scriptCatalogue({ headers, translations }: GetTextTranslations): string {
  const words = callsIn('block.js').map((msgid) => [msgid, translations['']![msgid]!.msgstr]);
  const messages = { '': { domain: 'placard', lang: headers.Language }, ...Object.fromEntries(words) };
  return `${JSON.stringify({ domain: 'placard', locale_data: { placard: messages } })}\n`;
}
