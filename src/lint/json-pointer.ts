/** Finds values in a JSON document by JSON Pointers (RFC 6901) and patterns of them. */

import { MAX_ENTRIES } from '../feed/schema/field-rules.js';

export type Json = Record<string, unknown>;

export const isJsonObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export const parsePointer = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

export const escapeToken = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');

export const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of parsePointer(pointer)) value = typeof value === 'object' && value !== null ? (value as Json)[token] : undefined;
  return value;
}

export interface JsonNode {
  path: string;
  value: unknown;
}

/** Returns the values of a pattern such as `/_placard/contacts/*`, where `*` is each element of an array. */
function query(document: unknown, pattern: string): JsonNode[] {
  let found: JsonNode[] = [{ path: '', value: document }];
  for (const token of pattern.split('/').slice(1)) found = found.flatMap((part) => stepInto(part, token));
  return found;
}

/** The same, objects alone. */
export function queryObjects(document: unknown, pattern: string): { path: string; value: Json }[] {
  return query(document, pattern).filter((part): part is { path: string; value: Json } => isJsonObject(part.value));
}

/** Returns the entries that the parser reads: all items, and the first entries of any other list. */
const readableEntries = (list: unknown[], path: string): unknown[] => (path === '/items' ? list : list.slice(0, MAX_ENTRIES));

function stepInto({ path, value }: JsonNode, token: string): JsonNode[] {
  if (token === '*')
    return Array.isArray(value)
      ? readableEntries(value, path).map((each: unknown, index) => ({ path: `${path}/${index}`, value: each }))
      : [];
  return isJsonObject(value) && value[token] !== undefined ? [{ path: `${path}/${token}`, value: value[token] }] : [];
}

/** Levels. Deeper than the format. A pointer is as long as its depth, so the pointers of a document take quadratic memory. */
const MAX_DEPTH = 32;

/**
 * Yields every value that the parser reads, with its pointer, the document first. Not recursive: a document can be nested deeper than the
 * stack.
 */
export function* walk(document: unknown, path = ''): Generator<JsonNode> {
  const pending: (JsonNode & { depth: number })[] = [{ path, value: document, depth: 0 }];
  for (let part = pending.pop(); part; part = pending.pop()) {
    yield part;
    const { path: at, value, depth } = part;
    if (typeof value !== 'object' || value === null || depth === MAX_DEPTH) continue;
    const members = Object.entries(Array.isArray(value) ? readableEntries(value, at) : value);
    // Reversed, because the last entry is taken first.
    for (const [key, member] of members.toReversed()) pending.push({ path: `${at}/${escapeToken(key)}`, value: member, depth: depth + 1 });
  }
}
