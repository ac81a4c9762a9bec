/**
 * The words of an item that a translator writes again, and their places. Facts without a language stay in the original: a translation has
 * the ids of entries, their words, and what the format requires.
 */
import { isJsonObject, parsePointer, valueAt, type Json } from '../../lint/json-pointer.js';
import { setAt } from '../document/edit.js';
import { readerWords, wordsTypeAt } from '../document/reader-words.js';
import { fieldAt } from '../form/schema.js';
import { partsOf, withPart } from './statement-parts.js';

export interface Unit {
  /** The pointer in the original item; `/statement/N` for a paragraph of the statement. */
  readonly key: string;
  /** The original's words. */
  readonly text: string;
  /** Clean HTML of a paragraph with links, emphasis or a list, whose translation is HTML too. */
  readonly html?: string | undefined;
}

const STATEMENT = '/statement/';

/** Names, and articles of law: the card shows the original's in each language. */
const NAMES = /\/(name|names|speaker|by|to|law)(\/\d+)?$/;
/** Members that belong to one language version. */
const NOT_TRANSLATED =
  /^\/(_placard\/(translations|corrections|retraction|provenance|sources|contacts|documents)|authors|author|content_html|content_text)(\/|$)|\/source(\/|$)/;

export function unitsOf(item: Json): Unit[] {
  const words = readerWords(item).filter(({ path }) => !NAMES.test(path) && !NOT_TRANSLATED.test(path));
  return [
    ...words.map(({ path, text }) => ({ key: path, text })),
    ...partsOf(item).map(({ text, html, isRich }, index) => ({ key: `${STATEMENT}${index}`, text, html: isRich ? html : undefined })),
  ];
}

/** Returns the translator's words for a unit, as HTML where the unit has HTML; an empty text without them. */
export function translationOf(translation: Json, original: Json, { key, html }: Unit): string {
  if (key.startsWith(STATEMENT)) {
    const part = partsOf(translation)[Number(key.slice(STATEMENT.length))];
    return (html !== undefined && part?.text ? part.html : part?.text) ?? '';
  }
  const pointer = matchingPointer(translation, original, key, false);
  const value = pointer === undefined ? undefined : valueAt(translation, pointer);
  return typeof value === 'string' ? value : '';
}

/** Returns the translation with the words of a unit. */
export function withTranslation(translation: Json, original: Json, key: string, words: string): Json {
  if (key.startsWith(STATEMENT)) return withPart(translation, original, Number(key.slice(STATEMENT.length)), words);
  const complete = withEntries(translation, original, key);
  return setAt(complete, matchingPointer(complete, original, key, true)!, words || undefined);
}

/** Returns the pointer in the translation: entries of lists match by their ids, and by their place without ids. */
function matchingPointer(translation: Json, original: Json, key: string, create: boolean): string | undefined {
  let [from, to]: [unknown, unknown] = [original, translation];
  let pointer = '';
  for (const token of parsePointer(key)) {
    let own = token;
    if (Array.isArray(from)) {
      const { id } = Object(from[Number(token)]) as { id?: unknown };
      const index = id !== undefined && Array.isArray(to) ? to.findIndex((entry) => isJsonObject(entry) && entry.id === id) : Number(token);
      if (index < 0) return undefined;
      own = String(index);
    }
    pointer += `/${own}`;
    from = (from as Json | undefined)?.[token];
    to = (to as Json | undefined)?.[own];
    if (to === undefined && !create) return undefined;
  }
  return pointer;
}

/** Adds the objects around a unit that the translation lacks, each with what the format requires of it. */
function withEntries(translation: Json, original: Json, key: string): Json {
  const tokens = parsePointer(key);
  let result = translation;
  for (let depth = 1; depth < tokens.length; depth++) {
    const path = `/${tokens.slice(0, depth).join('/')}`;
    const source = valueAt(original, path);
    const target = matchingPointer(result, original, path, true);
    if (target !== undefined && valueAt(result, target) !== undefined) continue;
    if (Array.isArray(source)) result = setAt(result, target!, []);
    else if (target === undefined || isEntry(result, target)) {
      const list = matchingPointer(result, original, `/${tokens.slice(0, depth - 1).join('/')}`, true)!;
      const known = (valueAt(result, list) ?? []) as unknown[];
      result = setAt(result, list, [...known, requiredOf(source, path)]);
    } else result = setAt(result, target, requiredOf(source, path));
  }
  return result;
}

const isEntry = (item: Json, pointer: string): boolean => Array.isArray(valueAt(item, pointer.slice(0, pointer.lastIndexOf('/'))));

/** Returns the members that the format requires, without the words that a translator writes. */
function requiredOf(source: unknown, path: string): Json {
  const isKept = (name: string) =>
    name === 'id' || (fieldAt(`/items/0${path}/${name}`)?.required && (NAMES.test(`/${name}`) || !wordsTypeAt(`/items/0${path}/${name}`)));
  return Object.fromEntries(Object.entries(Object(source) as Json).filter(([name]) => isKept(name)));
}

/** Returns a new translation of an item, without words. */
export function newTranslation(original: Json, language: string): Json {
  const { kind = 'statement', revision } = Object(original._placard) as Json;
  return {
    id: `${String(original.id)}-${language.toLowerCase()}`,
    language,
    _placard: {
      kind,
      revision: 1,
      change: 'new',
      translations: [{ language: original.language ?? 'en', item_id: original.id, kind: 'original', of_revision: revision }],
    },
  };
}
