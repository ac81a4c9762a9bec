/** Ways into a JSON document: JSON Pointers (RFC 6901), patterns of them, and the line where one leads. */

export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export const tokens = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

export const escaped = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');

export const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of tokens(pointer)) value = typeof value === 'object' && value !== null ? (value as Json)[token] : undefined;
  return value;
}

export interface Part {
  path: string;
  value: unknown;
}

/** Everything in the document that a pattern such as `/_placard/contacts/*` leads to; `*` stands for each element of an array. */
function parts(document: unknown, pattern: string): Part[] {
  let found: Part[] = [{ path: '', value: document }];
  for (const token of pattern.split('/').slice(1)) found = found.flatMap((part) => step(part, token));
  return found;
}

/** The same, objects alone. */
export function objects(document: unknown, pattern: string): { path: string; value: Json }[] {
  return parts(document, pattern).filter((part): part is { path: string; value: Json } => isJson(part.value));
}

function step({ path, value }: Part, token: string): Part[] {
  if (token === '*') return Array.isArray(value) ? value.map((each: unknown, index) => ({ path: `${path}/${index}`, value: each })) : [];
  return isJson(value) && value[token] !== undefined ? [{ path: `${path}/${token}`, value: value[token] }] : [];
}

/** Every value of the document with its pointer, the document itself first. Not by recursion: a document may nest deeper than the stack. */
export function* everything(document: unknown, path = ''): Generator<Part> {
  const ahead: Part[] = [{ path, value: document }];
  for (let part = ahead.pop(); part; part = ahead.pop()) {
    yield part;
    const { path: at, value } = part;
    if (typeof value !== 'object' || value === null) continue;
    // Last in, first out.
    for (const [key, member] of Object.entries(value).toReversed()) ahead.push({ path: `${at}/${escaped(key)}`, value: member });
  }
}
